"""What it costs to check a spreadsheet of 20,000 rows against a large record; knows no page."""

from collections.abc import Iterator
from typing import Final

from tests.bench.findings import Finding, at_most, known
from tests.bench.line import told
from tests.bench.places import Place

SECONDS: Final = 20.0
SHELL: Final = ("manage.py", "shell", "--verbosity", "0", "--command", "from tests.bench.imported import main; main()")


def measure(place: Place) -> Iterator[Finding]:
    """A workbook and a text file, each in a process of its own. Raises CommandFailed."""
    ours = told(SHELL, place)
    more = f" ({ours['processor']:.1f} s of processor time)"
    yield at_most(place.size, "preview of a workbook of 20,000 rows", SECONDS, ours["workbook"], "s", more)
    yield at_most(place.size, "preview of a CSV file of 20,000 rows", SECONDS, ours["text"], "s")
    yield known(place.size, "memory of a worker that checks 20,000 rows, at most", f"{ours['megabytes']:.0f} MB")
