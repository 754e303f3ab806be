"""Words of a figure (`$53.5 bn`) as the format under which an office program writes the same from the value behind it; knows no chart."""

import re
from decimal import ROUND_CEILING, Decimal
from typing import Final

from dashboard.figures.labels import round_step
from initiatives.formats import MINUS, NO_BREAK

SIZES: Final = {"tn": (Decimal(10) ** 12, ",,,,"), "bn": (Decimal(10) ** 9, ",,,"), "m": (Decimal(10) ** 6, ",,")}
ONE: Final = (Decimal(1), "")
FIGURE: Final = re.compile(r"^(?P<before>[^\d]*)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<after>[^\d]*)$")
PLAIN: Final = "#,##0"
YEARS_MARKED: Final = 12  # at most, on an axis


def format_of(words: str, value: Decimal) -> str | None:
    """The format that writes `value` as `words`; None where no format can, as of `nothing`. A bare number may stand for millions or more."""
    found = FIGURE.match(words)
    if found is None:
        return None
    number = Decimal(found["number"].replace(",", ""))
    places = max(0, -int(number.as_tuple().exponent))
    unit = found["after"].strip(NO_BREAK + " ")
    sizes = [SIZES[unit]] if unit in SIZES else [ONE, *SIZES.values()] if not unit else [ONE]
    commas = next((commas for size, commas in sizes if abs(abs(value) / size - number) <= Decimal(1).scaleb(-places) / 2), None)
    if commas is None:
        return None
    decimals = f".{'0' * places}" if places else ""
    written = f"{_literal(found['before'])}{'#,##0' if ',' in found['number'] else '0'}{decimals}{commas}{_literal(found['after'])}"
    return f"{written};{written}" if value < 0 else written


def shortened(words: tuple[str, ...], values: tuple[Decimal | None, ...]) -> tuple[str, ...]:
    """The figures without their unit, all in that of the largest: `183`, `27.4`, `0.2`. What is no figure stays as it is."""
    highest = max((abs(value) for value in values if value is not None), default=Decimal(0))
    size = next((size for size, _ in SIZES.values() if highest >= size), Decimal(1))
    return tuple(_short(said, value, size) for said, value in zip(words, values, strict=True))


def _short(words: str, value: Decimal | None, size: Decimal) -> str:
    found = FIGURE.match(words)
    if found is None or value is None or found["after"].strip(NO_BREAK + " ") not in (*SIZES, ""):
        return words
    figure = abs(value) / size
    sign = MINUS if MINUS in found["before"] else ""
    if 0 < figure < Decimal("0.05"):
        return f"<{sign}0.1"
    return f"{sign}{figure:,.0f}" if figure >= 100 or not figure else f"{sign}{figure:,.1f}"


def axis_format(words: tuple[str, ...], step: Decimal, top: Decimal) -> str:
    """The format of an axis whose labels are marked as `words` are: the zero bare, the others with their unit."""
    found = next((match for one in words if (match := FIGURE.match(one))), None)
    if found is None:
        return PLAIN if step == step.to_integral_value() else "0.0##"
    before, after = _mark(found["before"]), found["after"]
    if after.strip(NO_BREAK + " ") in (*SIZES, ""):
        word, (size, commas) = next(((word, size) for word, size in SIZES.items() if top >= size[0]), ("", (Decimal(1), "")))
        after = f"{NO_BREAK}{word}" if word else ""
        return f"[=0]0;{_literal(before)}#,##0{_places(step / size)}{commas}{_literal(after)}"
    return f"[=0]0;{_literal(before)}#,##0{_places(step)}{_literal(after)}"


def _mark(before: str) -> str:
    """What stands before a figure, where it is the mark of a currency and not a hedge in words."""
    return "" if any(character.islower() for character in before) else before.strip(MINUS + "+")


def reach(highest: Decimal, room: Decimal, most: int = 6) -> tuple[Decimal, Decimal]:
    """Where an axis ends so that a share `room` of its length is free past `highest`, and the step of its marks."""
    wanted = highest * (1 + room) or Decimal(1)
    step = round_step(wanted, most)
    half = step / 2
    return (wanted / half).to_integral_value(ROUND_CEILING) * half, step


def years_step(first: int, last: int) -> int:
    """Every how many years an axis of years is marked."""
    return max(1, -(-(last - first) // YEARS_MARKED))


def _places(step: Decimal) -> str:
    places = max(0, -int(step.normalize().as_tuple().exponent))
    return f".{'0' * places}" if places else ""


def _literal(words: str) -> str:
    return '"' + words.replace('"', "") + '"' if words else ""
