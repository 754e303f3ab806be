"""How much a briefing may hold, how many there may be, and how long they are kept; knows nothing else."""

from datetime import timedelta
from typing import Final

SECRET_BYTES: Final = 24  # 192 bits
MOST_CHARTS: Final = 30
MOST_PICKS: Final = 30
MOST_FOUND: Final = 8  # initiatives offered for the words of a search
LARGEST_TEMPLATE_BYTES: Final = 8 * 1024 * 1024
TEMPLATE_NAME_CHARACTERS: Final = 120

NEW_AN_HOUR: Final = 120  # briefings, of the whole site
OPEN_AT_ONCE: Final = 20  # makings that wait or are being made, of the whole site
MAKINGS_A_DAY: Final = 40  # of one briefing
MAKINGS_KEPT: Final = 12  # of one briefing; older ones go with their files

UNUSED: Final = timedelta(days=180)  # a briefing that nobody opened for so long goes
NEVER_MADE: Final = timedelta(days=30)  # one that was never made goes sooner
WEEK: Final = timedelta(days=7)
LATER: Final = timedelta(hours=1)  # a weekly making that found the queue full
MOST_ATTEMPTS: Final = 5
RING_AGAIN_AFTER: Final = timedelta(seconds=20)  # without a sign of life; a worker that lives holds the lock, so that a ring too many finds it taken
