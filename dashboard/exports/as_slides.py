"""One chart as a deck of its own: the chart, its figures, its method and sources; knows no request and no slide's layout.

`add_chart` and `chart_words` serve other decks that show a chart among others.
"""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, Final

from dashboard.charts import AnyChart, Stamp, parts, stamp
from dashboard.charts.chart import SITE, Chart
from dashboard.charts.native import Native
from dashboard.exports import figure_grid
from dashboard.exports.looks import BARE, Look
from dashboard.exports.slides import Deck, DrawnChart, Grid, Note, Picture, SlideWords, fitting
from dashboard.exports.slides.boxes import CONTENT, CONTENT_WIDTH, SOURCE
from dashboard.exports.slides.values import SMALLEST
from dashboard.exports.table import Table
from dashboard.exports.tables import chart_table
from dashboard.filters import Filters
from initiatives import formats

ON_A_SLIDE: Final = Look(BARE, 3)  # how a chart is cut that only a picture can show
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
YEARLY: Final = " (yearly averages)"  # said on the slide of the method, for which a source line has no room
LONGEST_READING: Final = 560  # characters
LONGEST_ALT: Final = 4000  # characters
ROWS_BESIDE: Final = 14  # of a table beside a chart
TITLE_SIZE, SMALLEST_TITLE, TITLE_LINES = 26, 20, 2  # points, points, lines
NARROW_TABLE: Final = 3  # columns, at most, of a table that reads down several columns
NAMED: Final = 3  # rows in the title of the figures
FOLDS_AT_MOST: Final = 4
# Written out on the slide of the method.
INITIALS: Final = {
    "European Central Bank": "ECB",
    "International Monetary Fund": "IMF",
    "World Economic Outlook": "WEO",
}
UNSEEN: Final = "Money that nobody has published, and what no article in the record says. What is missing is unknown, not zero."
COUNTED_ONCE: Final = "Every sum counts once, at the rate of its day, with its source and the reason why it counts as it does"
EACH_SOURCED: Final = "Every figure rests on entries of the record, each with the article that it comes from"


def make(chart: AnyChart, filters: Filters, address: str, png: bytes | None = None) -> bytes:
    """The deck as a file. `address` is the short address of the chart; `png` its picture, where it has no native form."""
    rows, now = chart.rows(filters), stamp(filters)
    table = chart_table(chart.slug, filters)
    deck = Deck(chart.question(filters), table.heading.made)
    add_chart(deck, chart, rows, filters, address, png)
    add_figures(deck, chart, rows, filters, address)
    deck.words(method_words(chart, rows, filters, address), method(chart, rows, filters, now, table, address))
    target = BytesIO()
    deck.write(target)
    return target.getvalue()


def is_native(chart: AnyChart) -> bool:
    """Whether an office program can draw the chart itself; of any other it shows a picture."""
    return type(chart).native is not Chart.native


def add_chart(deck: Deck, chart: AnyChart, rows: Sequence[Any], filters: Filters, address: str, png: bytes | None = None) -> int:
    """A slide with the chart, native or as a picture beside its figures; in words where there is neither. Answers with its number."""
    words, native = chart_words(chart, rows, filters, address), chart.native(rows, filters)
    if native is not None:
        return deck.chart(words, drawn(chart, native, rows, filters, address), *_beside(chart, native, rows, filters))
    grid = figure_grid.beside(chart_table(chart.slug, filters))
    if png is None or not grid.rows:
        return deck.words(words, [("Answer", chart.brief(rows, filters)), *((note.head, note.text) for note in notes(chart, rows, filters, None))])
    picture = Picture(chart.name, png, alt(chart, rows, filters))
    return deck.picture(words, picture, grid, " ".join(("Picture; its figures are in the table.", chart.left_out(rows, filters))))


