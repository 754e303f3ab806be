"""Puts a recorded entry in the words an editor would use: “METI's five-year support (21 Dec 2025)”."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from initiatives.models import Funder, FundingEntry, OrganizationName
from initiatives.naming import entry_in_words, short_name

COLUMNS = ("pk", "key", "initiative__name", "stage", "origin", "period", "announced_on")


def entries_in_words(keys: Collection[str]) -> dict[str, str]:
    """Key → words, for the entries that are stored; three queries."""
    return _in_words(list(FundingEntry.objects.filter(key__in=keys).values_list(*COLUMNS)) if keys else [])


def rows_in_words(found: Collection[FundingEntry]) -> dict[str, str]:
    """Key → words, for entries that were read with their initiatives; two queries."""
    return _in_words([(row.pk, row.key, row.initiative.name, row.stage, row.origin, row.period, row.announced_on) for row in found])


def _in_words(rows: Sequence[tuple[Any, ...]]) -> dict[str, str]:
    payers = _payers([row[0] for row in rows]) if rows else {}
    return {key: entry_in_words(payers.get(pk), *rest) for pk, key, *rest in rows}


def _payers(entries: Collection[int]) -> Mapping[int, str]:
    """Entry → the short name of the one organization that pays it; none where several do."""
    named: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = Funder.objects.filter(entry__in=entries, organization__isnull=False)
    for entry, organization, name in rows.values_list("entry_id", "organization_id", "organization__name"):
        named[entry].append((organization, name))
    alone = {entry: payers[0] for entry, payers in named.items() if len(payers) == 1}
    names: dict[int, list[str]] = defaultdict(list)
    for organization, name in OrganizationName.objects.filter(organization__in={each for each, _ in alone.values()}).values_list(
        "organization_id", "name"
    ):
        names[organization].append(name)
    return {entry: short_name(name, names[organization]) for entry, (organization, name) in alone.items()}
