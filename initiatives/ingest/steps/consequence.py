"""How many dollars accepting a draft would add, move or take away; must not know the ledger's rows."""

from decimal import Decimal

from initiatives.ingest.values import DraftValue, MoneyClaim, Proposal
from initiatives.ledger.rates import Rates

MOVES_MONEY = frozenset({"new", "replaces", "cancels"})  # a restatement and a part of what stands already move none
LARGEST_DOLLARS = Decimal(10) ** 18  # what is printed larger was misread, and would stand above everything
SMALLEST_UNIT = Decimal("0.01")


def consequence(value: DraftValue, day: str, rates: Rates) -> Decimal | None:
    """The draft's proposals in dollars; `day` converts the sums that have no day. None where it names no sum that can be converted."""
    moved = [_dollars(value.understanding.money[each.money], each, day, rates) for each in value.proposals]
    known = [dollars for dollars in moved if dollars is not None]
    total = sum(known, Decimal(0))
    return total.quantize(SMALLEST_UNIT) if known and total <= LARGEST_DOLLARS else None


def _dollars(claim: MoneyClaim, proposal: Proposal, day: str, rates: Rates) -> Decimal | None:
    if proposal.relation not in MOVES_MONEY:
        return Decimal(0)
    if claim.usd_quoted is not None and claim.currency != "USD":
        return claim.usd_quoted
    if claim.amount > LARGEST_DOLLARS * 10**6:
        return None
    return rates.convert(claim.amount, claim.currency, "USD", claim.announced_on or day)
