"""What readers said is wrong and what the desk answered, as far as everybody may read it."""

from typing import Final

from django.db.models import QuerySet

from initiatives.models import Correction

ANSWERED: Final = ("accepted", "declined")


def answered() -> "QuerySet[Correction]":
    """Everything that the desk answered, newest first."""
    return Correction.objects.filter(state__in=ANSWERED).order_by("-answered_at", "-pk")


def readable(correction_id: int) -> Correction | None:
    """One remark that was not put away as none; None where there is none."""
    return Correction.objects.exclude(state="spam").filter(pk=correction_id).first()
