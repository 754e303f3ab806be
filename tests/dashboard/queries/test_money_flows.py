"""Who pays for what: every dollar once, a payer only where its part is known, and rings are no trouble."""

from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.queries.cells import cells
from dashboard.queries.money_flows import SHOWN, Flow, money_flow_stream, money_flows
from dashboard.queries.totals import totals
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, funder, initiative, participant, write


def by_kind(rows: list[Flow]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row.kind] += row.amount
    return sums


def load(folder: Path, *entries: dict[str, Any], **changes: Any) -> None:
    facts: dict[str, Any] = {"participants": [], "quantities": [], "commentary": []} | changes
    loading.load(write(folder, initiative("shared-effort", name="Shared Effort", funding=list(entries), **facts)))


@pytest.mark.parametrize("query", ["", "basis=headline&scope=ai&scope=chips", "basis=committed&currency=EUR", "country=KOR", "as_of=2025-06-30"])
def test_the_rows_of_page_and_files_add_up_to_the_counted_total(query: str, curated: Path, ask: Ask) -> None:
    filters = ask(query)
    whole = totals(filters).total
    assert sum(row.amount for row in money_flows(filters) if row.kind != "beside-scope") == whole
    assert sum(row.amount for row in money_flow_stream(filters)) == whole


def test_the_page_names_the_largest_and_gathers_what_the_files_hold(curated: Path, ask: Ask) -> None:
    filters = ask()
    shown, every = money_flows(filters), list(money_flow_stream(filters))
    assert len({row.initiative for row in shown if row.kind == "named"}) == SHOWN
    (others,) = [row for row in shown if row.kind == "others"]
    kept = {row.initiative for row in shown if row.initiative}
    left = [row for row in every if row.kind == "named" and row.initiative not in kept]
    assert others.amount == sum(row.amount for row in left)
    assert others.initiatives == len({row.initiative for row in left})


def test_a_payer_has_money_only_where_its_part_is_known(db: None, tmp_path: Path, ask: Ask) -> None:
    load(
        tmp_path,
        entry("shared-effort#1", amount=100, currency="USD", funders=[funder("Ministry of Fjords", country="NOR")]),
        entry(
            "shared-effort#2", amount=80, currency="USD", funders=[funder("Ministry of Fjords", share=0.75), funder(described="firms", share=0.25)]
        ),
        entry("shared-effort#3", amount=60, currency="USD", funders=[funder("Ministry of Fjords"), funder("Fjord Bank")]),
        entry("shared-effort#4", amount=7, currency="USD", funders=[funder(described="private partners")]),
        entry("shared-effort#5", amount=3, currency="USD"),
    )
    rows = money_flows(ask())
    assert by_kind(rows) == {"named": 160, "split-not-published": 60, "unnamed": 30}
    (flow,) = [row for row in rows if row.kind == "named"]
    assert flow.payer is not None
    assert (flow.payer.name, flow.entries) == ("Ministry of Fjords", 2)


def test_money_goes_on_to_recipients_else_to_leads(db: None, tmp_path: Path, ask: Ask) -> None:
    paid = entry("shared-effort#1", amount=100, currency="USD", funders=[funder("Ministry of Fjords")])
    load(
        tmp_path,
        paid,
        participants=[participant("Fjord Machines"), participant("Malmö Cloud", role="recipient"), participant("経済産業省", role="partner")],
    )
    (flow, *_) = money_flows(ask())
    assert (flow.role, [one.name for one in flow.takers]) == ("recipient", ["Malmö Cloud"])


def test_an_organization_that_pays_here_and_receives_there_stands_in_both_roles(db: None, tmp_path: Path, ask: Ask) -> None:
    ring = [
        ("alpha", "SoftBank", "Alpha Fund", 5),
        ("beta", "Alpha Fund", "SoftBank", 2),
        ("gamma", "Alpha Fund", "Beta Works", 1),
        ("delta", "Beta Works", "Alpha Fund", 1),
    ]
    loading.load(write(tmp_path, *(
        initiative(
            slug, name=slug.title(), funding=[entry(f"{slug}#1", amount=amount, currency="USD", funders=[funder(payer)])],
            participants=[participant(taker, role="recipient")], quantities=[], commentary=[],
        )
        for slug, payer, taker, amount in ring
    )))  # fmt: skip
    flows = {(row.payer and row.payer.name, row.takers[0].name): row.amount for row in money_flows(ask())}
    assert flows == {("SoftBank", "Alpha Fund"): 5, ("Alpha Fund", "SoftBank"): 2, ("Alpha Fund", "Beta Works"): 1, ("Beta Works", "Alpha Fund"): 1}


def test_the_number_of_statements_does_not_grow_with_the_rows(curated: Path, ask: Ask) -> None:
    filters = ask("from=2018")
    found = cells(filters)
    with CaptureQueriesContext(connection) as asked:
        money_flows(filters, found)
    assert len(asked) <= 5  # one of them asks for the edition
