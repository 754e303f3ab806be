"""What was looked up in the record for a form, remembered for as long as its page is made: a page reads the same form several times."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

Found = TypeVar("Found")


class Known:
    """Answers by what was asked for and its key."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Any] = {}

    def once(self, what: str, key: str, look: Callable[[str], Found]) -> Found:
        """The answer of `look`, which is asked only the first time."""
        if (what, key) not in self._found:
            self._found[what, key] = look(key)
        return cast(Found, self._found[what, key])

    def lacks(self, what: str, key: str) -> bool:
        """Whether nobody asked for it yet."""
        return (what, key) not in self._found
