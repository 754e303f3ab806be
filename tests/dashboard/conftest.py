"""Small worlds that the questions are asked of: two countries that fund together and apart, and Japan's model."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.http import QueryDict

from dashboard.filters import Filters
from dashboard.queries.readiness import make_ready
from initiatives.exchange import load as loading
from tests.initiatives.exchange.files import comment, entry, funder, initiative, participant, write

Ask = Callable[..., Filters]


@pytest.fixture(autouse=True)
def _an_empty_cache() -> None:
    cache.clear()


@pytest.fixture
def ask() -> Ask:
    """Filters from a query, with the rows they need made ready."""

    def filters(query: str = "") -> Filters:
        found = Filters.from_query(QueryDict(query))
        make_ready(found)
        return found

    return filters


@pytest.fixture
def two_countries(db: None, tmp_path: Path) -> Path:
    """Norway and Sweden, apart and together: pledges, parts, restatements, an undisclosed sum, chips, and money for Finland."""
    path = write(tmp_path, norway(), norway_chips(), sweden(), together())
    loading.load(path)
    return path


def norway() -> dict[str, Any]:
    """An envelope of 100 m kroner with a committed part of 40 m, said again once; and a private pledge of $500 m."""
    key = "fjord-computer"
    return initiative(
        key,
        themes=["compute", "energy"],
        funding=[
            entry(f"{key}#1", amount=100_000_000, funders=[funder("Ministry of Fjords", country="NOR")]),
            entry(
                f"{key}#2",
                amount=40_000_000,
                stage="committed",
                relation="part-of",
                related_to=f"{key}#1",
                announced_on="2025-06-10",
                hedge="up-to",
                amount_high=40_000_000,
            ),
            entry(f"{key}#3", amount=100_000_000, relation="restates", related_to=f"{key}#1", announced_on="2025-09"),
            entry(f"{key}#4", amount=500_000_000, currency="USD", stage="pledged", origin="private", announced_on="2025", instrument=None),
        ],
        participants=[
            participant("Fjord Machines"),
            participant("Fjord Machines", role="operator"),
            participant("Malmö Cloud", country="SWE", role="supplier"),
        ],
        commentary=[comment(), comment(speaker="Per Hansen", stance="supportive", actor="official", aspects=["jobs"], date=None)],
    )


def norway_chips() -> dict[str, Any]:
    """Chips for 2 bn kroner, which is not for AI alone."""
    key = "nordic-chips"
    funding = [entry(f"{key}#1", amount=2_000_000_000, scope="chips", announced_on="2024-05-02")]
    return initiative(
        key,
        name="Nordic Chips",
        kind="chips",
        status="announced",
        themes=["chips"],
        announced="2024-05-02",
        funding=funding,
        quantities=[],
        commentary=[],
    )


def sweden() -> dict[str, Any]:
    """One undisclosed sum, and 9 m euros for Finland out of a Swedish programme, half paid by the European Union."""
    key = "stockholm-lab"
    return initiative(
        key,
        name="Stockholm Språklab",
        countries=["SWE"],
        kind="research-hub",
        announced="2026-01-15",
        themes=["language-models"],
        funding=[
            entry(f"{key}#1", amount=None, currency="SEK", announced_on="2026-01-15"),
            entry(
                f"{key}#2", amount=9_000_000, currency="EUR", recipient_country="FIN", announced_on="2026-02-01",
                funders=[funder("Government of Finland", country="FIN", share=0.5), funder("European Union", country="EUU", share=0.5)],
            ),
        ],
        participants=[participant("経済産業省", kind="government", country="JPN", role="partner")],
        quantities=[],
        commentary=[comment(speaker="Anna Al-Olama", stance="critical", actor="academic", country="SWE", aspects=["energy", "language"])],
    )  # fmt: skip


def together() -> dict[str, Any]:
    """Both countries own it: 30 m euros are counted once, under joint."""
    key = "baltic-data-space"
    funding = [
        entry(f"{key}#1", amount=30_000_000, currency="EUR", stage="budgeted", announced_on="2025-11-30", period="2026-2028", hedge="at-least")
    ]
    return initiative(
        key,
        name="Baltic Data Space",
        countries=["NOR", "SWE"],
        kind="data",
        announced="2025-11-30",
        themes=["data"],
        funding=funding,
        quantities=[],
        commentary=[],
    )


@pytest.fixture
def japan(db: None, tmp_path: Path) -> Path:
    """The model project as the press told it between December 2025 and June 2026, in yen, and an older programme of subsidies."""
    key, cloud = "domestic-model", "gpu-cloud"
    path = write(
        tmp_path,
        initiative(key, name="Domestic Model", countries=["JPN"], kind="foundation-model", announced="2025-12-21", funding=model(key), quantities=[]),
        initiative(cloud, name="GPU Cloud Subsidies", countries=["JPN"], announced="2024-04-19", funding=[subsidies(cloud)], quantities=[]),
    )
    loading.load(path)
    return path


def model(key: str) -> list[dict[str, Any]]:
    """An envelope of ¥3 tn, a third of it public, of which a first budget was replaced by a larger one; all but that said again."""
    first, april, june = "2025-12-21", "2026-04-12", "2026-06-30"
    whole, public, budget = (f"{key}#{number}" for number in (2, 3, 5))
    return [
        yen(f"{key}#1", 1_000, "2025-12-19", relation="restates", related_to=public),
        yen(whole, 3_000, first, origin="mixed"),
        yen(public, 1_000, first, relation="part-of", related_to=whole, hedge="about"),
        yen(f"{key}#4", 2_000, first, relation="part-of", related_to=whole, stage="pledged", origin="private"),
        yen(budget, 300, first, relation="tranche-of", related_to=public, stage="budgeted"),
        yen(f"{key}#6", 1_000, april, relation="restates", related_to=public),
        yen(f"{key}#7", 3_000, april, relation="restates", related_to=whole, origin="mixed"),
        yen(f"{key}#8", Decimal("387.3"), june, relation="replaces", related_to=budget, stage="budgeted"),
        yen(f"{key}#9", 1_000, june, relation="restates", related_to=public, hedge="up-to", amount_high=10**12),
    ]


def subsidies(key: str) -> dict[str, Any]:
    """Up to ¥72.5 bn, committed."""
    return yen(f"{key}#1", Decimal("72.5"), "2024-04-19", stage="committed", hedge="up-to", amount_high=72_500_000_000)


def yen(key: str, billions: Decimal | int, day: str, **more: Any) -> dict[str, Any]:
    """One statement about some billions of yen."""
    return entry(key, amount=int(billions * 10**9), currency="JPY", announced_on=day, **more)
