"""Weighs how an announcement may stand to one entry of the ledger: the relation, how likely, and what speaks for and against it in words. Pure."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from initiatives.dates import in_words
from initiatives.formats import published
from initiatives.ingest.steps.match.amounts import LOOSE_HEDGES
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import CONTAINED_IN, STAGES
from initiatives.review.announcing.candidates import Known
from initiatives.review.announcing.compared import Likeness, Money
from initiatives.review.announcing.signs import SIGNS, days_between

EXACT, HEDGED, CONVERTED = Decimal("0.006"), Decimal("0.05"), Decimal("0.06")  # by how much figures of one sum may differ
CLOSE: Final = (Decimal("0.66"), Decimal("1.5"))
LEAST_RATIO, MOST_RATIO = Decimal("0.4"), Decimal("2.5")  # a newer figure for the same money seldom lies further from the older one
LEAST_SCORE: Final = 0.5  # from which a twin is proposed, and not only shown
SAID_AGAIN, NO_SUM = -0.12, -0.2
SAME_SUM, BY_RATE, LIKE_SUM, NEWER, FAR_FIGURE, WITHIN, FIRST_FIGURE = 0.4, 0.32, 0.25, 0.2, 0.05, 0.15, 0.3


def likeliest(said: Money, entries: Iterable[Known], rates: Rates, most: int) -> list[Likeness]:
    """The entries that are most likely meant, the best first; one line for each statement, and not two ways of saying it."""
    by_key = {entry.key: entry for entry in entries}
    found = [likeness for entry in by_key.values() if (likeness := like(said, entry, by_key, rates))]
    best: dict[tuple[str, bool], Likeness] = {}
    for each in sorted(found, key=lambda each: (-each.score, each.known.key)):
        best.setdefault((statement(each.known, by_key), each.known.relation == "restates"), each)
    same = {statement(each.known, by_key) for each in best.values() if each.relation == "restates" and each.known.relation != "restates"}
    shown = [each for (stated, again), each in best.items() if not (again and stated in same)]
    return doubled(sorted(shown, key=lambda each: (-each.score, each.known.key))[:most])


def doubled(shown: list[Likeness]) -> list[Likeness]:
    """Against a tranche speaks that an older figure for it, shown too, would then stand beside it."""
    older = {each.known.related_to: each.known for each in shown if each.relation == "replaces" and each.known.related_to}
    for each in shown:
        if each.relation in CONTAINED_IN and each.known.key in older:
            known = older[each.known.key]
            each.reasons_against.append(f"then {published(known.amount, known.currency)} ({in_words(known.announced_on)}) would stand beside it")
    return shown


def statement(entry: Known, by_key: dict[str, Known]) -> str:
    """The key of what a restatement says again; its own key for any other."""
    seen: set[str] = set()
    while entry.relation == "restates" and entry.related_to and entry.related_to in by_key and entry.key not in seen:
        seen.add(entry.key)
        entry = by_key[entry.related_to]
    return entry.related_to or entry.key if entry.relation == "restates" else entry.key


def like(said: Money, entry: Known, by_key: dict[str, Known], rates: Rates) -> Likeness | None:
    """How the announcement may stand to this entry; None where nothing about the sums suggests it."""
    if entry.relation == "cancels":
        return None
    found = by_amount(said, entry, rates) or as_read(said, entry)
    if found is None or not (entry.live or entry.relation == "restates" or found.relation == "restates"):
        return None
    for sign in SIGNS:
        sign(said, entry, found)
    if entry.relation == "restates" and found.relation not in ("restates", "tranche-of"):
        return None
    if entry.relation == "restates":
        found.relation = "restates"
        found.weigh(SAID_AGAIN, "")
        found.reasons_against.insert(0, "it says again what another entry says")
    return found


def as_read(said: Money, entry: Known) -> Likeness | None:
    """The entry that the source's words point at, although the sums alone would not suggest it: one that is raised far, or cut to a softer sum."""
    relation, _, key = said.proposed.partition(" ")
    return Likeness(entry, relation, NEWER) if relation and key == entry.key else None


