"""Makes an organization or initiative out of the few fields of a little form; those that bear a name like it are shown first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User

from initiatives.desk.picking.finding import find
from initiatives.desk.picking.looking import EXACT
from initiatives.models import Initiative, Organization
from initiatives.models.known_name import ORGANIZATION
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish import editing
from initiatives.publish.planning import free_slug
from initiatives.review.reader import Reader, code_of
from initiatives.text import clean

LONGEST_FIELD = 5_000
NAMED_IN_REASONS = 80  # characters of a name


@dataclass(frozen=True, slots=True)
class Wanted:
    """The form as typed. `sure` says that it is none of those with names like it."""

    name: str = ""
    kind: str = ""
    country: str = ""
    owners: str = ""
    status: str = "announced"
    announced: str = ""
    summary: str = ""
    sure: str = ""


def wanted_from(posted: Mapping[str, str]) -> Wanted:
    """The posted fields, cleaned."""
    typed = {name: clean(posted.get(name, "")).text.strip()[:LONGEST_FIELD] for name in Wanted.__dataclass_fields__}
    return Wanted(**typed)


def created(noun: str, wanted: Wanted, by: User) -> Any:
    """The new row, stored as an edition of its own. Raises PublicationRefused in words."""
    row, faults = _organization(wanted) if noun == ORGANIZATION else _initiative(wanted)
    faults += [] if wanted.sure or not wanted.name else _same(noun, wanted.name)
    if faults:
        raise PublicationRefused(tuple(faults))
    with editing(by, f"Added {row.name[:NAMED_IN_REASONS]}") as session:
        if isinstance(row, Initiative):
            row.slug = free_slug(row.name)
        session.save(row)
    return row


def _same(noun: str, name: str) -> list[Fault]:
    """Others that go or went by this very name."""
    same = [one for one in find(noun, name) if one.fits == EXACT]
    words = f"“{same[0].name}” goes or went by this name. Choose it above, or say that this is another one." if same else ""
    return [Fault("name", name, words)] if same else []


def _organization(wanted: Wanted) -> tuple[Organization, list[Fault]]:
    faults = _missing(wanted, {"name": "type the name that it goes by today."})
    code = code_of(wanted.country) if wanted.country else None
    if wanted.country and code is None:
        faults.append(Fault("country", wanted.country, f"“{wanted.country}” is no country. Use its name or its code, or leave it empty."))
    return Organization(name=wanted.name, kind=wanted.kind or None, country_id=code), faults


def _initiative(wanted: Wanted) -> tuple[Initiative, list[Fault]]:
    needed = {
        "name": "type its usual English name.",
        "owners": "name at least one owner, for example Japan.",
        "kind": "choose what it mainly is.",
        "summary": "say in two or three sentences what it is.",
    }
    faults, reader = _missing(wanted, needed), Reader()
    owners = reader.countries("owners", wanted.owners)
    faults += [Fault("owners", fault.value, fault.message) for fault in reader.faults]
    announced = wanted.announced or date.today().isoformat()
    row = Initiative(
        name=wanted.name, countries=list(owners), kind=wanted.kind, status=wanted.status or "announced", announced=announced, summary=wanted.summary
    )
    return row, faults


def _missing(wanted: Wanted, needed: Mapping[str, str]) -> list[Fault]:
    return [Fault(field, "", words) for field, words in needed.items() if not getattr(wanted, field)]
