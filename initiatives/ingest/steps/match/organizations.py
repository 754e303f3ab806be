"""Finds which organizations of the record the claims name; must not decide about initiatives or money."""

from initiatives.ingest.steps.match.names import likeness
from initiatives.ingest.values import KnownOrganization, OrganizationClaim, OrganizationMatch

LEAST_SCORE = 0.8


def match_organizations(claims: tuple[OrganizationClaim, ...], known: tuple[KnownOrganization, ...]) -> tuple[OrganizationMatch, ...]:
    """One match for each claim, in the same order; the unnamed match nothing."""
    return tuple(_match(index, claim, known) for index, claim in enumerate(claims))


def _match(index: int, claim: OrganizationClaim, known: tuple[KnownOrganization, ...]) -> OrganizationMatch:
    if claim.name is None:
        return OrganizationMatch(index, None, 0.0, f"Unnamed in the article: {claim.described or claim.evidence.text}.")
    name = claim.name
    best = max(((_score(name, claim.country, each), each) for each in known), key=lambda pair: pair[0], default=(0.0, None))
    score, organization = best
    if organization is None or score < LEAST_SCORE:
        return OrganizationMatch(index, None, score, f"No organization of the record is called {name}.")
    return OrganizationMatch(index, organization.slug, min(1.0, score), _reason(name, organization))


def _score(name: str, country: str | None, known: KnownOrganization) -> float:
    like = max(likeness(name, other) for other in (known.name, *known.aliases))
    return like + 0.05 if like and country and country == known.country else like


def _reason(name: str, known: KnownOrganization) -> str:
    if name == known.name:
        return f"{name} is its name in the record."
    alias = next((alias for alias in known.aliases if likeness(name, alias) == 1.0), None)
    return f"{name} is another name of {known.name}." if alias else f"{name} reads like {known.name}."
