"""Keeps an announcement as a draft that stands in the inbox, for an editor to decide: the line's proposal of its words, and the form as typed."""

from dataclasses import fields, replace
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction

from initiatives.ingest.plain import as_plain
from initiatives.ingest.values import DraftValue, Evidence, InitiativeMatch, MoneyClaim, Understanding
from initiatives.models import Article, Draft, Edition
from initiatives.publication import Fault, PublicationRefused
from initiatives.review.announcing.answering import Answer, answer_to
from initiatives.review.announcing.reading import Settled
from initiatives.review.announcing.typed import Typed
from initiatives.review.announcing.understanding import understood
from initiatives.review.decision import DecidedArticle, DecidedEntry, DecidedInitiative, DecidedParticipation, Decision, Words
from initiatives.review.drafting import digits, proposed
from initiatives.review.preview import weigh

TYPED_BY_HAND: Final = "typed"  # who "read" a claim that stands in no words
ADDRESS_OF_NONE: Final = "typed:"
NO_WORDS: Final = Words(0, 0, "")
NEEDED: Final = ("amount", "currency", "announced_on", "choice")  # without these there is nothing to decide


@transaction.atomic
def keep(typed: Typed, token: str, by: User) -> Draft:
    """The draft that the form makes; the same form sent again finds it. Raises PublicationRefused where the money cannot be read, or where an open
    draft of the same article waits already."""
    Edition.objects.lock_shared()
    answer = answer_to(typed)
    faults = tuple(fault for fault in answer.faults if fault.value or fault.field in NEEDED)
    if faults:
        raise PublicationRefused(faults)
    address = typed.url or f"{ADDRESS_OF_NONE}{token}"
    waiting = Draft.objects.filter(article__url=address).first()
    if waiting is not None and waiting.entered_by_id == by.pk:
        return waiting
    if waiting is not None:
        words = f"“{address}” stands on the desk as draft {waiting.pk} ({waiting.get_state_display()}). Open that one, or give another address."
        raise PublicationRefused((Fault("url", address, words),))
    return stored(answer, address, by)


def stored(answer: Answer, address: str, by: User) -> Draft:
    """The article and its draft."""
    settled = answer.settled
    value = value_of(settled)
    draft = Draft.objects.create(
        article=article_of(settled, address),
        initiative=settled.initiative,
        proposal=value.to_json(),
        decided=as_plain(decision_of(settled, value)),
        matched_with=Edition.objects.current_number(),
        entered_by=by,
    )
    weigh(draft)
    return draft


def article_of(settled: Settled, address: str) -> Article:
    """The article's row; one that the record has stays as it is."""
    wanted = settled.article
    facts = {"title": wanted.title or "Announcement without a title", "publisher": wanted.publisher, "klass": wanted.klass}
    return Article.objects.get_or_create(url=address, defaults={**facts, "published": wanted.published, "text": wanted.text})[0]


def value_of(settled: Settled) -> DraftValue:
    """What the line reads in the words, with the sum of the form among the sums; a form without words has that sum alone."""
    typed = settled.typed
    if typed.pasted:
        value = understood(typed)
        known = int(typed.taken) if typed.taken.isdecimal() and int(typed.taken) < len(value.understanding.money) else None
        return value if known is not None else with_sum(value, settled)
    reading = Understanding("yes", 1.0)
    article = replace(understood(replace(typed, pasted=" ")).article, text=settled.article.text, published=settled.article.published)
    return with_sum(DraftValue(article, reading, InitiativeMatch(None, 0.0, "Typed by hand.")), settled)


def with_sum(value: DraftValue, settled: Settled) -> DraftValue:
    """The value with the sum that was typed, which no passage proves."""
    amount = settled.amount.amount
    if amount is None:
        return value
    nowhere = Evidence(0, 0, "", TYPED_BY_HAND, "1", 1.0)
    claim = MoneyClaim(nowhere, amount, settled.currency, settled.hedge, role="initiative-funding", announced_on=settled.day or None)
    return replace(value, understanding=replace(value.understanding, money=(*value.understanding.money, claim)))


def decision_of(settled: Settled, value: DraftValue) -> Decision:
    """The form as an editor opens it: the sum as typed; whatever else the words say is there to be ticked, and not ticked."""
    typed, decision = settled.typed, proposed(value)
    known = len(decision.entries)
    own = int(typed.taken) if typed.taken.isdecimal() and int(typed.taken) < known else known - 1
    entries = tuple(entry(settled, row) if index == own else replace(row, keep=False) for index, row in enumerate(decision.entries))
    if settled.amount.amount is None:  # no claim of the line stands for a sum that nobody named
        entries = (*(replace(row, keep=False) for row in decision.entries), entry(settled, blank(known)))
    return replace(
        decision,
        slug=typed.slug,
        article=DecidedArticle(typed.url, settled.article.title, typed.publisher, typed.klass, settled.article.published or "", ""),
        initiative=DecidedInitiative(
            typed.initiative if not typed.slug else "", typed.new_countries, typed.new_kind, typed.new_status, settled.day, typed.new_summary
        ),
        entries=entries,
        participations=(*(replace(row, keep=False) for row in decision.participations), *recipients(typed)),
        comments=tuple(replace(row, keep=False) for row in decision.comments),
        points=tuple(replace(row, keep=False) for row in decision.points),
        quantities=tuple(replace(row, keep=False) for row in decision.quantities),
    )


def blank(number: int) -> DecidedEntry:
    """A row of which nothing is known."""
    words = {field.name: "" for field in fields(DecidedEntry) if field.name not in ("keep", "money", "words")}
    return DecidedEntry(keep=True, money=number, words=NO_WORDS, **words)


def entry(settled: Settled, row: DecidedEntry) -> DecidedEntry:
    """The row of the sum with everything that was typed."""
    typed = settled.typed
    return replace(
        row,
        keep=True,
        amount=digits(settled.amount.amount),
        currency=settled.currency,
        hedge=settled.hedge,
        amount_low=digits(settled.amount.low),
        amount_high=digits(settled.amount.high),
        usd_as_published=digits(settled.usd),
        stage=typed.stage,
        origin=typed.origin,
        scope=typed.scope,
        announced_on=settled.day,
        period=settled.period or "",
        instrument=typed.instrument,
        funders="; ".join(f"{payer.name} ({payer.share.removesuffix('%').strip()} %)" if payer.share else payer.name for payer in typed.payers),
        channel=typed.channel,
        recipient_country=settled.recipient or "",
        within=typed.within,
        new_money=typed.new_money,
        tier=typed.tier,
        relation=typed.relation,
        related_to=typed.related_to or "",
        related_money="",
        note=typed.note,
    )


def recipients(typed: Typed) -> tuple[DecidedParticipation, ...]:
    """Who receives, a row each; the line has no claim of them."""
    names = [name.strip() for name in typed.recipients.split(";") if name.strip()]
    return tuple(DecidedParticipation(True, name, "", "", "", "", "recipient", "reported", NO_WORDS) for name in names)
