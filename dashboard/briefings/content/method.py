"""How things are counted and what the figures rest on: the slide of the method and that of the sources."""

from typing import Final

from dashboard.briefings.content.state import Made, State
from dashboard.briefings.values import Slide
from dashboard.charts import parts
from dashboard.charts.chart import SITE
from dashboard.exports.slides.values import Grid
from dashboard.filters.sentences import currency
from dashboard.queries.counted_entries import cited_publishers
from dashboard.queries.ledger import source_tiers
from dashboard.queries.providers import rate_providers
from dashboard.queries.record_counts import record_counts
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.vocabulary import SCOPES, TIERS

BASIS: Final = (
    "Headline: all that was said. Announced: decided or proposed by those who would pay. Budgeted: voted. Committed: contracted. Disbursed: paid out."
)
COUNTED: Final = (
    "Statements about public, private and mixed money, each in its own currency with source, day, stage and what it is to other statements. "
    "A sum said again, replaced, cancelled or inside a larger sum counts once."
)
UNSEEN: Final = "Money that nobody has published, and what no article in the record says. What is missing is unknown, not zero."
COUNTRY: Final = "The country the money goes to if named, else the owner. Several owners: counted once, under joint efforts."
PUBLISHERS: Final = 12


def method(state: State) -> Made:
    """Questions and answers; the same words stand on the last sheet of the workbook."""
    words = state.words(
        "Every sum counts once, at the rate of its day, with its source and the reason why it counts as it does", articles(state), about(state), ""
    )
    return Made(Slide("Method", "words", words, facts=answers(state)))


def answers(state: State) -> tuple[tuple[str, str], ...]:
    """What is counted, how, and how to cite it."""
    tiers = source_tiers(state.filters)
    named = ", ".join(f"{formats.count(number)} {TIERS[tier]}" for tier, number in tiers.by_tier.items() if number)
    sources = (
        f"{formats.counted(tiers.addresses, 'address', 'addresses')} behind {formats.counted(tiers.entries, 'counted entry', 'counted entries')}"
    )
    record = record_counts(state.filters.as_of)
    return (
        ("What is counted", COUNTED),
        ("Basis", BASIS),
        ("Scope", scope(state)),
        ("Currency", rates(state)),
        ("Country", COUNTRY),
        ("Sources", f"{sources}{f': {named}' if named else ''}. Each is in the workbook, sheet Ledger."),
        ("Not seen", f"{UNSEEN} The record has {formats.counted(record.countries, 'country', 'countries')}."),
        ("Cite", f"{SITE}, briefing “{state.selection.title}”, edition {state.edition}, {state.as_of}. {state.address('/')}"),
    )  # fmt: skip


def scope(state: State) -> str:
    """What is counted and what stands beside it."""
    found = totals(state.filters)
    beside = [f"{SCOPES[name]} {state.money(amount)}" for name, amount in found.beside_scope.items() if amount]
    counted = formats.listed(SCOPES[name] for name in state.filters.scope)
    return f"{parts.opening(counted)}: {state.money(found.total)}.{f' Beside it, not counted: {formats.listed(beside)}.' if beside else ''}"


def rates(state: State) -> str:
    """Whose rates, of which day."""
    providers = formats.listed(rate_providers(state.filters)) or "none needed"
    return (
        f"{parts.opening(currency(state.filters.currency))} at the rate of the announcement day or the last before it; of a month or year the mean. "
        f"Rates: {providers}. Current prices."
    )


def sources(state: State) -> Made:
    """Whom the counted entries cite most."""
    tiers, cited = source_tiers(state.filters), cited_publishers(state.filters, PUBLISHERS)
    rows = [(one.publisher, TIERS[one.tier], formats.count(one.entries), formats.day(one.newest)) for one in cited]
    rest = tiers.entries - sum(one.entries for one in cited)
    rows += [("Others, each named in the workbook", "", formats.count(rest), "")] if rest > 0 else []
    grid = Grid(
        "Sources", ("Publisher", "Best source", "Counted entries", "Newest"), tuple(rows), right=(False, False, True, True),
        widths=(5.2, 3.2, 1.6, 1.6), sizes=(14, 14, 14, 14), strong=(2,),
    )  # fmt: skip
    words = state.words(takeaway(state), articles(state), about(state), "The most cited publishers; every address is in the workbook, sheet Ledger.")
    if not rows:
        return Made(Slide("Sources", "words", words, facts=(("No source", "Nothing counts in this selection, so nothing is cited."),)))
    return Made(Slide("Sources", "table", words, grid))


def takeaway(state: State) -> str:
    """`48 of the 307 counted entries rest on official papers or filings, 78 on wires or papers of record`."""
    tiers = source_tiers(state.filters)
    if not tiers.entries:
        return "No entry counts in this selection, so no source is cited"
    official, wires = tiers.by_tier.get(1, 0), tiers.by_tier.get(2, 0)
    if tiers.entries == 1:
        best = "an official paper or filing" if official else "a wire or paper of record" if wires else "other press"
        return f"The only counted entry rests on {best}"
    number = f"{formats.count(official)} of the" if official else "None of the"
    counted = f"{formats.counted(tiers.entries, 'counted entry', 'counted entries')} {'rest' if official > 1 else 'rests'}"
    return f"{number} {counted} on official papers or filings, {formats.count(wires) if wires else 'none'} on wires or papers of record"


def articles(state: State) -> str:
    """`1,329 articles`."""
    return formats.counted(record_counts(state.filters.as_of).articles, "article")


def about(state: State) -> str:
    """The page that explains all this."""
    return state.address("/about/method/")
