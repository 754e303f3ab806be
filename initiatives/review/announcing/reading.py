"""From the form as typed to what would be published: free forms are settled (`1.5tn yen`, `June 2026`), and what cannot be read is named."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from django.utils import timezone

from initiatives import vocabulary
from initiatives.models import Initiative, Organization
from initiatives.names.currencies import CURRENCIES
from initiatives.publication import ArticleToPublish, Fault, FunderToPublish, InitiativeToPublish, OrganizationToPublish, Passage
from initiatives.review import organizations
from initiatives.review.amounts import AmountError, TypedAmount, read_amount
from initiatives.review.announcing.days import read_day, read_period
from initiatives.review.announcing.sources import article_of
from initiatives.review.announcing.typed import YES, Payer, Typed
from initiatives.review.decision import amount_in
from initiatives.review.reader import Reader

WHOLE: Final = 100
NOT_SAID: Final = TypedAmount(None)


@dataclass(frozen=True, slots=True)
class Settled:
    """The form with everything read that can be. `missing` are the faults of fields that are still empty, `faults` those of what was typed;
    `day` is empty and `amount` None where they could not be read (`undisclosed` says that the sum is known to be unknown)."""

    typed: Typed
    initiative: Initiative | None
    owners: tuple[str, ...]
    amount: TypedAmount
    undisclosed: bool
    currency: str
    usd: Decimal | None
    day: str
    period: str | None
    recipient: str | None
    funders: tuple[FunderToPublish, ...]
    new_initiative: InitiativeToPublish | None
    article: ArticleToPublish
    passage: Passage | None
    all_faults: tuple[Fault, ...]

    @property
    def missing(self) -> tuple[Fault, ...]:
        """What is still to be filled in."""
        return tuple(fault for fault in self.all_faults if not fault.value)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was typed and cannot be read."""
        return tuple(fault for fault in self.all_faults if fault.value)

    @property
    def hedge(self) -> str:
        """The hedge that the amount's own words give, else the one that was chosen; what is none counts as none."""
        return self.amount.hedge or (self.typed.hedge if self.typed.hedge in vocabulary.HEDGES else Typed().hedge)


def settle(typed: Typed) -> Settled:
    """Everything that can be read in the form. Raises nothing."""
    reader = Reader()
    initiative = Initiative.objects.filter(slug=typed.slug).first() if typed.slug else None
    new = None if initiative else new_initiative(typed, reader)
    owners = tuple(initiative.countries) if initiative else (new.countries if new else ())
    amount, undisclosed = money(typed, owners, reader)
    day = said_on(typed.announced_on, "announced_on", reader)
    published = said_on(typed.published, "published", reader) if typed.published else silent_day(typed.announced_on)
    article, passage = article_of(typed, published, reader)
    words_of_lists(typed, reader)
    return Settled(
        typed=typed,
        initiative=initiative,
        owners=owners,
        amount=amount,
        undisclosed=undisclosed,
        currency=currency(typed, amount, reader),
        usd=dollars(typed, reader),
        day=day,
        period=years(typed, reader),
        recipient=reader.country("recipient_country", typed.recipient_country),
        funders=tuple(funder(payer, reader) for payer in typed.payers),
        new_initiative=new,
        article=article,
        passage=passage,
        all_faults=tuple(reader.faults),
    )


def new_initiative(typed: Typed, reader: Reader) -> InitiativeToPublish | None:
    """The initiative that the form makes; None with a fault where one is only named."""
    if typed.new != YES:
        words = f"“{typed.initiative}” is no initiative of the record. Choose one of the list, or make a new one." if typed.initiative else ""
        reader.fault("initiative", typed.initiative, words or "say which initiative the money is for.")
        return None
    return InitiativeToPublish(
        name=reader.text("initiative", typed.initiative, "name the new initiative."),
        countries=reader.countries("new_countries", typed.new_countries),
        kind=reader.word("new_kind", typed.new_kind, vocabulary.INITIATIVE_KINDS),
        status=reader.word("new_status", typed.new_status, vocabulary.INITIATIVE_STATUSES),
        announced=silent_day(typed.announced_on),
        summary=reader.text("new_summary", typed.new_summary, "say in a sentence what it is."),
    )


