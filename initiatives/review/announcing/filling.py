"""Fills the form from the words of a source by the line's own steps; each value keeps the passage that it was read from. Stores nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from initiatives import formats
from initiatives.ingest.values import DraftValue, MoneyClaim
from initiatives.models import Initiative
from initiatives.names.countries import name_of
from initiatives.review.amounts import as_typed
from initiatives.review.announcing.answering import answer_to
from initiatives.review.announcing.dated import day_in
from initiatives.review.announcing.days import day_as_typed, period_as_typed
from initiatives.review.announcing.hosts import classed, with_publisher
from initiatives.review.announcing.paying import origin_of
from initiatives.review.announcing.proposed import OLDER_WORDS, doubts_in, older_of, proposed_in
from initiatives.review.announcing.publishers import publisher_named
from initiatives.review.announcing.said import Found, channel_of, passages_of, with_article, years_beside
from initiatives.review.announcing.typed import YES, Payer, Typed
from initiatives.review.announcing.understanding import doubts_of, is_torn, main_sum, not_named, understood
from initiatives.review.announcing.words import effect, it_is
from initiatives.review.drafting import TIER_OF_CLASS

ADDRESS: Final = re.compile(r"https?://[^\s<>“”\"]+")
LONGEST_TEXT_CHARACTERS: Final = 20_000
LONGEST_TITLE_CHARACTERS: Final = 200
MOST_OTHERS: Final = 6
UNDISCLOSED: Final = "undisclosed"


@dataclass(frozen=True, slots=True)
class OtherSum:
    """Another sum of the same words: its number among them, how it is shown, and what it is to the ledger."""

    number: int
    start: int
    end: int
    words: str
    standing: str


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as filled, its passages, the other sums, and the doubts of the line."""

    typed: Typed
    passages: tuple[Found, ...] = ()
    sums: tuple[OtherSum, ...] = ()
    doubts: tuple[str, ...] = ()


def address_in(pasted: str) -> str:
    """The address where nothing else was pasted; empty otherwise."""
    text = pasted.strip()
    return text if ADDRESS.fullmatch(text) else ""


def filled_from(pasted: str, before: Typed, taken: int | None = None) -> Filled:
    """The form that the words fill; what is known of the source and the initiative from `before` stays where the words say nothing of it.
    `taken` is the number of the sum that is wanted, None for the one that the words are about."""
    url, text = parted(pasted)
    return read_text(text, replace(before, url=url or before.url), taken)


def read_text(text: str, before: Typed, taken: int | None = None) -> Filled:
    """The same for the text of an article, in which an address is a word like others."""
    typed = replace(before, pasted=text[:LONGEST_TEXT_CHARACTERS].strip())
    if not typed.pasted:
        return Filled(typed)
    value = understood(typed)
    money = value.understanding.money
    number = taken if taken is not None and taken < len(money) else main_sum(money)
    typed = said_on(of_the_source(value, of_the_initiative(value, typed)))
    unnamed = not_named(value) if taken is None else None
    if number is None or unnamed:
        return Filled(without_a_sum(value, unnamed, typed), tuple(passages_of(value, None, typed, unnamed)), (), doubts_of(value))
    typed = with_money(value, number, typed)
    return Filled(typed, tuple(passages_of(value, number, typed)), other_sums(value, number, typed), (*doubts_in(value, number), *doubts_of(value)))


def checked(typed: Typed) -> Filled:
    """A form that was typed, to be shown again with what its address alone says."""
    return shown_again(with_publisher(typed))


def shown_again(typed: Typed) -> Filled:
    """The passages and other sums of a form that was filled before and may have been typed over since."""
    if typed.pasted and typed.amount == UNDISCLOSED:
        value = understood(typed)
        return Filled(typed, tuple(passages_of(value, None, typed, not_named(value))), (), doubts_of(value))
    if not typed.pasted or not typed.taken.isdecimal():
        return Filled(typed)
    value, number = understood(typed), int(typed.taken)
    if number >= len(value.understanding.money):
        return Filled(typed)
    return Filled(typed, tuple(passages_of(value, number, typed)), other_sums(value, number, typed), (*doubts_in(value, number), *doubts_of(value)))


def parted(pasted: str) -> tuple[str, str]:
    """The address among what was pasted, and the words without it."""
    match = ADDRESS.search(pasted)
    if match is None:
        return "", pasted.strip()[:LONGEST_TEXT_CHARACTERS]
    address = match[0].rstrip(".,;:)]")
    return address, pasted.replace(address, "").strip(" \n\t()[]–-")[:LONGEST_TEXT_CHARACTERS]


