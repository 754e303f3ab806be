"""Keeps answers that many pages of one edition share, so that the record is asked once; must not know the questions.

What is kept belongs to one state of the record and is never forgotten by hand: the next edition has other keys.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Final, TypeVar

from django.core.cache import cache

from dashboard.filters import Filters
from dashboard.queries import editions

KEPT_SECONDS: Final = 24 * 3600
SHOWING: Final = ("per", "period", "by", "scale", "measure", "view", "sort", "page")
COUNTING: Final = ("basis", "scope")
DEPENDS_ON_COUNTING: Final = ("reason", "step")
Answer = TypeVar("Answer")


def remembered(question: str, key: str, ask: Callable[[], Answer]) -> Answer:
    """The answer to a question as it was found first in this edition; None is asked again."""
    name = f"question:{editions.current().stamp}:{sha256(f'{question}?{key}'.encode()).hexdigest()}"
    found: Answer | None = cache.get(name)
    if found is None:
        found = ask()
        cache.set(name, found, KEPT_SECONDS)
    return found


def selected(filters: Filters) -> str:
    """What is selected and in which currency, whatever counts and however it is shown: one key for every basis and scope."""
    depends = any(filters.values(name) for name in DEPENDS_ON_COUNTING)
    return filters.as_query(**dict.fromkeys(SHOWING if depends else (*SHOWING, *COUNTING), None))


def counted(filters: Filters) -> str:
    """What is selected and what of it counts, however it is shown."""
    return filters.as_query(**dict.fromkeys(SHOWING, None))
