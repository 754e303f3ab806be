"""Splits an organization or initiative: the rows that were chosen go to another one, new or of the record."""

from collections.abc import Collection, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from initiatives.models import Edition, IdentityChange, Quantity, writing
from initiatives.models.known_name import INITIATIVE
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish.editing import Editing, editing
from initiatives.publish.identity.merging import NAME_IN_REASONS, REASON_LENGTH
from initiatives.publish.identity.moving import Moving
from initiatives.publish.identity.subjects import NAMES, found, parts_of, refuse_stale
from initiatives.publish.planning import free_slug

Chosen = Mapping[str, Collection[int]]  # lower-case name of a table's model → ids of its rows


@transaction.atomic
def split(noun: str, slug: str, target: Any, chosen: Chosen, by: User | None, reason: str = "", mark: str = "") -> IdentityChange:
    """Moves the chosen rows of the record of this address to `target`: an unsaved row is made, a stored one goes on. Raises PublicationRefused."""
    with editing(by, f"Split “{target.name[:NAME_IN_REASONS]}” off “{slug[:NAME_IN_REASONS]}”") as session:
        source = found(noun, slug, "source")
        refuse_stale(noun, mark, source)
        if target.pk == source.pk:
            raise PublicationRefused((Fault("target", target.slug, "that is the same one. Choose another one, or make a new one."),))
        moves = _split(session, noun, source, target, chosen)
    return IdentityChange.objects.create(
        kind="split",
        noun=noun,
        kept_id=source.pk,
        kept_slug=source.slug,
        kept_name=source.name,
        other_id=target.pk,
        other_slug=target.slug,
        other_name=target.name,
        reason=reason[:REASON_LENGTH],
        edition_id=Edition.objects.current_number(),
        by=by,
        moved=moves,
    )


def _split(session: Editing, noun: str, source: Any, target: Any, chosen: Chosen) -> list[dict[str, Any]]:
    session.touched.note(source)
    rows = {model: list(all_rows.filter(pk__in=chosen.get(model._meta.model_name, ()))) for model, all_rows in parts_of(noun, source)}
    if not any(rows.values()):
        raise PublicationRefused((Fault("chosen", "", "choose at least one thing that belongs to the other one."),))
    names = rows.pop(NAMES[noun])
    names = _made(session, noun, target, names)
    moving = Moving(session, noun, target)
    for listed in rows.values():
        moving.rows(listed)
    for name in names:
        moving.name(name)
    if noun == INITIATIVE:
        moving.cite([row for listed in rows.values() for row in listed])
        _refuse_torn_quantities(source, target)
    session.touched.note(source)
    session.touched.note(target)
    return moving.moves


def _made(session: Editing, noun: str, target: Any, names: list[Any]) -> list[Any]:
    """Stores a new target; where its name was one of the source's other names, with the address of that one. The names that are left to move."""
    if target.pk is not None:
        session.touched.note(target)
        return names
    own = next((name for name in names if name.name == target.name), None)
    if own is not None:
        writing.remove(type(own), [own], session.author)
    if own is not None and own.slug:
        target.slug = own.slug
    elif noun == INITIATIVE:
        target.slug = free_slug(target.name)
    session.save(target)
    return [name for name in names if name is not own]


def _refuse_torn_quantities(source: Any, target: Any) -> None:
    """A part and the larger figure that it lies in belong to one initiative."""
    for row in Quantity.objects.filter(initiative__in=[source, target], related_to__isnull=False).select_related("related_to"):
        if row.related_to is not None and row.related_to.initiative_id != row.initiative_id:
            words = f"{row.key} is part of {row.related_to.key}, and both must go together. Choose both, or neither."
            raise PublicationRefused((Fault("chosen", row.key, words),))
