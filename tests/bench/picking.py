"""What it costs to find a name in a picker among fifty thousand organizations; knows no page."""

from collections.abc import Iterator
from typing import Final

from tests.bench.findings import Finding, at_most
from tests.bench.line import told
from tests.bench.places import Place

MILLISECONDS: Final = 50.0
SHELL: Final = ("manage.py", "shell", "--verbosity", "0", "--command", "from tests.bench.picked import main; main()")


def measure(place: Place) -> Iterator[Finding]:
    """Names as they are typed, letter by letter and with slips, in a process of its own that puts the record back. Raises CommandFailed."""
    ours = told(SHELL, place)
    cost = f" (“{ours['which']}”; {ours['slowest_cpu']:.0f} ms of processor time, database included)"
    yield at_most(place.size, "picker over 50,000 organizations, the slowest of its kinds of question", MILLISECONDS, ours["slowest"], "ms", cost)
    yield at_most(place.size, "picker over 50,000 organizations, the median", MILLISECONDS, ours["median"], "ms")
