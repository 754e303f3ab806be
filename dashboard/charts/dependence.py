"""Dependence: how much of a national effort is carried by organizations from abroad."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dashboard.charts import as_bars, behind, parts
from dashboard.charts.chart import THUMB, WIDE, Chart
from dashboard.charts.native import Native
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import heat_map, text
from dashboard.figures.heat_map import Head, Square
from dashboard.figures.key import KeyItem
from dashboard.figures.theme import Figure, solid
from dashboard.filters import Filters
from dashboard.filters.fields import ABROAD, UNKNOWN_HOME
from dashboard.queries.dependence import ALL, HomeShare, dependence, is_abroad
from initiatives import formats

CELL_ROOM: Final = 36  # pixels of a column, at least
SLIDE_ROOM: Final = 350  # pixels of which the owners and homes of a slide are few enough
NAMES: Final = {True: 124, False: 190}  # pixels for the names of the homes, on a phone and on a page
MORE_HOMES: Final = {True: 3, False: 6}  # homes beyond those that own a column
MOST_COLUMNS: Final = 24
LEAST_TO_RANK: Final = 10  # participations of an owner, from which its share says something


class Dependence(Chart[HomeShare]):
    """A heat map of homes by owners, the sums from abroad on top."""

    slug = "dependence"
    name = "Dependence"
    group = "people"

    def question(self, filters: Filters) -> str:
        """`How much of a national effort comes from abroad?`"""
        return "How much of a national effort comes from abroad?"

    def counting(self, filters: Filters) -> list[str]:
        """Organizations are counted, not money."""
        return ["Named organizations, each once in an initiative; row: their home, column: the owner; percent of those whose home is known"]

    def sources(self, filters: Filters) -> list[str]:
        """No rates are in it."""
        return []

    def rows(self, filters: Filters) -> Sequence[HomeShare]:
        """One row a home and owner, first those over all initiatives."""
        return dependence(filters)

    def figure(self, rows: Sequence[HomeShare], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The heat map of the owners with most participants."""
        return self._drawn(rows, filters, width, width, narrow or width < THUMB)

    def on_slide(self, rows: Sequence[HomeShare], filters: Filters, width: int) -> Figure:
        """As few owners and homes as on a small drawing."""
        return self._drawn(rows, filters, width, min(width, SLIDE_ROOM), True)

    def _drawn(self, rows: Sequence[HomeShare], filters: Filters, width: int, room: int, small: bool) -> Figure:
        """As many owners and homes as `room` pixels hold, drawn at `width`."""
        columns, homes = _columns(rows, room, small), _homes(rows, room, small)
        heads = [Head("All from abroad", ""), *homes]
        return heat_map.figure(heads, columns, _squares(rows, columns, homes, filters), width, small)

    def answer(self, rows: Sequence[HomeShare], filters: Filters) -> Sentence:
        """The share from abroad, whose it mostly is, and which effort depends most."""
        everywhere = [row for row in rows if row.country == ALL and row.home]
        if not everywhere:
            return (Part("No organization of known home takes part under these filters."),)
        of, abroad = everywhere[0].of, sum(row.from_abroad for row in everywhere)
        whole = formats.counted(of, "participation", "participations")
        if not abroad:
            none = f"None of the {whole} of known home is from abroad." if of > 1 else "The only participation of known home is not from abroad."
            return (Part(none),)
        first = max(everywhere, key=lambda row: row.from_abroad)
        name = parts.in_sentence(first.home or "", first.home_name)
        return (
            Part(f"{parts.share(Decimal(abroad), Decimal(of))} of those taking part come from abroad, {formats.count(abroad)} of {whole}; "),
            Part(f"{formats.count(first.from_abroad)} of them from "),
            Part(name, behind.participation(filters, first.home or "")),
            Part("."),
            *_extremes(rows, filters),
        )

    def spoken(self, rows: Sequence[HomeShare], filters: Filters) -> str:
        """Every drawn owner with its share from abroad and the homes that hold most of it."""
        return " ".join(_told(rows, head) for head in _columns(rows, MOST_COLUMNS * CELL_ROOM + NAMES[False], False))

    def key(self, rows: Sequence[HomeShare], filters: Filters) -> list[KeyItem]:
        """The four greys, and the edge of those who are at home."""
        present = {heat_map.grey_of(row.percent) for row in rows if row.percent}
        classes = zip(heat_map.CLASSES, heat_map.CLASS_WORDS, strict=True)
        items = [KeyItem(words.replace(" %", f"{formats.NO_BREAK}%"), solid(token, "ink-2")) for (_, token), words in classes if token in present]
        return [*items, KeyItem("edged: at home, or in a member of the owner", solid("paper", "ink"))] if items else []

    def under(self, rows: Sequence[HomeShare], filters: Filters) -> Sentence:
        """The owners that have no column here, and the homes that nobody published."""
        owners = len(_owners(rows))
        rest: list[Sentence] = [(Part(f"Drawn are the owners with most participants; the table has all {formats.count(owners)}"),)]
        return parts.joined([*(rest if owners > _room(WIDE, False) else []), *_unknown(rows, filters)])

    def workbook_native(self, rows: Sequence[HomeShare], filters: Filters) -> Native | None:
        """The share from abroad of each owner as bars."""
        return as_bars.of_shares([(row.country_name, *_from_abroad(rows, row.country)) for row in _owners(rows)])

    def notes(self, rows: Sequence[HomeShare], filters: Filters) -> list[str]:
        """What is from abroad, and what is counted."""
        return [
            "From abroad is an organization whose home neither owns the initiative, alone or with others, nor is a member of a body that owns it: a "
            "French university in a programme of the European Union is at home, an institution of the Union in a French one is not.",
            "Each organization is counted once in an initiative, however many roles it has there, and again in the next one; the list behind a "
            "square names each organization once, with the number of initiatives in which it stands there. An initiative of several owners stands "
            "in the column of each.",
            "The home is the seat of the organization itself; a subsidiary counts where it is registered, whoever owns it. Those of unknown home are "
            "in the table and in no share. The unnamed (“major banks”) are not counted.",
        ]


