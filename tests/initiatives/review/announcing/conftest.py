"""Japan's project as the press told it until April 2026, before the award of June: entries 1 to 6b and 9 of the golden case."""

from pathlib import Path
from typing import Any

import pytest

from initiatives.exchange.load import load
from initiatives.review.announcing import Payer, Typed
from tests.initiatives.exchange.files import entry, funder, initiative, write, write_organizations

TRILLION, BILLION = 10**12, 10**9
METI, STATE = "Ministry of Economy", "Government of Japan"


def yen(number: str, amount: int, relation: str, to: str | None, day: str, **changes: Any) -> dict[str, Any]:
    related = None if to is None else f"japan#{to}"
    plain: dict[str, Any] = {"amount": amount, "currency": "JPY", "relation": relation, "related_to": related, "announced_on": day}
    return entry(f"japan#{number}", **{**plain, "instrument": None, **changes})


@pytest.fixture
def japan(tmp_path: Path, db: None) -> None:
    write_organizations(
        tmp_path,
        f"{METI},government,JPN,METI",
        f"{STATE},government,JPN,",
        "SoftBank,company,JPN,",
        "NEDO,government,JPN,",
        "Noetra,company,JPN,",
        "Fjord Machines,company,NOR,",
    )
    meti, state = [funder(METI, country="JPN")], [funder(STATE, country="JPN")]
    told = [
        yen("1", TRILLION, "restates", "3", "2025-12-19", funders=state),
        yen("2", 3 * TRILLION, "new", None, "2025-12-21", origin="mixed", period="2026-2031"),
        yen("3", TRILLION, "part-of", "2", "2025-12-21", hedge="about", funders=meti, period="2026-2030"),
        yen("4", 2 * TRILLION, "part-of", "2", "2025-12-21", stage="pledged", origin="private", funders=[funder("SoftBank")], period="2026-2031"),
        yen("5", 300 * BILLION, "tranche-of", "3", "2025-12-21", hedge="at-least", stage="budgeted", funders=meti, period="2026-2026"),
        yen("6", TRILLION, "restates", "3", "2026-04-12", funders=meti, period="2026-2030"),
        yen("7", 3 * TRILLION, "restates", "2", "2026-04-12", origin="mixed", period="2026-2031"),
    ]
    cloud = [entry("clouds#1", amount=72_500_000_000, currency="JPY", announced_on="2024-04-19", stage="committed", funders=meti, instrument=None)]
    file = write(
        tmp_path,
        initiative(
            "japan", name="Domestic Foundation Model", countries=["JPN"], funding=told, quantities=[], points=[], commentary=[], participants=[]
        ),
        initiative("clouds", name="Cloud Subsidies", countries=["JPN"], funding=cloud, quantities=[], points=[], commentary=[], participants=[]),
    )
    load(file)


@pytest.fixture
def award() -> Typed:
    """Entry 7 as an editor would type it: the money of fiscal 2026, awarded to the consortium."""
    return Typed(
        initiative="Domestic Foundation Model",
        slug="japan",
        amount="387.3 bn yen",
        stage="budgeted",
        origin="public",
        announced_on="30 Jun 2026",
        period="FY2026",
        payers=(Payer("METI"),),
        url="https://news.example/award",
        title="Consortium is awarded this year's money",
        publisher="Example News",
    )
