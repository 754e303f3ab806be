"""What a person does with an import: hands a file in, says what its columns mean, mends cells, asks for the storing, cancels, takes it back.

Each change names the version of the row that was seen; False says that somebody was faster."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from initiatives import publish
from initiatives.importing import work
from initiatives.importing.columns import NOUNS
from initiatives.importing.manner import manner_of
from initiatives.importing.mapping import proposed, remember, remembered
from initiatives.importing.sheet import FILE_BYTES, Sheet
from initiatives.importing.table import sheet_of
from initiatives.models import BulkImport
from initiatives.text import clean

ROWS_LOOKED_AT = 200  # of a workbook, while somebody waits for the page
ROWS_SHOWN = 5
CELL_SHOWN = 60
TAKEN_BACK_AT_ONCE = 1_000  # rows, while somebody waits for the page
REMEMBERED = ("delimiter", "decimal_mark", "day_order")
MAY_BE_CHECKED = ("uploaded", "checked", "failed", "cancelled", "waiting", "checking")


def take(noun: str, file_name: str, content: bytes, by: User | None) -> BulkImport:
    """The import of a file, with its columns as they are likely meant. Raises Unreadable, and then nothing is kept."""
    sheet = sheet_of(content, NOUNS[noun], most=ROWS_LOOKED_AT)
    row = BulkImport(
        noun=noun, file_name=clean(file_name).text[-255:] or "file", body=content, made_by=by, headers=list(sheet.header), sheet=sheet.name[:100]
    )
    known = remembered(NOUNS[noun], sheet.header)
    row.mapping = {**proposed(NOUNS[noun], sheet.header), **(known.mapping if known else {})}
    row.reading = {**(known.reading if known else {}), "sheets": list(sheet.names), "remembered": known is not None, "first": _first_rows(sheet)}
    _recognise(row, sheet)
    row.save()
    return row


def read_again(row: BulkImport, sheet_name: str, delimiter: str) -> None:
    """Another sheet, or another delimiter: the headers are others, so their meaning is proposed anew. Raises Unreadable."""
    noun = NOUNS[row.noun]
    sheet = sheet_of(bytes(row.body), noun, sheet_name, delimiter, most=ROWS_LOOKED_AT)
    row.headers, row.sheet, row.mapping = list(sheet.header), sheet.name[:100], proposed(noun, sheet.header)
    row.reading = {**row.reading, "delimiter": delimiter, "first": _first_rows(sheet), "edits": {}}
    _recognise(row, sheet)
    row.version += 1
    row.save(update_fields=["headers", "sheet", "mapping", "reading", "version"])


def _recognise(row: BulkImport, sheet: Sheet) -> None:
    """What has to be asked about the file, as far as its first rows show it."""
    noun = NOUNS[row.noun]
    kinds = [noun.column(column) if (column := row.mapping.get(header)) else None for header in sheet.header]
    manner = manner_of(sheet, kinds, row.reading)
    row.reading = {
        **row.reading,
        "read_as": list(manner.read_as),
        "questions": {name: words for name, words in (("decimal_mark", manner.number_question), ("day_order", manner.day_question)) if words},
    }


def _first_rows(sheet: Sheet) -> list[list[str]]:
    return [["" if cell is None else str(cell)[:CELL_SHOWN] for cell in row] for row in sheet.rows[:ROWS_SHOWN]]


def ask_for_check(row: BulkImport, mapping: Mapping[str, str], reading: Mapping[str, Any], version: int) -> bool:
    """Lets the file wait for its check, and remembers what its columns mean."""
    now = timezone.now()
    asked = BulkImport.objects.filter(pk=row.pk, version=version, state__in=MAY_BE_CHECKED).update(
        state="waiting", mapping=dict(mapping), reading={**reading, "attempts": 0}, claimed_at=now, rows_done=0, message="", cancel_asked=False,
        problems=[], problem_count=0, effect={}, finished_at=None, version=F("version") + 1,
    )  # fmt: skip
    if asked:
        kept = {name: str(reading[name]) for name in REMEMBERED if reading.get(name)}
        remember(NOUNS[row.noun], row.headers, mapping, kept, row.made_by_id)
    return bool(asked)


def mend(row: BulkImport, edits: Mapping[int, Mapping[str, str]], version: int, for_all: Mapping[str, str] | None = None) -> bool:
    """Puts other values in the place of cells and lets the file wait for another check. Lines by number, cells by column of the record; `for_all` is
    said once, column → text, for new rows that do not say it themselves."""
    kept = {line: dict(cells) for line, cells in row.reading.get("edits", {}).items()}
    for line, cells in edits.items():
        kept.setdefault(str(line), {}).update(cells)
    defaults = {**row.reading.get("defaults", {}), **(for_all or {})}
    return ask_for_check(row, row.mapping, {**row.reading, "edits": kept, "defaults": defaults}, version)


def ask_for_storing(row: BulkImport, version: int) -> bool:
    """Lets a file that was checked, and has no problems, wait for its storing."""
    ready = BulkImport.objects.filter(pk=row.pk, version=version, state="checked", problem_count=0)
    return bool(ready.update(state="storing", claimed_at=timezone.now(), rows_done=0, message="", finished_at=None, version=F("version") + 1))


def cancel(row: BulkImport) -> bool:
    """Cancels whatever is going on; nothing of the file is stored. False where there is nothing left to cancel."""
    open_rows = BulkImport.objects.filter(pk=row.pk, state__in=work.OPEN, edition__isnull=True)
    if open_rows.update(cancel_asked=True, version=F("version") + 1):
        BulkImport.objects.filter(pk=row.pk, state="waiting", cancel_asked=True).update(
            state="cancelled", message="Cancelled. Nothing was stored.", cancel_asked=False, finished_at=timezone.now()
        )
        return True
    put_aside = BulkImport.objects.filter(pk=row.pk, state__in=("uploaded", "checked", "failed"))
    return bool(put_aside.update(state="cancelled", message="Put aside. Nothing was stored.", finished_at=timezone.now(), version=F("version") + 1))


def is_large(row: BulkImport) -> bool:
    """Whether taking it back is a worker's work, since it takes longer than somebody waits for a page."""
    return int(row.effect.get("new", 0)) + int(row.effect.get("changed", 0)) > TAKEN_BACK_AT_ONCE


def ask_to_take_back(row: BulkImport, version: int, by: User) -> bool:
    """Lets a stored file wait for a worker that takes it back."""
    reading = {**row.reading, "attempts": 0, work.TAKING_BACK: by.pk}
    mine = BulkImport.objects.filter(pk=row.pk, version=version, state="done", edition__isnull=False)
    return bool(mine.update(state="storing", reading=reading, claimed_at=timezone.now(), message="", version=F("version") + 1))


@transaction.atomic
def take_back(row: BulkImport, version: int, by: User | None) -> bool:
    """Undoes everything that the import stored, as one step. Raises PublicationRefused where later changes rest on it."""
    mine = BulkImport.objects.select_for_update().filter(pk=row.pk, version=version, state__in=("done", "storing"), edition__isnull=False)
    edition = row.edition
    if edition is None or not mine.exists():
        return False
    publish.undo(edition.number, by, f"Took back what was imported from {row.file_name}")  # which marks the import as undone
    return True


def size_in_words(size: int) -> str:
    """`11.2 MB; at most 10 MB are taken`."""
    return f"{size / 1024 / 1024:.1f} MB; at most {FILE_BYTES // 1024 // 1024} MB are taken"
