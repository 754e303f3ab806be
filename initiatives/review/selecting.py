"""Reads words that an editor selected in an article, by the grammar of the field that takes them; stores nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from initiatives import dates
from initiatives.ingest.steps.understand import quantities
from initiatives.ingest.steps.understand.aspects import aspects_in, tags_in
from initiatives.ingest.steps.understand.dates import announced_on
from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.steps.understand.stance import judge
from initiatives.ingest.values import Article, DraftValue, MoneyClaim
from initiatives.names.countries import find
from initiatives.review import drafting, organizations
from initiatives.review.decision import (
    DecidedComment,
    DecidedParticipation,
    DecidedPoint,
    DecidedQuantity,
    Decision,
    Words,
)

DOLLAR = "USD"
QUOTATION_MARKS = "\"“”„«»‘’'「」『』 "
MONEY_FIELDS = ("amount", "currency", "hedge", "amount_low", "amount_high")
READ_WITH_A_SUM = ("stage", "origin", "scope", "instrument", "new_money", "period", "hedge")
LEADS = ("on ", "in ", "")  # before a day in a sentence
NAMES = {"entries": "a sum", "participations": "a participant", "comments": "a quotation", "points": "a point", "quantities": "a quantity"}


class CannotRead(ValueError):
    """The selected words say nothing that the field can hold; the message names them, and the way out."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Words of an article, with the article as it was read."""

    words: Words
    value: DraftValue

    @property
    def text(self) -> str:
        """The words without the marks of a quotation around them."""
        return self.words.text.strip(QUOTATION_MARKS)


def read_for(selection: Selection, part: str, field: str) -> Mapping[str, str]:
    """What the words say in a field of a part of the form, and in the fields that belong to it. Raises CannotRead."""
    if part == "entries" and field in MONEY_FIELDS:
        return money_fields(sum_in(selection))
    reader = READERS.get((part, field)) or READERS.get(("", field))
    return reader(selection, field) if reader else {field: selection.text}


def sum_in(selection: Selection) -> MoneyClaim:
    """The sum that the words hold, with the hedge before it in the sentence; of several the first. Raises CannotRead."""
    owners, stored = selection.value.understanding.owners(), selection.value.article
    start, end = selection.words.start, selection.words.end
    whole = [claim for claim in find_money(stored, owners, True) if claim.evidence.start < end and claim.evidence.end > start]
    alone = whole or find_money(replace(stored, text=selection.words.text), owners, True)
    if not alone:
        raise CannotRead(f"“{shortened(selection)}” holds no sum that can be read. Select the figure together with its currency.")
    return alone[0]


def money_fields(claim: MoneyClaim) -> Mapping[str, str]:
    """The fields of a sum as a person types them."""
    digits = drafting.digits
    read = {
        "amount": digits(claim.amount),
        "currency": claim.currency,
        "hedge": claim.hedge,
        "amount_low": digits(claim.amount_low),
        "amount_high": digits(claim.amount_high),
    }
    return read | ({"usd_as_published": digits(claim.usd_quoted)} if claim.usd_quoted is not None else {})


def dollars(selection: Selection, field: str) -> Mapping[str, str]:
    """Dollars that the article gives beside a sum."""
    claims = find_money(Article(selection.words.text, published=selection.value.article.published), ("USA",), True)
    found = [claim for claim in claims if claim.currency == DOLLAR]
    if not found:
        raise CannotRead(f"“{shortened(selection)}” holds no sum in US dollars. Select the dollars with their mark.")
    return {field: drafting.digits(found[0].amount)}


def day(selection: Selection, field: str) -> Mapping[str, str]:
    """A day as it is written, against the day of the article."""
    published = selection.value.article.published
    found = (announced_on(f"It was announced {lead}{selection.text}.", published) for lead in LEADS)
    read = iso(selection.text) or next((each for each in found if each), None)
    if read is None:
        raise CannotRead(f"“{shortened(selection)}” names no day that can be read. Select a day, such as “19 December 2025”, or type one.")
    return {field: read}


def iso(text: str) -> str | None:
    """The text itself where it is a day, month or year already."""
    try:
        dates.parse(text)
    except ValueError:
        return None
    return text


def around_a_sum(selection: Selection, field: str) -> Mapping[str, str]:
    """What the words say of the sum that they stand beside."""
    amount = "5 million dollars"
    claims = find_money(Article(f"{amount} {selection.words.text}"), (), True) + find_money(Article(f"{selection.words.text} {amount}"), (), True)
    plain = find_money(Article(amount), (), True)[0]
    said = next((getattr(claim, field) for claim in claims if getattr(claim, field) != getattr(plain, field)), None)
    if said is None:
        raise CannotRead(f"“{shortened(selection)}” does not say it in words that can be read. Choose it from the list, or type it.")
    return {field: str(said)}


