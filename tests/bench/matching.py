"""What it costs to find in a large record what an article speaks of; knows no page."""

from collections.abc import Iterator
from typing import Final

from tests.bench.findings import Finding, at_most, known
from tests.bench.line import told
from tests.bench.places import Place

MILLISECONDS: Final = 50.0
SHELL: Final = ("manage.py", "shell", "--verbosity", "0", "--command", "from tests.bench.matched import main; main()")


def measure(place: Place) -> Iterator[Finding]:
    """Short articles against the whole record, in a process of its own. Raises CommandFailed."""
    ours = told(SHELL, place)
    yield at_most(place.size, "matching an article about an owner that was asked for before", MILLISECONDS, ours["again"], "ms CPU")
    yield at_most(place.size, "matching an article that names no owner", MILLISECONDS, ours["nobody"], "ms CPU")
    yield known(place.size, "matching the first article about an owner", f"{ours['first']:.0f} ms CPU")
