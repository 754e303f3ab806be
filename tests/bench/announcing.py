"""How fast quick entry answers while somebody types; knows no page."""

from collections.abc import Iterator
from typing import Final

from tests.bench.findings import Finding, at_most, known
from tests.bench.line import told
from tests.bench.places import Place

TWINS_MILLISECONDS: Final = 100.0
ANSWER_MILLISECONDS: Final = 250.0  # a reader of the page notices no wait yet
SHELL: Final = ("manage.py", "shell", "--verbosity", "0", "--command", "from tests.bench.announced import main; main()")


def measure(place: Place) -> Iterator[Finding]:
    """Forms of entries from all over the record, in a process of its own. Raises CommandFailed."""
    ours = told(SHELL, place)
    yield at_most(place.size, "twins of an announcement found", TWINS_MILLISECONDS, ours["twins"], "ms", f" over {ours['entries']:,.0f} entries")
    yield known(place.size, "twins, the slowest twentieth", f"{ours['twins_slow']:.0f} ms")
    yield at_most(place.size, "the whole answer while one types", ANSWER_MILLISECONDS, ours["answer"], "ms")
    yield known(place.size, "the answer, the slowest twentieth", f"{ours['answer_slow']:.0f} ms")
