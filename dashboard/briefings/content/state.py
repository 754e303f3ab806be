"""What every slide of a making is made from: its selection, the edition, the filters and the plan; asks nothing itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.conf import settings

from dashboard import short
from dashboard.briefings.selection import Selection
from dashboard.briefings.values import Slide
from dashboard.charts import parts
from dashboard.charts.chart import SITE
from dashboard.exports.slides.values import SlideWords
from dashboard.filters import Filters
from dashboard.filters.sentences import currency
from initiatives import formats
from initiatives.vocabulary import BASES, SCOPES

DAYS: Final = ("as_of", "edition")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The making before: its figures, its edition and its day."""

    figures: Mapping[str, Any]
    edition: int
    day: date | None


@dataclass(frozen=True, slots=True)
class State:
    """One making at one edition, whose filters say nothing of it. `plan` are the keys of the slides in their order."""

    selection: Selection
    filters: Filters
    edition: int
    day: date | None
    plan: tuple[str, ...]
    earlier: Earlier | None = None
    figures: Mapping[str, Any] | None = None  # its own, once they are kept

    def place(self, *keys: str) -> int | None:
        """The number of the first slide that is there, by the beginning of its key."""
        found = (place for key in keys for place, own in enumerate(self.plan, 1) if own == key or own.startswith(f"{key}?"))
        return next(found, None)

    @property
    def as_of(self) -> str:
        """`as of 3 Jul 2026`."""
        day = self.filters.as_of or self.day
        return f"as of {formats.day(day.isoformat())}" if day else "before the first publication"

    @property
    def pinned(self) -> Filters:
        """The filters with the edition that is shown, for addresses that are cited."""
        return self.filters.model_copy(update={"edition": self.edition or None})

    def address(self, path: str, filters: Filters | None = None, **changes: Any) -> str:
        """A page under the same filters, at the site's own address where that is set."""
        query = (filters or self.filters).as_query(view=None, page=None, edition=self.edition or None, **changes)
        return f"{settings.PUBLIC_ADDRESS}{short.shortened(f'{path}?{query}' if query else path)}"

    def basis(self, *counting: str) -> str:
        """The line under a takeaway: basis, scope, currency, selection, day."""
        words = counting or (self.basis_words(), f"{currency(self.filters.currency)} at the rate of each day, current prices")
        return " · ".join([*words, *(one.words for one in self.filters.active() if one.field not in DAYS), self.as_of])

    def basis_words(self) -> str:
        """`Announced or firmer · AI only`."""
        scopes = formats.listed(SCOPES[scope] for scope in self.filters.scope)
        basis = BASES[self.filters.basis]
        return f"{parts.opening(basis)} · {scopes}{' only' if len(self.filters.scope) == 1 else ''}"

    def source(self, rests_on: str, address: str) -> str:
        """The last line of a slide; its end is the short address."""
        return f"Source: {SITE}, edition {self.edition}{', ' + rests_on if rests_on else ''} · {address}"

    def words(self, takeaway: str, rests_on: str, address: str, notes: str, basis: str = "") -> SlideWords:
        """The words around a slide; its speaker notes end with basis, edition and address."""
        line = basis or self.basis()
        said = f"{notes}\n\n{line}. Edition {self.edition}, {self.as_of}.\n{address}"
        return SlideWords(takeaway, line, self.source(rests_on, address), said)

    def money(self, amount: Any) -> str:
        """A sum in the display currency with three figures; `nothing` for zero."""
        return "nothing" if amount == 0 else formats.money(amount, self.filters.currency)


@dataclass(frozen=True, slots=True)
class Made:
    """A slide, and the picture that it shows as a file: PNG, None where it needs none."""

    slide: Slide
    picture: bytes | None = None


def whole(part: Decimal, of: Decimal) -> str:
    """A share without decimals: `40 %`."""
    return f"{round(part / of * 100)}{formats.NO_BREAK}%" if of else f"0{formats.NO_BREAK}%"
