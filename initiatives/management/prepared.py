"""Commands that need the record: on a fresh checkout they prepare it first, elsewhere they say how."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db import connection

from initiatives.models import Edition


class PreparedCommand(BaseCommand):
    """A command whose tables are there when it begins."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Prepares the checkout's own database where nobody did. Raises CommandError where the database is somebody else's."""
        prepare(self.stderr)
        return super().execute(*args, **options)


def prepare(told: OutputWrapper) -> None:
    """Makes the tables and loads the record, unless they are there."""
    if Edition._meta.db_table in connection.introspection.table_names():
        return
    if settings.EMBEDDED.database_url() != settings.DATABASE_URL:
        raise CommandError("The database has no tables yet. Run manage.py prepare_site once; it makes them and loads the curated record.")
    told.write("The record is not there yet: preparing it first …")
    call_command("prepare_site")
