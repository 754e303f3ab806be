"""Settles which organization or initiative a form means by an address or a typed name; asks where several fit."""

from dataclasses import dataclass
from typing import Any

from initiatives.desk.picking.finding import Candidate, find
from initiatives.desk.picking.looking import CLOSE, EXACT
from initiatives.models import Initiative, Organization
from initiatives.models.known_name import INITIATIVE, ORGANIZATION
from initiatives.publish.leading import NOWHERE, leads_to

NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Picked:
    """What was typed, and what it means: `row` where that is clear, `several` where more than one bears the name, `near` where none does."""

    text: str
    row: Any = None
    several: tuple[Candidate, ...] = ()
    near: tuple[Candidate, ...] = ()
    noun: str = ""

    @property
    def fault(self) -> str:
        """One sentence for the field; empty where it is clear, or nothing was typed."""
        if self.row is not None or not self.text:
            return ""
        if self.several:
            return f"“{self.text}” is the name of {len(self.several)}. Choose the one that you mean."
        if self.near:
            names = ", ".join(f"“{one.name}”" for one in self.near[:NAMED_AT_MOST])
            return f"No {self.noun} is called “{self.text}”. Names like it: {names}. Choose one of them, or make a new one."
        return f"No {self.noun} is called “{self.text}”. Type another name of it, or make a new one."


def picked_organization(text: str, slug: str = "") -> Picked:
    """The organization of this address, or of this name; `Picked.row` is an Organization."""
    return _picked(ORGANIZATION, text, slug)


def picked_initiative(text: str, slug: str = "") -> Picked:
    """The initiative of this address, or of this name; `Picked.row` is an Initiative."""
    return _picked(INITIATIVE, text, slug)


def _picked(noun: str, text: str, slug: str) -> Picked:
    """An address goes before a name; an old one leads to today's."""
    row = _at(noun, slug.strip()) or (_at(noun, text.strip()) if " " not in text.strip() else None)
    if row is not None or not text.strip():
        return Picked(text.strip(), row, noun=noun)
    found = find(noun, text)
    same = [one for one in found if one.fits == EXACT]
    own = [one for one in same if not one.matched]  # today's name goes before the same name as another's alias
    only = own if len(own) == 1 else same
    if len(only) == 1:
        return Picked(text.strip(), _row(noun, only[0].id), noun=noun)
    several = tuple(same) or tuple(one for one in found if one.fits < CLOSE)
    return Picked(text.strip(), None, several if same else (), () if same else several or tuple(found), noun)


def _at(noun: str, slug: str) -> Any:
    model = Organization if noun == ORGANIZATION else Initiative
    if not slug or NOWHERE in slug:
        return None
    row = model._default_manager.filter(slug=slug).first()
    if row is None and (today := leads_to(noun, slug)):
        row = model._default_manager.filter(slug=today).first()
    return row


def _row(noun: str, pk: int) -> Any:
    return (Organization if noun == ORGANIZATION else Initiative)._default_manager.get(pk=pk)