def of_the_source(value: DraftValue, typed: Typed) -> Typed:
    """Title, publisher and tier, where the words or the line name them and nobody typed others."""
    first = typed.pasted.partition("\n")[0].strip()
    is_title = "\n" in typed.pasted and len(first) <= LONGEST_TITLE_CHARACTERS and not first.endswith((".", "!", "?"))
    attributed = value.understanding.attributions
    named = typed.publisher or (with_article(typed.pasted, attributed[0].evidence) if attributed else "")
    filled = with_publisher(replace(typed, title=typed.title or (first if is_title else ""), publisher=named))
    found = publisher_named(named) if named else None
    return classed(filled, found) if found else replace(filled, tier=TIER_OF_CLASS.get(filled.klass, filled.tier))


def said_on(typed: Typed) -> Typed:
    """The form with the day that stands in the words, which a sum may put otherwise."""
    return replace(typed, announced_on=day_as_typed(day_in(typed.pasted)) or typed.announced_on)


def of_the_initiative(value: DraftValue, typed: Typed) -> Typed:
    """The form with the initiative that the words speak of: of the record, else what a new one would be called."""
    slug, claim = value.initiative.slug, value.understanding.initiative
    if typed.slug or typed.new == YES or not (slug or claim or value.understanding.owners()):
        return typed
    if slug:
        name = Initiative.objects.filter(slug=slug).values_list("name", flat=True).first() or ""
        return replace(typed, slug=slug, initiative=name, new="")
    owners = "; ".join(name_of(code) for code in value.understanding.owners())
    name = claim.name if claim and not is_torn(claim.name, typed.pasted) else ""
    return replace(typed, initiative=typed.initiative or name, new_kind=claim.kind if claim else "", new_countries=owners, new=YES)


def without_a_sum(value: DraftValue, claim: MoneyClaim | None, typed: Typed) -> Typed:
    """The form of words that name no sum; `claim` where they say that it is not disclosed."""
    if claim is None:
        return typed
    return replace(
        typed,
        amount=UNDISCLOSED,
        currency=claim.currency,
        stage=claim.stage,
        origin=origin_of(value, claim),
        period=period_as_typed(claim.period or "") or typed.period,
        payers=tuple(payers_of(value, claim)),
        channel=channel_of(value, claim, typed.pasted),
    )


def with_money(value: DraftValue, number: int, typed: Typed) -> Typed:
    """The form with one sum and what the words say of it."""
    claim = value.understanding.money[number]
    return replace(
        typed,
        taken=str(number),
        passage=f"{claim.evidence.start}-{claim.evidence.end}",
        amount=as_typed(claim.amount, claim.currency),
        currency=claim.currency,
        hedge=claim.hedge,
        amount_low=as_typed(claim.amount_low, "").strip() if claim.amount_low is not None else "",
        amount_high=as_typed(claim.amount_high, "").strip() if claim.amount_high is not None else "",
        usd_as_published=as_typed(claim.usd_quoted, "USD") if claim.usd_quoted is not None else "",
        stage=claim.stage,
        origin=origin_of(value, claim),
        scope=claim.scope,
        announced_on=day_as_typed(claim.announced_on or day_in(typed.pasted)) or typed.announced_on,
        period=period_as_typed(years_beside(claim, typed.pasted) or claim.period or "") or typed.period,
        payers=tuple(payers_of(value, claim)),
        channel=claim.channel or "",
        recipients="; ".join(claim.recipients),
        instrument=claim.instrument or "",
        new_money=claim.new_money,
        proposed=proposed_in(value, number),
        choice="",
        by_hand="",
        confirmed="",
    )


def payers_of(value: DraftValue, claim: MoneyClaim) -> Iterator[Payer]:
    """Who pays, by the names of the record where it has them."""
    slugs = {value.understanding.organizations[match.claim].name: match.slug for match in value.organizations}
    for funder in claim.funders:
        name = funder.organization or funder.described or ""
        yield Payer(name, slugs.get(name) or "", f"{funder.share * 100:f}" if funder.share is not None else "")


def other_sums(value: DraftValue, number: int, typed: Typed) -> tuple[OtherSum, ...]:
    """The sums of the same words that this form is not for."""
    money = value.understanding.money
    others = [index for index, claim in enumerate(money) if index != number and claim.restates_in_text is None][:MOST_OTHERS]
    older = older_of(value, number)
    return tuple(other(value, index, typed, OLDER_WORDS if index == older else "") for index in others)


def other(value: DraftValue, index: int, typed: Typed, known: str = "") -> OtherSum:
    """One of them, with what it would be to the ledger, or with what is `known` of it."""
    claim = value.understanding.money[index]
    shown = formats.hedged(formats.published(claim.amount, claim.currency), claim.hedge if claim.hedge != "range" else "")
    if known:
        return OtherSum(index, claim.evidence.start, claim.evidence.end, shown, known)
    answer = answer_to(with_money(value, index, typed))
    chosen = answer.chosen
    standing = f"{it_is(answer, chosen)}, and {effect(answer, chosen).partition(':')[0]}" if chosen else ""
    return OtherSum(index, claim.evidence.start, claim.evidence.end, shown, standing)
