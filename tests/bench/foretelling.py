"""How long an editor waits to be told what publishing would do to a large family; knows no page."""

from collections.abc import Iterator
from typing import Final

from tests.bench.findings import Finding, at_most
from tests.bench.line import told
from tests.bench.places import Place

MILLISECONDS: Final = 100.0
SHELL: Final = ("manage.py", "shell", "--verbosity", "0", "--command", "from tests.bench.foretold import main; main()")


def measure(place: Place) -> Iterator[Finding]:
    """One sum, ten sums and six choices for one, in a family of a thousand statements. Raises CommandFailed."""
    ours = told(SHELL, place)
    yield at_most(place.size, "effect of one sum in a family of 1,000", MILLISECONDS, ours["one"], "ms")
    yield at_most(place.size, "effect of ten sums in a family of 1,000", MILLISECONDS, ours["ten"], "ms")
    yield at_most(place.size, "effects of six choices in a family of 1,000", MILLISECONDS, ours["choices"], "ms")
