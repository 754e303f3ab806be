"""The first slide: what the briefing asks, what it counts, and the whole sum by origin."""

from typing import Final

from dashboard.briefings import bars
from dashboard.briefings.content.state import Made, State, whole
from dashboard.briefings.plan import has_long_note
from dashboard.briefings.values import Slide
from dashboard.charts import parts
from dashboard.charts.native import Native, Series
from dashboard.exports.slides.values import DrawnChart, Grid
from dashboard.filters.sentences import currency
from dashboard.queries.rows import Totals
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.vocabulary import SCOPES

ORIGINS: Final = {"public": "Public", "mixed": "Mixed: state and private in one figure", "private": "Private", "unknown": "Origin unknown"}
COUNTED: Final = {
    "headline": "everything that was said, pledges included, each sum once",
    "announced": "money that is announced or firmer, each sum once",
    "budgeted": "money that is voted into a budget or firmer, each sum once",
    "committed": "money that is committed or paid out, each sum once",
    "disbursed": "money that is paid out, each sum once",
}
NOTE_TITLE: Final = "A note from whoever made this briefing"
NOTE_HEAD: Final = "In their own words"
METHOD: Final = (
    "The bar is the whole counted total by who pays. Mixed means that a source gives one figure for state and private money; we never split it."
)


def opening(state: State) -> Made:
    """The title, the facts and the bar."""
    found = totals(state.filters)
    chart = split(state, found)
    words = state.words(
        state.selection.title, f"{formats.counted(found.counted_entries, 'counted entry', 'counted entries')}", state.address("/"), METHOD
    )
    svg = bars.stack(chart.native) if chart else ""
    return Made(Slide("First slide", "opening", words, chart=chart, facts=facts(state, found), svg=svg, alt=chart.alt if chart else ""))


def facts(state: State, found: Totals) -> tuple[tuple[str, str], ...]:
    """Who, what, in which currency, as of when, and the note of whoever made it."""
    filters = state.filters
    scopes = formats.listed(SCOPES[scope] for scope in filters.scope)
    beside = [SCOPES[scope] for scope, amount in found.beside_scope.items() if amount]
    day = f"{state.as_of.removeprefix('as of ')}, edition {state.edition}"
    return (
        ("Selection", filters.selection_in_words()),
        ("Counted", COUNTED[filters.basis]),
        (
            "For",
            f"{scopes}{' only' if len(filters.scope) == 1 else ''}{f'; {formats.listed(beside)} named beside it, not counted' if beside else ''}",
        ),
        ("Currency", f"{parts.opening(currency(filters.currency))} at the rate of the day of each announcement, current prices"),
        ("As of", f"{day}{f'; changes since edition {state.earlier.edition}' if state.earlier else ''}"),
        *((("Note", state.selection.note),) if state.selection.note and not has_long_note(state.selection) else ()),
    )


def note(state: State) -> Made:
    """The note of whoever made it, where the first slide has no room for it."""
    paragraphs = [line.strip() for line in state.selection.note.splitlines() if line.strip()]
    grid = Grid("Note", (NOTE_HEAD,), tuple((words,) for words in paragraphs), right=(False,), sizes=(18,))
    about_it = "These are the words of whoever made the briefing; the record does not say them."
    return Made(Slide("A note to the readers", "table", state.words(NOTE_TITLE, "", state.address("/"), about_it), grid))


def split(state: State, found: Totals) -> DrawnChart | None:
    """The counted total as one bar by origin; None where nothing counts."""
    amounts = {origin: getattr(found, origin) for origin in ORIGINS}
    shown = {origin: amount for origin, amount in amounts.items() if amount}
    if not shown or not found.total:
        return None
    patterns = {"mixed": "dots", "unknown": "lines"}
    series = tuple(
        Series(
            f"{ORIGINS[origin]}, {whole(amount, found.total)}", (amount,), token=origin,
            pattern=patterns.get(origin), labels=(state.money(amount),),  # type: ignore[arg-type]
        )
        for origin, amount in shown.items()
    )  # fmt: skip
    alt = f"{state.money(found.total)} in all: {formats.listed(f'{one.name} {one.labels[0]}' for one in series)}."
    native = Native("bars", ("Counted",), series, state.filters.currency)
    return DrawnChart("Counted by origin", native, alt, about(state, "Who pays the counted total?"))


def about(state: State, question: str) -> tuple[tuple[str, str], ...]:
    """The second sheet behind a chart."""
    return (("Question", question), ("Basis", state.basis()), ("Edition", str(state.edition)), ("Source", state.address("/")))
