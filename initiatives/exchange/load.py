"""Loads one file, whole or not at all: checks everything first, then writes what differs, counts, and makes an edition."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction

from initiatives import archive
from initiatives.exchange import first_pass, identities, published, relations
from initiatives.exchange.batches import Stored, store
from initiatives.exchange.changes import Changes
from initiatives.exchange.first_pass import Reading
from initiatives.exchange.organizations import FILE_NAME, Directory, is_table, read_table
from initiatives.exchange.problems import Problem, Refused
from initiatives.exchange.relations import Links
from initiatives.exchange.rows import Object
from initiatives.models import Country, CountryStatistic, Edition, FundingEntry, writing
from initiatives.models.writing import Author
from initiatives.recount import recount_families, recount_search
from initiatives.recount.everything import rebuild
from initiatives.reference import load_statistics

INITIATIVES_AT_A_TIME = 1_000
FEW_ENTRIES = 2_000  # up to here the families are counted one by one; above, everything is counted at once


@dataclass(slots=True)
class Report:
    """What loading one file did. `edition` is None where nothing changed."""

    file: str
    new: int = 0
    changed: Sequence[str] = ()
    unchanged: int = 0
    rows: Counter[tuple[str, str]] = field(default_factory=Counter)
    to_confirm: Sequence[str] = ()
    edition: int | None = None

    def __str__(self) -> str:
        return f"{self.file}: {self.new:,} new, {len(self.changed):,} changed, {self.unchanged:,} unchanged"


@transaction.atomic
def load(path: Path, user_id: int | None = None) -> Report:
    """Loads a table of organizations (by its ending), or initiatives with the organizations.csv beside them. Raises Refused, or OSError."""
    Edition.objects.lock_patiently()
    countries = dict(Country.objects.values_list("code", "name"))
    directory = identities.directory()
    problems = list(_read_tables(path, countries, directory))
    if is_table(path):
        _refuse(path.name, problems)
        return _store(Report(path.name), None, Links(), directory, Author(user_id, f"Loaded from {path.name}"))
    reading = first_pass.read(path, countries, directory, published.keys())
    reading.problems += problems
    published.check_addresses(reading)
    published.check(reading)
    links = relations.check(reading)
    _refuse(path.name, reading.problems)
    return _store(Report(path.name, to_confirm=links.to_confirm), reading, links, directory, Author(user_id, f"Loaded from {path.name}"))


def _read_tables(path: Path, countries: dict[str, str], directory: Directory) -> Iterator[Problem]:
    table = path if is_table(path) else path.parent / FILE_NAME
    if table.exists() or is_table(path):
        organizations, problems = read_table(table, countries)
        directory.add_table(organizations)
        yield from problems


def _refuse(file: str, problems: Sequence[Problem]) -> None:
    if problems:
        raise Refused(file, problems)


def _store(report: Report, reading: Reading | None, links: Links, directory: Directory, author: Author) -> Report:
    changes = Changes()
    ids = identities.compare(directory, changes)
    report.rows += changes.tally()
    changes.write(author)
    stored = Stored()
    if reading is not None:
        _store_initiatives(reading, links, ids, directory, author, stored)
    report.rows += stored.rows
    report.new, report.changed, report.unchanged = stored.new, stored.changed, stored.unchanged
    if not CountryStatistic.objects.exists():
        report.rows["added", "country statistics"] = load_statistics(user_id=author.user_id)
    if report.rows:
        report.edition = Edition.objects.next(str(report)).number
        _recount(stored, only_organizations=reading is None, names_moved=changes.count() > 0)
        archive.keep(report.edition)
    return report


def _store_initiatives(reading: Reading, links: Links, organizations: dict[str, int], directory: Directory, author: Author, stored: Stored) -> None:
    called = {name: organizations[directory.name(name)] for name in reading.called}
    entries = _entry_ids(reading)
    for batch in _batches(reading, links):
        store(batch, called, entries, author, stored)
    _redirect_stored(reading, links, author, stored)
    reading.forget_entries()


def _entry_ids(reading: Reading) -> dict[str, int]:
    """The row ids of all entries that are stored or will be, by key."""
    ids = dict(FundingEntry.objects.values_list("key", "pk"))
    new = [key for key in reading.entries if key not in ids]
    return ids | dict(zip(new, writing.next_ids(FundingEntry, len(new)), strict=True))


def _batches(reading: Reading, links: Links) -> Iterator[list[Object]]:
    batch: list[Object] = []
    for value in reading.values():
        for item in value.get("funding", ()):
            item["related_to"] = links.redirected.get(item["key"], item["related_to"])
        batch.append(value)
        if len(batch) == INITIATIVES_AT_A_TIME:
            yield batch
            batch = []
    if batch:
        yield batch


def _redirect_stored(reading: Reading, links: Links, author: Author, stored: Stored) -> None:
    """Stored entries of other initiatives whose place in a chain of replacements the file took."""
    keys = {key: target for key, target in links.redirected.items() if key not in reading.entries}
    targets = dict(FundingEntry.objects.filter(key__in=keys.values()).values_list("key", "pk"))
    moved = [row for row in FundingEntry.objects.filter(key__in=keys) if row.related_to_id != targets[keys[row.key]]]
    for row in moved:
        row.related_to_id = targets[keys[row.key]]
    writing.change(FundingEntry, moved, ["related_to"], author)
    stored.moved_entries |= {row.key for row in moved}
    stored.rows += Counter({("changed", "funding entries"): len(moved)} if moved else {})


def _know_the_new_sizes() -> None:
    """So that the first questions after a large load are planned well."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _recount(stored: Stored, only_organizations: bool, names_moved: bool) -> None:
    if len(stored.moved_entries) > FEW_ENTRIES:
        rebuild()
        _know_the_new_sizes()
        return
    recount_families(stored.moved_entries)
    recount_search(None if only_organizations or names_moved else stored.touched_initiatives)
