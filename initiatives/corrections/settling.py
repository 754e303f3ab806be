"""Answers what a reader said; of two editors one answers, and the other is told and keeps what was typed."""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from initiatives import vocabulary
from initiatives.models import Correction, Edition
from initiatives.publication import Fault, PublicationRefused

LONGEST_ANSWER: Final = 2000  # characters
ANSWERED: Final = ("accepted", "declined")


class AlreadySettled(Exception):
    """Another editor was first; the message says who, what and when."""


class StaleCorrection(Exception):
    """It was changed after the form was opened; the message says so."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What an editor decides: one of the states of a correction, the public answer, and the number of the edition that put it right, if one did."""

    state: str
    answer: str
    edition: str = ""


@transaction.atomic
def settle(correction_id: int, version: int, wanted: Settlement, editor: User) -> Correction:
    """The correction with its answer. Raises AlreadySettled, StaleCorrection, PublicationRefused with each field that is wrong, and
    Correction.DoesNotExist. A settled one is opened again with the state `open`, and then has no answer."""
    row = Correction.objects.select_for_update(of=("self",)).select_related("answered_by").get(pk=correction_id)
    if row.version != version:
        raise stale(row)
    edition = edition_of(wanted)
    row.state, row.answer, row.edition = wanted.state, wanted.answer if wanted.state in ANSWERED else "", edition
    row.answered_by, row.answered_at = (None, None) if wanted.state == "open" else (editor, timezone.now())
    row.version += 1
    row.save()
    return row


def stale(row: Correction) -> AlreadySettled | StaleCorrection:
    """Why the form is refused."""
    if row.state == "open":
        return StaleCorrection("Somebody opened this again after you opened the form. Nothing was overwritten; compare below, then answer again.")
    who = row.answered_by.get_username() if row.answered_by else "Somebody"
    when = f"{row.answered_at:%-d %b %Y at %H:%M} UTC" if row.answered_at else "earlier"
    return AlreadySettled(f"{who} answered this on {when}: {vocabulary.CORRECTION_STATES[row.state]}. What you typed is kept below.")


def edition_of(wanted: Settlement) -> Edition | None:
    """The edition that put it right. Raises PublicationRefused with everything that is wrong with a settlement."""
    faults = list(faults_of(wanted))
    number = wanted.edition.strip()
    edition = Edition.objects.filter(number=int(number)).first() if number.isascii() and number.isdigit() and len(number) < 10 else None
    if number and edition is None:
        faults.append(
            Fault("edition", number, f"“{number[:40]}” is no edition. Give the number that stood in the message when it was published, or none.")
        )
    if faults:
        raise PublicationRefused(tuple(faults))
    return edition if wanted.state == "accepted" else None


def faults_of(wanted: Settlement) -> list[Fault]:
    """What is missing or too long."""
    if wanted.state not in vocabulary.CORRECTION_STATES:
        known = formats_of_states()
        return [Fault("state", wanted.state, f"“{wanted.state[:40]}” is none of these: {known}. Choose one.")]
    if wanted.state in ANSWERED and not wanted.answer:
        return [Fault("answer", "", "say what was found, in a sentence: readers see it beside the value.")]
    if len(wanted.answer) > LONGEST_ANSWER:
        return [Fault("answer", wanted.answer, f"{len(wanted.answer):,} characters are too many. Use at most {LONGEST_ANSWER:,}.")]
    return []


def formats_of_states() -> str:
    """The states by their words."""
    return ", ".join(vocabulary.CORRECTION_STATES.values())