def add_figures(deck: Deck, chart: AnyChart, rows: Sequence[Any], filters: Filters, address: str) -> int:
    """A slide with the figures as a table; what has no room there is counted in its last line."""
    table = chart_table(chart.slug, filters)
    grid = figure_grid.whole(table)
    native = chart.native(rows, filters)
    if native is not None and figure_grid.repeats(grid):
        grid = figure_grid.of_native(native, chart.name, figure_grid.head_of(table.names))
    words = chart_words(chart, rows, filters, address)
    notes_of_slide = "Figures are rounded here and whole in the workbook, which has every row."
    return deck.table(SlideWords(figures_title(grid), words.basis, words.source, notes_of_slide), folded(grid))


def figures_title(grid: Grid) -> str:
    """`The figures behind it: United States, Joint efforts, Japan and 84 others`."""
    names = figure_grid.rows_named(grid)
    if grid.head[:1] == (figure_grid.HEADS["label"],):
        names = [*names[:1], *(f"{name[:1].lower()}{name[1:]}" for name in names[1:])]
    titles = [_title_naming(names, number, grid.beyond) for number in range(min(NAMED, len(names)), 0, -1)]
    fitting_title = (title for title in titles if fitting.lines(title, CONTENT_WIDTH, TITLE_SIZE) <= TITLE_LINES)
    return next(fitting_title, "The figures behind it" if names else "There are no figures under these filters")


def _title_naming(names: Sequence[str], number: int, beyond: int) -> str:
    more = len(names) - number + beyond
    comma = "; " if any("," in name for name in names[:number]) else ", "
    said = formats.listed(names) if more <= 0 else f"{comma.join(names[:number])} and {formats.count(more)} other{'' if more == 1 else 's'}"
    return f"The figures behind it: {said}"


def chart_words(chart: AnyChart, rows: Sequence[Any], filters: Filters, address: str) -> SlideWords:
    """The words around a chart: its answer as the takeaway, how it is counted, whose figures, and the method for whoever speaks."""
    now = stamp(filters)
    method_of_slide = " ".join(part for part in (chart.brief(rows, filters), *chart.notes(rows, filters), chart.left_out(rows, filters)) if part)
    return SlideWords(takeaway(chart, rows, filters)[0], basis(chart, filters, now), source(chart, filters, now, address), method_of_slide)


def takeaway(chart: AnyChart, rows: Sequence[Any], filters: Filters) -> tuple[str, str]:
    """The first sentences of the answer that stand in a title, and the rest; a single sentence loses its full stop."""
    brief = chart.brief(rows, filters)
    first, rest = fitting.sentences(brief, CONTENT_WIDTH, TITLE_SIZE)
    if fitting.lines(first, CONTENT_WIDTH, SMALLEST_TITLE) > TITLE_LINES:
        return fitting.clauses(first, CONTENT_WIDTH, SMALLEST_TITLE, TITLE_LINES), brief
    return first.removesuffix("."), rest


def basis(chart: AnyChart, filters: Filters, now: Stamp) -> str:
    """How it is counted, in one line of a slide."""
    words = chart.subtitle(filters, now).removeprefix("Counted once, ")
    shorter = words.replace(
        "at the rate of each announcement day, current prices, not adjusted for inflation", "at the rate of each day, current prices"
    )
    return parts.opening(shorter)


def source(chart: AnyChart, filters: Filters, now: Stamp, address: str) -> str:
    """Who says so, in which edition, and where the same stands; names that are long give way to their initials where there is no room."""
    others = "".join(f"; {one}" for one in chart.sources(filters)).replace(YEARLY, "")
    words = f"Source: {SITE}, edition {now.edition}, {now.as_of}{others} · {address}"
    if fitting.has_whole_source(words, SOURCE.width, SMALLEST):
        return words
    for name, initials in INITIALS.items():
        others = others.replace(name, initials)
    return f"Source: {SITE}, edition {now.edition}, {now.as_of}{others} · {address}"


def drawn(chart: AnyChart, native: Native, rows: Sequence[Any], filters: Filters, address: str) -> DrawnChart:
    """The native chart with its figures as words and what its sheet says of itself."""
    now = stamp(filters)
    about = (
        ("Question", chart.question(filters)),
        ("Basis", chart.subtitle(filters, now)),
        ("Unit", native.unit),
        ("Edition", f"{now.edition}, {now.as_of}"),
        ("Source", source(chart, filters, now, address)),
    )
    return DrawnChart(chart.name, native, alt(chart, rows, filters), about)


