"""Finds which organizations of the record the claims name; must not decide about initiatives or money."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from initiatives.ingest.steps.match.names import beginnings, likeness, strict_form
from initiatives.ingest.values import KnownOrganization, OrganizationClaim, OrganizationMatch
from initiatives.names.countries import name_of

LEAST_SCORE = 0.8
SAME_COUNTRY, INITIALS = 0.05, 0.85
# Bodies that every country has under the same name.
_EVERYWHERE = re.compile(
    r"^(?:the\s)?(?:\w+\s)?(?:ministry|department|government|parliament|cabinet|treasury|central bank|national "
    r"(?:science|research|innovation|development)\s(?:foundation|council|fund|agency)|office of|prime minister|"
    r"innovation (?:agency|authority))\b", re.I
)  # fmt: skip
_INITIALS = re.compile(r"^[A-Z][A-Za-z]{0,5}[A-Z]$")
_SMALL = frozenset([
    "of", "the", "and", "for", "in", "on", "to", "a",
])  # fmt: skip


class _Same:
    """A tuple that is only equal to itself, so that its index is found again without comparing thousands of organizations."""

    def __init__(self, known: tuple[KnownOrganization, ...]) -> None:
        self.known = known

    def __hash__(self) -> int:
        return id(self.known)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.known is self.known


@dataclass(frozen=True)
class _Index:
    """Organizations by the beginnings of the words of their names, and by their initials."""

    by_beginning: dict[str, list[KnownOrganization]]
    by_initials: dict[str, list[KnownOrganization]]


def match_organizations(
    claims: tuple[OrganizationClaim, ...], known: tuple[KnownOrganization, ...], owners: Collection[str] = (), initiatives: Collection[str] = ()
) -> tuple[OrganizationMatch, ...]:
    """One match for each claim, in the same order; the unnamed match nothing. `owners` are the countries that the article is about: a ministry
    without a country in its name is one of theirs. `initiatives` are names of initiatives in their strict form, which no new organization has."""
    index = _index(_Same(known))
    return tuple(_match(at, claim, index, owners, initiatives) for at, claim in enumerate(claims))


def without_initiatives(
    claims: tuple[OrganizationClaim, ...], matches: tuple[OrganizationMatch, ...], initiatives: Collection[str]
) -> tuple[OrganizationClaim, ...]:
    """The claims, with what is an initiative and no organization of the record as merely mentioned: it takes no part in itself."""
    pairs = zip(claims, matches, strict=True)
    return tuple(
        replace(claim, role="mentioned") if match.slug is None and _is_initiative(claim.name, initiatives) else claim for claim, match in pairs
    )


def _match(at: int, claim: OrganizationClaim, index: _Index, owners: Collection[str], initiatives: Collection[str]) -> OrganizationMatch:
    if claim.name is None:
        return OrganizationMatch(at, None, 0.0, f"Unnamed in the article: {claim.described or claim.evidence.text}.")
    name = claim.name
    home = (claim.country,) if claim.country else tuple(owners)
    near = {each.slug: each for key in beginnings(name) for each in index.by_beginning.get(key, ())}
    found = [(_score(name, claim.country, each), each) for each in near.values() if not _is_abroad(name, each, home)]
    score, organization = max(found, key=lambda pair: (pair[0], pair[1].slug), default=(0.0, None))
    if organization is not None and score >= LEAST_SCORE:
        return OrganizationMatch(at, organization.slug, min(1.0, score), _reason(name, organization))
    short = _by_initials(name, index, home)
    if short is not None:
        return OrganizationMatch(at, short.slug, INITIALS, f"{name} are the initials of {short.name}.")
    is_initiative = _is_initiative(name, initiatives)
    return OrganizationMatch(at, None, score, f"{name} is the name of an initiative." if is_initiative else _nobody(name, near.values(), home))


def is_found_everywhere(name: str) -> bool:
    """Whether every country has such a body, which takes part in much of what its state does."""
    return _EVERYWHERE.match(name) is not None


def _is_initiative(name: str | None, initiatives: Collection[str]) -> bool:
    return name is not None and strict_form(name) in initiatives


def _is_abroad(name: str, known: KnownOrganization, home: Collection[str]) -> bool:
    """Whether it is a body that every country has under such a name, and this one is of another country."""
    return bool(home and known.country and known.country not in home and _EVERYWHERE.match(name) and _EVERYWHERE.match(known.name))


def _by_initials(name: str, index: _Index, home: Collection[str]) -> KnownOrganization | None:
    """The one organization at home whose initials the name is; None where there are several."""
    if not _INITIALS.match(name):
        return None
    found = [each for each in index.by_initials.get(name.upper(), ()) if each.country in home]
    return found[0] if len(found) == 1 else None


def _score(name: str, country: str | None, known: KnownOrganization) -> float:
    like = max(likeness(name, other) for other in (known.name, *known.aliases))
    return like + SAME_COUNTRY if like and country and country == known.country else like


def _reason(name: str, known: KnownOrganization) -> str:
    if name == known.name:
        return f"{name} is its name in the record."
    alias = next((alias for alias in known.aliases if likeness(name, alias) == 1.0), None)
    return f"{name} is another name of {known.name}." if alias else f"{name} reads like {known.name}."


def _nobody(name: str, near: Collection[KnownOrganization], home: Collection[str]) -> str:
    abroad = next((each for each in near if _is_abroad(name, each, home) and _score(name, None, each) >= LEAST_SCORE), None)
    if abroad is None or abroad.country is None:
        return f"No organization of the record is called {name}."
    return f"No organization of the record is called {name} in {' or '.join(map(name_of, home))}; {abroad.name} is one of {name_of(abroad.country)}."


@lru_cache(maxsize=2)
def _index(same: _Same) -> _Index:
    index = _Index({}, {})
    for known in same.known:
        for key in dict.fromkeys(key for name in (known.name, *known.aliases) for key in beginnings(name)):
            index.by_beginning.setdefault(key, []).append(known)
        index.by_initials.setdefault(_initials(known.name), []).append(known)
    return index


def _initials(name: str) -> str:
    return "".join(word[0] for word in strict_form(name).split() if word not in _SMALL).upper()
