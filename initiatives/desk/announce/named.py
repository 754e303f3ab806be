"""Finds the initiative that was typed by any of its names, with script or without; asks where several go by it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from initiatives.desk.picking import Candidate, picked_initiative
from initiatives.review.announcing import Typed
from initiatives.review.announcing.notes import FAULT, Note
from initiatives.review.announcing.typed import YES

MOST_CHOICES: Final = 6


def with_initiative(typed: Typed) -> Typed:
    """The form with the initiative that was chosen or goes by the typed name; without one where several do, or none."""
    if typed.new == YES and not typed.slug:
        return typed
    picked = picked_initiative(text=typed.initiative, slug=typed.slug)
    if picked.row is None:
        return replace(typed, slug="")
    return replace(typed, slug=picked.row.slug, initiative=picked.row.name, new="")


def asking_which(notes: Mapping[str, Sequence[Note]], typed: Typed) -> dict[str, Sequence[Note]]:
    """The notes with the initiatives that may be meant, where the name that was typed is that of several or like that of others."""
    if typed.slug or not typed.initiative or typed.new == YES:
        return dict(notes)
    picked = picked_initiative(text=typed.initiative)
    meant = picked.several or picked.near
    return {**notes, "initiative": [Note(picked.fault, FAULT, tuple(choice(each) for each in meant[:MOST_CHOICES]))]} if meant else dict(notes)


def choice(candidate: Candidate) -> tuple[str, str, str]:
    """One that may be meant: its address, its name, and by what it is told from others."""
    about = ", ".join(words for words in (candidate.matched, candidate.country_name, candidate.kind) if words)
    return candidate.slug, candidate.name, about
