"""One transaction in which nothing changes, so that no reader sees half a publication; must not know what is read."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from dashboard.queries import editions
from initiatives import archive


@contextmanager
def one_state(edition: int | None = None) -> Iterator[editions.Reading]:
    """Everything inside is read from one state of the record, the newest or that of a kept edition, and nothing can be written; inside another
    transaction, from that one's.

    Two statements, the kind of the transaction and its edition, and five more for an edition that is not the newest. Raises `archive.Gone` before
    anything is read when that edition was not put back."""
    inside_another = connection.in_atomic_block
    with transaction.atomic():
        if not inside_another:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        newest = editions.newest()
        with editions.reading(newest), at_edition(edition) as reading:
            yield reading


@contextmanager
def at_edition(edition: int | None) -> Iterator[editions.Reading]:
    """What is inside reads a kept edition; None, and the one that is read already, change nothing. Call in a transaction; raises `archive.Gone`."""
    now = editions.current()
    if edition is None or edition == now.number:
        yield now
        return
    with archive.inside(edition), editions.reading(editions.older(now)) as older:
        yield older
