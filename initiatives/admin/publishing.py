"""What one request of the administration changes, as one publication: the open session, and what the record refused and where."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.http import HttpRequest

from initiatives import publish
from initiatives.ledger.confirming import mark_of
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish import Editing

KEPT = "_publishing"
REASON_LENGTH = 300


class NotPublishing(RuntimeError):
    """A row was to be written outside a publication."""


@dataclass(slots=True)
class Publishing:
    """The session of a request, and the faults of its forms by their prefix (`""` is the main form)."""

    session: Editing | None = None
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    asked: tuple[str, ...] = ()  # what is to be confirmed before the form is saved
    entries: list[int] = field(default_factory=list)  # ids of funding entries that were saved


class Refused(Exception):
    """The record refused a row of the form with this prefix."""

    def __init__(self, prefix: str, faults: tuple[Fault, ...]) -> None:
        self.prefix = prefix
        self.faults = faults
        super().__init__("; ".join(fault.message for fault in faults))


def of(request: HttpRequest) -> Publishing:
    """What this request publishes."""
    kept: Publishing = vars(request).setdefault(KEPT, Publishing())
    return kept


@contextmanager
def publishing(request: HttpRequest, reason: str) -> Iterator[Editing]:
    """Opens the request's session; nothing is written when an error leaves the block."""
    by = request.user if isinstance(request.user, User) else None
    try:
        with publish.editing(by, reason[:REASON_LENGTH]) as session:
            of(request).session = session
            yield session
    finally:
        of(request).session = None


def ask(request: HttpRequest, questions: tuple[str, ...]) -> None:
    """Goes on where nothing is asked, or the form says yes to just these questions. Raises Refused."""
    if mark_of(questions) not in ("", request.POST.get("confirmed", "")):
        of(request).asked = questions
        raise Refused("", (Fault("", "", "Not saved yet: tick the box above the form if the source says so, and save again."),))


def save(request: HttpRequest, row: models.Model, prefix: str = "", **more: Any) -> bool:
    """Stores a row within the request's session; whether anything differed. Raises Refused."""
    try:
        return _session(request).save(row, **more)
    except PublicationRefused as refused:
        raise Refused(prefix, refused.faults) from refused


def remove(request: HttpRequest, row: models.Model, prefix: str = "") -> None:
    """Removes a row within the request's session. Raises Refused."""
    try:
        _session(request).remove(row)
    except PublicationRefused as refused:
        raise Refused(prefix, refused.faults) from refused


def _session(request: HttpRequest) -> Editing:
    session = of(request).session
    if session is None:
        raise NotPublishing("A row of the record is written inside `publishing(request, reason)` alone.")
    return session
