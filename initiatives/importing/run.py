"""What a worker does with an import: check the whole file against the record, or store it as one step. The row `BulkImport` is the truth."""

from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.contrib.auth.models import User
from django.db import transaction

from initiatives import publish
from initiatives.importing import lacking, upload, work
from initiatives.importing.columns import NOUNS
from initiatives.importing.effect import effect_of
from initiatives.importing.faults import KEPT_AT_MOST, SHOWN_CHARACTERS
from initiatives.importing.funding import plan_funding
from initiatives.importing.initiatives import plan_initiatives
from initiatives.importing.organizations import plan_organizations
from initiatives.importing.plan import Plan
from initiatives.importing.sheet import Unreadable
from initiatives.importing.table import Table, Tick, sheet_of, table_of
from initiatives.models import BulkImport, Country, Edition
from initiatives.publication import PublicationRefused
from initiatives.publish.many import save_many

TOO_LONG = "It took longer than a worker may. Nothing was stored. Split the file, and import its parts one after another."
CHANGED_SINCE = (
    "The record changed after the check, so the file was checked once more and nothing is stored yet. Look at the figures again, then store it."
)
READINGS_KEPT = 20
REASON_LENGTH = 100  # of the history's column


class RecordChanged(Exception):
    """Somebody published between the check and the storing."""


def work_on(import_id: int) -> None:
    """Does what is to be done with an import; safe to call twice. What goes wrong with the file stands on the row, in words."""
    with work.claimed(import_id) as row:
        if row is None:
            return
        try:
            _next(row)
        except work.Stopped:
            work.stop(row)
        except Unreadable as error:
            work.fail(row, str(error))
        except SoftTimeLimitExceeded:
            work.fail(row, TOO_LONG)


def _next(row: BulkImport) -> None:
    if row.edition_id is not None:
        _take_back(row)
    elif row.state == "storing":
        _store(row)
    else:
        check(row)


def _take_back(row: BulkImport) -> None:
    by = User.objects.filter(pk=row.reading.get(work.TAKING_BACK)).first()
    BulkImport.objects.filter(pk=row.pk).update(message="It is taken back, as one step.", rows_done=0)
    try:
        with transaction.atomic():
            Edition.objects.lock_patiently()
            upload.take_back(row, row.version, by)
    except PublicationRefused as refused:
        work.fail(row, f"It cannot be taken back. {publish.refusal_in_words(refused)}")


def check(row: BulkImport, message: str = "") -> None:
    """Keeps everything that is wrong with the file and what storing it would do. Raises Stopped and Unreadable."""
    number = Edition.objects.current_number()
    before = row.effect if message else {}
    plan = plan_of(row, work.Progress(row))
    questions = {name: words for name, words in _questions(plan.table).items() if words}
    if questions:
        row.reading = {**row.reading, "questions": questions}
        work.finish(row, "uploaded", message="")
        return
    row.reading = {**row.reading, "questions": {}, "read_as": list(plan.table.manner.read_as)}
    faults = sorted(plan.table.faults, key=lambda fault: (fault.warning, not fault.asks, fault.line))
    told = {"warnings": len(faults) - plan.refused, "asked": sum(fault.asks for fault in faults), "readings": readings_of(plan.table)}
    effect = {**effect_of(plan), **told, "lacking": lacking.counted_of(plan.table), **_earlier(before)}
    work.finish(
        row, "checked", message=message, rows_done=row.rows_total, checked_with=number, problem_count=plan.refused,
        problems=[fault.kept() for fault in faults[:KEPT_AT_MOST]], effect=effect,
    )  # fmt: skip


def _store(row: BulkImport) -> None:
    """Stores the file as one edition, or nothing: where the record changed since the check, it is checked again and shown instead."""
    progress = work.Progress(row)
    try:
        if row.checked_with != Edition.objects.current_number():
            raise RecordChanged
        plan = plan_of(row, progress)
        if plan.refused:
            raise RecordChanged
        progress.tell(rows_done=row.rows_total, message="Every row is read. They are stored together now, as one step.")
        _write(row, plan)
    except RecordChanged:
        check(row, CHANGED_SINCE)


@transaction.atomic
def _write(row: BulkImport, plan: Plan) -> None:
    Edition.objects.lock_patiently()
    if row.checked_with != Edition.objects.current_number():
        raise RecordChanged
    with publish.editing(row.made_by, reason_of(row)) as session:
        save_many(session, plan.changes)
    edition = Edition.objects.current() if plan.changes.count() else None
    work.finish(row, "done", message="", edition=edition)


def reason_of(row: BulkImport) -> str:
    """Why the record changed, as its history keeps it."""
    return f"{NOUNS[row.noun].many.capitalize()} imported from {row.file_name}"[:REASON_LENGTH]


def plan_of(row: BulkImport, progress: Any) -> Plan:
    """What storing the file would do. Raises Stopped and Unreadable."""
    noun = NOUNS[row.noun]
    progress.tell(message="The file is opened.", rows_done=0)
    sheet = sheet_of(bytes(row.body), noun, row.sheet, row.reading.get("delimiter", ""))
    row.rows_total = len(sheet.rows)
    progress.tell(rows_total=row.rows_total, message="Its cells are read.")
    countries = dict(Country.objects.values_list("code", "name"))
    table = table_of(sheet, noun, row.mapping, row.reading, countries, progress)
    progress.tell(message="Its rows are compared with the record.")
    return planned(table, row.reading, progress)


def planned(table: Table, reading: Any, tick: Tick) -> Plan:
    """The plan of a table whose manner is settled; an empty one of another."""
    if not table.manner.settled:
        return Plan(table)
    plan = _rows_planned(table, reading, tick)
    lacking.ask_once(table)
    return plan


def _rows_planned(table: Table, reading: Any, tick: Tick) -> Plan:
    if table.noun.name == "funding":
        return plan_funding(table, bool(reading.get("create_organizations")), tick)
    return plan_organizations(table, tick) if table.noun.name == "organizations" else plan_initiatives(table, tick)


def readings_of(table: Table) -> list[dict[str, Any]]:
    """What cells were read as where that is no matter of course, the most frequent first: {column, text, read_as, cells}."""
    found = table.readings.most_common(READINGS_KEPT)
    return [{"column": column, "text": text[:SHOWN_CHARACTERS], "read_as": value, "cells": cells} for (column, text, value), cells in found]


def _questions(table: Table) -> dict[str, str]:
    return {"decimal_mark": table.manner.number_question, "day_order": table.manner.day_question}


def _earlier(before: dict[str, Any]) -> dict[str, Any]:
    """What the check before came to, to be shown beside the new one."""
    return {"earlier": {key: before.get(key) for key in ("new", "changed", "unchanged", "totals")}} if before else {}
