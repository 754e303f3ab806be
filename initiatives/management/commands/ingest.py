"""`manage.py ingest URL-or-file…`: hands articles to the worker and prints how far they come."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from initiatives import tasks
from initiatives.ingest import run
from initiatives.management.prepared import PreparedCommand
from initiatives.models import Intake
from initiatives.models.draft import INTAKE_STATES, INTAKE_STEPS

LOOK_EVERY_SECONDS = 0.25
SAY_WAITING_AFTER_SECONDS = 15.0


class Command(PreparedCommand):
    """Hands articles in, watches the worker, and says what became of each."""

    help = "Take articles through the whole line and leave drafts on the desk. The work is done by the worker that script/run starts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What a person may say."""
        parser.add_argument("articles", nargs="+", metavar="URL-or-file")
        parser.add_argument("--url", help="for one file: the address at which a reader finds the article")
        parser.add_argument("--published", help="the day of publication: 2025, 2025-12 or 2025-12-23")
        parser.add_argument("--no-wait", action="store_true", help="hand in and return at once")

    def handle(self, *args: Any, **options: Any) -> None:
        """Hands each article in and reports on each; ends with an error when any failed."""
        if options["url"] and len(options["articles"]) > 1:
            raise CommandError("--url names the address of one file. Hand the files in one by one.")
        rows = [row for article in options["articles"] if (row := self.handed_in(article, options)) is not None]
        ended = rows if options["no_wait"] else [self.watched(row) for row in rows]
        failed = len(options["articles"]) - len([row for row in ended if row.state != "failed"])
        if failed:
            raise CommandError(f"{failed} of {len(options['articles'])} could not be read; why stands above, and on the desk for what was handed in.")

    def handed_in(self, article: str, options: dict[str, Any]) -> Intake | None:
        """One article as a row, with the worker's bell rung; None when it cannot be handed in, which is said, and the next goes on."""
        try:
            with transaction.atomic():
                row = self.row_of(article, options)
                bell = tasks.understand_article if row.file_name else tasks.fetch_article
                if row.state == "waiting":
                    bell.delay_on_commit(row.pk)
        except (run.HandInError, OSError) as error:
            self.stderr.write(f"{article}: {error}")
            return None
        self.stdout.write(f"{row}: handed in as number {row.pk}")
        return row

    def row_of(self, article: str, options: dict[str, Any]) -> Intake:
        """The article as an address or as a file's bytes."""
        if article.startswith(("http://", "https://")):
            return run.hand_in_address(article, options["published"])
        path = Path(article)
        if not path.is_file():
            raise run.HandInError("there is no such file. Name a file that can be read, or an address that begins with http.")
        return run.hand_in_file(path.name, path.read_bytes(), options["url"], options["published"])

    def watched(self, row: Intake) -> Intake:
        """The row when it is finished, or put off; every step on the way is printed."""
        said, since = "", time.monotonic()
        while row.state in ("waiting", "working") and row.not_before is None:
            time.sleep(LOOK_EVERY_SECONDS)
            row.refresh_from_db(fields=["state", "step", "message", "article_id", "not_before"])
            words = f"{INTAKE_STATES[row.state]}: {INTAKE_STEPS.get(row.step, 'in the queue')}"
            if words != said and row.state == "working":
                self.stdout.write(f"{row}: {words}")
                said, since = words, time.monotonic()
            if row.state == "waiting" and time.monotonic() - since > SAY_WAITING_AFTER_SECONDS:
                self.stdout.write(f"{row}: still in the queue. Is the worker running? script/run starts it; Ctrl-C leaves the article in the queue.")
                since = time.monotonic()
        self.stdout.write(f"{row}: {INTAKE_STATES[row.state]}. {row.message}")
        return row
