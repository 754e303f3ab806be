"""Reads the families that a conflict concerns, and what has changed in them since a page was shown."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q

from initiatives import formats
from initiatives.desk.conflicts.asked import number_in
from initiatives.desk.conflicts.settling import Around
from initiatives.ledger import kinds
from initiatives.ledger.adding import Families
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import Entry
from initiatives.ledger.warnings import outgrown
from initiatives.models import Conflict, Edition, FundingEntry
from initiatives.recount.recorded import connected, entry_of

OF_THE_INITIATIVE = (kinds.UNDISCLOSED, kinds.DISCLOSED_LATER)  # any statement of the initiative may be the figure
MOST_CHANGES = 3


def around(conflict: Conflict) -> Around:
    """The statements of every family concerned, with their articles; three queries."""
    found = FundingEntry.objects.filter(pk__in=connected(_concerned(conflict))).select_related("initiative", "related_to", "source")
    rows = {row.key: row for row in found.defer("source__text")}
    entries = {key: entry_of(row) for key, row in rows.items()}
    return Around(conflict, entries, rows, _suggestion(conflict, entries))


def _concerned(conflict: Conflict) -> set[int]:
    wanted = Q(key__in=conflict.about)
    if conflict.code in OF_THE_INITIATIVE:
        wanted |= Q(initiative=conflict.initiative_id)
    return {conflict.entry_id, *FundingEntry.objects.filter(wanted).values_list("pk", flat=True)}


def _suggestion(conflict: Conflict, entries: Mapping[str, Entry]) -> Mapping[str, Sequence[str]]:
    """The nesting that would mend an envelope which its parts outgrow."""
    if conflict.code != kinds.OUTGROWN:
        return {}
    families, key = Families(entries.values(), load_rates()), conflict.entry.key
    caution = outgrown(families.by_key[key], families.counted(key), families.parts(key), load_rates())
    return caution.suggestion if caution else {}


def changes_since(seen: str, keys: Iterable[str]) -> list[str]:
    """What others changed in these statements after the edition that was shown, in words, newest first."""
    number = number_in(seen)
    edition = Edition.objects.filter(number=number).first() if number else None
    if edition is None or "fundingentry" not in edition.marks:
        return []
    lines = FundingEntry.history.filter(history_id__gt=edition.marks["fundingentry"], key__in=list(keys)).select_related("history_user")
    return [_in_words(line) for line in lines.order_by("-history_id")[:MOST_CHANGES]]


def _in_words(line: object) -> str:
    """`japan-model#3, by ada on 26 Nov 2026: The envelope grew`."""
    who = getattr(line, "history_user", None)
    day = formats.day(f"{line.history_date:%Y-%m-%d}")  # type: ignore[attr-defined]
    return f"{line.key}, by {who or 'a command'} on {day}: {line.history_change_reason}"  # type: ignore[attr-defined]
