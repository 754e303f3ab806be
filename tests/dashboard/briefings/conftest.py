"""Briefings of the small record of two countries."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.briefings import store
from dashboard.briefings.models import Briefing
from dashboard.briefings.selection import ChartPick, Pick, Selection
from initiatives.models import Initiative

CHARTS = ("funding-by-country", "why-this-total")
Saved = Callable[..., Briefing]


@pytest.fixture
def saved(two_countries: Path) -> Saved:
    """A saved briefing with two charts that an office program draws and one initiative; `charts`, `query` and `picks` choose others."""

    def briefing(
        charts: tuple[str, ...] = ("funding-by-country", "why-this-total"), query: str = "", picks: tuple[str, ...] = ("fjord-computer",)
    ) -> Briefing:
        rows = {row.slug: row for row in Initiative.objects.filter(slug__in=picks)}
        chosen = tuple(Pick(rows[slug].pk, slug, rows[slug].name) for slug in picks)
        title = "=Who pays? <b>Nordic</b>"
        return store.create(Selection(title, query, tuple(ChartPick(slug) for slug in charts), chosen, "=1+1 for the committee"))[0]

    return briefing