def money(typed: Typed, owners: tuple[str, ...], reader: Reader) -> tuple[TypedAmount, bool]:
    """The amount with its bounds, and whether the sum is said to be undisclosed."""
    if not typed.amount:
        reader.fault("amount", "", "say how much, or type “undisclosed”.")
        return NOT_SAID, False
    found = amount(typed.amount, "amount", typed.currency, owners, reader)
    if found is None:
        return NOT_SAID, False
    low = amount(typed.amount_low, "amount_low", found.currency or typed.currency, owners, reader)
    high = amount(typed.amount_high, "amount_high", found.currency or typed.currency, owners, reader)
    bounded = replace(found, low=low.amount if low else found.low, high=high.amount if high else found.high)
    return bounded, found.amount is None


def amount(text: str, field: str, code: str, owners: tuple[str, ...], reader: Reader) -> TypedAmount | None:
    """One amount, None with a fault for what is none, and without one for nothing."""
    if not text:
        return None
    try:
        return read_amount(text, code.strip().upper(), owners)
    except AmountError as error:
        reader.fault(field, text, str(error))
        return None


def currency(typed: Typed, found: TypedAmount, reader: Reader) -> str:
    """The currency that the amount names, else the one of its own field; empty with a fault where neither is one."""
    code = found.currency or typed.currency.strip().upper()
    if code not in CURRENCIES:
        way_out = "Use a code of three letters, such as JPY or EUR."
        words = f"“{typed.currency}” is not a currency. {way_out}" if code else "say in which currency: JPY, EUR."
        reader.fault("currency", typed.currency, words)
        return ""
    return code


def dollars(typed: Typed, reader: Reader) -> Decimal | None:
    """The dollars that the source itself gives; digits, or in any form of an amount in dollars."""
    found = amount(typed.usd_as_published, "usd_as_published", "USD", (), reader)
    if found and found.currency not in ("", "USD"):
        reader.fault(
            "usd_as_published", typed.usd_as_published, f"“{typed.usd_as_published}” is not in dollars. Give dollars only where the source does."
        )
    return found.amount if found else None


def said_on(text: str, field: str, reader: Reader) -> str:
    """The day as the record keeps it; empty with a fault where it cannot be read."""
    if not text:
        reader.fault(field, "", "say when it was said: 30 Jun 2026, June 2026 or 2026.")
        return ""
    try:
        return read_day(text, timezone.now().date())
    except ValueError as error:
        reader.fault(field, text, str(error))
        return ""


def silent_day(text: str) -> str:
    """The day without a word about what is none."""
    return said_on(text, "announced_on", Reader())


def years(typed: Typed, reader: Reader) -> str | None:
    """The years covered, None where nothing was typed or it cannot be read."""
    if not typed.period:
        return None
    try:
        return read_period(typed.period)
    except ValueError as error:
        reader.fault("period", typed.period, str(error))
        return None


def words_of_lists(typed: Typed, reader: Reader) -> None:
    """Faults for words that no list has."""
    lists = {
        "hedge": vocabulary.HEDGES,
        "stage": vocabulary.STAGES,
        "origin": vocabulary.ORIGINS,
        "scope": vocabulary.SCOPES,
        "new_money": vocabulary.NEW_MONEY,
        "klass": vocabulary.ARTICLE_CLASSES,
    }
    for field, words in lists.items():
        reader.word(field, getattr(typed, field), words)
    reader.word("instrument", typed.instrument, vocabulary.INSTRUMENTS, optional=True)
    reader.word("choice", typed.relation, vocabulary.RELATIONS)
    reader.tier("tier", typed.tier)


def funder(payer: Payer, reader: Reader) -> FunderToPublish:
    """Who pays: the organization that was chosen or goes by the name, else words for the unnamed."""
    share = part(payer, reader)
    if not payer.name:
        reader.fault("payers", payer.share, f"“{payer.share}” is the share of nobody. Name who pays it, or empty it.")
    row = Organization.objects.filter(slug=payer.slug).first() if payer.slug else organizations.found(payer.name)
    if row is None:
        return FunderToPublish(organization=None, described=payer.name, share=share)
    return FunderToPublish(OrganizationToPublish(row.slug, row.name, row.kind, row.country_id), country=row.country_id, share=share)


def part(payer: Payer, reader: Reader) -> Decimal | None:
    """The share from 0 to 1, None where the split is not published."""
    if not payer.share:
        return None
    share = amount_in(payer.share.removesuffix("%").strip())
    if share is None or share > WHOLE:
        reader.fault("payers", payer.share, f"“{payer.share}” is no share. Write 60 for 60 %, or leave it empty when the split is not published.")
        return None
    return share / WHOLE
