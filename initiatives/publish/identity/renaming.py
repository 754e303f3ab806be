"""Names of organizations and initiatives as they change: a new name from a day on, aliases and former names added and removed."""

import re
from datetime import date, timedelta
from typing import Any, Final

from django.contrib.auth.models import User
from django.utils import timezone

from initiatives.models import InitiativeName, Organization, writing
from initiatives.models.known_name import ORGANIZATION
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish.editing import Editing, editing
from initiatives.publish.identity.merging import NAME_IN_REASONS
from initiatives.publish.identity.subjects import NAMES, found, refuse_stale
from initiatives.publish.parts import following

LONGEST_NAME_CHARACTERS: Final = 200
SHOWN_CHARACTERS: Final = 40
MARK_UP: Final = re.compile(r"</?[A-Za-z!][^<>]*>")


def rename(noun: str, slug: str, name: str, since: date | None, by: User | None, *, misspelt: bool = False, mark: str = "") -> Any:
    """Gives the record of this address a new name from a day on (today where None); the one that it had leads on. One that was only `misspelt`
    becomes an alias without a day. Raises PublicationRefused."""
    today = timezone.localdate()
    with editing(by, f"Renamed to “{name[:NAME_IN_REASONS]}”") as session:
        row = found(noun, slug, "name")
        refuse_stale(noun, mark, row)
        _refuse(row, name, since, today)
        former = NAMES[noun].objects.filter(**{noun: row}, name=name).first()
        if former is not None and not former.slug:
            session.remove(former)
        had, row.name = row.name, name
        if noun == ORGANIZATION:
            session.save(row, since or today)
            _without_day(session, row, had, misspelt)
        else:
            session.save(row)
            _keep(session, row, had, None if misspelt else (since or today) - timedelta(days=1))
    return row


def add_name(noun: str, slug: str, name: str, until: date | None, by: User | None) -> Any:
    """Adds an alias, or a former name with its last day. Raises PublicationRefused."""
    with editing(by, f"Added the name “{name[:NAME_IN_REASONS]}”") as session:
        row, names = found(noun, slug, "alias"), NAMES[noun]
        if fault := no_name("alias", name, "type a name."):
            raise PublicationRefused((fault,))
        if name == row.name or names.objects.filter(**{noun: row}, name=name).exists():
            raise PublicationRefused((Fault("alias", name, f"“{name}” is a name of it already."),))
        if noun == ORGANIZATION and (other := Organization.objects.filter(name=name).first()):
            words = f"“{name}” is the name of another organization of the record. If the two are one, merge “{other.name}” into this one."
            raise PublicationRefused((Fault("alias", name, words),))
        added = names(**{noun: row}, name=name, until=until, order=following(names.objects.filter(**{noun: row})))
        session.save(added)
    return added


def remove_name(noun: str, slug: str, pk: int, by: User | None) -> None:
    """Removes another name; one whose address leads on stays. Raises PublicationRefused."""
    with editing(by, f"Removed a name of “{slug[:NAME_IN_REASONS]}”") as session:
        row = found(noun, slug, "alias")
        name = NAMES[noun].objects.filter(**{noun: row}, pk=pk).first()
        if name is None:
            raise PublicationRefused((Fault("alias", str(pk), "this name is gone already."),))
        if name.slug:
            words = f"the address “{name.slug}” leads on by this name, so it stays. Undo the rename or the merge that made it, if that was wrong."
            raise PublicationRefused((Fault("alias", name.name, words),))
        session.remove(name)


def no_name(field: str, name: str, ask: str) -> Fault | None:
    """What keeps a text from being a name, `ask` where there is none; the message repeats no more of it than tells it apart."""
    if not name:
        return Fault(field, name, ask)
    if len(name) > LONGEST_NAME_CHARACTERS:
        return Fault(field, name, f"“{name[:SHOWN_CHARACTERS]}…” has {len(name)} characters. A name has at most {LONGEST_NAME_CHARACTERS}.")
    if MARK_UP.search(name) or not any(map(str.isalnum, name)):
        return Fault(field, name, f"“{name[:SHOWN_CHARACTERS]}” is no name. Type it in letters, without mark-up.")
    return None


def _refuse(row: Any, name: str, since: date | None, today: date) -> None:
    faults = [fault] if (fault := no_name("name", name, "type the new name.")) else []
    if not faults and name == row.name:
        faults.append(Fault("name", name, "that is its name already."))
    if since is not None and since > today:
        faults.append(Fault("since", since.isoformat(), f"{since.isoformat()} is still to come. Rename it when the day is there."))
    last = row.names.filter(until__isnull=False).order_by("-until").first()
    if since is not None and last is not None and since <= last.until:
        faults.append(Fault("since", since.isoformat(), f"it went by “{last.name}” until {last.until.isoformat()}. Type a later day."))
    if faults:
        raise PublicationRefused(tuple(faults))


def _without_day(session: Editing, row: Any, had: str, misspelt: bool) -> None:
    name = row.names.filter(name=had).first()
    if misspelt and name is not None:
        name.until = None
        writing.change(type(name), [name], ["until"], session.author)


def _keep(session: Editing, row: Any, had: str, until: date | None) -> None:
    """The name that an initiative had; its address stays, for it names every entry."""
    if not row.names.filter(name=had).exists():
        session.save(InitiativeName(initiative=row, name=had, until=until, order=following(row.names.all())))
