"""Brings a place from whatever state it is in to one that can be served; knows nothing of how it is served."""

import hashlib
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from initiatives import archive
from initiatives.ingest.run.sources import load_starting_list
from initiatives.ingest.run.sources.lists import STARTING_LIST
from initiatives.ingest.run.stories import keep_missing_bands
from initiatives.models import Conflict, FundingEntry, Initiative, KnownName, Source
from initiatives.recount import recount_all

CURATED = Path(__file__).resolve().parents[2] / "data" / "initiatives.jsonl"


class Command(BaseCommand):
    """Migrations, curated record, list of sources, served files, the groups of the desk and, where asked, the demo accounts."""

    help = "Migrates, loads the curated record and the list of sources when they are new or none is there, and collects the served files. Idempotent."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--demo` also makes the demo accounts."""
        parser.add_argument("--demo", action="store_true", help="make the demo accounts too (refused in production)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Each part does nothing when nothing has changed since the last time."""
        call_command("migrate", interactive=False, verbosity=0)
        make_groups()
        archive.keep_current()
        load_curated()
        keep_derived()
        load_sources()
        keep_missing_bands()
        if options["demo"]:
            call_command("make_demo_editor")
        once("collected", served_files(), lambda: call_command("collectstatic", interactive=False, verbosity=0, clear=True))


def make_groups() -> None:
    """The two groups that give a role at the desk; who is in them is the administrators' to say."""
    for name in (settings.CONTRIBUTORS_GROUP, settings.EDITORS_GROUP):
        Group.objects.get_or_create(name=name)


def load_curated() -> None:
    """Loads the curated record when its file or the database is another one than the last time, or the record is empty."""
    state = hashlib.sha256(CURATED.read_bytes() + settings.DATABASE_URL.encode()).hexdigest()
    if not Initiative.objects.exists():
        forget("loaded")
    # What it would confirm is for whoever edits the file; what is wrong goes to standard error.
    once("loaded", state, lambda: call_command("load_data", str(CURATED), stdout=StringIO()))


def keep_derived() -> None:
    """Writes what is derived from a record that is older than the tables for it: the names that pickers look in, and what asks for an editor."""
    has_no_names = Initiative.objects.exists() and not KnownName.objects.exists()
    if has_no_names or (FundingEntry.objects.exists() and not Conflict.objects.exists()):
        recount_all()


def load_sources() -> None:
    """Adds the public feeds that come with the product, turned off, when the list or the database is another one than the last time."""
    state = hashlib.sha256(STARTING_LIST.read_bytes() + settings.DATABASE_URL.encode()).hexdigest()
    if not Source.objects.exists():
        forget("sources")
    once("sources", state, load_starting_list)


def served_files() -> str:
    """A digest of every file that is to be served: its path, size and time."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(None):
            about = Path(storage.path(name)).stat()
            digest.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def once(name: str, state: str, act: Callable[[], Any]) -> None:
    """Acts unless it was done for this very state; what fails is tried again the next time."""
    remembered = settings.VAR_DIR / name
    if remembered.exists() and remembered.read_text() == state:
        return
    act()
    remembered.parent.mkdir(parents=True, exist_ok=True)
    remembered.write_text(state)


def forget(name: str) -> None:
    (settings.VAR_DIR / name).unlink(missing_ok=True)