def country(selection: Selection, field: str) -> Mapping[str, str]:
    """A country or an actor by a name it goes by."""
    code = find(selection.text)
    if code is None:
        raise CannotRead(f"“{shortened(selection)}” is no country or actor by a name that can be read. Select the name alone, or type it.")
    return {field: code}


def named(selection: Selection, field: str) -> Mapping[str, str]:
    """An organization by its name, with the one of the record that goes by it."""
    known = organizations.found(selection.text)
    return {field: selection.text, "slug": known.slug if known else ""}


def unnamed(selection: Selection, field: str) -> Mapping[str, str]:
    """Words for participants without a name."""
    return {field: selection.text, "name": "", "slug": ""}


def quotation(selection: Selection, field: str) -> Mapping[str, str]:
    """What somebody says, with the stance that the words show."""
    return {field: selection.text, **stance(selection, "stance")}


def stance(selection: Selection, field: str) -> Mapping[str, str]:
    """How the words stand to the initiative."""
    judged = judge(selection.text).stance
    return {field: "neutral" if judged == "unclear" else judged, "aspects": " ".join(aspects_in(selection.text))}


def said(selection: Selection, field: str) -> Mapping[str, str]:
    """A point in the article's own words, with the aspect that they touch."""
    return {field: selection.text} | ({"aspect": tags[0]} if (tags := tags_in(selection.text)) else {})


def quantity(selection: Selection, _field: str) -> Mapping[str, str]:
    """A promised quantity with its measure."""
    found = quantities.find_quantities(selection.words.text)
    if not found:
        raise CannotRead(f"“{shortened(selection)}” holds no quantity that can be read. Select the number together with what is counted.")
    read = drafting.quantity(found[0])
    return {"measure": read.measure, "value": read.value, "hedge": read.hedge, "status": read.status, "by": read.by}


Read = Callable[[Selection, str], Mapping[str, str]]
READERS: dict[tuple[str, str], Read] = {
    **{("entries", field): around_a_sum for field in READ_WITH_A_SUM if field not in MONEY_FIELDS},
    ("entries", "usd_as_published"): dollars,
    **{("", field): day for field in ("announced_on", "published", "announced")},
    **{("", field): country for field in ("country", "recipient_country", "countries")},
    ("participations", "name"): named,
    ("participations", "described"): unnamed,
    ("comments", "quote"): quotation,
    ("comments", "stance"): stance,
    ("points", "text"): said,
    **{("quantities", field): quantity for field in ("measure", "value", "hedge", "status", "by")},
}


def with_row(decision: Decision, selection: Selection, part: str) -> Decision:
    """The form with one more row made of the words, ticked, the last of its part. Raises CannotRead."""
    made = replace(MAKERS[part](decision, selection), keep=True, words=selection.words)
    rows: dict[str, Any] = {part: (*getattr(decision, part), made)}
    return replace(decision, **rows)


def new_sum(decision: Decision, selection: Selection) -> Any:
    """A sum under a number that no other sum of the article has."""
    number = max((entry.money for entry in decision.entries), default=-1) + 1
    return drafting.entry(selection.value, max(number, len(selection.value.understanding.money)), sum_in(selection))


def empty(kind: type[Any], selection: Selection, read: Mapping[str, str]) -> Any:
    """A row of a kind with what was read, its other fields empty."""
    blank = {field.name: "" for field in fields(kind)}
    return kind(**{**blank, "keep": True, "words": selection.words, **read})


MAKERS: dict[str, Callable[[Decision, Selection], Any]] = {
    "entries": new_sum,
    "participations": lambda _, at: empty(DecidedParticipation, at, {"role": "partner", "status": "confirmed", **named(at, "name")}),
    "comments": lambda _, at: empty(DecidedComment, at, {"actor": "other", **quotation(at, "quote")}),
    "points": lambda _, at: empty(DecidedPoint, at, {"kind": "goal", **said(at, "text")}),
    "quantities": lambda _, at: empty(DecidedQuantity, at, quantity(at, "value")),
}


def shortened(selection: Selection) -> str:
    """The words, short enough for a sentence."""
    text = " ".join(selection.text.split())
    return text if len(text) <= 60 else f"{text[:57]}…"
