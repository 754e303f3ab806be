"""Finds organizations and initiatives whose names are so alike that they may be one; decides nothing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

from initiatives.desk.picking.looking import LEGAL_FORMS
from initiatives.models import Edition, Initiative, KnownName, NotTheSame, Organization
from initiatives.models.known_name import ORGANIZATION
from initiatives.recount.names import initials_of

MOST_SHOWN = 30
MOST_ALIKE = 6  # more that share a form are a kind of name, not one name
SHORTEST_SKELETON = 6
INITIALS_OF = "initials-of"  # a long name by its initials, for one that is called by them
VOWELS = str.maketrans("", "", "aeiouy ")
REASONS = {"words": "the same words", "initials": "one is the other’s initials", "slip": "the same but for a letter or two"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two that may be one; `kept` is the one of which the record says more."""

    kept: Any
    other: Any
    reason: str


@dataclass(frozen=True, slots=True)
class _Bearer:
    id: int
    homes: frozenset[str]
    prominence: int


def suggestions(noun: str) -> list[Suggestion]:
    """At most thirty pairs that nobody has told apart, those first of which the record says most."""
    told_apart = set(NotTheSame.objects.filter(noun=noun).values_list("first_id", "second_id"))
    pairs = [pair for pair in _pairs(noun, Edition.objects.current_number()) if pair[:2] not in told_apart][:MOST_SHOWN]
    model: Any = Organization if noun == ORGANIZATION else Initiative
    rows = model.objects.in_bulk({pk for first, second, _, _ in pairs for pk in (first, second)})
    return [
        Suggestion(*_ordered(rows[first], rows[second], bigger), REASONS[reason])
        for first, second, reason, bigger in pairs
        if first in rows and second in rows
    ]


def _ordered(first: Any, second: Any, bigger: int) -> tuple[Any, Any]:
    return (first, second) if first.pk == bigger else (second, first)


@lru_cache(maxsize=4)
def _pairs(noun: str, _edition: int) -> tuple[tuple[int, int, str, int], ...]:
    """(smaller id, larger id, reason, id of the one of which more is said), for one edition."""
    homes = _homes(noun)
    forms: defaultdict[tuple[str, str], dict[int, _Bearer]] = defaultdict(dict)
    rows = KnownName.objects.filter(noun=noun).order_by("-prominence", "pk").values_list("subject_id", "form", "prominence")
    for pk, form, prominence in rows.iterator(10_000):
        bearer = _Bearer(pk, homes.get(pk, frozenset()), prominence)
        for key in _keys(form):
            forms[key].setdefault(pk, bearer)
    found: dict[tuple[int, int], tuple[int, int, str, int]] = {}
    weights: dict[tuple[int, int], int] = {}
    for (reason, value), bearers in forms.items():
        if reason == INITIALS_OF:
            continue
        long = forms.get((INITIALS_OF, value), {}) if reason == "initials" else bearers
        for one, other in _alike(list(bearers.values()), list(long.values()), reason):
            pair = (min(one.id, other.id), max(one.id, other.id))
            found.setdefault(pair, (*pair, reason, max(one, other, key=lambda bearer: bearer.prominence).id))
            weights[pair] = one.prominence + other.prominence
    return tuple(found[pair] for pair in sorted(found, key=lambda pair: (-weights[pair], pair)))


def _homes(noun: str) -> dict[int, frozenset[str]]:
    if noun == ORGANIZATION:
        return {pk: frozenset([country] if country else []) for pk, country in Organization.objects.values_list("pk", "country_id")}
    return {pk: frozenset(countries) for pk, countries in Initiative.objects.values_list("pk", "countries")}


def _keys(form: str) -> Iterator[tuple[str, str]]:
    """Under what a name is put beside others: its words without legal forms, its initials or itself as initials, its consonants."""
    words = [word for word in form.split() if word not in LEGAL_FORMS] or form.split()
    yield "words", " ".join(sorted(words))
    if len(words) == 1 and form.isascii():
        yield "initials", form
    for letters in initials_of(form).split():
        yield INITIALS_OF, letters
    skeleton = "".join(words).translate(VOWELS)
    single = "".join(letter for at, letter in enumerate(skeleton) if at == 0 or letter != skeleton[at - 1])
    if len(single) >= SHORTEST_SKELETON:
        yield "slip", single


def _alike(some: list[_Bearer], others: list[_Bearer], reason: str) -> Iterator[tuple[_Bearer, _Bearer]]:
    """Pairs of the same home; initials alone tell little where a home is not known, and who is called by initials is put beside the long name."""
    if max(len(some), len(others)) > MOST_ALIKE:
        return
    pairs = combinations(some, 2) if reason != "initials" else ((one, other) for one in some for other in others if one.id != other.id)
    for one, other in pairs:
        known = bool(one.homes and other.homes)
        if one.homes & other.homes or (not known and reason != "initials"):
            yield one, other
