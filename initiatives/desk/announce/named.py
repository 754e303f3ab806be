"""Finds the initiative that was typed by any of its names, with script or without."""

from dataclasses import replace

from initiatives.desk.picking import picked_initiative
from initiatives.review.announcing import Typed
from initiatives.review.announcing.typed import YES


def with_initiative(typed: Typed) -> Typed:
    """The form with the initiative that was chosen or goes by the typed name; without one where several do, or none."""
    if typed.new == YES and not typed.slug:
        return typed
    picked = picked_initiative(text=typed.initiative, slug=typed.slug)
    if picked.row is None:
        return replace(typed, slug="")
    return replace(typed, slug=picked.row.slug, initiative=picked.row.name, new="")
