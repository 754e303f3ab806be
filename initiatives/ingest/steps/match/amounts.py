"""Compares the sum of a claim with that of an entry, across currencies by the day's rate; must not know what either is for."""

from dataclasses import dataclass
from decimal import Decimal

from initiatives.ingest.values import KnownEntry, MoneyClaim
from initiatives.ledger.rates import Rates

# By how much two figures of the same money may differ: as printed, where one is hedged, and where a rate stands between them.
EXACT, HEDGED, CONVERTED = Decimal("0.006"), Decimal("0.05"), Decimal("0.06")
LOOSE_HEDGES = frozenset({"about", "up-to", "at-least", "range", "target"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a claim's sum and an entry's came to be equal: `currency` is the reading of the claim that fits, `by_rate` whether it was converted,
    `is_loose` whether only a hedge makes two different figures one, `quoted` the dollars that a source prints beside another currency."""

    currency: str
    by_rate: bool
    converted: Decimal | None = None
    is_loose: bool = False
    quoted: Decimal | None = None


@dataclass(frozen=True)
class Amounts:
    """Comparison of sums; without `rates` only within one currency."""

    rates: Rates | None

    def equal(self, claim: MoneyClaim, entry: KnownEntry) -> Likeness | None:
        """How the two are the same sum, in any reading of the claim's currency mark; None where they are not."""
        if entry.amount is None:
            return None
        hedged = HEDGED if {claim.hedge, entry.hedge} & LOOSE_HEDGES else EXACT
        for currency in (claim.currency, *claim.currency_alternatives):
            if currency == entry.currency and _near(claim.amount, entry.amount, hedged):
                return Likeness(currency, False, is_loose=not _is_said_so(claim, entry.amount))
        if claim.currency == entry.currency and not claim.currency_alternatives:
            return None
        if (dollars := _in_printed_dollars(claim, entry, hedged)) is not None:
            return dollars
        return next((found for currency, amount in _readings(claim) if (found := self._by_rate(currency, amount, entry))), None)

    def in_currency(self, claim: MoneyClaim, currency: str, day: str) -> Decimal | None:
        """The claim's sum in another currency at the rate of a day; None where it cannot be converted."""
        if claim.currency == currency:
            return claim.amount
        if currency == "USD" and claim.usd_quoted is not None:
            return claim.usd_quoted
        return self.rates.convert(claim.amount, claim.currency, currency, claim.announced_on or day) if self.rates else None

    def _by_rate(self, currency: str, amount: Decimal, entry: KnownEntry) -> Likeness | None:
        if self.rates is None or currency == entry.currency or entry.amount is None:
            return None
        converted = self.rates.convert(entry.amount, entry.currency, currency, entry.announced_on)
        return Likeness(currency, True, converted) if converted and _near(amount, converted, CONVERTED) else None


def _in_printed_dollars(claim: MoneyClaim, entry: KnownEntry, tolerance: Decimal) -> Likeness | None:
    """The two as one sum by the dollars that the article or the entry's source prints, which say more than a rate of ours."""
    if claim.usd_quoted is None and entry.usd_quoted is None:
        return None
    here = [amount for currency, amount in _readings(claim) if currency == "USD"]
    there = entry.amount if entry.currency == "USD" else entry.usd_quoted
    alike = next((amount for amount in here if there is not None and _near(amount, there, tolerance)), None)
    return None if alike is None else Likeness("USD", False, quoted=alike)


def _readings(claim: MoneyClaim) -> list[tuple[str, Decimal]]:
    readings = [(currency, claim.amount) for currency in (claim.currency, *claim.currency_alternatives)]
    return readings if claim.usd_quoted is None else [*readings, ("USD", claim.usd_quoted)]


def _is_said_so(claim: MoneyClaim, amount: Decimal) -> bool:
    """Whether the claim says that very amount: to half a per cent, rounded as it is printed, or on the side its hedge names."""
    if _near(claim.amount, amount, EXACT) or rounded_as(claim.amount, amount):
        return True
    return (claim.hedge == "at-least" and claim.amount < amount) or (claim.hedge == "up-to" and claim.amount > amount)


def rounded_as(printed: Decimal, amount: Decimal) -> bool:
    """Whether `amount`, rounded to the significant digits of `printed`, is what is printed (5.3 for 5.26)."""
    step = Decimal(1).scaleb(printed.normalize().adjusted() - len(printed.normalize().as_tuple().digits) + 1)
    return amount > 0 and (amount / step).quantize(Decimal(1)) * step == printed


def _near(one: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    return one > 0 and other > 0 and abs(one - other) <= tolerance * max(one, other)
