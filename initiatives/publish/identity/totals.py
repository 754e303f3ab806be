"""What counts for each country before and after entries change their owners, in dollars at the default basis. Writes nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import DEFAULT_BASIS, DEFAULT_SCOPES, Entry, reaches
from initiatives.models import FundingEntry
from initiatives.recount.recorded import connected, recorded

DOLLAR = "USD"
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class CountryTotal:
    """Dollars that the families concerned count for one country (or jointly) before and after."""

    country: str
    before: Decimal
    after: Decimal


def totals_moved(initiatives: Collection[int], owners: Sequence[str], keys: Collection[str] | None = None) -> list[CountryTotal]:
    """The countries whose total moves when the entries of these initiatives (or only those of these keys) belong to `owners`."""
    own = dict(FundingEntry.objects.filter(initiative__in=initiatives).values_list("key", "pk"))
    chosen = own.keys() if keys is None else own.keys() & set(keys)
    before = recorded(connected(set(own.values()))).entries
    after = [replace(entry, owners=tuple(owners)) if entry.key in chosen else entry for entry in before]
    rates = load_rates()
    was, will = _by_country(before, rates), _by_country(after, rates)
    moved = [CountryTotal(country, was.get(country, NOTHING), will.get(country, NOTHING)) for country in sorted(was.keys() | will.keys())]
    return [total for total in moved if total.before != total.after]


def _by_country(entries: Iterable[Entry], rates: Rates) -> dict[str, Decimal]:
    listed = list(entries)
    counted, sums = count(listed, rates), dict[str, Decimal]()
    for entry in listed:
        net = counted[entry.key].net
        usd = rates.convert(net, entry.currency, DOLLAR, entry.announced_on) if net else None
        if usd and entry.scope in DEFAULT_SCOPES and reaches(entry.stage, DEFAULT_BASIS):
            country = counted[entry.key].country
            sums[country] = sums.get(country, NOTHING) + usd
    return sums
