"""Who pays for what: the answer, where each mark leads, and what is not drawn."""

from decimal import Decimal
from pathlib import Path

from dashboard import charts
from dashboard.charts import behind, parts
from dashboard.charts.money_flows import counted, summed
from dashboard.queries.totals import totals
from tests.dashboard.conftest import Ask
from tests.dashboard.figures.flows import flows, ring

CHART = charts.get("money-flows")


def test_the_answer_says_how_much_has_a_named_payer(curated: Path, ask: Ask) -> None:
    filters = ask()
    rows = CHART.rows(filters)
    assert counted(rows) == totals(filters).total
    said = CHART.brief(rows, filters)
    assert said.startswith(
        "Of the $314\u00a0bn, $167\u00a0bn (53.1\u00a0%) has a named payer whose part is known; the largest flow is from US Department"
    )


def test_what_is_not_drawn_is_named_with_its_reason(ask: Ask) -> None:
    under = parts.plain(CHART.under(flows(), ask()))
    for words in (
        "$12.0\u00a0bn is paid by several without a published split",
        "$3.00\u00a0bn is paid by nobody who is named", "2\u00a0entries are undisclosed",
        "$40.0\u00a0bn for chips and wider programmes lies outside the scope",
    ):  # fmt: skip
        assert words in under


def test_every_mark_leads_to_what_it_stands_for(ask: Ask) -> None:
    filters, first = ask("basis=committed"), ring()[0]
    opened = behind.flow(filters)
    for part in ("payer", "initiative", "taker"):
        assert opened([first], part) == "/ledger/?funder=softbank&initiative=alpha&basis=committed&step=counted"
    assert opened([first], "flow") == "/ledger/?funder=softbank&initiative=alpha&origin=private&basis=committed&step=counted"
    assert behind.flow(filters.model_copy(update={"funder": ("nvidia",)}))([first], "flow") is None, "it asks for one of both"


def test_a_screen_reader_hears_who_pays_and_who_takes_it(ask: Ask) -> None:
    spoken = CHART.spoken(flows(), ask())
    assert "SoftBank pays $5.00\u00a0bn for Alpha (lead: A)." in spoken
    assert "24\u00a0payers for 30\u00a0other initiatives: $20.0\u00a0bn." in spoken


def test_the_kinds_of_rows_add_up(ask: Ask) -> None:
    assert counted(flows()) == summed(flows(), "named", "others", "split-not-published", "unnamed") == Decimal(51) * 10**9


def test_money_without_any_known_payer_is_said_so(ask: Ask) -> None:
    rows = [row for row in flows() if row.kind == "split-not-published"]
    assert CHART.brief(rows, ask()) == "No part of the $12.0\u00a0bn has a payer whose own part is published."
