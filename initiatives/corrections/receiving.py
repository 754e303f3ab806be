"""Keeps what readers say is wrong; of one place not more than a person would send, and of all not more than a desk can read."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from initiatives.corrections.subjects import Subject
from initiatives.models import Correction

AT_MOST_AN_HOUR: Final = 5  # from one place
AT_MOST_A_DAY: Final = 15
AT_MOST_A_DAY_IN_ALL: Final = 500  # what a desk can look through
LOCK: Final = 5_310_003  # the advisory lock under which remarks are counted and kept


class TooMany(Exception):
    """More remarks than are taken; the message says when to come back, and nothing was kept."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader wrote. `subject` is None for a value that is computed, which `label` then names; `field` is empty for the row as a whole."""

    message: str
    page: str
    subject: Subject | None = None
    field: str = ""
    label: str = ""
    evidence_url: str = ""
    contact: str = ""
    seen_edition: int | None = None


@transaction.atomic
def receive(remark: Remark, sender: str) -> Correction:
    """The remark as it stands on the desk now. `sender` is the address that it came from, of which a hash is kept for a day's use. Raises TooMany.

    The same remark sent again from the same place is kept once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    sender_hash = hash_of(sender)
    made = correction_of(remark, sender_hash)
    known = same_as(made)
    if known is not None:
        return known
    check_room(sender_hash)
    made.save()
    return made


def hash_of(sender: str) -> str:
    """A keyed hash of where it came from and the day, so that nobody can be followed from one day to the next."""
    return salted_hmac("initiatives.corrections", f"{timezone.now():%Y-%m-%d} {sender}", algorithm="sha256").hexdigest()


def correction_of(remark: Remark, sender_hash: str) -> Correction:
    """The row of a remark, not stored yet."""
    subject, value = remark.subject, remark.subject.value(remark.field) if remark.subject else None
    return Correction(
        subject_table=subject.table if subject else "",
        subject_id=subject.id if subject else None,
        field=value.field if value else "",
        label=(f"{subject.label}: {value.name}" if subject and value else subject.label if subject else remark.label)[:300],
        value_shown=value.shown if value else "",
        page=remark.page,
        seen_edition=remark.seen_edition,
        message=remark.message,
        evidence_url=remark.evidence_url,
        contact=remark.contact,
        sender_hash=sender_hash,
    )


def same_as(made: Correction) -> Correction | None:
    """What was sent before in the same words about the same value, from the same place on the same day."""
    columns = ("sender_hash", "subject_table", "subject_id", "field", "page", "message")
    return Correction.objects.filter(**{column: getattr(made, column) for column in columns if getattr(made, column) is not None}).first()


def check_room(sender_hash: str) -> None:
    """Raises TooMany where no more is taken."""
    now = timezone.now()
    own = Correction.objects.filter(sender_hash=sender_hash)
    if own.filter(made_at__gt=now - timedelta(hours=1)).count() >= AT_MOST_AN_HOUR:
        raise TooMany(f"{AT_MOST_AN_HOUR} remarks came from your connection within the hour. Send this one in an hour; it is kept below.")
    if own.count() >= AT_MOST_A_DAY:
        raise TooMany(f"{AT_MOST_A_DAY} remarks came from your connection today. Send this one tomorrow; it is kept below.")
    if Correction.objects.filter(made_at__gt=now - timedelta(days=1)).count() >= AT_MOST_A_DAY_IN_ALL:
        raise TooMany("The desk has more remarks than it can read today. Send this one tomorrow; it is kept below.")
