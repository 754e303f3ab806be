"""What changes of nets come to: in a currency, and in dollars by country, initiative and stage. Pure; writes nothing."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from initiatives.ledger.adding import Change
from initiatives.ledger.count import country_of
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import DEFAULT_BASIS, DEFAULT_SCOPES, Entry, reaches

DOLLAR = "USD"
NOTHING = Decimal(0)

Nets = Mapping[str, tuple[Decimal, Decimal]]  # key → net before and after, in the entry's currency
At = tuple[str, str, str]  # country, initiative (empty: another one), stage


def gain_in(nets: Nets, entries: Mapping[str, Entry], currency: str, rates: Rates, basis: str = DEFAULT_BASIS) -> Decimal | None:
    """What the total of a basis gains in a currency, each entry's gain at its own day's rate; None where something cannot be converted."""
    total = NOTHING
    for key in sorted(nets):
        entry, (before, after) = entries[key], nets[key]
        if entry.scope in DEFAULT_SCOPES and reaches(entry.stage, basis):
            converted = rates.convert(after - before, entry.currency, currency, entry.announced_on)
            if converted is None:
                return None
            total += converted
    return total


def dollars_at(changes: Iterable[Change], entries: Mapping[str, Entry], rates: Rates, slug: str, own: Collection[str]) -> dict[At, Decimal]:
    """The gain in dollars of the default scope by country, initiative and stage; what cannot be converted is in no total. `own` are the keys of the
    entries of the initiative `slug`: a key says where an entry stood first, and not where it stands."""
    sums: dict[At, Decimal] = {}
    for change in changes:
        for key, pair in change.nets.items():
            entry = entries[key]
            before, after = (rates.convert(net, entry.currency, DOLLAR, entry.announced_on) or NOTHING for net in pair)
            if entry.scope in DEFAULT_SCOPES and before != after:
                at = (country_of(entry), slug if key in own else "", entry.stage)
                sums[at] = sums.get(at, NOTHING) + after - before
    return sums


def summed(sums: Mapping[At, Decimal], country: str | None, slug: str | None, stages: Iterable[str]) -> Decimal:
    """The part of the sums in a country and an initiative (None: any) at these stages."""
    chosen = set(stages)
    return sum(
        (usd for (at, initiative, stage), usd in sums.items() if country in (None, at) and slug in (None, initiative) and stage in chosen), NOTHING
    )
