"""Makes what a page will read and nobody asked for before: an edition put back, a count of another day, rates; must not know the page."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict

from dashboard.filters import FilterError, Filters, asked_edition
from dashboard.queries import editions, money
from dashboard.queries.editions import Reading
from dashboard.queries.one_state import at_edition, one_state
from initiatives import archive
from initiatives.models import Conversion, Snapshot
from initiatives.recount import conversions_into, snapshot_as_of

TRIES: Final = 4  # a publication between making the rows and reading them forgets them
Needs = Callable[[Filters], Sequence[Filters]]


class Unsettled(Exception):
    """What was made was forgotten again and again before it could be read."""

    def __init__(self) -> None:
        super().__init__("The record is being published faster than this state of it can be counted. Nothing was lost; ask again in a moment.")


@dataclass(frozen=True, slots=True)
class Made:
    """The count that was made ready, the currency that its amounts can be shown in, and the edition that it is in; None is the newest.

    A count without entries, of a day before the first, has no rates."""

    snapshot: Snapshot
    currency: str
    edition: int | None
    has_rates: bool

    def is_there(self) -> bool:
        """Whether it is still there; a publication in between forgets it. One statement. Raises `archive.Gone`."""
        with at_edition(self.edition):
            found = Snapshot.objects.filter(pk=self.snapshot.pk, edition=self.snapshot.edition)
            return (found.filter(Exists(rates(self.currency))) if self.has_rates else found).exists()


def rates(currency: str) -> QuerySet[Conversion]:
    """The stored rates of an outer count into a currency."""
    return Conversion.objects.filter(snapshot=OuterRef("pk"), display=currency)


def itself(filters: Filters) -> Sequence[Filters]:
    """What most pages need: the state that their filters name."""
    return [filters]


@contextmanager
def state_of(query: QueryDict, needs: Needs = itself) -> Iterator[Filters]:
    """The filters of an address, with everything they need made; what is inside reads one state of the record, of the edition that they name.

    Raises FilterError, and Unsettled. For whoever reads the record outside the request of a page: workers, commands, files. `needs` names further
    states that will be read (`at_edition`), by their edition, day and currency."""
    with settled(query, needs):
        yield Filters.from_query(query)


@contextmanager
def settled(query: QueryDict, needs: Needs = itself) -> Iterator[Reading]:
    """The same without reading the filters, for who will read them; an address that will be refused has nothing made. Raises Unsettled."""
    number, other = asked_edition(query), asked_edition(query, "from_edition")
    for _ in range(TRIES):
        with ExitStack() as stack:
            try:
                _put_back(number, other)
                made = _made_for(query, number, needs)
                reading = stack.enter_context(one_state(number))
                is_there = all(one.is_there() for one in made) and _stays(other)
            except archive.Gone:
                continue
            if is_there:
                yield reading
                return
    raise Unsettled


def make_ready(filters: Filters) -> Made | None:
    """The count of the day that the filters rewind to, and the rates into their currency, in the edition that is read; each in its own transaction.

    Call before the transaction in which a page is read, or where there is none. None where nothing had to be made."""
    if filters.as_of is None and filters.currency == money.DOLLARS:
        return None
    snapshot = snapshot_as_of(filters.as_of)
    conversions_into(filters.currency, snapshot)
    has_rates = Snapshot.objects.filter(Exists(rates(filters.currency)), pk=snapshot.pk).exists()
    return Made(snapshot, filters.currency, filters.edition, has_rates)


def _put_back(*numbers: int | None) -> None:
    for number in numbers:
        if number is not None and number != editions.newest().number:
            archive.put_back(number)


def _stays(other: int | None) -> bool:
    """Looks into the edition that is compared with, after which it stays until the transaction ends. Raises `archive.Gone`."""
    with at_edition(other):
        return True


def _made_for(query: QueryDict, number: int | None, needs: Needs) -> list[Made]:
    """What an address needs. Raises `archive.Gone`."""
    if needs is itself and "as_of" not in query and "currency" not in query:
        return []
    return [made for one in _wanted(query, number, needs) if (made := _made(one)) is not None]


def _wanted(query: QueryDict, number: int | None, needs: Needs) -> Sequence[Filters]:
    """The states that are needed; none where the address will be refused."""
    with transaction.atomic(), at_edition(number):
        try:
            return needs(Filters.from_query(query))
        except FilterError:
            return []


def _made(filters: Filters) -> Made | None:
    if filters.edition is None:
        return make_ready(filters)
    with transaction.atomic(), at_edition(filters.edition):
        return make_ready(filters)
