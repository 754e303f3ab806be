"""The command that writes the record in its exchange format."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import CommandError

from initiatives.exchange.dump import dump_initiatives, dump_organizations
from initiatives.exchange.organizations import FILE_NAME, is_table
from initiatives.management.prepared import PreparedCommand

INITIATIVES_FILE = "initiatives.jsonl"


class Command(PreparedCommand):
    """What it writes is loaded by `load_data` without changing anything."""

    help = "Writes the record as JSON Lines: to standard output, to a file, or with its organizations.csv into a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--output",
            help="A .jsonl file for the initiatives, a .csv file for the organizations, or a folder for both: a name that ends with / or has"
            " no ending is a folder and is made where it is not there. Else standard output.",
        )

    def handle(self, *, output: str | None, **_options: Any) -> None:
        if output is None:
            dump_initiatives(sys.stdout)
        elif _is_folder(output):
            self._make(Path(output))
            self._write(Path(output, INITIATIVES_FILE), dump_initiatives)
            self._write(Path(output, FILE_NAME), dump_organizations)
        else:
            self._write(Path(output), dump_organizations if is_table(Path(output)) else dump_initiatives)

    def _make(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"{folder}: {error.strerror or error}. Nothing was written; name a place that can be written to.") from error

    def _write(self, path: Path, dump: Callable[[TextIO], int]) -> None:
        """The whole file or none: it takes its name when it is complete."""
        unfinished = path.with_name(f".{path.name}.unfinished")
        try:
            with unfinished.open("w", encoding="utf-8", newline="") as file:
                count = dump(file)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise CommandError(f"{path}: {error.strerror or error}. Nothing was written; name a place that can be written to.") from error
        self.stderr.write(f"{path}: {count:,} lines.")


def _is_folder(output: str) -> bool:
    path = Path(output)
    return path.is_dir() or output.endswith(("/", os.sep)) or not (path.suffix or path.exists())
