"""The likeliest twins of an announcement that the ledger has already, with reasons; must not count what they would add."""

from decimal import Decimal
from typing import Final

from initiatives.ledger.rates import Rates
from initiatives.ledger.series import load_rates
from initiatives.models import Organization
from initiatives.review.announcing.candidates import Asked, known_entries
from initiatives.review.announcing.compared import Likeness, Money
from initiatives.review.announcing.likeness import likeliest
from initiatives.review.announcing.reading import Settled

SHOWN: Final = 3
DOLLAR: Final = "USD"


def twins_of(settled: Settled) -> list[Likeness]:
    """Up to three entries that it may be, the likeliest first; nothing while no sum was typed."""
    if settled.amount.amount is None and not settled.undisclosed:
        return []
    rates = load_rates()
    said = money_of(settled)
    asked = Asked(said.slug, said.owners, said.amount, said.currency, dollars(settled, rates), said.payers)
    return likeliest(said, known_entries(asked), rates, SHOWN)


def money_of(settled: Settled) -> Money:
    """What the form says of the money, as it is compared."""
    slugs = [funder.organization.slug for funder in settled.funders if funder.organization and funder.organization.slug]
    return Money(
        slug=settled.initiative.slug if settled.initiative else None,
        name=settled.initiative.name if settled.initiative else settled.typed.initiative,
        owners=settled.owners,
        amount=settled.amount.amount,
        currency=settled.currency,
        hedge=settled.hedge,
        stage=settled.typed.stage,
        origin=settled.typed.origin,
        announced_on=settled.day,
        period=settled.period,
        payers=frozenset(Organization.objects.filter(slug__in=slugs).values_list("pk", flat=True)) if slugs else frozenset(),
        url=settled.typed.url,
        proposed=settled.typed.proposed,
    )


def dollars(settled: Settled, rates: Rates) -> Decimal | None:
    """The sum in dollars at the rate of its day; None where it cannot be converted, or no day is known."""
    if settled.amount.amount is None or not settled.currency or not settled.day:
        return None
    return rates.convert(settled.amount.amount, settled.currency, DOLLAR, settled.day)
