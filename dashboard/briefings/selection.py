"""What goes into a briefing, as one value; must not know how it was typed or where it is kept."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

from django.http import QueryDict

from dashboard import charts
from dashboard.briefings.models import Briefing
from dashboard.charts import AnyChart
from dashboard.filters import Filters
from dashboard.filters.fields import BY, MEASURES, PER, PERIODS, SCALES
from dashboard.filters.values import DEFAULTS

HOW_SHOWN: Final = ("per", "period", "by", "scale", "measure")  # what one chart may differ in from the briefing's filters
WITH_SHARES: Final = ("funding-by-country", "funding-map")
WORDS: Final = {"per": PER, "period": PERIODS, "by": BY, "scale": SCALES, "measure": MEASURES}


@dataclass(frozen=True, slots=True)
class Pick:
    """An initiative as it was when it was picked; its number stays whatever it is called later."""

    id: int
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class ChartPick:
    """A chart and how it is shown: `funding-by-country?per=gdp` as text."""

    slug: str
    shown: str = ""

    @property
    def text(self) -> str:
        return f"{self.slug}?{self.shown}" if self.shown else self.slug

    @property
    def chart(self) -> AnyChart:
        """Raises UnknownChart in words."""
        return charts.get(self.slug)

    @property
    def words(self) -> str:
        """How it is shown, beyond the default: `% of GDP`."""
        return ", ".join(WORDS[name][value] for name, value in parse_qsl(self.shown))

    def under(self, filters: Filters) -> Filters:
        """The briefing's filters with what this chart differs in."""
        return filters.model_copy(update={name: DEFAULTS[name] for name in HOW_SHOWN} | dict(parse_qsl(self.shown)))


def chart_pick(text: str) -> ChartPick | None:
    """A chart by its text, None where there is none like it."""
    slug, _, shown = text.partition("?")
    pairs = parse_qsl(shown)
    names = [name for name, _ in pairs]
    known = slug in charts.CHARTS and len(names) == len(set(names)) and all(name in HOW_SHOWN and value in WORDS[name] for name, value in pairs)
    return ChartPick(slug, "&".join(f"{name}={value}" for name, value in pairs)) if known else None


def offered() -> list[ChartPick]:
    """Every chart in every way that it can be shown, in the order of the gallery."""
    return [ChartPick(chart.slug, shown) for chart in charts.ALL for shown in ("", *ways(chart))]


def ways(chart: AnyChart) -> list[str]:
    """How a chart can be shown beside its default: `per=gdp`."""
    values = {name: list(words)[1:] for name, words in WORDS.items()} | {"by": list(chart.divisions[1:])}
    switches = (*(("per",) if chart.slug in WITH_SHARES else ()), *(name for name in chart.switches if name in HOW_SHOWN))
    return [f"{name}={value}" for name in switches for value in values[name]]


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that a making needs. `query` are the filters as an address writes them."""

    title: str
    query: str = ""
    charts: tuple[ChartPick, ...] = ()
    picks: tuple[Pick, ...] = ()
    note: str = ""
    template_name: str = ""

    @property
    def filters(self) -> Filters:
        """Raises FilterError where the record no longer knows a value."""
        return Filters.from_query(QueryDict(self.query))

    @property
    def mark(self) -> str:
        """The same for two selections of which the same would be made."""
        return hashlib.sha256(json.dumps(self.kept(), sort_keys=True).encode()).hexdigest()

    def kept(self) -> dict[str, Any]:
        """The selection as JSON."""
        return {**asdict(self), "charts": [one.text for one in self.charts], "picks": [asdict(one) for one in self.picks]}


def read(content: dict[str, Any]) -> Selection:
    """A selection from its JSON; charts that are no longer there are left out."""
    return Selection(**{**content, "charts": chart_picks(content["charts"]), "picks": tuple(Pick(**one) for one in content["picks"])})


def chart_picks(texts: list[str]) -> tuple[ChartPick, ...]:
    """Those of the texts that name a chart, once each."""
    return tuple(dict.fromkeys(found for found in map(chart_pick, texts) if found))


def of(briefing: Briefing) -> Selection:
    """What a briefing holds now."""
    return Selection(
        briefing.title,
        briefing.query,
        chart_picks(briefing.charts),
        tuple(Pick(**one) for one in briefing.picks),
        briefing.note,
        briefing.template_name if briefing.template else "",
    )
