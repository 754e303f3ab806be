"""The two records of a merge or split: found by address, refused in words where one is gone, and told from a later state by a mark."""

import hashlib
from collections.abc import Iterator
from typing import Any

from initiatives.models import (
    Comment,
    Funder,
    FundingEntry,
    IdentityChange,
    Initiative,
    InitiativeName,
    Organization,
    OrganizationName,
    Participation,
    Point,
    Quantity,
    Reference,
)
from initiatives.models.known_name import INITIATIVE, ORGANIZATION
from initiatives.publication import Fault, PublicationRefused

MODELS: dict[str, Any] = {ORGANIZATION: Organization, INITIATIVE: Initiative}
NAMES: dict[str, Any] = {ORGANIZATION: OrganizationName, INITIATIVE: InitiativeName}
PARTS: dict[str, tuple[Any, ...]] = {
    ORGANIZATION: (Funder, Participation, OrganizationName),
    INITIATIVE: (FundingEntry, Participation, Comment, Point, Quantity, Reference, InitiativeName),
}


def found(noun: str, slug: str, field: str) -> Any:
    """The record of this address. Raises PublicationRefused, which names what became of one that is gone."""
    row = MODELS[noun].objects.filter(slug=slug).first()
    if row is None:
        raise PublicationRefused((Fault(field, slug, gone(noun, slug)),))
    return row


def gone(noun: str, slug: str) -> str:
    """What became of an address that no record has."""
    change = IdentityChange.objects.filter(kind="merge", noun=noun, other_slug=slug, undone_with=None).select_related("by", "edition").first()
    if change is None:
        return f"no {noun} has the address “{slug}”. Look it up again."
    who = f" by {change.by.get_username()}" if change.by else ""
    return f"“{change.other_name}” was merged into “{change.kept_name}”{who} (edition {change.edition_id}). Nothing was changed now; look again."


def parts_of(noun: str, row: Any) -> Iterator[tuple[Any, Any]]:
    """Each table with the rows of it that belong to a record."""
    for model in PARTS[noun]:
        yield model, model.objects.filter(**{noun: row}).order_by("pk")


def mark_of(noun: str, *rows: Any) -> str:
    """The same as long as nothing of these records and of what belongs to them has changed."""
    told = []
    for row in rows:
        told.append(f"{row.pk} {row.history.order_by('-history_id').values_list('history_id', flat=True).first()}")
        for model, parts in parts_of(noun, row):
            told.append(f"{model.__name__} {list(parts.values_list('pk', flat=True))}")
    return hashlib.sha256(" ".join(told).encode()).hexdigest()[:32]


def refuse_stale(noun: str, mark: str, *rows: Any) -> None:
    """Raises PublicationRefused on the field `mark` where something has changed since `mark` was made; an empty mark asks nothing."""
    if mark and mark != mark_of(noun, *rows):
        raise PublicationRefused((Fault("mark", mark, "somebody changed one of the two meanwhile. Look at them as they are now, and decide again."),))
