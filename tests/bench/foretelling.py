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
    for words, what in (("effect of one sum", "one"), ("effect of ten sums", "ten"), ("effects of six choices", "choices")):
        cost = f" ({ours[f'{what}_cpu']:.0f} ms of processor time, database included)"
        yield at_most(place.size, f"{words} in a family of 1,000, median", MILLISECONDS, ours[what], "ms", cost)
        yield at_most(place.size, f"{words} in a family of 1,000, 95 of 100", MILLISECONDS, ours[f"{what}_95"], "ms")
