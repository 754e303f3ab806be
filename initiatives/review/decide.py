"""The decisions about a draft; of two editors one wins, and the other is told who was first and keeps what was typed."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from initiatives import publish
from initiatives.ingest.plain import as_plain
from initiatives.models import Draft, Edition, Initiative
from initiatives.publication import PublicationRefused
from initiatives.review import matching, relevance
from initiatives.review.decision import Decision
from initiatives.review.drafting import decision_of
from initiatives.review.faults import on_the_form
from initiatives.review.preview import weigh
from initiatives.review.publishing import publication_of

LONGEST_REASON_CHARACTERS = 300
LOOK_AGAIN = "Nothing that was typed is lost: look at it below, and accept again if it is right."
STATE_WORDS = {"accepted": "accepted", "rejected": "rejected"}


class AlreadyDecided(Exception):
    """Another editor was first; the message says who, what and when."""


class StaleDraft(Exception):
    """The draft was changed after this form was opened; the message says that nothing was overwritten."""


class ProposalChanged(Exception):
    """The record has grown since the draft was matched with it, and a proposal is another one now; the message says what changed."""


def accept(draft_id: int, version: int, editor: User, confirmed: str = "") -> Edition:
    """Publishes a draft. Raises AlreadyDecided, StaleDraft, ProposalChanged, PublicationRefused with every field that stands in the way, or
    NotConfirmed with what is asked, where `confirmed` is not the mark of these questions.

    A draft that was matched with an older edition is matched again first; what changed by it is shown before anything is published.
    """
    done = accepted_or_changed(draft_id, version, editor, confirmed)
    if isinstance(done, Edition):
        return done
    raise ProposalChanged(f"Not published yet: the record has grown since this was proposed. {' '.join(done)} {LOOK_AGAIN}")


@transaction.atomic
def accepted_or_changed(draft_id: int, version: int, editor: User, confirmed: str) -> Edition | tuple[str, ...]:
    """The edition, or what another match with the record changed, which is kept. No publication comes between the match and this one."""
    Edition.objects.lock()
    draft = locked(draft_id, version)
    changed = matching.caught_up(draft) if matching.is_behind(draft) else ()
    return changed or accepted(draft, editor, confirmed)


def accepted(draft: Draft, editor: User, confirmed: str) -> Edition:
    """Publishes a draft that is locked and matched with the record as it is."""
    decision = decision_of(draft)
    edition = published(draft, decision, editor, confirmed)
    draft.initiative = Initiative.objects.filter(slug=decision.slug).first() if decision.slug else made_now()
    close(draft, "accepted", editor, "", edition)
    relevance.learn_from(draft, True, editor)
    return edition


def made_now() -> Initiative:
    """The initiative that a publication has just added. Call under the lock of publications."""
    line = Initiative.history.filter(history_type="+").latest("history_id")
    return Initiative.objects.get(pk=line.id)


def published(draft: Draft, decision: Decision, editor: User, confirmed: str) -> Edition:
    """The edition that publishing the decision makes; faults name the rows of the form."""
    publication = publication_of(draft, decision)
    try:
        reason = f"Accepted: {draft.article.title}"[:LONGEST_REASON_CHARACTERS]
        return publish.publish(publication, editor, reason, draft, confirmed)
    except PublicationRefused as refused:
        raise on_the_form(decision, refused) from refused


@transaction.atomic
def reject(draft_id: int, version: int, editor: User, reason: str, rejected_as: str | None = None) -> None:
    """Puts a draft aside with a reason and its kind, one of REJECTIONS; nothing is published. Raises AlreadyDecided or StaleDraft."""
    draft = locked(draft_id, version)
    close(draft, "rejected", editor, reason, None, rejected_as)
    if rejected_as == relevance.NOT_RELEVANT:
        relevance.learn_from(draft, False, editor)


@transaction.atomic
def confirm(draft_id: int, version: int, editor: User) -> Draft:
    """Takes a draft off the maybe list: it is about a national AI effort. Raises AlreadyDecided or StaleDraft."""
    draft = locked(draft_id, version)
    draft.doubtful = False
    draft.version += 1
    draft.save(update_fields=["doubtful", "version"])
    relevance.learn_from(draft, True, editor)
    return draft


@transaction.atomic
def edit(draft_id: int, version: int, decision: Decision) -> Draft:
    """Keeps the editor's version of a draft, right or wrong; with another initiative it is to be matched again.

    Raises AlreadyDecided or StaleDraft.
    """
    draft = locked(draft_id, version)
    if decision.slug != decision_of(draft).slug:
        draft.matched_with = None
    draft.decided = as_plain(decision)
    draft.initiative = Initiative.objects.filter(slug=decision.slug).first()
    draft.version += 1
    draft.save(update_fields=["decided", "initiative", "matched_with", "version"])
    weigh(draft)
    return draft


def locked(draft_id: int, version: int) -> Draft:
    """The open draft, held until the transaction ends. Raises AlreadyDecided or StaleDraft, and Draft.DoesNotExist."""
    draft = Draft.objects.select_for_update(of=("self",)).select_related("article", "intake", "decided_by").defer("intake__body").get(pk=draft_id)
    if draft.state != "open":
        raise AlreadyDecided(decided_in_words(draft))
    if draft.version != version:
        raise StaleDraft(
            "Somebody changed this draft after you opened it, or it was matched with the record again. Nothing was overwritten: "
            "compare below, then save or accept again."
        )
    return draft


def decided_in_words(draft: Draft) -> str:
    """Who decided the draft, what and when."""
    who = draft.decided_by.get_username() if draft.decided_by else "Somebody"
    when = f"{draft.decided_at:%-d %b %Y at %H:%M} UTC" if draft.decided_at else "earlier"
    edition = f" It was published with edition {draft.edition_id}." if draft.edition_id else ""
    return f"{who} {STATE_WORDS[draft.state]} this draft on {when}.{edition} Nothing of yours was published."


def close(draft: Draft, state: str, editor: User, reason: str, edition: Edition | None, rejected_as: str | None = None) -> None:
    """Marks the draft as decided."""
    draft.state, draft.decided_by, draft.decided_at = state, editor, timezone.now()
    draft.decision_reason, draft.edition, draft.rejected_as = reason, edition, rejected_as
    draft.taught_before = relevance.taught(draft)
    draft.version += 1
    decided = ["state", "decided_by", "decided_at", "decision_reason", "edition", "rejected_as", "taught_before"]
    draft.save(update_fields=[*decided, "initiative", "version"])
