"""What every chart is: a question, its rows, the answer in words, and the drawing; knows no request and no template."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, TypeVar

from dashboard.charts.native import Native
from dashboard.charts.parts import Part, Sentence, joined, plain, scope_words
from dashboard.figures import drawing
from dashboard.figures.key import KeyItem
from dashboard.figures.labels import Labels
from dashboard.figures.stamped import EDGE, Frame, fitted, stamped
from dashboard.figures.theme import Figure
from dashboard.filters import Filters
from dashboard.filters.fields import BY
from dashboard.filters.sentences import currency
from dashboard.queries import editions
from dashboard.queries.providers import rate_providers
from initiatives import formats
from initiatives.vocabulary import BASES

Row = TypeVar("Row")
WIDE: Final = 789  # pixels: eight of twelve columns
NARROW: Final = 358  # pixels: a phone
THUMB: Final = 400  # pixels: below this and above a phone, a drawing in a gallery shows the first few rows
PICTURE: Final = 1200  # pixels, of a file
SITE: Final = "National AI initiatives"
DIVIDED: Final = {"total": "", "gdp": ", as a share of a year’s GDP", "person": ", per person"}
DIVISORS: Final = {"gdp": "GDP", "person": "population"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of the record is shown: its edition and the day, None before the first publication."""

    edition: int
    day: str | None

    @property
    def as_of(self) -> str:
        """`as of 3 Jul 2026`."""
        return f"as of {formats.day(self.day)}" if self.day else "before the first publication"


def stamp(filters: Filters) -> Stamp:
    """The state that a page with these filters shows; at most one statement."""
    reading = editions.current()
    day = reading.as_of(filters)
    return Stamp(reading.number, day.isoformat() if day else None)


@dataclass(frozen=True, slots=True)
class Drawings:
    """The chart at two widths as SVG for a page; both say the same."""

    wide: str
    narrow: str


