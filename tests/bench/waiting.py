"""What an editor waits for on the desk while ten thousand drafts wait there; knows no page but that of one draft."""

from collections.abc import Iterator
from typing import Final

from tests.bench.findings import Finding, at_most, known
from tests.bench.line import told
from tests.bench.places import Place

DRAFTS: Final = 10_000
MILLISECONDS: Final = 60.0
NEXT_MILLISECONDS: Final = 100.0
SHELL: Final = ("manage.py", "shell", "--verbosity", "0", "--command", f"from tests.bench.waited import main; main({DRAFTS})")


def measure(place: Place) -> Iterator[Finding]:
    """The page of a draft, the next one, a save and an acceptance, in a process of its own that keeps none of it. Raises CommandFailed."""
    ours = told(SHELL, place)
    yield at_most(place.size, f"page of a draft, {DRAFTS:,} waiting, median", MILLISECONDS, ours["page"], "ms", f" ({ours['page_cpu']:.0f} ms CPU)")
    yield at_most(place.size, f"page of a draft, {DRAFTS:,} waiting, 95 of 100", MILLISECONDS, ours["page_95"], "ms", binding=False)
    yield at_most(place.size, "decided, and the next draft is there", NEXT_MILLISECONDS, ours["next"], "ms", ": rejected, redirected, shown")
    yield known(place.size, "finding the next draft alone", f"{ours['neighbours']:.1f} ms")
    yield known(place.size, "effect of a form as it is filled in", f"{ours['effect']:.0f} ms")
    yield known(place.size, "accepting a draft, with its edition", f"{ours['accept']:,.0f} ms")
    yield known(place.size, "page of a draft with 100 waiting, median", f"{ours['page_of_few']:.0f} ms")
