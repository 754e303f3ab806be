"""Changes of single rows by hand: saved and removed with true history, counted, and published as one edition when the block ends."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS, ObjectDoesNotExist, ValidationError
from django.db import models, transaction
from django.utils import timezone

from initiatives import archive
from initiatives.exchange import checks
from initiatives.exchange.problems import Wrong
from initiatives.ledger.confirming import problems_of
from initiatives.ledger.relations import Problem
from initiatives.ledger.series import load_rates
from initiatives.models import Article, Edition, FundingEntry, Initiative, Organization, OrganizationName, Quantity, writing
from initiatives.models.writing import Author
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish import checking, removal, shares
from initiatives.publish.numbering import ENTRY_MARK, QUANTITY_MARK, last_entry_number, last_quantity_number
from initiatives.publish.parts import following
from initiatives.publish.touched import Touched
from initiatives.recount import recount_families, recount_search
from initiatives.recount.recorded import connected, entry_of, recorded

LEADS_NOWHERE = "it leads to something that is not in the record any more. Put that back first, or choose another."
OF_A_FILE = "file:"  # how the address of a text begins that was handed in as a file
ENTRANCES: Mapping[type[models.Model], Mapping[str, checks.Check]] = {  # what a table's own conditions do not say
    FundingEntry: {"currency": checks.currency, "period": checks.or_null(checks.period)},
    Article: {"url": lambda value: value if value.startswith(OF_A_FILE) else checks.address(value)},
}
CONSTRAINT_MESSAGE = re.compile(r"(\w+): (.+)", re.DOTALL)


@contextmanager
def editing(by: User | None, reason: str) -> Iterator["Editing"]:
    """One edition for everything that is saved and removed inside; nothing at all when an error leaves the block. Publications wait for it."""
    with transaction.atomic():
        Edition.objects.lock()
        session = Editing(Author(by.pk if by else None, reason))
        yield session
        session.finish(by, reason)


class Editing:
    """Saves and removes rows of the recorded tables. Each method raises PublicationRefused in words and has then written nothing."""

    def __init__(self, author: Author) -> None:
        self.author = author
        self.touched = Touched()

    def save(self, row: Any, since: date | None = None) -> bool:
        """Stores a new row, or what differs from the stored one; whether anything did. A row that says the same leaves no history.

        `since` is the day from which an organization's new name holds; today where it is None."""
        model = type(row)
        stored = None if row.pk is None else model._default_manager.filter(pk=row.pk).first()
        if stored is None:
            self._complete(row)
            self._check(row)
            writing.add(model, [row], self.author)
        elif not self._change(model, stored, row, since or timezone.localdate()):
            return False
        self.touched.note(row)
        return True

    def remove(self, row: Any) -> None:
        """Deletes a row with what belongs to it; refused where something else of the record rests on it."""
        faults = removal.faults(row)
        if faults:
            raise PublicationRefused(tuple(faults))
        self.touched.note(row)
        removal.remove(row, self.author)

    def finish(self, by: User | None, reason: str) -> None:
        """Counts what was touched, makes the edition and keeps it; nothing when nothing was. Raises PublicationRefused for shares above the whole."""
        if not self.touched.anything:
            return
        if faults := shares.faults_of(self.touched.entries):
            raise PublicationRefused(tuple(faults))
        edition = Edition.objects.next(reason, by)
        initiatives = Initiative.objects.filter(pk__in=self.touched.initiatives)
        initiatives.update(changed_at=timezone.now())
        recount_families(self.touched.entries)
        recount_search(self.touched.initiatives, self.touched.organizations)
        archive.keep(edition.number)

    def _change(self, model: type[models.Model], stored: Any, row: Any, since: date) -> bool:
        columns = [field for field in model._meta.concrete_fields if not field.generated and field.editable and not field.primary_key]
        differing = [field.name for field in columns if getattr(stored, field.attname) != getattr(row, field.attname)]
        if not differing:
            return False
        self.touched.note(stored)
        if isinstance(row, Organization) and "name" in differing:
            differing = sorted({*differing, "slug"})
            self._keep_former_name(stored, row, since)
        self._check(row)
        writing.change(model, [row], differing, self.author)
        return True

    def _complete(self, row: Any) -> None:
        """The key, address and place that a person need not type."""
        if isinstance(row, Organization) and not row.slug:
            row.slug = Organization.objects.free_slug(row.name)
        if isinstance(row, FundingEntry) and not row.key:
            row.key = f"{row.initiative.slug}{ENTRY_MARK}{last_entry_number(row.initiative.slug) + 1}"
        if isinstance(row, Quantity) and not row.key:
            row.key = f"{row.initiative.slug}{QUANTITY_MARK}{last_quantity_number(row.initiative.slug) + 1}"
        if isinstance(row, FundingEntry) and not row.order:
            row.order = following(row.initiative.funding.all())

    def _keep_former_name(self, stored: Organization, row: Organization, since: date) -> None:
        """The name it went by, with its address, leads on to today's."""
        if row.slug in ("", stored.slug):
            row.slug = Organization.objects.exclude(pk=stored.pk).free_slug(row.name)
        until = since - timedelta(days=1)
        former = OrganizationName(organization=stored, name=stored.name, slug=stored.slug, until=until, order=following(stored.names.all()))
        if not stored.names.filter(name=stored.name).exists():
            writing.add(OrganizationName, [former], self.author)

    def _check(self, row: Any) -> None:
        """Columns, the table's constraints, and for an entry its relation."""
        faults: list[Fault] = []
        try:
            checking.check(row)
        except ValidationError as error:
            faults += [_fault(row, column, message) for column, messages in error.message_dict.items() for message in messages]
        faults += _unlike_elsewhere(row, {fault.field for fault in faults})
        if not faults and isinstance(row, FundingEntry):
            faults += [
                Fault(problem.field, str(getattr(row, problem.field, "")), problem.message) for problem in relation_problems(row) if problem.refused
            ]
        if faults:
            raise PublicationRefused(tuple(faults))


def _unlike_elsewhere(row: Any, refused: Container[str]) -> Iterator[Fault]:
    """What a column would hold that no other entrance of the record lets in."""
    for column, check in ENTRANCES.get(type(row), {}).items():
        try:
            if column not in refused:
                check(getattr(row, column))
        except Wrong as wrong:
            yield Fault(column, str(getattr(row, column)), str(wrong))


def _fault(row: Any, column: str, message: str) -> Fault:
    """A constraint of several columns names the one to mend at the beginning of its message."""
    named = CONSTRAINT_MESSAGE.fullmatch(message) if column == NON_FIELD_ERRORS else None
    column, message = (named[1], named[2]) if named else (column, message)
    try:
        return Fault(column, str(getattr(row, column, "")), message)
    except ObjectDoesNotExist:
        return Fault(column, str(getattr(row, f"{column}_id")), LEADS_NOWHERE)


def relation_problems(row: FundingEntry) -> Sequence[Problem]:
    """What the ledger says against an entry's relation and its dollars, refusals first; those that are not refused ask for confirmation."""
    ids = {pk for pk in (row.pk, row.related_to_id) if pk is not None}
    around = {entry.key: entry for entry in recorded(connected(ids)).entries}
    return problems_of(entry_of(row), around, load_rates())
