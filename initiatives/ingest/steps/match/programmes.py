"""Finds the name of an initiative in a text: whole, by one of the names it holds, or as the common words it is made of; must not score."""

import re
from functools import lru_cache

from initiatives.ingest.steps.match.names import is_place, same_organization, telling_words
from initiatives.ingest.values import KnownInitiative
from initiatives.text import fold

LEAST_NAME = 2  # words, one of them telling, that a piece of a name needs to stand for all of it
LEAST_LETTERS = 5  # of a piece that is one word, such as "Gefion"
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BETWEEN = re.compile(r",\s| [-–—] |: | and (?=the |[A-Z])|\bformerly |\bnow ")
_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
# A piece of one word that any article on the subject may have.
ORDINARY = frozenset([
    "digital", "budget", "government", "programme", "sovereign", "industry", "innovation", "research", "national", "strategy", "plan", "policy",
    "health", "farming", "cities", "education", "data", "model", "models", "cloud", "compute", "computing", "energy", "chips", "talent",
    "safety", "science", "technology", "public", "private", "europe", "african", "africa", "european", "centre", "center", "centres", "centers",
    "supercomputer", "language", "languages", "open", "fund", "hub", "infrastructure", "capacity", "investment", "million", "billion",
    "trillion", "nt", "most",
])  # fmt: skip
_LINKS = r"(?:\s(?:for|on|of|in|its|the|a|an|national|new|first|own))*\s"
_SUM = re.compile(r"[$€£¥₩₹]|\b\d[\d.,]*\s(?:million|billion|trillion|crore)")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_SMALL = frozenset([
    "the", "of", "for", "in", "on", "and", "a", "an", "its", "to",
])  # fmt: skip
_KINDS_OF_PAPER = frozenset([
    "strategy", "plan", "programme", "program", "policy", "initiative", "roadmap", "fund", "office", "agenda", "mission", "act", "package",
    "project", "framework", "centre", "center",
])  # fmt: skip


def named_by(folded: str, known: KnownInitiative) -> str | None:
    """The name that a folded text has, of those the initiative goes by; a name of common words alone does not count."""
    found = [name for name, plain in _folded(known.name, known.aliases) if has(folded, plain)]
    return next((name for name in found if name in known.name.split(" (")[0] or not _is_a_participant(name, known)), None)


def own_names(known: KnownInitiative) -> list[str]:
    """The names that an initiative goes by, without those of who takes part in it."""
    return [name for name in names_of(known.name, known.aliases) if not _is_a_participant(name, known)]


def _is_a_participant(name: str, known: KnownInitiative) -> bool:
    """Whether what stands in the brackets of a name is only who runs it, such as "(Corfo)"."""
    return any(same_organization(name, other) for other in known.organizations)


@lru_cache(maxsize=16384)
def _folded(name: str, aliases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((each, fold(each)) for each in names_of(name, aliases))


@lru_cache(maxsize=16384)
def names_of(name: str, aliases: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names that a name holds: itself, without its brackets, what stands in them, and the names that "and" or a comma joins."""
    wholes = [text for whole in (name, *aliases) for text in (whole, _BRACKETS.sub("", whole).strip())]
    pieces = [piece for whole in (name, *aliases) for part in _parts(whole) for piece in _pieces(part)]
    pieces = [piece for piece in pieces if not _SUM.search(piece)]
    kept = [text for text in wholes if is_telling(text)] + [piece.removeprefix("the ") for piece in pieces if _stands_alone(piece)]
    return tuple(dict.fromkeys(kept))


def spoken_of(folded: str, known: KnownInitiative) -> str | None:
    """What the text calls an initiative whose name has common words alone: "strategy for artificial intelligence" for a nation's AI Strategy.

    A year in the name must stand in the text too."""
    wanted = common_words(known.name)
    years = set(_YEARS.findall(known.name)[:1])
    if wanted is None or not years <= set(_YEARS.findall(folded)):
        return None
    match = _pattern(wanted).search(folded)
    return match.group() if match else None


@lru_cache(maxsize=8192)
def common_words(name: str) -> str | None:
    """The one word beside "AI" of a name that has nothing else to tell it by ("German AI Strategy": "strategy"); None for any other name."""
    said = fold(core(_BRACKETS.sub("", name))).replace("artificial intelligence", "ai")
    words = [word for word in re.findall(r"\w+", said) if not word.isdigit() and word not in _SMALL and not is_place(word)]
    rest = [word for word in words if word != "ai"]
    return rest[0] if len(rest) == 1 and len(words) == 2 and rest[0] in _KINDS_OF_PAPER else None


@lru_cache(maxsize=64)
def _pattern(word: str) -> re.Pattern[str]:
    subject = r"(?:ai|artificial[ -]intelligence)"
    return re.compile(rf"\b(?:{subject}\s(?:national\s|action\s)?{word}|{word}{_LINKS}{subject}|national\s{word}{_LINKS}{subject})\b")


@lru_cache(maxsize=8192)
def core(name: str) -> str:
    """A name without brackets and without the nation in front of it ("Taiwan AI Action Plan (2018-2021)": "AI Action Plan")."""
    words = name.split(" (")[0].split()
    while words and is_place(words[0]):
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=8192)
def is_telling(name: str) -> bool:
    """Whether a whole name says enough to be known by."""
    return len(telling_words(name)) > 0 or len(name.split()) > LEAST_NAME


def has(text: str, name: str) -> bool:
    """Whether a folded text has a folded name as whole words."""
    return name != "" and name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _parts(name: str) -> list[str]:
    return [_BRACKETS.sub("", name).strip(), *_BRACKETS.findall(name)]


def _pieces(part: str) -> list[str]:
    """What "and" or a comma joins; of a list of single words, such as the places of a bid, none."""
    pieces = [piece.strip() for piece in _BETWEEN.split(part)]
    return pieces if len(pieces) == 1 or any(len(piece.split()) > 1 for piece in pieces[1:]) else [piece for piece in pieces if " " in piece]


def _stands_alone(piece: str) -> bool:
    words = piece.removeprefix("the ").split()
    telling = telling_words(piece)
    if len(words) >= LEAST_NAME:
        return len(telling - ORDINARY) > 0 and words[0][:1].isupper()
    return (
        len(telling) == 1 and not telling & ORDINARY and (_CAPITALS.match(piece) is not None or (piece[:1].isupper() and len(piece) >= LEAST_LETTERS))
    )
