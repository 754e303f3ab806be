"""Removes a row with the rows that belong to it, each with its line of history; refuses in words where something else rests on it."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models.deletion import Collector, ProtectedError, RestrictedError

from initiatives.models import (
    Article,
    Comment,
    Country,
    CountryStatistic,
    Draft,
    Funder,
    FundingCount,
    FundingEntry,
    Initiative,
    InitiativeName,
    Intake,
    Organization,
    OrganizationName,
    Participation,
    Point,
    Quantity,
    Reference,
    writing,
)
from initiatives.models.writing import Author
from initiatives.publication import Fault

PARTS_OF_INITIATIVES = (Comment, InitiativeName, Participation, Point, Quantity, Reference)
NAMED_AT_MOST = 5


def faults(row: Any) -> list[Fault]:
    """What rests on the row, so that it cannot go."""
    entries = _entries(row)
    pointing = FundingEntry.objects.filter(related_to__in=entries).exclude(pk__in=[entry.pk for entry in entries]).values_list("key", flat=True)
    if pointing:
        return [Fault("related_by", str(row), f"{_listed(list(pointing))} point at it. Point them elsewhere or remove them first.")]
    if isinstance(row, Article) and Draft.objects.filter(article=row).exists():
        return [Fault("id", str(row), "a draft of the desk was made from it. It stays with the draft.")]
    if isinstance(row, Country) and (owned := list(Initiative.objects.filter(countries__contains=[row.pk]).values_list("slug", flat=True))):
        return [Fault("id", str(row), f"{_listed(owned)} belong to it. Change their owners first.")]
    return [] if isinstance(row, Initiative | FundingEntry) else list(_protected(row))


def remove(row: Any, author: Author) -> None:
    """Deletes what belongs to the row, then the row."""
    for model, rows in _belonging(row):
        writing.remove(model, rows, author)
    writing.remove(type(row), [row], author)


def _entries(row: Any) -> list[FundingEntry]:
    if isinstance(row, Initiative):
        return list(row.funding.all())
    return [row] if isinstance(row, FundingEntry) else []


def _belonging(row: Any) -> Iterator[tuple[type[models.Model], list[Any]]]:
    entries = _entries(row)
    yield Funder, list(Funder.objects.filter(entry__in=entries))
    if isinstance(row, Initiative):
        Draft.objects.filter(initiative=row).update(initiative=None)
        FundingCount.objects.filter(initiative=row).delete()
        for model in PARTS_OF_INITIATIVES:
            yield model, list(model._default_manager.filter(initiative=row))
        yield FundingEntry, entries
    if isinstance(row, Organization):
        yield OrganizationName, list(row.names.all())
    if isinstance(row, Country):
        yield CountryStatistic, list(row.statistics.all())
    if isinstance(row, Article):
        Intake.objects.filter(article=row).update(article=None)


def _protected(row: Any) -> Iterator[Fault]:
    try:
        Collector(using="default").collect([row])
    except (ProtectedError, RestrictedError) as error:
        resting = sorted(map(str, error.args[1]))
        yield Fault("id", str(row), f"{_listed(resting)} rest on it. Change or remove them first.")


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - NAMED_AT_MOST} more" if len(names) > NAMED_AT_MOST else ""
    return ", ".join(names[:NAMED_AT_MOST]) + more
