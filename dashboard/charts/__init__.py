"""Every chart by its slug, in the order of the gallery; a page, a download and a command find it here."""

from dashboard.charts.chart import NARROW, PICTURE, WIDE, AnyChart, Drawings, Stamp, stamp
from dashboard.charts.commentary_stance import CommentaryStance
from dashboard.charts.composition import Composition
from dashboard.charts.dependence import Dependence
from dashboard.charts.energy_and_compute import EnergyAndCompute
from dashboard.charts.funding_by_country import FundingByCountry
from dashboard.charts.funding_ladder import FundingLadder
from dashboard.charts.funding_map import FundingMap
from dashboard.charts.funding_over_time import FundingOverTime
from dashboard.charts.initiative_timeline import InitiativeTimeline
from dashboard.charts.money_flows import MoneyFlows
from dashboard.charts.participants_by_country import ParticipantsByCountry
from dashboard.charts.parts import Part, Sentence
from dashboard.charts.why_this_total import WhyThisTotal

ALL: tuple[AnyChart, ...] = (
    FundingByCountry(),
    FundingMap(),
    FundingOverTime(),
    FundingLadder(),
    WhyThisTotal(),
    Composition(),
    MoneyFlows(),
    ParticipantsByCountry(),
    Dependence(),
    InitiativeTimeline(),
    CommentaryStance(),
    EnergyAndCompute(),
)
CHARTS: dict[str, AnyChart] = {chart.slug: chart for chart in ALL}


class UnknownChart(KeyError):
    """No chart has this slug; its message names those that there are."""

    def __str__(self) -> str:
        return str(self.args[0])


def get(slug: str) -> AnyChart:
    """The chart of a slug. Raises UnknownChart in words."""
    if slug not in CHARTS:
        raise UnknownChart(f"“{slug}” is no chart. There are: {', '.join(CHARTS)}.")
    return CHARTS[slug]


__all__ = ["ALL", "CHARTS", "NARROW", "PICTURE", "WIDE", "AnyChart", "Drawings", "Part", "Sentence", "Stamp", "UnknownChart", "get", "stamp"]