class Chart(ABC, Generic[Row]):
    """One chart. `rows` asks the record once; everything else is made from the rows."""

    slug: ClassVar[str]
    name: ClassVar[str]  # as in a list of charts: `Funding by country`
    group: ClassVar[str] = "money"  # of the gallery
    switches: ClassVar[tuple[str, ...]] = ()  # parameters that decide how it is drawn, offered above it
    divisions: ClassVar[tuple[str, ...]] = ()  # the values of `by` that it knows, its own first
    height_follows_width: ClassVar[bool] = False  # a drawing without words, for which one size serves both widths

    @abstractmethod
    def question(self, filters: Filters) -> str:
        """The title of the chart."""

    @abstractmethod
    def rows(self, filters: Filters) -> Sequence[Row]:
        """The figures, in the order of the screen."""

    @abstractmethod
    def answer(self, rows: Sequence[Row], filters: Filters) -> Sentence:
        """The answer in a sentence or two, numbers as links."""

    @abstractmethod
    def figure(self, rows: Sequence[Row], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The Plotly figure; `width` in pixels."""

    @abstractmethod
    def spoken(self, rows: Sequence[Row], filters: Filters) -> str:
        """The figures as sentences for a screen reader."""

    def key(self, rows: Sequence[Row], filters: Filters) -> list[KeyItem]:
        """What each look means; only what is drawn."""
        return []

    def on_slide(self, rows: Sequence[Row], filters: Filters, width: int) -> Figure:
        """The drawing for a slide, where what is high is small: at most about half as high as it is wide; `width` in pixels."""
        return self.figure(rows, filters, width)

    def under(self, rows: Sequence[Row], filters: Filters) -> Sentence:
        """A line under the drawing: what it cannot show."""
        return ()

    def beside(self, rows: Sequence[Row], filters: Filters) -> Sentence:
        """What a page says around the drawing and a file has to say under it; unlike `under` it may ask the record."""
        return ()

    def left_out(self, rows: Sequence[Row], filters: Filters) -> str:
        """Everything that a drawing which leaves the site cannot show, as plain text."""
        return plain(joined([said for said in (self.under(rows, filters), self.beside(rows, filters)) if said]))

    def notes(self, rows: Sequence[Row], filters: Filters) -> list[str]:
        """How to read the chart, one paragraph each."""
        return []

    def native(self, rows: Sequence[Row], filters: Filters) -> Native | None:
        """The chart as an office program draws it; None where it can only be a picture, which then stands beside its table."""
        return None

    def workbook_native(self, rows: Sequence[Row], filters: Filters) -> Native | None:
        """The chart of a workbook: where a slide shows a picture, the same figures as bars, if bars can show them."""
        return self.native(rows, filters)

    def division(self, filters: Filters) -> str:
        """The value of `by` that is shown: the one asked for, or the chart's own where it does not know that."""
        return filters.by if filters.by in self.divisions else self.divisions[0]

    def undivided(self, filters: Filters) -> list[Sentence]:
        """A sentence where `by` asks for what this chart does not know."""
        asked = filters.values("by")
        if not asked or filters.by in self.divisions:
            return []
        return [(Part(f"“{BY[filters.by]}” does not divide this chart, so it is shown {BY[self.division(filters)]}"),)]

    def brief(self, rows: Sequence[Row], filters: Filters) -> str:
        """The answer as plain text."""
        return plain(self.answer(rows, filters))

    def summary(self, rows: Sequence[Row], filters: Filters) -> str:
        """For a screen reader: question, answer, figures."""
        return f"{self.question(filters)} {self.brief(rows, filters)} {self.spoken(rows, filters)}"

    def subtitle(self, filters: Filters, now: Stamp) -> str:
        """Basis, scope, currency, prices and day in one line."""
        return " · ".join([*self.counting(filters), *(word.words for word in filters.active() if word.field not in ("as_of", "edition")), now.as_of])

    def counting(self, filters: Filters) -> list[str]:
        """How the money is counted, in words; charts without money override it."""
        divided = DIVIDED[self.labels(filters).per]
        basis = BASES[filters.basis]
        return [
            f"Counted once, {basis}, {scope_words(filters)}{' only' if len(filters.scope) == 1 else ''}{divided}",
            f"{currency(filters.currency)} at the rate of each announcement day, current prices, not adjusted for inflation",
        ]

    def labels(self, filters: Filters) -> Labels:
        """How values are written under these filters."""
        return Labels(filters.currency, filters.per)

    def drawings(self, rows: Sequence[Row], filters: Filters, prefix: str = "") -> Drawings:
        """The SVGs of a page, drawn at once and without a browser; `prefix` keeps ids apart where a page shows a chart twice."""
        title, description = self.question(filters), self.brief(rows, filters)
        wide = drawing.for_page(self.figure(rows, filters, WIDE), f"{prefix}{self.slug}-wide", title, description)
        if self.height_follows_width:
            return Drawings(wide, "")
        narrow = drawing.for_page(self.figure(rows, filters, NARROW, narrow=True), f"{prefix}{self.slug}-narrow", title, description)
        return Drawings(wide, narrow)

    def thumb(self, rows: Sequence[Row], filters: Filters, width: int, prefix: str = "thumb-", linked: bool = True) -> str:
        """A small drawing for a gallery or a home page; `width` in pixels; `linked` marks lead to the pages behind them."""
        figure = self.figure(rows, filters, width, narrow=width <= NARROW)
        return drawing.for_page(figure, f"{prefix}{self.slug}", self.question(filters), self.brief(rows, filters), linked)

    def picture(self, rows: Sequence[Row], filters: Filters, now: Stamp, address: str, width: int = PICTURE, ratio: float | None = None) -> Figure:
        """The figure as it leaves the site, with all its words; `address` is short and absolute, `width` without the white edges;
        `ratio` is width over height, None for the height that the contents need."""
        frame = Frame(
            title=self.question(filters),
            subtitle=self.subtitle(filters, now),
            source=self.source_line(filters, now, address),
            under=[words for words in (self.left_out(rows, filters),) if words],
            items=self.key(rows, filters),
        )

        def draw(pixels: int) -> Figure:
            return self.figure(rows, filters, pixels, narrow=pixels < 500)

        return fitted(draw, frame, width + 2 * EDGE, ratio, not self.height_follows_width) if ratio else stamped(draw(width), frame)

    def source_line(self, filters: Filters, now: Stamp, address: str) -> str:
        """Who says so, in which state of the record, and where the same stands."""
        return f"Source: {SITE}, edition {now.edition}, {now.as_of}{''.join(f'; {source}' for source in self.sources(filters))} · {address}"

    def sources(self, filters: Filters) -> list[str]:
        """Who else is to be named as a source: whose rates and figures these filters use."""
        providers = rate_providers(filters)
        rates = [f"rates: {formats.listed(providers)}"] if providers else []
        per = self.labels(filters).per
        return [*rates, f"{DIVISORS[per]}: International Monetary Fund, World Economic Outlook"] if per in DIVISORS else rates


AnyChart = Chart[Any]
__all__ = ["NARROW", "PICTURE", "WIDE", "AnyChart", "Chart", "Drawings", "Part", "Stamp", "stamp"]
