"""How stances fall, by kind or home of the speaker, country of the initiative or aspect; must not know how it is drawn."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Value
from django.db.models.functions import Coalesce

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.comments import Tally, by_actor, by_aspect, by_country, tallied
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.participants import HOME_UNKNOWN
from dashboard.queries.remembered import counted, remembered
from initiatives import formats
from initiatives.vocabulary import ACTORS, JOINT

UNKNOWN: Final = "unknown"


def by_home(filters: Filters) -> list[Tally]:
    """Homes of the speakers, the unknown as one of them, the most frequent first; one statement."""
    found = selection.comments(filters).order_by().annotate(at=Coalesce("country_id", Value(UNKNOWN)))
    tallies = tallied(found.values_list("at", "stance").annotate(rows=Count("id")))
    names = names_of({one.value for one in tallies} - {UNKNOWN}) | {UNKNOWN: HOME_UNKNOWN}
    return [Tally(one.value, names[one.value], one.stances) for one in tallies]


DIVISIONS: Final[Mapping[str, Callable[[Filters], list[Tally]]]] = {"actor": by_actor, "country": by_country, "aspect": by_aspect, "home": by_home}


@dataclass(frozen=True, slots=True)
class StanceCount:
    """Comments on one value of a division by stance. A comment with several aspects stands under each."""

    by: str
    value: str
    label: str
    critical: int
    cautious: int
    neutral: int
    supportive: int

    @property
    def comments(self) -> int:
        return self.critical + self.cautious + self.neutral + self.supportive

    @property
    def chosen(self) -> tuple[str, ...]:
        """What the filter of its division says to leave these comments alone; what several own has a row of its own."""
        return (self.value, f"-{JOINT}") if self.by == "country" and self.value != JOINT else (self.value,)

    @property
    def doubting(self) -> int:
        return self.critical + self.cautious


def stances(filters: Filters, by: str) -> list[StanceCount]:
    """One row a value of `by` (`actor`, `country`, `aspect` or `home`), the most discussed first; at most two statements."""
    return rows_of(remembered(f"stances by {by}", counted(filters), lambda: DIVISIONS[by](filters)), by)


def rows_of(tallies: Iterable[Tally], by: str) -> list[StanceCount]:
    """Tallies that were asked already as rows of a division."""
    return [_row(one, by) for one in tallies]


def _row(one: Tally, by: str) -> StanceCount:
    label = formats.in_words(one.value, ACTORS) if by == "actor" else one.words
    return StanceCount(by, one.value, label, *(one.stances.get(stance, 0) for stance in ("critical", "cautious", "neutral", "supportive")))