def _owners(rows: Sequence[HomeShare]) -> list[HomeShare]:
    """One row of each owner, the owner with most participations of known home first."""
    return list({row.country: row for row in rows if row.country != ALL and row.of}.values())


def _room(width: int, small: bool) -> int:
    """How many columns a drawing has room for."""
    return min((width - NAMES[small]) // CELL_ROOM, MOST_COLUMNS)


def _columns(rows: Sequence[HomeShare], width: int, small: bool) -> list[Head]:
    return [Head(row.country_name, row.country) for row in _owners(rows)[: _room(width, small)]]


def _homes(rows: Sequence[HomeShare], width: int, small: bool) -> list[Head]:
    """The homes of the columns' owners in their order, then those from which most come to others."""
    columns = _columns(rows, width, small)
    codes = {column.code for column in columns}
    present = {row.home for row in rows if row.country in codes}
    abroad = sorted((row for row in rows if row.country == ALL and row.from_abroad and row.home in present - codes), key=lambda row: -row.from_abroad)
    others = [Head(row.home_name, row.home or "") for row in abroad[: MORE_HOMES[small]]]
    return [*(column for column in columns if column.code in present), *others]


def _squares(rows: Sequence[HomeShare], columns: Sequence[Head], homes: Sequence[Head], filters: Filters) -> list[Square]:
    across = {head.code: place for place, head in enumerate(columns)}
    down = {head.code: place for place, head in enumerate(homes, 1)}
    squares = [_sum(rows, head, place, filters) for place, head in enumerate(columns)]
    cells = [row for row in rows if row.country in across and row.home in down and row.percent]
    return squares + [_cell(row, down[row.home or ""], across[row.country], filters) for row in cells]


def _cell(row: HomeShare, down: int, across: int, filters: Filters) -> Square:
    whole = f"{formats.percent(row.percent)}, {formats.count(row.participations)} of {formats.count(row.of)}"
    words = f"{text.plain(row.home_name)} in {text.plain(row.country_name)}<br>{text.plain(whole)}"
    address = behind.participation(filters, row.home or "", row.country)
    own = not is_abroad(row.home or "", (row.country,))
    return Square(down, across, row.percent or Decimal(0), words, address, own)


def _sum(rows: Sequence[HomeShare], head: Head, across: int, filters: Filters) -> Square:
    of, abroad = _from_abroad(rows, head.code)
    words = f"From abroad in {text.plain(head.name)}<br>{text.plain(parts.share(Decimal(abroad), Decimal(of)))}, {formats.count(abroad)} of {of}"
    percent = Decimal(100 * abroad) / of if of else Decimal(0)
    return Square(0, across, percent, words, behind.participation(filters, ABROAD, head.code))


def _from_abroad(rows: Sequence[HomeShare], owner: str) -> tuple[int, int]:
    """The participations of known home in one owner's initiatives, and those of them from abroad."""
    own = [row for row in rows if row.country == owner]
    return (own[0].of if own else 0), sum(row.from_abroad for row in own)


def _extremes(rows: Sequence[HomeShare], filters: Filters) -> Sentence:
    """Who depends most and who least, among the owners of which there is enough to say so."""
    ranked = [(abroad / of, row) for row in _owners(rows) for of, abroad in (_from_abroad(rows, row.country),) if of >= LEAST_TO_RANK]
    if len(ranked) < 2:
        return ()
    most, least = max(ranked, key=lambda one: one[0]), min(ranked, key=lambda one: one[0])
    if most[0] == least[0]:
        return ()
    among = f" Of the {formats.in_letters(len(ranked))} owners with {formats.in_letters(LEAST_TO_RANK)} or more, most comes from abroad in "
    return (Part(among), *_named(*most, filters), Part(", least in "), *_named(*least, filters), Part("."))


def _named(share: float, row: HomeShare, filters: Filters) -> Sentence:
    name = parts.in_sentence(row.country, row.country_name)
    words = formats.percent(share * 100) if share else f"0{formats.NO_BREAK}%"
    return (Part(name, behind.participation(filters, ABROAD, row.country)), Part(f" ({words})"))


def _told(rows: Sequence[HomeShare], head: Head) -> str:
    of, abroad = _from_abroad(rows, head.code)
    homes = [row for row in rows if row.country == head.code and row.from_abroad][:3]
    among = formats.listed(f"{row.home_name} {formats.count(row.from_abroad)}" for row in homes)
    most = f", among them {among}" if homes else ""
    return f"{head.name}: {formats.count(abroad)} of {formats.count(of)} from abroad{most}."


def _unknown(rows: Sequence[HomeShare], filters: Filters) -> list[Sentence]:
    silent = [row for row in rows if not row.home]
    number = sum(row.participations for row in silent if row.country == ALL)
    if not number:
        return []
    owners = [row.country_name for row in silent if row.country != ALL]
    where = f" ({formats.listed(owners)})" if len(owners) <= 4 else ""
    words = formats.counted(number, "participation is", "participations are") + " of unknown home"
    return [(Part(words, behind.participation(filters, UNKNOWN_HOME)), Part(f"{where} and in no share"))]
