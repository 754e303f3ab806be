"""Commands that need the record: on a fresh checkout they prepare it first, elsewhere they say how."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class PreparedCommand(BaseCommand):
    """A command whose tables are there when it begins."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Prepares the checkout's own database where nobody did. Raises CommandError where the database is somebody else's."""
        prepare(self.stderr)
        return super().execute(*args, **options)


def prepare(told: OutputWrapper) -> None:
    """Makes the tables and loads the record, unless they are there as the code wants them."""
    if is_ready():
        return
    if settings.EMBEDDED.database_url() != settings.DATABASE_URL:
        raise CommandError("The database is not as this version needs it. Run manage.py prepare_site once; it migrates and loads the curated record.")
    told.write("The record is not ready for this version: preparing it first …")
    call_command("prepare_site")


def is_ready() -> bool:
    """Whether every migration has run."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
