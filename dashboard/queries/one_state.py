"""One transaction in which nothing changes, so that no reader sees half a publication; must not know what is read."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from dashboard.queries import editions


@contextmanager
def one_state() -> Iterator[editions.Reading]:
    """Everything inside is read from one state of the record, and nothing can be written; inside another transaction, from that one's.

    Two statements: the kind of the transaction and its edition."""
    inside_another = connection.in_atomic_block
    with transaction.atomic():
        if not inside_another:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        edition = editions.newest()
        with editions.reading(edition):
            yield edition
