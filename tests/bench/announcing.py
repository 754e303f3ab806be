"""How fast quick entry answers while somebody types; knows no page."""

from collections.abc import Iterator
from typing import Final

from tests.bench.findings import Finding, at_most
from tests.bench.line import told
from tests.bench.places import Place

TWINS_MILLISECONDS: Final = 100.0
ANSWER_MILLISECONDS: Final = 250.0  # a reader of the page notices no wait yet
SHELL: Final = ("manage.py", "shell", "--verbosity", "0", "--command", "from tests.bench.announced import main; main()")


def measure(place: Place) -> Iterator[Finding]:
    """Forms of entries from all over the record, in a process of its own. Raises CommandFailed."""
    ours = told(SHELL, place)
    over = f" over {ours['entries']:,.0f} entries"
    for words, what, most in (
        ("twins of an announcement found", "twins", TWINS_MILLISECONDS),
        ("the whole answer while one types", "answer", ANSWER_MILLISECONDS),
    ):
        cost = f"{over} ({ours[f'{what}_cpu']:.0f} ms of processor time, database included)"
        yield at_most(place.size, f"{words}, median", most, ours[what], "ms", cost)
        yield at_most(place.size, f"{words}, 95 of 100", most, ours[f"{what}_95"], "ms")
