"""What a language model says about a text, as values, and the interface behind which it stands; must not know which model."""

from dataclasses import dataclass
from typing import Protocol

Vector = tuple[float, ...]  # an embedding, or weights over one


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a reading, as a language model tags it; `head` is the index of the word it depends on, its own where nothing was parsed."""

    start: int
    end: int
    text: str
    part_of_speech: str
    dependency: str
    head: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named stretch of text and the model's label for it (ORG, PERSON, GPE …)."""

    start: int
    end: int
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a language model says about one text, as values."""

    tokens: tuple[Token, ...] = ()
    entities: tuple[Entity, ...] = ()


class Language(Protocol):
    """A language model behind an interface; the rules work without one, less well."""

    name: str
    version: str

    def read(self, text: str) -> Reading:
        """Words and names of `text`. Never raises on any text."""
        ...
