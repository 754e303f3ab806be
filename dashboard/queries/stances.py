"""How stances fall, by kind of speaker, country of the initiative or aspect; must not know how it is drawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.filters import Filters
from dashboard.queries.comments import Tally, by_actor, by_aspect, by_country
from dashboard.queries.remembered import counted, remembered
from initiatives import formats
from initiatives.vocabulary import ACTORS, JOINT

DIVISIONS: Final[Mapping[str, Callable[[Filters], list[Tally]]]] = {"actor": by_actor, "country": by_country, "aspect": by_aspect}


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
    """One row a value of `by` (`actor`, `country` or `aspect`), the most discussed first; at most two statements."""
    tallies = remembered(f"stances by {by}", counted(filters), lambda: DIVISIONS[by](filters))
    return [_row(one, by) for one in tallies]


def _row(one: Tally, by: str) -> StanceCount:
    label = formats.in_words(one.value, ACTORS) if by == "actor" else one.words
    return StanceCount(by, one.value, label, *(one.stances.get(stance, 0) for stance in ("critical", "cautious", "neutral", "supportive")))
