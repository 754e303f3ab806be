"""How long to wait until the next visit of a source; must not know a clock or a dice: the chance is handed in."""

SHORTEST_WAIT_SECONDS = 15 * 60  # a feed that moves faster loses nothing: it shows its items for hours
LONGEST_WAIT_SECONDS = 24 * 3600
LONGEST_ASKED_WAIT_SECONDS = 7 * 24 * 3600  # of Retry-After
FIRST_WAIT_SECONDS = 3600
SHORTER, LONGER = 0.5, 1.5
JITTER = 0.1  # of the wait, either way, so that sources added together drift apart


def next_wait(wait: int, new_items: int) -> int:
    """The wait after an answer: shorter when something new came, longer when nothing did, between a quarter of an hour and a day."""
    return _within(int(wait * (SHORTER if new_items else LONGER)))


def wait_after_failure(wait: int, failures_in_a_row: int, asked: int | None = None) -> int:
    """Doubles with each failure in a row up to a day; never sooner than the server asked for, which counts up to a week."""
    doubled = _within(wait * 2 ** min(failures_in_a_row, 10))
    return max(doubled, min(asked or 0, LONGEST_ASKED_WAIT_SECONDS))


def jittered(wait: int, chance: float) -> int:
    """The wait moved by at most a tenth; `chance` from 0 to 1, a half moves nothing."""
    return int(wait * (1 + JITTER * (2 * chance - 1)))


def asked_wait(asked: int, chance: float) -> int:
    """A wait that a server asked for, moved by a tenth at most and never sooner."""
    return int(asked * (1 + JITTER * chance))


def _within(wait: int) -> int:
    return max(SHORTEST_WAIT_SECONDS, min(wait, LONGEST_WAIT_SECONDS))
