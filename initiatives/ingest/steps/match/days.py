"""Says how far apart two days of unequal precision are, and when that is too far to be the same news; must not know what happened on them."""

from functools import lru_cache

from initiatives.dates import first_day, last_day, precision

NEAR_DAYS, FAR_DAYS = 120, 400  # "about a year": the same money is told again at the next budget, seldom later


@lru_cache(maxsize=4096)
def gap(earlier: str, later: str) -> int:
    """Days from one day with precision to another; 0 where a month or year holds the other, negative where `later` lies before `earlier`."""
    if last_day(earlier) < first_day(later):
        return (first_day(later) - last_day(earlier)).days
    return (last_day(later) - first_day(earlier)).days if last_day(later) < first_day(earlier) else 0


def is_far(earlier: str, later: str | None) -> bool:
    """True where more than about a year lies between; an unknown day is not far, and not near either."""
    return later is not None and abs(gap(earlier, later)) > FAR_DAYS


def gap_in_words(earlier: str, later: str) -> str:
    """`22 days later`, `on the same day`, or `at about the same time` where a month or year is all that is known."""
    apart = gap(earlier, later)
    if apart:
        return f"{abs(apart)} day{'' if abs(apart) == 1 else 's'} {'later' if apart > 0 else 'earlier'}"
    return "on the same day" if precision(earlier) == precision(later) == "day" else "at about the same time"
