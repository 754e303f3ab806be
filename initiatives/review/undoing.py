"""Undoes a decision of the last day: the draft opens again as it was, with what was typed; what was published and learned is taken back with it."""

import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from initiatives import publish
from initiatives.models import Draft, Edition
from initiatives.publication import PublicationRefused
from initiatives.review import relevance
from initiatives.review.decide import STATE_WORDS

LONGEST = datetime.timedelta(days=1)
MOST_LISTED = 8
LONGEST_REASON_CHARACTERS = 300
TEXTS = ("proposal", "decided", "article__text")


class NotUndone(Exception):
    """The decision stands; the message says why, and what to do instead."""


def undoable(now: datetime.datetime | None = None) -> QuerySet[Draft]:
    """The drafts that were decided within a day, the newest decision first."""
    since = (now or timezone.now()) - LONGEST
    rows = Draft.objects.exclude(state="open").filter(decided_at__gte=since).select_related("article", "decided_by")
    return rows.defer(*TEXTS).order_by("-decided_at", "-pk")


def undo(draft_id: int, version: int, editor: User) -> Draft:
    """The draft, open again. Raises NotUndone, and then nothing was changed, and Draft.DoesNotExist."""
    try:
        with transaction.atomic():
            Edition.objects.lock()
            return opened(held(draft_id, version), editor)
    except PublicationRefused as refused:
        reasons = " ".join(f"{fault.message[:1].upper()}{fault.message[1:]}" for fault in refused.faults)
        raise NotUndone(f"Not undone: others have built on it since. {reasons} Nothing was changed.") from refused


def held(draft_id: int, version: int) -> Draft:
    """The decided draft, held until the transaction ends. Raises NotUndone."""
    draft = Draft.objects.select_for_update(of=("self",)).select_related("article", "decided_by", "edition").get(pk=draft_id)
    if draft.state == "open":
        raise NotUndone("This draft is open: nobody decided it, or somebody undid that already. Nothing was changed.")
    if draft.version != version:
        raise NotUndone("This draft was opened and decided again since you saw it. Look at it first; nothing was changed.")
    if draft.decided_at is None or draft.decided_at < timezone.now() - LONGEST:
        raise NotUndone("This was decided more than a day ago. Undo its edition on the page of the history instead; nothing was changed.")
    return draft


def opened(draft: Draft, editor: User) -> Draft:
    """Takes back what the decision published and taught, and opens the draft."""
    if draft.edition is not None and not is_taken_back(draft.edition):
        reason = f"Undid what was {STATE_WORDS[draft.state]}: {draft.article.title}"[:LONGEST_REASON_CHARACTERS]
        publish.undo(draft.edition.number, editor, reason)
    relevance.unlearn(draft)
    draft.state, draft.decided_by, draft.decided_at, draft.edition = "open", None, None, None
    draft.decision_reason, draft.rejected_as, draft.taught_before = "", None, None
    draft.version += 1
    draft.save(update_fields=["state", "decided_by", "decided_at", "edition", "decision_reason", "rejected_as", "taught_before", "version"])
    return draft


def is_taken_back(edition: Edition) -> bool:
    """Whether what the edition changed was undone already, and not done once more."""
    undone = edition.undone_by.order_by("number").last()
    return undone is not None and not undone.undone_by.exists()
