"""Sentences on what no sum can hold."""

from decimal import Decimal

from dashboard.charts import parts, unsaid
from dashboard.charts.unsaid import Silences
from dashboard.filters import Filters
from tests.dashboard.conftest import Ask
from tests.dashboard.figures.rows import silent


def said(*sentences: parts.Sentence) -> list[str]:
    return [parts.plain(sentence) for sentence in sentences]


def test_silence_is_counted_and_named_with_its_entries(ask: Ask) -> None:
    filters = ask()
    found = unsaid.silences([silent("BEL", "Belgium"), silent("ISL", "Iceland")])
    (sentence,) = unsaid.sentences(found, filters)
    assert said(sentence) == ["2\u00a0entries are undisclosed (Belgium and Iceland)"]
    assert sentence[0].address == "/ledger/?reason=undisclosed"


def test_what_lies_outside_the_scope_leads_there(ask: Ask) -> None:
    (sentence,) = unsaid.outside(Decimal(331) * 10**9, ask())
    assert said(sentence) == ["$331\u00a0bn for chips and wider programmes lies outside the scope"]
    assert sentence[0].address == "/ledger/?scope=chips&scope=wider&step=counted"
    assert unsaid.outside(Decimal(0), ask()) == []


def test_nothing_has_its_reason() -> None:
    filters = Filters(currency="EUR")
    assert unsaid.nothing(Silences(2, (), 0), filters).startswith("Nobody says how much: 2\u00a0entries")
    assert unsaid.nothing(Silences(0, (), 1), filters) == "Nothing of it can be converted: 1\u00a0entry without a rate to EUR."
    assert unsaid.nothing(Silences(0, (), 0), filters) == "Nothing is known to be announced for AI under these filters."
    assert said(*unsaid.sentences(Silences(0, (), 3), filters)) == ["3\u00a0entries cannot be converted into EUR"]
