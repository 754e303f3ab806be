"""How numbers, sums, days and counts are written for a reader; knows neither requests nor models, and no unit prefix but m, bn and tn."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from initiatives import dates
from initiatives.names import currencies
from initiatives.vocabulary import HEDGES

NO_BREAK: Final = "\u00a0"
MINUS: Final = "−"
UNDISCLOSED: Final = "undisclosed"
SIZES: Final = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
LETTERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PLACES: Final = 3  # significant figures in prose and charts


def money(amount: Decimal | None, currency: str) -> str:
    """`$302 bn`, `−€8.58 m`, `undisclosed`: three figures, below a million all before the point. `amount` in units of `currency`."""
    if amount is None:
        return UNDISCLOSED
    return _signed(amount, _marked(_short(abs(amount)), currency))


def published(amount: Decimal | None, currency: str) -> str:
    """As a source wrote it: a round number keeps its own digits (`¥1 tn`, `€1.25 bn`), any other has three significant figures."""
    if amount is None:
        return UNDISCLOSED
    for size, word in SIZES:
        if abs(amount) >= size:
            digits = (abs(amount) / size).normalize()
            if -_exponent(digits) <= 2:
                return _signed(amount, _marked(f"{digits:,f}{NO_BREAK}{word}", currency))
            break
    return money(amount, currency)


def round_sum(amount: Decimal, currency: str) -> str:
    """A round sum with no digit too many: `$5 bn`, `$200 m`, `$0.5`."""
    size, word = next(((size, NO_BREAK + word) for size, word in SIZES if amount >= size), (Decimal(1), ""))
    return _marked(f"{(amount / size).normalize():,f}{word}", currency)


def difference(amount: Decimal, currency: str) -> str:
    """A sum with its sign: `+$4.2 bn`, `−€300 m`, `no change`."""
    return f"{'+' if amount > 0 else ''}{money(amount, currency)}" if amount else "no change"


def money_in_full(amount: Decimal | None, currency: str) -> str:
    """All digits, grouped: `¥1,000,000,000,000`; the minor unit only where there is one in the sum."""
    if amount is None:
        return UNDISCLOSED
    whole = amount == amount.to_integral_value()
    decimals = currencies.CURRENCIES[currency].decimals if currency in currencies.CURRENCIES else 2
    return _signed(amount, _marked(f"{abs(amount):,.{0 if whole else decimals}f}", currency))


def hedged(words: str, hedge: str) -> str:
    """A sum with its hedge in front: `about ¥1 tn`, `up to $5 bn`; an exact sum stands alone."""
    return words if hedge in ("", "exact") or words == UNDISCLOSED else f"{HEDGES[hedge]}{NO_BREAK}{words}"


def percent(share: Decimal | float | None) -> str:
    """A share of a hundred with three figures: `41.3 %`, `0.164 %`, `under 0.01 %`, `no figure` for None."""
    if share is None:
        return "no figure"
    value = Decimal(str(share))
    if 0 < abs(value) < Decimal("0.01"):
        return f"under 0.01{NO_BREAK}%"
    return f"{figures(value)}{NO_BREAK}%"


def published_percent(share: Decimal) -> str:
    """A share of a hundred that a source gives: a round one keeps its own digits (`50 %`), any other has three figures (`33.3 %`)."""
    own = share.normalize()
    return f"{own:f}{NO_BREAK}%" if -_exponent(own) <= 1 else percent(share)


def figures(value: Decimal, places: int = PLACES) -> str:
    """`places` significant figures, no digit before the point lost: 1234 → `1,234`, 0.1639 → `0.164`, 0.2 → `0.200`."""
    if not value:
        return "0"
    rounded = round(value, max(0, places - 1 - value.adjusted()))
    decimals = max(0, places - 1 - rounded.adjusted()) if rounded else 0
    return f"{MINUS if rounded < 0 else ''}{abs(rounded):,.{decimals}f}"


def count(number: int) -> str:
    """`1,329`."""
    return f"{number:,}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 entry`, `2 entries`: the number and its noun, on one line."""
    return f"{count(number)}{NO_BREAK}{one if number == 1 else many or one + 's'}"


def in_letters(number: int) -> str:
    """`no`, `two`, `twelve`; from thirteen on in digits."""
    return LETTERS[number] if 0 <= number < len(LETTERS) else count(number)


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{count(number)}{ending}"


def day(text: str | None) -> str:
    """`21 Dec 2025`, `Dec 2025`, `2025`, kept on one line; `day unknown` for nothing; what somebody typed that is no day stands as typed."""
    if not text:
        return "day unknown"
    try:
        return dates.in_words(text).replace(" ", NO_BREAK)
    except ValueError:
        return text


def listed(words: Iterable[str], joiner: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {joiner} {last}" if most else last


def ended(words: str) -> str:
    """The words with the full stop of a sentence, where they have no end of their own."""
    return words if words.endswith((".", "!", "?", "…", "。")) else f"{words}."


def in_words(word: str | None, words: Mapping[str, str]) -> str:
    """What a reader sees for a stored word; `unknown` for None."""
    return "unknown" if word is None else words.get(word, word)


def tick(amount: Decimal, currency: str, size: Decimal, with_unit: bool) -> str:
    """One label of an axis whose unit is `size`: `20`, the last one `$40 bn`."""
    number = f"{(amount / size).normalize():f}"
    if not with_unit:
        return number
    word = next((NO_BREAK + word for limit, word in SIZES if size == limit), "")
    return _marked(number + word, currency)


def unit_words(size: Decimal, currency: str) -> str:
    """The unit of bare figures: `$ bn`, `€ m`; the mark alone where there is no larger unit."""
    word = next((word for limit, word in SIZES if size == limit), "")
    return f"{currencies.mark_of(currency)}{NO_BREAK}{word}" if word else currencies.mark_of(currency)


def _short(amount: Decimal) -> str:
    """`amount` is not negative."""
    for size, word in SIZES:
        if amount >= size * Decimal("0.9995"):
            digits = amount / size
            decimals = max(0, PLACES - 1 - max(0, digits.adjusted()))
            rounded = digits.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
            if rounded.adjusted() > max(digits.adjusted(), 0) and decimals:
                rounded = digits.quantize(Decimal(1).scaleb(1 - decimals), ROUND_HALF_EVEN)
            return f"{rounded:,f}{NO_BREAK}{word}"
    return figures(amount) if amount < 1000 else f"{amount:,.0f}"


def _marked(number: str, currency: str) -> str:
    mark = currencies.mark_of(currency)
    return f"{mark}{NO_BREAK}{number}" if mark[-1:].isalpha() else f"{mark}{number}"


def _signed(amount: Decimal, words: str) -> str:
    return MINUS + words if amount < 0 else words


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
