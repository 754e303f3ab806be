"""Finds the organizations that a form names: of the record by address, name or alias; else new ones, or words for the unnamed."""

import re
from collections.abc import Iterable
from decimal import Decimal

from initiatives.models import Organization
from initiatives.publication import FunderToPublish, OrganizationToPublish
from initiatives.review.decision import DecidedParticipation
from initiatives.review.reader import Reader

WITH_SHARE = re.compile(r"(.+?)\s*\(\s*([0-9]{1,3}(?:\.[0-9]+)?)\s*%\s*\)")
WHOLE = 100
BY_ADDRESS, BY_NAME = "organization at", "organization named"  # what is remembered
COLUMNS = ("slug", "name", "kind", "country")


def found(name: str) -> Organization | None:
    """The organization that goes or went by this name, None when the record has none."""
    rows = Organization.objects.filter(name__iexact=name) | Organization.objects.filter(names__name__iexact=name)
    return rows.only(*COLUMNS).distinct().first()


def look_up(rows: Iterable[DecidedParticipation], reader: Reader) -> None:
    """Asks the record for every organization that these rows choose by its address; one query."""
    slugs = {row.slug for row in rows if row.slug and reader.known.lacks(BY_ADDRESS, row.slug)}
    there = {row.slug: row for row in Organization.objects.filter(slug__in=slugs).only(*COLUMNS)} if slugs else {}
    for slug in slugs:
        reader.known.once(BY_ADDRESS, slug, there.get)


def chosen(slug: str, reader: Reader) -> Organization | None:
    """The organization at this address, else the one of this name."""
    at: Organization | None = reader.known.once(BY_ADDRESS, slug, lambda asked: Organization.objects.filter(slug=asked).only(*COLUMNS).first())
    return at or reader.known.once(BY_NAME, slug, found)


def payer(field: str, typed: str, reader: Reader) -> FunderToPublish:
    """Who pays: `State` or `State (60 %)`; a name that the record lacks stands for the unnamed."""
    split = WITH_SHARE.fullmatch(typed)
    name, share = (split[1], Decimal(split[2]) / WHOLE) if split else (typed, None)
    if share is not None and not 0 < share <= 1:
        reader.fault(field, typed, f'"{typed}": a share is above 0 % and at most 100 %. Leave it out when the split is not published.')
    row = reader.known.once(BY_NAME, name, found)
    if row is None:
        return FunderToPublish(organization=None, described=name, share=share)
    return FunderToPublish(OrganizationToPublish(row.slug, row.name, row.kind, row.country_id), country=row.country_id, share=share)


def channel(typed: str, reader: Reader) -> str | None:
    """What the money passes through, by the name that the record has for it, else as typed; None where nothing was."""
    row = reader.known.once(BY_NAME, typed, found) if typed else None
    return row.name if row else typed or None


def participant(at: str, row: DecidedParticipation, reader: Reader) -> OrganizationToPublish:
    """The organization of the record that was chosen or goes by the name, else a new one."""
    known = chosen(row.slug, reader) if row.slug else reader.known.once(BY_NAME, row.name, found)
    if known is not None:
        return OrganizationToPublish(known.slug, known.name, known.kind, known.country_id)
    if row.slug:
        reader.fault(
            f"{at}-slug", row.slug, f'"{row.slug}" is no organization of the record. Empty it to find one by the name, or to make a new one.'
        )
    return OrganizationToPublish(None, row.name, row.kind or None, reader.country(f"{at}-country", row.country))
