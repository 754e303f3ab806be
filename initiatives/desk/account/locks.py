"""Locks against guessing: after some wrong passwords from one address, a name is locked for that address for a while; after many, every name."""

import datetime
import math

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.db.models import Sum
from django.http import HttpRequest
from django.utils import timezone

from initiatives.client import address_of

LOCKS_WORTH = 6  # as many wrong passwords as would lock six names are one address's share of a while: an office's mistakes, not a list of names
TOO_MANY_NAMES = "Too many wrong passwords for several names came from your address. Try again in a while, or ask an administrator."


def has_guessed_widely(request: HttpRequest) -> bool:
    """Whether one address has tried passwords on so many names, a few on each, that it is turned away whatever the name."""
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    tried = AccessAttempt.objects.filter(ip_address=address_of(request), attempt_time__gt=since).order_by()
    wrong = tried.aggregate(wrong=Sum("failures_since_start"))["wrong"] or 0
    return int(wrong) >= LOCKS_WORTH * settings.AXES_FAILURE_LIMIT


def is_locked_out(request: HttpRequest) -> bool:
    """Whether the guard against guessing turned this request away, or its wrong password was the last one allowed."""
    return bool(getattr(request, "axes_locked_out", False))


def proves(request: HttpRequest, person: User, password: str) -> bool:
    """Whether the password is the person's, asked so that wrong ones count as they do at the sign-in."""
    found = authenticate(request, username=person.get_username(), password=password)
    return found is not None and found.pk == person.pk


def ends_at(name: str, address: str) -> datetime.datetime:
    """When the lock of a name for an address ends, counted from the last wrong password."""
    last = AccessAttempt.objects.filter(username=name, ip_address=address).order_by("-attempt_time").first()
    cool_off: datetime.timedelta = settings.AXES_COOLOFF_TIME
    return (last.attempt_time if last else timezone.now()) + cool_off


def locked_in_words(request: HttpRequest, name: str) -> str:
    """What a person reads who is locked out: until when, and who can help; the same whether the name exists or not."""
    end = ends_at(name, address_of(request))
    minutes = max(1, math.ceil((end - timezone.now()).total_seconds() / 60))
    clock = timezone.localtime(end).strftime("%H:%M %Z")
    unit = "minute" if minutes == 1 else "minutes"
    return f"Too many wrong passwords for this name came from your address. Try again in {minutes} {unit}, at {clock}, or ask an administrator."
