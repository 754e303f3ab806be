"""Reads an amount as a person types it (`1.5tn yen`, `¥1兆`, `Rs 500 crore`, `€2,5 Mrd`, `undisclosed`), and writes one as it can be typed. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from initiatives.ingest.steps.understand.money.reading import plain, read
from initiatives.names.currencies import CURRENCIES
from initiatives.review.decision import LARGEST_AMOUNT, amount_in

SIZES: Final = ((Decimal(10) ** 12, " tn"), (Decimal(10) ** 9, " bn"), (Decimal(10) ** 6, " m"), (Decimal(1), ""))
CARRIER: Final = "EUR"  # stands in for a code at hand while the figure is read: it is no word, no name and no unit of anything else
UNDISCLOSED: Final = frozenset({"", "undisclosed", "not disclosed", "unknown", "not said", "n/a"})
CODE: Final = re.compile(r"(?P<before>[A-Za-z]{3})\s*(?=[\d.,])(?P<rest>.+)|(?P<figure>[\d.,].*?)\s*(?P<after>[A-Za-z]{3})")
NO_NUMBER: Final = re.compile(r"\d\.\d{1,2}\.\d")  # points divide groups of three digits
SHORT_MILLION: Final = re.compile(r"(?<=\d)\s?m$", re.IGNORECASE)
HEDGE_WORDS: Final = re.compile(
    r"(?:[~≈<>+\s]|about|around|approximately|roughly|some|nearly|almost|circa|ca?\.|up to|as much as|at most|a maximum of|more than|over|"
    r"at least|in excess of|between|from|or more|plus|or so|the|an?)*",
    re.IGNORECASE,
)
LONGEST_TYPED_CHARACTERS: Final = 80


class AmountError(ValueError):
    """What was typed is no amount; the message says how to write one."""


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """What was understood: the amount in units of `currency` (None: undisclosed), and what the words said of it. `currency` and `hedge` are
    empty where nothing was said; of a range `amount` is the lower end, as in the record."""

    amount: Decimal | None
    currency: str = ""
    hedge: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


def read_amount(typed: str, currency: str = "", owners: Sequence[str] = ()) -> TypedAmount:
    """The amount that was typed; `currency` is meant where the text names none, `owners` tell what `$` or `Rs` means. Raises AmountError."""
    text = typed.strip()
    if text.lower() in UNDISCLOSED:
        return TypedAmount(None)
    if len(text) > LONGEST_TYPED_CHARACTERS:
        raise AmountError(f"“{text[:30]}…” is too long for an amount. {_way_out()}")
    if NO_NUMBER.search(text):
        raise AmountError(f"“{text}” is not an amount: its points divide no groups of three digits. {_way_out()}")
    found = _digits(text, currency) or _with_code(text) or _said(text, owners) or (_carried(text, currency) if currency else None)
    if found is None:
        raise AmountError(f"“{text}” is not an amount{_without_currency(text)}. {_way_out()}")
    return _bounded(found, text)


def amount_of(typed: str, currency: str) -> Decimal | None:
    """The amount of a field whose currency stands in another; None for an undisclosed one. Raises AmountError, also where both name a currency and
    they are two."""
    code = currency.strip().upper()
    found = read_amount(typed, code)
    if found.currency and code and found.currency != code:
        raise AmountError(f"“{typed}” is in {found.currency}, and the currency beside it is {code}. Make the two agree.")
    return found.amount


def as_typed(amount: Decimal | None, currency: str) -> str:
    """`387.3 bn JPY`: every digit of the amount, in a form that `read_amount` gives back; `undisclosed` for None."""
    if amount is None:
        return "undisclosed"
    size, word = next((size, word) for size, word in SIZES if amount >= size or size == 1)
    return f"{_figure(amount / size)}{word} {currency}".strip()


def _figure(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _digits(text: str, currency: str) -> TypedAmount | None:
    amount = amount_in(text)
    return None if amount is None else TypedAmount(amount, currency)


def _with_code(text: str) -> TypedAmount | None:
    """A figure with the code of a currency before or behind it, whatever else that code is a word for."""
    match = CODE.fullmatch(text)
    code = ((match["before"] or match["after"]) if match else "").upper()
    return _carried(match["rest"] or match["figure"], code) if match and code in CURRENCIES else None


def _carried(text: str, code: str) -> TypedAmount | None:
    """A figure without a currency of its own."""
    figure = SHORT_MILLION.sub(" million", text.strip())
    plain_digits = _digits(figure, code)
    found = plain_digits or _said(f"{figure} {CARRIER}", ()) if not _said(figure, ()) else None
    return TypedAmount(found.amount, code, found.hedge, found.low, found.high) if found else None


def _said(text: str, owners: Sequence[str]) -> TypedAmount | None:
    """The one sum that the grammar of articles finds, where nothing but a hedge stands beside it."""
    sums = read(text, tuple(owners)).sums
    if len(sums) != 1:
        return None
    start, end = sums[0].start, sums[0].end
    if not HEDGE_WORDS.fullmatch(text[:start]) or not HEDGE_WORDS.fullmatch(text[end:]):
        return None
    low, high = sums[0].low, sums[0].high
    bounds = (None, None) if high is None else (plain(low), plain(high))
    return TypedAmount(plain(low), sums[0].currency, "" if sums[0].hedge == "exact" else sums[0].hedge, *bounds)


def _bounded(found: TypedAmount, text: str) -> TypedAmount:
    if found.amount is not None and not 0 < found.amount < LARGEST_AMOUNT:
        raise AmountError(f"“{text}” is not an amount above 0 and below 100,000 trillion. Leave it empty when the sum is undisclosed.")
    return found


def _without_currency(text: str) -> str:
    has_figure = any(character.isdigit() for character in text)
    return " that names its currency" if has_figure and not re.search("[€£¥$₹₩]", text) else ""


def _way_out() -> str:
    return "Write it as 387.3 bn JPY, ¥1兆, Rs 500 crore or €2,5 Mrd, or leave it empty when the sum is undisclosed."
