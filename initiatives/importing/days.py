"""Days as people write them in tables, and where only a person can say which number is the month."""

import re

from initiatives import dates

DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
IN_WORDS = {DAY_FIRST: "the day first (03.04.2026 is 3 April)", MONTH_FIRST: "the month first (03.04.2026 is 4 March)"}
_WRITTEN = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


def matters(text: str) -> bool:
    """Whether the two orders give two different days: `03.04.2026`, but not `25.04.2026` or `03.03.2026`."""
    found = _WRITTEN.fullmatch(text.strip())
    return found is not None and found[1].zfill(2) != found[2].zfill(2) and int(found[1]) <= 12 and int(found[2]) <= 12


def read(text: str, order: str | None) -> str:
    """The day as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Raises ValueError in words; `order` is needed where it matters."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return dates.parse(text.strip())
    first, second, year = found[1].zfill(2), found[2].zfill(2), found[3]
    month_first = order == MONTH_FIRST or (order is None and int(second) > 12)
    month, day = (first, second) if month_first else (second, first)
    return dates.parse(f"{year}-{month}-{day}")
