"""What changed since the last edition of this briefing: each basis then and now, the countries that moved, because of which entries."""

from decimal import Decimal
from typing import Final

from dashboard.briefings import bars
from dashboard.briefings.content.opening import about
from dashboard.briefings.content.state import Made, State
from dashboard.briefings.movement import MovedEntry, Movement, SilentCame, between, figures
from dashboard.briefings.values import Slide
from dashboard.charts import parts
from dashboard.charts.native import Native, Series
from dashboard.exports.slides.values import DrawnChart, Grid, Note
from dashboard.queries.comments import comment_sums
from dashboard.queries.counted_entries import counted_entries, silent_entries
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.names.countries import name_of
from initiatives.vocabulary import BASES, JOINT

MOST_ENTRIES: Final = 20_000  # kept for the next making
MOST_SILENT: Final = 5_000  # of those that add nothing, the newest
COUNTRIES: Final = 8
ENTRIES: Final = 8
SILENT_BESIDE: Final = 3  # beside a chart; the table of a quiet edition has all
METHOD: Final = (
    "The figures of the last making are kept with it. An entry that counts now was added, or became firm enough; one that counts no more was "
    "replaced, cancelled or found inside a larger sum; one of which only the rate moved has the same amount in its own currency."
)


def figures_of(state: State) -> dict[str, object]:
    """What this making keeps for the next; five statements."""
    filters = state.filters
    found = totals(filters), funding_by_country(filters), counted_entries(filters, MOST_ENTRIES), comment_sums(filters).comments
    silent = silent_entries(filters, MOST_SILENT)
    kept: dict[str, object] = figures(state.selection.query, filters.basis, filters.currency, *found, silent)
    return kept


def changes(state: State) -> Made:
    """Bars of the countries that moved beside the entries that moved them."""
    if state.earlier is None:
        raise LookupError("A briefing that was not made before has no slide of changes.")
    moved = between(state.earlier.figures, state.figures or figures_of(state))
    address = state.address("/ledger/", sort="-announced")
    basis = state.basis(state.basis_words(), editions_in_words(state.earlier.edition, state.edition))
    words = state.words(takeaway(state, moved), "the figures kept with both makings", address, METHOD, basis)
    if moved.comparable:
        return Made(
            Slide("What changed", "words", words, facts=(("Not compared", moved.comparable), ("Comments", comments_in_words(moved.comments))))
        )
    if not moved.countries:
        return Made(Slide("What changed", "table", words, quiet(state, moved)))
    chart = drawn(state, moved)
    return Made(
        Slide(
            "What changed", "chart", words, entries(state, moved), chart=chart, svg=bars.lying(chart.native), alt=chart.alt, notes=notes(state, moved)
        )
    )


def editions_in_words(before: int, now: int) -> str:
    """`edition 3 to 4`; `edition 3 both times`."""
    return f"edition {before} both times" if before == now else f"edition {before} to {now}"


def since_words(state: State) -> str:
    """`Since edition 11`."""
    before = state.earlier.edition if state.earlier else 0
    return "Since the last making" if before == state.edition else f"Since edition {before}"


def takeaway(state: State, moved: Movement) -> str:
    """`Since edition 11 the total grew from $278 bn to $314 bn; 82 % of the rise is one programme of the United States`."""
    since = since_words(state)
    if moved.comparable:
        return f"{since} the question changed, not only the record"
    chosen = next(one for one in moved.bases if one.key == state.filters.basis)
    if not chosen.change:
        return f"{since} the total has not moved: {state.money(chosen.now)}" + also(moved)
    verb = "grew" if chosen.change > 0 else "fell"
    first = moved.entries[0] if moved.entries else None
    same_way = first is not None and (first.change > 0) == (chosen.change > 0) and abs(first.change) <= abs(chosen.change)
    because = f"; {parts.share(first.change, chosen.change)} of that is {first.initiative}" if first and same_way else ""
    return f"{since} the total {verb} from {state.money(chosen.before)} to {state.money(chosen.now)}{because}"


def also(moved: Movement) -> str:
    """`; single entries have, and 2 entries came that add nothing at this basis`."""
    came = formats.counted(len(moved.silent), "entry", "entries")
    words = ["single entries have"] * bool(moved.entries)
    words += [f"{came} came that {'adds' if len(moved.silent) == 1 else 'add'} nothing at this basis"] * bool(moved.silent)
    return f"; {formats.listed(words)}" if words else ""


