"""Takes the answer about some places from that about the whole record, which each process keeps for an edition; must not know the questions.

What is kept belongs to a token that lies in the cache under the edition: where the cache is emptied or away, nothing old is answered with.
"""

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from threading import Lock
from typing import Any, Final, TypeVar
from uuid import uuid4

from django.core.cache import cache

from dashboard.filters import Filters
from dashboard.filters.fields import PARAMETERS, SHOWING
from dashboard.queries import editions
from dashboard.queries.conditions import region_codes
from dashboard.queries.deployment import version
from dashboard.queries.remembered import COUNTING, KEPT_SECONDS

PLACES: Final = ("country", "region")
WHATEVER_IS_CHOSEN: Final = frozenset({*SHOWING, *COUNTING, *PLACES, "currency", "as_of"})
MOST_KEPT: Final = 6  # answers of one process; some megabytes each where the record is large
Answer = TypeVar("Answer")

_kept: OrderedDict[str, Any] = OrderedDict()
_lock = Lock()


def holds(filters: Filters, *columns: str) -> bool:
    """Whether nothing but places and these columns narrows the selection, so that the whole record's answer holds the one that is asked for."""
    return not any(filters.values(name) for name in PARAMETERS if name not in WHATEVER_IS_CHOSEN and name not in columns)


def of(filters: Filters, *columns: str) -> Filters:
    """The same filters for every place, and with any value of these columns."""
    return filters.model_copy(update=dict.fromkeys((*PLACES, *columns), ()))


def kept(question: str, key: str, ask: Callable[[], Answer]) -> Answer | None:
    """The answer that this process keeps of the edition, asked for where it has none; None where the cache is away."""
    token = _token(f"whole:{editions.current().stamp}:{version()}:{sha256(f'{question}?{key}'.encode()).hexdigest()}")
    if token is None:
        return None
    with _lock:
        if token in _kept:
            _kept.move_to_end(token)
            found: Answer = _kept[token]
            return found
    found = ask()
    with _lock:
        _kept[token] = found
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return found


def _token(name: str) -> str | None:
    """What all processes know this answer by."""
    found: str | None = cache.get(name)
    if found is None:
        token = uuid4().hex
        found = token if cache.add(name, token, KEPT_SECONDS) else cache.get(name)
    return found


def in_places(filters: Filters) -> Callable[[str], bool]:
    """Tells whether money of a country, an actor or `joint` belongs to the chosen places, as `conditions.places` has it."""
    inside, outside = set(filters.chosen("country")), set(filters.excluded("country"))
    regions = set(region_codes(filters.chosen("region"))) if filters.chosen("region") else None
    elsewhere = set(region_codes(filters.excluded("region")))

    def belongs(code: str) -> bool:
        return (not inside or code in inside) and code not in outside and (regions is None or code in regions) and code not in elsewhere

    return belongs


def is_chosen(filters: Filters, name: str) -> Callable[[str], bool]:
    """Tells whether a value is one of those that a parameter lets through, as `conditions.alternatives` has it."""
    inside, outside = set(filters.chosen(name)), set(filters.excluded(name))
    return lambda value: (not inside or value in inside) and value not in outside
