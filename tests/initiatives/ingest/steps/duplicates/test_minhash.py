"""Two texts share bands about as often as the formula says, today and in every other process."""

import subprocess
import sys

import numpy as np
import pytest

from initiatives.ingest.steps.duplicates import bands, text_of

PROGRAM = "from initiatives.ingest.steps.duplicates import bands, text_of; print(bands(text_of('one two three four five six').shingles)[:3])"


def numbers(dice: np.random.Generator, count: int) -> np.ndarray:
    return dice.integers(0, 2**63, count, np.uint64)


@pytest.mark.parametrize(("overlap", "least"), [(0.6, 1.0), (0.4, 0.995), (0.3, 0.985), (0.2, 0.9)])
def test_texts_that_overlap_share_a_band(overlap: float, least: float) -> None:
    """`overlap` is the Jaccard similarity of two sets of 400 numbers."""
    dice, size = np.random.default_rng(7), 400
    common = round(2 * size * overlap / (1 + overlap))
    met = 0
    for _ in range(200):
        shared = numbers(dice, common)
        one, other = (np.concatenate([shared, numbers(dice, size - common)]) for _ in range(2))
        met += any(left == right for left, right in zip(bands(one), bands(other), strict=True))
    assert met / 200 >= least


def test_texts_with_nothing_in_common_hardly_ever_share_a_band() -> None:
    dice = np.random.default_rng(7)
    met = [any(one == other for one, other in zip(bands(numbers(dice, 400)), bands(numbers(dice, 400)), strict=True)) for _ in range(200)]
    assert sum(met) == 0


def test_bands_fit_the_column_and_their_order_is_the_text_s_own() -> None:
    found = bands(text_of("The state pays for chips, and the chips are late.").shingles)
    assert len(found) == 128
    assert all(-(2**63) <= value < 2**63 for value in found)


def test_another_process_finds_the_same_bands() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(bands(text_of("one two three four five six").shingles)[:3])


def test_a_text_without_shingles_has_no_bands() -> None:
    assert bands(text_of("too short").shingles) == ()