def drawn(state: State, moved: Movement) -> DrawnChart:
    """One bar for each country that moved most."""
    shown = moved.countries[:COUNTRIES]
    amounts = tuple(one.change for one in shown)
    labels = tuple(signed(state, one.change) for one in shown)
    gathered = len(moved.countries) - len(shown)
    names = tuple(one.name for one in shown)
    series = (Series("Change", amounts, token="sum-4"),)
    native = Native(
        "bars", names, series, state.filters.currency, totals=labels, gathered=f"and {gathered} others, in the workbook" if gathered else ""
    )
    spoken = ", ".join(f"{name} {label}" for name, label in zip(names, labels, strict=True))
    return DrawnChart("Changes by country", native, f"Changes by country: {spoken}.", about(state, "Which countries moved?"))


def entries(state: State, moved: Movement) -> Grid:
    """The entries that moved most, and all of them together."""
    shown = moved.entries[:ENTRIES]
    rows = [_entry(state, one) for one in shown]
    if len(moved.entries) > len(shown):
        rest = sum((one.change for one in moved.entries[ENTRIES:]), Decimal(0))
        rows.append((formats.counted(len(moved.entries) - len(shown), "other"), "", "", signed(state, rest)))
    rows += [(*_silent(one), "0") for one in moved.silent[:SILENT_BESIDE]]
    others = len(moved.silent) - SILENT_BESIDE
    rows += [(formats.counted(others, "other that came", "others that came"), "", "add nothing here", "0")] if others > 0 else []
    rows.append(("All changes", "", "", signed(state, moved.total)))
    head = ("Initiative", "Owner", "Why", "Adds")
    widths, sizes = (3.4, 1.1, 1.6, 1.2), (12, 12, 12, 12)
    return Grid(
        "Entries that moved", head, tuple(rows), right=(False, False, False, True), widths=widths, sizes=sizes, strong=(3,), last_is_total=True
    )


def quiet(state: State, moved: Movement) -> Grid:
    """Where no country moved: each basis then and now, and every entry that moved or came."""
    rows: list[tuple[str, ...]] = [
        (BASES[one.name], "", "sum counted", state.money(one.before), state.money(one.now), signed(state, one.change)) for one in moved.bases
    ]
    rows += [(*_entry(state, one)[:3], state.money(one.before), state.money(one.now), signed(state, one.change)) for one in moved.entries]
    rows += [(*_silent(one), "", published(one), "0") for one in moved.silent]
    before = state.earlier.edition if state.earlier else 0
    times = ("Then", "Now") if before == state.edition else (f"Edition {before}", f"Edition {state.edition}")
    head = ("What", "Owner", "Why", *times, "Change")
    return Grid(
        "Each basis and what came", head, tuple((parts.opening(row[0]), *row[1:]) for row in rows), right=(False,) * 3 + (True,) * 3,
        widths=(3.7, 1.6, 3.3, 1.3, 1.3, 1.1), sizes=(12,) * 6, strong=(5,),
    )  # fmt: skip


def notes(state: State, moved: Movement) -> tuple[Note, ...]:
    """Each basis then and now, what only moved by rate, and the comments."""
    steps = "; ".join(f"{one.name} {state.money(one.before)} to {state.money(one.now)}" for one in moved.bases)
    by_rate = moved.of("rate")
    rate = f"{signed(state, by_rate)} moved by the rate alone; no money was added or taken." if by_rate else "No sum moved by its rate alone."
    return (Note("Each basis", f"{steps}."), Note("Rates", rate), Note("Comments", comments_in_words(moved.comments)))


def comments_in_words(number: int) -> str:
    """`5 comments are new.`"""
    if number > 0:
        return f"{formats.counted(number, 'comment is', 'comments are')} new."
    return f"{formats.counted(-number, 'comment is', 'comments are')} gone." if number else "No comment is new."


def signed(state: State, amount: Decimal) -> str:
    """A change with its sign: `+$29.5 bn`; `0` for none."""
    words = formats.money(amount, state.filters.currency)
    return "0" if not amount else words if words.startswith(formats.MINUS) else f"+{words}"


def published(one: SilentCame) -> str:
    """What its source says, in its own currency."""
    return "undisclosed" if one.amount is None else formats.money(one.amount, one.currency)


def _silent(one: SilentCame) -> tuple[str, str, str]:
    return one.initiative, _owner(one.country), one.words


def _entry(state: State, one: MovedEntry) -> tuple[str, ...]:
    return one.initiative, _owner(one.country), one.words, signed(state, one.change)


def _owner(country: str) -> str:
    return "joint" if country == JOINT else name_of(country)
