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
from tests.dashboard.north import write_two_countries
from tests.initiatives.exchange.files import entry, initiative, write
from tests.worlds import Worlds

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
def two_countries(worlds: Worlds, db: None, tmp_path: Path) -> Path:
    """Norway and Sweden, apart and together: pledges, parts, restatements, an undisclosed sum, chips, and money for Finland; their file."""
    path = write_two_countries(tmp_path)
    if worlds.current != "two_countries":
        loading.load(path)
    return path


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
