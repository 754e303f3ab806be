"""Words of a figure (`$53.5 bn`) as the format under which an office program writes the same from the value behind it; knows no chart."""

import re
from decimal import ROUND_CEILING, Decimal
from typing import Final

from dashboard.figures.labels import round_step
from initiatives.formats import MINUS, NO_BREAK

SIZES: Final = {"tn": (Decimal(10) ** 12, ",,,,"), "bn": (Decimal(10) ** 9, ",,,"), "m": (Decimal(10) ** 6, ",,")}
FIGURE: Final = re.compile(r"^(?P<before>[^\d]*)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<after>[^\d]*)$")
PLAIN: Final = "#,##0"


def format_of(words: str, value: Decimal) -> str | None:
    """The format that writes `value` as `words`; None where no format can, as of `nothing`."""
    found = FIGURE.match(words)
    if found is None:
        return None
    size, commas = SIZES.get(found["after"].strip(NO_BREAK + " "), (Decimal(1), ""))
    number = Decimal(found["number"].replace(",", ""))
    places = max(0, -int(number.as_tuple().exponent))
    if abs(abs(value) / size - number) > Decimal(1).scaleb(-places):
        return None
    grouped = "#,##0" if "," in found["number"] else "0"
    decimals = f".{'0' * places}" if places else ""
    written = f"{_literal(found['before'])}{grouped}{decimals}{commas}{_literal(found['after'])}"
    return written if value >= 0 or MINUS not in found["before"] else f"{written};{written}"


def axis_format(words: tuple[str, ...], step: Decimal, top: Decimal) -> str:
    """The format of an axis whose labels are marked as `words` are: the zero bare, the others with their unit."""
    found = next((match for one in words if (match := FIGURE.match(one))), None)
    if found is None:
        return PLAIN if step == step.to_integral_value() else "0.0##"
    before, after = found["before"].strip(MINUS + "+"), found["after"]
    if after.strip(NO_BREAK + " ") in (*SIZES, ""):
        word, (size, commas) = next(((word, size) for word, size in SIZES.items() if top >= size[0]), ("", (Decimal(1), "")))
        after = f"{NO_BREAK}{word}" if word else ""
        return f"[=0]0;{_literal(before)}#,##0{_places(step / size)}{commas}{_literal(after)}"
    return f"[=0]0;{_literal(before)}0{_places(step)}{_literal(after)}"


def reach(highest: Decimal, room: Decimal, most: int = 6) -> tuple[Decimal, Decimal]:
    """Where an axis ends so that a share `room` of its length is free past `highest`, and the step of its marks."""
    wanted = highest * (1 + room) or Decimal(1)
    step = round_step(wanted, most)
    half = step / 2
    return (wanted / half).to_integral_value(ROUND_CEILING) * half, step


def _places(step: Decimal) -> str:
    places = max(0, -int(step.normalize().as_tuple().exponent))
    return f".{'0' * places}" if places else ""


def _literal(words: str) -> str:
    return '"' + words.replace('"', "") + '"' if words else ""
