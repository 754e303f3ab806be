"""The command that loads or updates the record from files of its exchange format."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from initiatives.exchange.load import Report, load
from initiatives.exchange.problems import Refused

CONFIRMATIONS_SHOWN = 20


class Command(BaseCommand):
    """Loads each file whole or not at all; what a file says already changes nothing."""

    help = "Loads or updates the record from JSON Lines or organizations.csv. A file with a fault is refused whole, with every fault named."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help="A .jsonl file of initiatives (an organizations.csv beside it is read too), or a .csv file of organizations.",
        )

    def handle(self, *, paths: list[Path], **_options: Any) -> None:
        refused = [path for path in paths if not self._load(path)]
        if refused:
            raise CommandError(f"Refused: {', '.join(map(str, refused))}.")

    def _load(self, path: Path) -> bool:
        try:
            report = load(path)
        except Refused as refused:
            self.stderr.write(str(refused))
            return False
        except OSError as error:
            self.stderr.write(f"{path}: {error.strerror or error}. Name a file that can be read.")
            return False
        self._tell(report)
        return True

    def _tell(self, report: Report) -> None:
        self.stdout.write(f"{report}.")
        for (happened, table), count in sorted(report.rows.items()):
            self.stdout.write(f"  {table}: {count:,} {happened}")
        for words in report.to_confirm[:CONFIRMATIONS_SHOWN]:
            self.stdout.write(f"  to confirm: {words}")
        if len(report.to_confirm) > CONFIRMATIONS_SHOWN:
            self.stdout.write(f"  and {len(report.to_confirm) - CONFIRMATIONS_SHOWN:,} more to confirm")
        self.stdout.write("  Nothing had to be stored." if report.edition is None else f"  This is edition {report.edition}.")
