"""Publishes an announcement once, and only with the effect that was looked at; takes it back the same day; or keeps it as a draft for an editor."""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from initiatives import publish
from initiatives.models import Announcement, Draft, Edition, FundingEntry
from initiatives.publication import Fault, PublicationRefused
from initiatives.review import relevance
from initiatives.review.announcing.additions import publication_of
from initiatives.review.announcing.answering import Answer, answer_to
from initiatives.review.announcing.typed import Typed
from initiatives.review.announcing.words import published_in_words, told
from initiatives.review.decide import close
from initiatives.review.undoing import opened

LONGEST_REASON_CHARACTERS: Final = 300
OF_AN_ENTRY: Final = "entries-0-"
FIELDS: Final = {
    "article-url": "url",
    "article-title": "title",
    "article-publisher": "publisher",
    "article-published": "published",
    "slug": "initiative",
    "initiative-name": "initiative",
    "initiative-countries": "new_countries",
    "initiative-summary": "new_summary",
    "related_to": "choice",
    "relation": "choice",
    "funders": "payers",
}


class EffectChanged(Exception):
    """What publishing would do is not what was looked at; `answer` is what it would do now."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__("The effect is another one now.")


@dataclass(frozen=True, slots=True)
class Done:
    """A form that was published: now, or by an earlier sending of the same form."""

    announcement: Announcement
    is_repeated: bool


@transaction.atomic
def announce(typed: Typed, token: str, seen: str, by: User) -> Done:
    """Publishes one announcement. `seen` is the mark of the effect that was looked at.

    Raises PublicationRefused with every fault under the form's own names, and EffectChanged; then nothing was written. The same token publishes
    once, however often it is sent."""
    Edition.objects.lock()
    before = Announcement.objects.filter(token=token).select_related("edition").first()
    if before is not None:
        return Done(before, True)
    answer = answer_to(typed)
    faults = (*answer.faults, *unconfirmed(answer))
    if faults:
        raise PublicationRefused(faults)
    if answer.mark != seen:
        raise EffectChanged(answer)
    return Done(written(answer, token, by), False)


def unconfirmed(answer: Answer) -> tuple[Fault, ...]:
    """What the ledger asks of an editor and nobody said yes to; a yes to another question is none."""
    weighed = answer.chosen.consequence if answer.chosen else None
    asked = weighed.confirm if weighed and answer.settled.typed.confirmed != weighed.asks else ()
    way_out = "Tick the box beside it if so, or press Publish once more."
    return tuple(Fault("confirmed", problem.code, f"{told(problem.message, answer.told)} {way_out}") for problem in asked)


def written(answer: Answer, token: str, by: User) -> Announcement:
    """Publishes and remembers the form."""
    title = answer.settled.article.title
    try:
        edition = publish.publish(publication_of(answer.settled), by=by, reason=f"Entered: {title}"[:LONGEST_REASON_CHARACTERS])
    except PublicationRefused as refused:
        raise PublicationRefused(tuple(Fault(field_of(fault.field), fault.value, fault.message) for fault in refused.faults)) from refused
    entry = added_by(answer, edition)
    close_what_was_read(answer.settled.article.url, edition, by)
    return Announcement.objects.create(token=token, edition=edition, entry=entry.key, words=published_in_words(answer), by=by)


def close_what_was_read(url: str, edition: Edition, by: User) -> None:
    """Closes the draft that the line made of the same article, since this is what came of it; what somebody typed waits on for its own decision."""
    waiting = Draft.objects.select_for_update(of=("self",)).filter(article__url=url, state="open", entered_by=None)
    for draft in waiting.select_related("article", "intake").defer("intake__body"):
        close(draft, "accepted", by, "", edition)
        relevance.learn_from(draft, True, by)


def field_of(name: str) -> str:
    """The field of this form that a field of the publication was typed in."""
    plain = name.removeprefix(OF_AN_ENTRY)
    return FIELDS.get(plain, plain)


def added_by(answer: Answer, edition: Edition) -> FundingEntry:
    """The entry that an edition just added: the newest from this article."""
    return FundingEntry.objects.filter(source__url=answer.settled.article.url).select_related("initiative").latest("pk")


def can_be_undone(announcement: Announcement) -> bool:
    """Whether it was published today, and was not taken back."""
    return announcement.edition.made_at.date() == timezone.now().date() and FundingEntry.objects.filter(key=announcement.entry).exists()


@transaction.atomic
def take_back(announcement: Announcement, by: User) -> Edition:
    """Takes back what the form published, on the same day alone; the draft that was closed with it is open again. Raises PublicationRefused in
    words, and then nothing was changed."""
    if not can_be_undone(announcement):
        words = "it was published on another day, or was taken back already. Change the entry itself, or undo the edition in the history."
        raise PublicationRefused((Fault("edition", str(announcement.edition_id), words),))
    made = publish.undo(announcement.edition_id, by)
    closed = Draft.objects.select_for_update(of=("self",)).filter(edition=announcement.edition_id, state="accepted")
    for draft in closed.select_related("article", "edition", "decided_by"):
        opened(draft, by)
    return made
