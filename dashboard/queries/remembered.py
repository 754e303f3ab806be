"""Keeps answers that many pages of one edition share, so that the record is asked once; must not know the questions.

What is kept belongs to one state of the record, read by one deployment, and is never forgotten by hand: the next has other keys.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, TypeVar

from django.core.cache import cache

from dashboard.filters import Filters
from dashboard.filters.fields import SHOWING
from dashboard.queries import editions, written
from dashboard.queries.deployment import version

KEPT_SECONDS: Final = 24 * 3600
COUNTING: Final = ("basis", "scope")
DEPENDS_ON_COUNTING: Final = ("reason", "step")
Answer = TypeVar("Answer")


def remembered(question: str, key: str, ask: Callable[[], Answer]) -> Answer:
    """The answer to a question as it was found first in this edition; None is asked again."""
    name = name_of(question, key)
    found: Answer | None = cache.get(name)
    if found is None:
        found = ask()
        cache.set(name, found, KEPT_SECONDS)
    return found


def name_of(question: str, key: str) -> str:
    """What an answer in this edition is called in the cache."""
    return f"question:{editions.current().stamp}:{version()}:{sha256(f'{question}?{key}'.encode()).hexdigest()}"


def selected(filters: Filters) -> str:
    """What is selected and in which currency, whatever counts and however it is shown: one key for every basis and scope."""
    depends = any(filters.values(name) for name in DEPENDS_ON_COUNTING)
    return filters.as_query(**dict.fromkeys(SHOWING if depends else (*SHOWING, *COUNTING), None))


def counted(filters: Filters) -> str:
    """What is selected and what of it counts, however it is shown."""
    return filters.as_query(**dict.fromkeys(SHOWING, None))


@dataclass(frozen=True, slots=True)
class Shared:
    """A question whose rows are remembered: its name, what asks it of filters, and what of the filters its answer depends on."""

    name: str
    question: written.Question
    key: Callable[[Filters], str] = counted

    def rows(self, filters: Filters) -> list[tuple[Any, ...]]:
        """The rows; one statement, none where they were asked before, by themselves or with others (`together.ask`)."""
        return remembered(self.name, self.key(filters), lambda: written.rows(self.question, filters))
