"""How long to wait until a source is visited again."""

from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.discover import next_wait, wait_after_failure
from initiatives.ingest.steps.discover.interval import (
    FIRST_WAIT_SECONDS,
    LONGEST_ASKED_WAIT_SECONDS,
    LONGEST_WAIT_SECONDS,
    SHORTEST_WAIT_SECONDS,
    asked_wait,
    jittered,
)

WAITS = st.integers(SHORTEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS)


def test_new_items_shorten_the_wait_and_silence_lengthens_it() -> None:
    assert next_wait(FIRST_WAIT_SECONDS, 3) < FIRST_WAIT_SECONDS < next_wait(FIRST_WAIT_SECONDS, 0)


def test_each_failure_in_a_row_doubles_the_wait_up_to_a_day() -> None:
    assert [wait_after_failure(3600, failures) for failures in (1, 2, 3, 50)] == [7200, 14400, 28800, LONGEST_WAIT_SECONDS]


def test_a_server_is_never_asked_sooner_than_it_wants() -> None:
    assert wait_after_failure(3600, 1, 100_000) == 100_000
    assert wait_after_failure(3600, 1, 10**9) == LONGEST_ASKED_WAIT_SECONDS
    assert wait_after_failure(3600, 1, 5) == 7200


@given(WAITS, st.integers(0, 1000), st.integers(0, 10_000), st.floats(0, 1))
def test_every_wait_keeps_within_its_bounds(wait: int, new: int, failures: int, chance: float) -> None:
    assert SHORTEST_WAIT_SECONDS <= next_wait(wait, new) <= LONGEST_WAIT_SECONDS
    assert wait <= wait_after_failure(wait, failures) <= LONGEST_WAIT_SECONDS
    assert 0.89 * wait <= jittered(wait, chance) <= 1.1 * wait
    assert asked_wait(wait, chance) >= wait
