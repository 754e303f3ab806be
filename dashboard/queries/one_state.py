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

    Two statements, the kind of the transaction and its edition, and three more for an edition that is not the newest. Raises `archive.Gone` before
    anything is read when that edition was not put back."""
    inside_another = connection.in_atomic_block
    with transaction.atomic():
        if not inside_another:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        newest = editions.newest()
        if edition in (None, newest.number):
            with editions.reading(newest):
                yield newest
        else:
            assert edition is not None  # as the line above says, which mypy does not read
            with archive.inside(edition), editions.reading(editions.older(newest)) as older:
                yield older
