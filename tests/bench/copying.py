"""What it costs to see that an article is a copy of one among thousands; knows no page."""

from collections.abc import Iterator
from typing import Final

from tests.bench.findings import Finding, known
from tests.bench.line import told
from tests.bench.places import Place

SHELL: Final = ("manage.py", "shell", "--verbosity", "0", "--command", "from tests.bench.copied import main; main()")


def measure(place: Place) -> Iterator[Finding]:
    """Copies and new articles among 5,000 stored ones, in a process of its own. Raises CommandFailed."""
    ours = told(SHELL, place)
    yield known(place.size, "shingles and bands of an article", f"{ours['bands']:.1f} ms CPU")
    yield known(place.size, f"finding that an article is new among {ours['stored']:,}", f"{ours['new']:.0f} ms CPU")
    yield known(place.size, f"finding what a copy repeats among {ours['stored']:,}, and what it adds", f"{ours['copy']:.0f} ms CPU")
