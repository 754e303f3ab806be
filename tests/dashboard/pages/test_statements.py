"""A statement without a note is named by what kind of money it is, and whose."""

from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.pages.statements import statement
from dashboard.queries.payers import Payer


@pytest.mark.parametrize(
    ("origin", "names", "note", "words"),
    [
        ("public", [], None, "Public money"),
        ("unknown", [], None, "Money of unknown origin"),
        ("public", ["METI"], None, "Public money from METI"),
        ("mixed", ["METI", "SoftBank"], None, "Mixed money from METI and SoftBank"),
        ("private", ["A", "B", "C", "D"], None, "Private money from A, B and 2 others"),
        ("public", ["METI"], "Said in parliament", "Said in parliament"),
    ],
)
def test_a_statement_says_whose_money_it_is_where_nobody_noted_more(origin: str, names: list[str], note: str | None, words: str) -> None:
    row: Any = SimpleNamespace(origin=origin, note=note, payers=tuple(Payer(name, None, None, None) for name in names))
    assert statement(row).replace("\N{NO-BREAK SPACE}", " ") == words