def alt(chart: AnyChart, rows: Sequence[Any], filters: Filters) -> str:
    """The chart for who cannot see it: question, answer, figures."""
    return chart.summary(rows, filters)[:LONGEST_ALT]


def notes(chart: AnyChart, rows: Sequence[Any], filters: Filters, native: Native | None) -> tuple[Note, ...]:
    """What stands beside a chart: the whole answer where the title has a part of it, what is not drawn, how to read it; whole sentences all."""
    _, rest = takeaway(chart, rows, filters)
    left_out = [native.gathered.removeprefix("and ") if native else "", *chart.left_out(rows, filters).split(" · ")]
    under = " ".join(_sentence(part) for part in left_out if part)
    reading = [Note("" if place else "Reading it", words) for place, words in enumerate(chart.notes(rows, filters)[:3])]
    found = [Note("In full", chart.brief(rows, filters) if rest else ""), Note("Not drawn", under)]
    return tuple(note for note in (*found, *reading) if note.text)


def _sentence(words: str) -> str:
    return f"{parts.opening(words).rstrip('.')}."


def method_words(chart: AnyChart, rows: Sequence[Any], filters: Filters, address: str) -> SlideWords:
    """The words around the method."""
    words = chart_words(chart, rows, filters, address)
    title = COUNTED_ONCE if chart.group == "money" else EACH_SOURCED
    return SlideWords(title, words.basis, words.source, "How the figures are made. The rules in full are on the page about the method.")


def method(chart: AnyChart, rows: Sequence[Any], filters: Filters, now: Stamp, table: Table, address: str) -> list[tuple[str, str]]:
    """Question, filter, how to read it, sources, what is not seen, how to cite: each in words."""
    heading = table.heading
    sources = ("Articles that the record cites; each entry names its own", *heading.sources)
    return [
        ("Asked", chart.question(filters)),
        ("Counted", f"{'. '.join(chart.counting(filters))}."),
        ("Filter", heading.filter_words),
        ("How to read it", reading(chart.notes(rows, filters))),
        ("Sources", "; ".join(sources) + "."),
        ("Not seen", UNSEEN),
        ("Every row", "At the address below, under the same filters, as a workbook, CSV or JSON."),
        ("Cite", f"{SITE}, “{chart.question(filters)}”, edition {now.edition}, {now.as_of}. {address}"),
    ]


def reading(paragraphs: Sequence[str]) -> str:
    """How to read a chart, as many paragraphs as the slide of the method has room for; the speaker's notes of the chart have all."""
    kept = [words for place, words in enumerate(paragraphs) if place == 0 or len(" ".join(paragraphs[: place + 1])) <= LONGEST_READING]
    return " ".join(kept) or "Each mark is the figure beside it."


def folded(grid: Grid) -> Grid:
    """A narrow table beside itself, where it would else be cut."""
    across = sum(fitting.natural_widths(grid))
    deep = int((CONTENT.height - 0.3) / fitting.row_height(grid, ("x",) * len(grid.head), [3.0] * len(grid.head)))
    if len(grid.head) > NARROW_TABLE or len(grid.rows) <= deep:
        return grid
    columns = min(FOLDS_AT_MOST, int(CONTENT_WIDTH / (across + 0.2)), -(-len(grid.rows) // deep))
    if columns < 2:
        return grid
    without_total = replace(grid, rows=grid.rows[:-1], last_is_total=False) if grid.last_is_total else grid
    return fitting.folded(without_total, columns, columns * (deep - 1))


def _beside(chart: AnyChart, native: Native, rows: Sequence[Any], filters: Filters) -> tuple[Grid | tuple[Note, ...], str]:
    """Of few columns their figures as a table and a note; else notes."""
    said = notes(chart, rows, filters, native)
    if native.kind == "bars" or len(native.categories) > ROWS_BESIDE:
        return said, ""
    return figure_grid.beside(chart_table(chart.slug, filters)), next((note.text for note in said), "")
