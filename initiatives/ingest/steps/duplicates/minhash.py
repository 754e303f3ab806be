"""MinHash: few numbers of a text that two texts share about as often as they share shingles; must not know where they are stored.

128 permutations; each band is one of them with the next, so that there are 128 bands of two rows. Two texts whose shingles overlap by a share of
s (Jaccard) have no band in common with a probability near exp(-128 s² (1 - s)): 0.0003 at 0.3, 0.017 at 0.2.
Source: A. Broder, On the resemblance and containment of documents, 1997.
"""

import numpy as np
from numpy.typing import NDArray

from initiatives.ingest.steps.duplicates.shingles import Numbers

PERMUTATIONS = 128
SHINGLES_AT_ONCE = 4096  # so that a long text takes four megabytes and no more
SEED = 20_261_125  # part of what is stored: another seed gives other bands
_GENERATOR = np.random.Generator(np.random.PCG64(SEED))
_FACTORS = _GENERATOR.integers(0, 2**63, (PERMUTATIONS, 1), np.uint64) * np.uint64(2) + np.uint64(1)
_TERMS = _GENERATOR.integers(0, 2**63, (PERMUTATIONS, 1), np.uint64)
_MIX, _HALF = np.uint64(0x94D049BB133111EB), np.uint64(32)


def bands(numbers: Numbers) -> tuple[int, ...]:
    """The bands' 64-bit hashes as signed numbers, in the order of the bands; none for a text without shingles."""
    if not len(numbers):
        return ()
    rows = signature(numbers)
    mixed = (rows << _HALF) ^ np.roll(rows, -1)
    return tuple(int(value) for value in (mixed * _MIX).view(np.int64))


def signature(numbers: Numbers) -> NDArray[np.uint64]:
    """The least value of the numbers under each of 128 multiply-and-shift permutations, 32 bits each."""
    least = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(numbers), SHINGLES_AT_ONCE):
        permuted = numbers[np.newaxis, start : start + SHINGLES_AT_ONCE] * _FACTORS + _TERMS
        np.minimum(least, (permuted >> _HALF).min(axis=1), out=least)
    return least
