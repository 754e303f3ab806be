"""Participants by country: where the organizations that take part are at home."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.charts import behind, parts
from dashboard.charts.chart import NARROW, THUMB, Chart
from dashboard.charts.native import Native, Pattern, Series
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import participant_bars
from dashboard.figures.key import KeyItem
from dashboard.figures.participant_bars import Home
from dashboard.figures.theme import Figure
from dashboard.filters import Filters
from dashboard.filters.fields import BY
from dashboard.queries.participants import HomeCount, participants_by_home
from initiatives import formats
from initiatives.vocabulary import ORGANIZATION_KINDS, PARTICIPATION_ROLES

# As the looks of the drawing, which stay apart in print.
NATIVE_LOOKS: tuple[tuple[str, Pattern | None], ...] = (
    ("ink-2", None), ("rule", None), ("ink-2", "lines"), ("land-edge", "dots"), ("paper", "crosses"), ("paper", None),
)  # fmt: skip
NATIVE_TOP = 14  # homes on a slide
UNKNOWN_HOME = "unknown"


class ParticipantsByCountry(Chart[HomeCount]):
    """Bars of organizations by home, stacked by kind or by role."""

    slug = "participants-by-country"
    name = "Participants by country"
    group = "people"
    switches = ("by",)
    divisions = ("kind", "role")

    def question(self, filters: Filters) -> str:
        """`Where do those taking part come from?`"""
        return "Where do those taking part come from?"

    def counting(self, filters: Filters) -> list[str]:
        """People and organizations are counted, not money."""
        return [f"Named organizations, each counted once for its home country, {BY[self.division(filters)]}"]

    def sources(self, filters: Filters) -> list[str]:
        """No rates are in it."""
        return []

    def rows(self, filters: Filters) -> Sequence[HomeCount]:
        """One row a home country, the unknown last."""
        return participants_by_home(filters)

    def figure(self, rows: Sequence[HomeCount], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The bars."""
        return self._drawn(rows, filters, width, narrow, 8 if THUMB > width > NARROW else participant_bars.TOP)

    def on_slide(self, rows: Sequence[HomeCount], filters: Filters, width: int) -> Figure:
        """As many bars as an office program draws."""
        return self._drawn(rows, filters, width, False, NATIVE_TOP)

    def _drawn(self, rows: Sequence[HomeCount], filters: Filters, width: int, narrow: bool, top: int) -> Figure:
        homes = _homes(rows, filters)
        groups = participant_bars.groups_of(homes)
        return participant_bars.figure(homes, groups, width, narrow, top, behind.participants(filters, *_division(filters), groups))

    def answer(self, rows: Sequence[HomeCount], filters: Filters) -> Sentence:
        """How many homes, who leads, how many are unknown."""
        known = [row for row in rows if row.country]
        if not known:
            return (Part("No organization of known home takes part under these filters."),)
        first, total = known[0], sum(row.participants for row in rows)
        whole = formats.counted(total, "organization takes part", "organizations take part")
        homes = formats.counted(len(known), "country", "countries")
        share = f"; {parts.share(Decimal(first.participants), Decimal(total))} of them from "
        name = parts.in_sentence(first.country or "", first.country_name)
        leads = Part(f"{name} ({formats.count(first.participants)})", behind.participation(filters, first.country or ""))
        unknown = sum(row.participants for row in rows if not row.country)
        tail = f". Of {formats.count(unknown)} no home is published." if unknown else "."
        if first.participants == total:
            return (Part(f"{whole}, {'all' if total > 1 else 'and it is'} from "), replace(leads, text=name), Part("."))
        return (Part(f"{whole}, from {homes}{share}"), leads, Part(tail))

    def spoken(self, rows: Sequence[HomeCount], filters: Filters) -> str:
        """Every home with its groups."""
        return " ".join(f"{home.name}: {home.total} ({_groups(home)})." for home in _homes(rows, filters))

    def key(self, rows: Sequence[HomeCount], filters: Filters) -> list[KeyItem]:
        """The kinds or roles that are drawn."""
        groups = participant_bars.groups_of(_homes(rows, filters))
        field, codes = _division(filters)
        return [
            KeyItem(group, look, (field, codes[group]) if group in codes else None)
            for group, look in zip(groups, participant_bars.LOOKS, strict=False)
        ]

    def under(self, rows: Sequence[HomeCount], filters: Filters) -> Sentence:
        """The homes that have no bar."""
        rest = [row for row in rows if row.country][participant_bars.TOP :]
        return parts.joined([*([_rest(rest)] if rest else []), *self.undivided(filters)])

    def native(self, rows: Sequence[HomeCount], filters: Filters) -> Native | None:
        """Stacked bars by kind or role, the unknown homes last."""
        homes = _homes(rows, filters)
        groups = participant_bars.groups_of(homes)
        shown = [participant_bars.within(home, groups) for home in participant_bars.gathered(homes, NATIVE_TOP)]
        series = tuple(
            Series(group, tuple(Decimal(home.counts.get(group, 0)) for home in shown), token, pattern)
            for group, (token, pattern) in zip(groups, NATIVE_LOOKS, strict=False)
        )
        rest = sum(home.known for home in homes) - NATIVE_TOP
        totals = tuple(formats.count(home.total) for home in shown)
        gathered = f"and {formats.counted(rest, 'other home', 'other homes')}, in the table" if rest > 0 else ""
        return Native("bars", tuple(home.name for home in shown), series, "organizations", totals, gathered=gathered) if shown else None

    def notes(self, rows: Sequence[HomeCount], filters: Filters) -> list[str]:
        """What counts as one."""
        drawn = "stands in both parts of its bar; the figure behind the bar counts it once" if filters.by == "role" else "is drawn once"
        return [
            "Only named organizations are counted, each once however many initiatives it takes part in.",
            f"An organization with two roles {drawn}. In the table and the files a row is one home, kind and role, so that it stands there twice: "
            "rows cannot be added up to organizations.",
        ]


def _division(filters: Filters) -> tuple[str, dict[str, str]]:
    """The parameter that leaves one part of the bars, and its values by their words."""
    field, words = ("role", PARTICIPATION_ROLES) if filters.by == "role" else ("type", ORGANIZATION_KINDS)
    return field, {said: code for code, said in words.items()}


def _homes(rows: Sequence[HomeCount], filters: Filters) -> list[Home]:
    by_role = filters.by == "role"
    words = PARTICIPATION_ROLES if by_role else ORGANIZATION_KINDS
    return [
        Home(
            row.country_name,
            row.participants,
            {formats.in_words(group, words): number for group, number in (row.by_role if by_role else row.by_kind).items()},
            row.country is not None,
            row.country or UNKNOWN_HOME,
        )
        for row in rows
    ]


def _rest(rest: Sequence[HomeCount]) -> Sentence:
    homes = "one more country is" if len(rest) == 1 else f"{formats.count(len(rest))} more countries are"
    together = formats.counted(sum(row.participants for row in rest), "organization")
    return (Part(f"Beyond the first {participant_bars.TOP}, {homes} home to {together}; the table has them all"),)


def _groups(home: Home) -> str:
    return ", ".join(f"{group} {number}" for group, number in sorted(home.counts.items(), key=lambda item: -item[1]))
