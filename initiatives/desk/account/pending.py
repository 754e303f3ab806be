"""Between the two pages of a sign-in: the password was right, the code is still to come, and nobody is signed in."""

import time
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

KEPT_AS = "waits_for_a_code"
SECONDS = 300
WRONG_CODES = 5


@dataclass(frozen=True, slots=True)
class Pending:
    """Who gave the right password, and where the sign-in leads."""

    person: User
    leads_to: str


def keep(request: HttpRequest, person: User, leads_to: str) -> None:
    """Remembers in a session with a new key that the password was right."""
    request.session.cycle_key()
    request.session[KEPT_AS] = {
        "person": person.pk,
        "password": person.get_session_auth_hash(),
        "leads_to": leads_to,
        "until": time.time() + SECONDS,
        "wrong": 0,
    }


def pending_in(request: HttpRequest) -> Pending | None:
    """Who waits for a code; None when nobody does, it took too long, or the person was switched off or changed the password meanwhile."""
    kept = request.session.get(KEPT_AS)
    if kept is None or time.time() > kept["until"] or kept["wrong"] >= WRONG_CODES:
        return None
    person = User.objects.filter(pk=kept["person"], is_active=True).first()
    if person is None or not constant_time_compare(person.get_session_auth_hash(), kept["password"]):
        return None
    return Pending(person, kept["leads_to"])


def count_wrong(request: HttpRequest) -> None:
    """One wrong code more; after some the password is asked for again."""
    kept = request.session[KEPT_AS]
    request.session[KEPT_AS] = {**kept, "wrong": kept["wrong"] + 1}


def forget(request: HttpRequest) -> None:
    """Nobody waits any more."""
    request.session.pop(KEPT_AS, None)
