"""Makes what a page will read and nobody asked for before: an edition put back, a count of another day, rates; must not know the page."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.http import QueryDict

from dashboard.filters import FilterError, Filters, asked_edition
from dashboard.queries import money
from dashboard.queries.editions import Reading
from dashboard.queries.one_state import one_state
from initiatives import archive
from initiatives.models import Conversion, Edition, Snapshot
from initiatives.recount import conversions_into, snapshot_as_of

TRIES: Final = 4  # a publication between making the rows and reading them forgets them


class Unsettled(Exception):
    """What was made was forgotten again and again before it could be read."""

    def __init__(self) -> None:
        super().__init__("The record is being published faster than this state of it can be counted. Nothing was lost; ask again in a moment.")


@dataclass(frozen=True, slots=True)
class Made:
    """The count that was made ready, and the currency that its amounts can be shown in."""

    snapshot: Snapshot
    currency: str

    def is_there(self) -> bool:
        """Whether it is still there; a publication in between forgets it. At most two statements."""
        if not Snapshot.objects.filter(pk=self.snapshot.pk, edition=self.snapshot.edition).exists():
            return False
        return self.currency == money.DOLLARS or Conversion.objects.filter(snapshot=self.snapshot, display=self.currency).exists()


@contextmanager
def state_of(query: QueryDict) -> Iterator[Filters]:
    """The filters of an address, with everything they need made; what is inside reads one state of the record, of the edition that they name.

    Raises FilterError, and Unsettled. For whoever reads the record outside the request of a page: workers, commands, files."""
    with settled(query):
        yield Filters.from_query(query)


@contextmanager
def settled(query: QueryDict) -> Iterator[Reading]:
    """The same without reading the filters, for who will read them; an address that will be refused has nothing made. Raises Unsettled."""
    number = asked_edition(query)
    for _ in range(TRIES):
        with ExitStack() as stack:
            try:
                made = _made_for(query, number)
                reading = stack.enter_context(one_state(number))
            except archive.Gone:
                continue
            if made is None or made.is_there():
                yield reading
                return
    raise Unsettled


def make_ready(filters: Filters) -> Made | None:
    """The count of the day that the filters rewind to, and the rates into their currency, in the newest edition; each in a transaction of its own.

    Call before the transaction in which a page is read, or where there is none. None where nothing had to be made."""
    if filters.as_of is None and filters.currency == money.DOLLARS:
        return None
    snapshot = snapshot_as_of(filters.as_of)
    conversions_into(filters.currency, snapshot)
    return Made(snapshot, filters.currency)


def _made_for(query: QueryDict, number: int | None) -> Made | None:
    """What an address needs, in the edition that it names. Raises `archive.Gone`."""
    older = number is not None and number != Edition.objects.current_number()
    if older and number:
        archive.put_back(number)
    if "as_of" not in query and "currency" not in query:
        return None
    with ExitStack() as stack:
        if older and number:
            stack.enter_context(transaction.atomic())
            stack.enter_context(archive.inside(number))
        try:
            return make_ready(Filters.from_query(query))
        except FilterError:
            return None