def by_amount(said: Money, entry: Known, rates: Rates) -> Likeness | None:
    """What the two sums suggest: the same money, a newer figure, a part, or the first figure for what was undisclosed."""
    if entry.amount is None:
        first = said.amount is not None and said.slug == entry.slug
        return Likeness(entry, "replaces", FIRST_FIGURE, ["the first figure for a sum that was undisclosed"]) if first else None
    amount, converted = in_its_currency(said, entry, rates)
    if amount is None:
        unnamed = said.slug == entry.slug and said.amount is None
        return Likeness(entry, "restates", NO_SUM, [], ["no sum is named here"]) if unnamed else None
    if is_same(said, entry, amount, converted):
        return same_sum(said, entry, amount, converted)
    if is_newer(said, entry, amount):
        is_close = CLOSE[0] <= amount / entry.amount <= CLOSE[1]
        words = "a newer figure" + (", and a firmer one" if firmness(said.stage) > firmness(entry.stage) else "")
        return Likeness(entry, "replaces", NEWER if is_close else FAR_FIGURE, [words])
    if amount < entry.amount:
        relation = "tranche-of" if firmness(said.stage) > max(firmness(entry.stage), 1) else "part-of"
        return Likeness(entry, relation, WITHIN, [f"smaller than its {published(entry.amount, entry.currency)}"])
    return None


def same_sum(said: Money, entry: Known, amount: Decimal, converted: bool) -> Likeness:
    """The same money said again; where it is firmer now, a tranche."""
    weight = BY_RATE if converted else SAME_SUM if near(amount, entry.amount, EXACT) else LIKE_SUM
    words = f"the same sum, {published(entry.amount, entry.currency)}" + (", at the rate of the day" if converted else "")
    is_firmer = firmness(said.stage) > max(firmness(entry.stage), 1)
    found = Likeness(entry, "tranche-of" if is_firmer else "restates", weight, [words])
    if is_firmer:
        found.reasons_against.append(f"{said.stage}, firmer than {entry.stage}, so it is no restatement")
    return found


def in_its_currency(said: Money, entry: Known, rates: Rates) -> tuple[Decimal | None, bool]:
    """The announced sum in the entry's currency, and whether it was converted."""
    if said.amount is None or said.currency == entry.currency:
        return said.amount, False
    return (rates.convert(said.amount, said.currency, entry.currency, said.announced_on) if said.announced_on else None), True


def is_same(said: Money, entry: Known, amount: Decimal, converted: bool) -> bool:
    """Whether the two figures may be one."""
    hedged = HEDGED if {said.hedge, entry.hedge} & LOOSE_HEDGES else EXACT
    return near(amount, entry.amount, CONVERTED if converted else hedged)


def is_newer(said: Money, entry: Known, amount: Decimal) -> bool:
    """Whether it may be a newer figure: of the same years and purse, near enough, as firm, and not earlier; a smaller one only of a later day."""
    if entry.amount is None or not LEAST_RATIO <= amount / entry.amount <= MOST_RATIO or firmness(said.stage) < firmness(entry.stage):
        return False
    least_days = 1 if amount < entry.amount else 0
    same_years = said.period == entry.period if said.period and entry.period else said.slug == entry.slug
    same_purse = bool(said.payers & entry.payers) if said.payers and entry.payers else said.slug == entry.slug
    return same_years and same_purse and said.origin in (entry.origin, "unknown") and days_between(said, entry) >= least_days


def near(one: Decimal, other: Decimal | None, tolerance: Decimal) -> bool:
    """Whether two figures differ by no more than a share of the larger."""
    return other is not None and abs(one - other) <= tolerance * max(one, other)


def firmness(stage: str) -> int:
    """The place of a stage from soft to firm; the softest for a word that is none."""
    return STAGES.index(stage) if stage in STAGES else 0
