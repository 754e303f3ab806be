"""Puts a recorded entry in the words an editor would use: “METI's five-year support (21 Dec 2025)”."""

from collections.abc import Collection

from initiatives.models import FundingEntry
from initiatives.naming import entry_in_words, short_name


def entries_in_words(keys: Collection[str]) -> dict[str, str]:
    """Key → words, for the entries that are stored."""
    rows = FundingEntry.objects.filter(key__in=keys).select_related("initiative").prefetch_related("funders__organization__names")
    return {row.key: _in_words(row) for row in rows}


def _in_words(row: FundingEntry) -> str:
    payers = [funder.organization for funder in row.funders.all() if funder.organization]
    payer = short_name(payers[0].name, [name.name for name in payers[0].names.all()]) if len(payers) == 1 else None
    return entry_in_words(payer, row.initiative.name, row.stage, row.origin, row.period, row.announced_on)
