"""The words of the ledger."""

import pytest

from initiatives.ledger.values import BASES, STAGES, Reason, named, reaches, reason_in_words


@pytest.mark.parametrize(
    ("reason", "to", "now", "words"),
    [
        (Reason.CANCELS, "jp#3", None, "cancels #3"),
        (Reason.RESTATES, "jp#3", "jp#7", "restates #3 (now #7)"),
        (Reason.RESTATES, "kr#3", None, "restates kr#3"),
        (Reason.REPLACED, "jp#2", None, "replaced by #2"),
        (Reason.CANCELLED, "kr#2", None, "cancelled by kr#2"),
        (Reason.ENDED, "jp#2", None, "ended with #2"),
        (Reason.OUT_OF_SCOPE, None, None, "outside the scope"),
        (Reason.BELOW_BASIS, None, None, "below the basis"),
        (Reason.UNDISCLOSED, None, None, "amount undisclosed"),
        (Reason.CONTAINS_ONLY, None, None, "contains only what is listed below it"),
        (Reason.COUNTED_LESS, None, None, "counted, less what it contains"),
        (Reason.COUNTED, None, None, "counted in full"),
    ],
)
def test_every_reason_has_its_phrase(reason: Reason, to: str | None, now: str | None, words: str) -> None:
    assert reason_in_words(reason, "jp#1", to, now) == words


def test_an_entry_is_named_by_its_number_at_home_and_by_its_key_abroad() -> None:
    assert [named(key, "jp#1") for key in ("jp#12", "jp-chips#1", "bare")] == ["#12", "jp-chips#1", "bare"]


def test_a_firmer_basis_keeps_fewer_stages() -> None:
    assert [[reaches(stage, basis) for stage in STAGES].count(True) for basis in BASES] == [5, 4, 3, 2, 1]
