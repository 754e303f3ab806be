"""How many dollars accepting a draft would add to what is counted, or take away: what the draft's page says of it. Reads no tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from initiatives.dates import parse
from initiatives.ingest.values import DraftValue, MoneyClaim, Proposal
from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.relations import aimed
from initiatives.ledger.values import DEFAULT_BASIS, DEFAULT_SCOPES, Entry, reaches

DOLLAR = "USD"
LARGEST_DOLLARS = Decimal(10) ** 18  # what is printed larger was misread, and would stand above everything
LARGEST_AMOUNT = Decimal(10) ** 17  # in any currency; the form takes none above it
SMALLEST_UNIT = Decimal("0.01")
NEW = Proposal(-1, "new", None, 0.0, "")
Gains = dict[str, tuple[Entry, Decimal]]  # key → the entry, and what the total keeps of it


def consequence(value: DraftValue, day: str, known: Sequence[Entry], rates: Rates) -> Decimal | None:
    """What the draft as proposed would add, in dollars at the ledger's rates; below 0 where it takes away, None where it names no sum that can
    be converted. `known` are the entries of the families that it joins; `day` is that of the sums that have none."""
    made = {entry.key: entry for entry in known}
    moved = [_gain(made, entry, rates) for entry in _entries(value, day) if _joins(made, entry)]
    told = [dollars for dollars in moved if dollars is not None]
    total = sum(told, Decimal(0))
    return total.quantize(SMALLEST_UNIT) if told and abs(total) <= LARGEST_DOLLARS else None


def partners(value: DraftValue) -> set[str]:
    """The keys of the entries of the record that the draft's sums are proposed to be related to."""
    return {proposal.related_to for proposal in value.proposals if proposal.related_to}


def _entries(value: DraftValue, day: str) -> Iterator[Entry]:
    """The sums that would be published, as the ledger would see them: those that hold others stand before them."""
    proposals = {proposal.money: proposal for proposal in value.proposals}
    kept = [index for index, claim in enumerate(value.understanding.money) if is_published(claim) and claim.amount < LARGEST_AMOUNT]
    for index in sorted(kept, key=lambda index: _depth(index, proposals)):
        yield _entry(value.understanding.money[index], index, proposals.get(index, NEW), day)


def is_published(claim: MoneyClaim) -> bool:
    """Whether the form keeps the sum: it is no context, and the text did not say it before."""
    return claim.role != "context" and claim.restates_in_text is None


def _depth(index: int, proposals: dict[int, Proposal]) -> int:
    depth, at = 0, proposals.get(index, NEW)
    while at.related_money is not None and depth < len(proposals):
        depth, at = depth + 1, proposals.get(at.related_money, NEW)
    return depth


def _entry(claim: MoneyClaim, index: int, proposal: Proposal, day: str) -> Entry:
    above = proposal.related_to or (None if proposal.related_money is None else _key(proposal.related_money))
    related = None if proposal.relation == "new" else above
    said_on = claim.announced_on or day
    return Entry(_key(index), claim.amount, claim.currency, said_on, claim.stage, proposal.relation, related, claim.scope, claim.origin, ())


def _key(index: int) -> str:
    return f"#{index}"  # no entry of the record has one without the name of its initiative


def _joins(made: dict[str, Entry], entry: Entry) -> bool:
    """Whether the ledger can take the entry: its day is one, and what it points at is there."""
    try:
        parse(entry.announced_on)
    except ValueError:
        return False
    return entry.related_to in made if entry.relation != "new" else True


def _gain(made: dict[str, Entry], entry: Entry, rates: Rates) -> Decimal | None:
    """What the entry adds to the default total, as if those before it were published; then it is one of them."""
    before = _kept(made.values(), rates)
    made[entry.key] = entry
    made[entry.key] = replace(entry, related_to=aimed(entry, made))
    return _difference(before, _kept(made.values(), rates), rates)


def _kept(entries: Iterable[Entry], rates: Rates) -> Gains:
    listed = list(entries)
    counted = count(listed, rates)
    return {entry.key: (entry, counted[entry.key].net) for entry in listed if entry.scope in DEFAULT_SCOPES and reaches(entry.stage, DEFAULT_BASIS)}


def _difference(before: Gains, after: Gains, rates: Rates) -> Decimal | None:
    total = Decimal(0)
    for key in sorted(before.keys() | after.keys()):
        entry = (after.get(key) or before[key])[0]
        gain = (after[key][1] if key in after else Decimal(0)) - (before[key][1] if key in before else Decimal(0))
        dollars = rates.convert(gain, entry.currency, DOLLAR, entry.announced_on) if gain else Decimal(0)
        if dollars is None:
            return None
        total += dollars
    return total
