"""What the money is made of: the answer with its links, and what an area cannot say."""

from pathlib import Path

from dashboard import charts
from dashboard.charts import behind, parts
from dashboard.queries.totals import totals
from initiatives import formats
from tests.dashboard.conftest import Ask
from tests.dashboard.figures.flows import portion, portions

CHART = charts.get("composition")


def test_the_answer_gives_the_regions_their_shares_and_links_the_total(curated: Path, ask: Ask) -> None:
    filters = ask()
    answer = CHART.answer(CHART.rows(filters), filters)
    assert parts.plain(answer).startswith("Of the $314\u00a0bn announced, 24.7\u00a0% is for Europe, ")
    linked = next(part for part in answer if part.address and part.address.startswith(parts.LEDGER))
    assert formats.money(totals(ask(str(linked.address).partition("?")[2])).total, "USD") == linked.text
    assert any(part.address == "/initiatives/ai-infrastructure-partnership/" or part.text.startswith("AI Infrastructure") for part in answer)


def test_a_rectangle_opens_its_initiative_and_the_gathered_their_entries(ask: Ask) -> None:
    filters = ask("basis=committed&q=data")
    rows = portions()
    schwarz, _, gathered, *_ = rows
    opened = behind.portion(rows, filters)
    assert opened(schwarz, "") == "/ledger/?q=data&country=DEU&initiative=schwarz&basis=committed&step=counted"
    assert str(opened(gathered, "")).startswith("/ledger/?q=data&country=DEU&initiative=-schwarz&")


def test_joint_money_silence_and_other_scopes_are_named(ask: Ask) -> None:
    filters = ask()
    rows = [*portions(), portion("Europe", "DEU", "x", None, 0, beside_scope=portions()[0].amount)]
    under = parts.plain(CHART.under(rows, filters))
    for words in (
        "$9.00\u00a0bn has several owners and is counted once",
        "1\u00a0entry is undisclosed (Germany)",
        "$12.8\u00a0bn for chips and wider",
    ):
        assert words in under
    assert "3\u00a0small initiatives are drawn together by country" in " ".join(CHART.notes(rows, filters))


def test_a_screen_reader_hears_regions_countries_and_the_largest(ask: Ask) -> None:
    spoken = CHART.spoken(portions(), ask())
    assert "Europe: Germany $17.3\u00a0bn. Largest there: Schwarz Digits data centre Lübbenau $12.8\u00a0bn" in spoken


def test_only_joint_money_has_an_answer_too(ask: Ask) -> None:
    filters = ask("country=joint")
    said = CHART.brief([portion("Joint efforts", "joint", "Partnership", "aip", 9, 9)], filters)
    assert said == "Of the $9.00\u00a0bn announced, the only initiative with a sum is Partnership."
