"""How the desk writes effects and typed amounts; must not decide anything."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from initiatives import formats, vocabulary
from initiatives.desk.told import named, told
from initiatives.names.countries import COUNTRIES
from initiatives.publication import Effect, EntryEffect
from initiatives.review.decision import amount_in
from initiatives.review.merging import countries_in_words

register = template.Library()
register.filter("told", told)
register.filter("named", named)
DOLLAR = "USD"
SELECTED = mark_safe(" selected")
LONGEST_HEADING_CHARACTERS = 60
ROW_OF_PART = {"article": "article", "initiative": "initiative-row", "slug": "initiative-row"}
PART_WORDS = {"entries": "Money", "participations": "Participant", "comments": "Comment", "points": "Point", "quantities": "Quantity"}
FIELD_WORDS = {
    "announced_on": "said on",
    "amount_low": "lower bound",
    "amount_high": "upper bound",
    "usd_as_published": "dollars quoted",
    "related_to": "the entry it points at",
    "recipient_country": "the country it is meant for",
    "period": "years covered",
    "klass": "kind of source",
    "url": "address",
    "slug": "address in the record",
    "described": "words for the unnamed",
    "countries": "owners",
    "tier": "how good the source is",
}


@register.filter
def of_row(choices: Mapping[str, Any], name: str) -> Any:
    """The relations that a row of the form may have."""
    return choices.get(name, ())


@register.filter
def of_key(named: Mapping[str, str], key: str) -> str:
    """The name of what has this key; the key itself where it has none."""
    return named.get(key, key)


@register.filter
def left_out(rows: Sequence[Any]) -> list[Any]:
    """The rows that are not published."""
    return [row for row in rows if not row.value.keep]


@register.filter
def is_heading(line: Sequence[Any]) -> bool:
    """Whether a line of the article reads like a heading: short, unmarked, without a full stop."""
    text = "".join(piece.text for piece in line).strip()
    return (
        len(text) <= LONGEST_HEADING_CHARACTERS and not text.endswith((".", "!", "?", ":", ";", "”", '"')) and not any(piece.marks for piece in line)
    )


@register.filter
def named_countries(typed: str) -> str:
    """Codes of countries with their names."""
    return countries_in_words(typed)


@register.filter
def in_words(word: str, words: Mapping[str, str]) -> str:
    """A stored word as a reader sees it; a word of no list stands as typed."""
    return words.get(word, word)


@register.filter
def tiers(_vocabulary: Any) -> dict[str, str]:
    """The tiers with text keys, as a form posts them."""
    return {str(tier): words for tier, words in vocabulary.TIERS.items()}


@register.filter
def country_name(code: str) -> str:
    """The shown name of an owner; joint efforts are no country."""
    if code == vocabulary.JOINT:
        return "Joint efforts"
    return COUNTRIES[code].name if code in COUNTRIES else code


@register.filter
def organization_address(slug: str) -> str:
    """Where the organization of a typed slug stands; nothing where no address can be made of it."""
    try:
        return reverse("organization", args=[slug])
    except NoReverseMatch:
        return ""


@register.filter
def effect_heading(effect: Effect) -> str:
    """`adds ¥0`, or the sum in each currency that something is added in."""
    sums: dict[str, Decimal] = {}
    for entry in effect.entries:
        if entry.adds is not None:
            sums[entry.currency] = sums.get(entry.currency, Decimal(0)) + entry.adds
    if not effect.entries:
        return "adds no money"
    return f"adds {formats.listed(formats.published(amount, currency) for currency, amount in sums.items())}" if sums else "adds an undisclosed sum"


@register.filter
def adds(entry: EntryEffect) -> str:
    """What one entry would add, in its own currency."""
    return formats.published(entry.adds, entry.currency)


@register.filter
def entry_effect(entry: EntryEffect, effect: Effect) -> str:
    """`It adds ¥0: restates METI's five-year support (21 Dec 2025)`; among several sums each is named by its words."""
    named_sum = entry.said if len(effect.entries) > 1 else "It"
    dollars = f" ({formats.money(entry.adds_usd, DOLLAR)})" if entry.adds and entry.adds_usd and entry.currency != DOLLAR else ""
    return f"{named_sum} adds {adds(entry)}{dollars}: {entry.reason}.{moved_by_rates(entry)}"


def moved_by_rates(entry: EntryEffect) -> str:
    """Why dollars move where nothing is added in the sum's own currency; empty where both move or neither."""
    if entry.adds != 0 or not entry.adds_usd:
        return ""
    sign, day = "+" if entry.adds_usd > 0 else "", f" of {formats.day(entry.rate_of)}" if entry.rate_of else ""
    return (
        f" In dollars the total moves by {sign}{formats.published(entry.adds_usd, DOLLAR)}, though no money is new: "
        f"this part now has the rate{day}, the rest that of its own day."
    )


