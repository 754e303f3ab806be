"""What the ledger warns of about saved entries, and asks before one is saved: the same in the same words as at the desk."""

from collections.abc import Sequence

from django.db.models import Q

from initiatives import publish
from initiatives.ledger.confirming import questions_in
from initiatives.models import Conflict, ConflictDecision, FundingEntry


def cautions_of(entries: Sequence[int | None]) -> list[str]:
    """The warnings in which entries with these ids take part, as sentences, without those that an editor has looked at and left."""
    ids = [pk for pk in entries if pk is not None]
    if not ids:
        return []
    keys = list(FundingEntry.objects.filter(pk__in=ids).values_list("key", flat=True))
    settled = ConflictDecision.objects.values("conflict")
    found = Conflict.objects.filter(Q(entry__in=ids) | Q(about__has_any_keys=keys)).exclude(key__in=settled)
    return list(found.order_by("code", "key").values_list("message", flat=True))


def questions_about(entry: FundingEntry) -> tuple[str, ...]:
    """What an editor is asked before the entry is saved as it stands."""
    return tuple(problem.message for problem in questions_in(publish.relation_problems(entry)))