@register.filter
def also_adds(sheet: Any) -> str:
    """What publishing adds beside money."""
    decision = sheet.decision
    kept = {
        "comment": sum(row.keep for row in decision.comments),
        "participation": sum(row.keep for row in decision.participations),
        "point": sum(row.keep for row in decision.points),
        "quantity,quantities": sum(row.keep for row in decision.quantities),
    }
    words = [formats.counted(number, *noun.split(",")) for noun, number in kept.items() if number]
    return f"also adds {formats.listed([*words, 'the article itself'])}"


@register.filter
def typed_amount(entry: Any) -> str:
    """The amount as a reader will see it, with all its digits; of a range both ends."""
    amount, low, high = amount_in(entry.amount), amount_in(entry.amount_low), amount_in(entry.amount_high)
    if amount is None:
        return entry.amount or formats.UNDISCLOSED
    if entry.hedge == "range" and high is not None:
        ends = (low or amount, high)
        shown = formats.listed(formats.published(end, entry.currency) for end in ends)
        return f"between {shown} ({' to '.join(formats.money_in_full(end, entry.currency) for end in ends)})"
    hedge = entry.hedge if entry.hedge in vocabulary.HEDGES else ""
    return f"{formats.hedged(formats.published(amount, entry.currency), hedge)} ({formats.money_in_full(amount, entry.currency)})"


@register.filter
def typed_dollars(amount: str) -> str:
    """Dollars as typed."""
    dollars = amount_in(amount)
    return amount if dollars is None else formats.published(dollars, DOLLAR)


@register.filter
def title_words(sheet: Any, money: int) -> str:
    """The words in which the title says the same money."""
    said = [claim.evidence.text for claim in sheet.value.understanding.title_money if claim.restates_in_text == money]
    return f"“{said[0]}”" if said else ""


@register.filter
def said_day(text: str) -> str:
    """A day as typed, in words where it is one."""
    try:
        return formats.day(text) if text else "unknown"
    except ValueError:
        return text


@register.filter
def row_of_field(field: str) -> str:
    """The id of the row that a field stands in: `entries-0` of `entries-0-announced_on`."""
    part, _, rest = field.partition("-")
    number = rest.partition("-")[0]
    return f"{part}-{number}" if number.isdigit() else ROW_OF_PART.get(part, "article")


@register.filter
def field_in_words(field: str) -> str:
    """A field as the form names it: `Money 1, said on`."""
    part, _, rest = field.partition("-")
    number, _, name = rest.partition("-")
    if part in PART_WORDS and number.isdigit():
        return f"{PART_WORDS[part]} {int(number) + 1}, {FIELD_WORDS.get(name, name.replace('_', ' '))}"
    plain = rest or part
    return FIELD_WORDS.get(plain, plain.replace("_", " ")).capitalize()


@register.filter
def options(words: Mapping[str, str], chosen: str) -> SafeString:
    """The options of a choice from a closed list as HTML, one of them chosen; a form has hundreds, and they are few different ones."""
    return _options(tuple(words.items()), chosen)


@lru_cache(2048)
def _options(words: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    return format_html_join("", '<option value="{}"{}>{}</option>', ((word, SELECTED if word == chosen else "", shown) for word, shown in words))


@register.filter
def of_the_initiative(faults: Sequence[Any]) -> list[Any]:
    """The faults of the initiative's own fields."""
    return [fault for fault in faults if ROW_OF_PART.get(fault.field.partition("-")[0]) == "initiative-row"]
