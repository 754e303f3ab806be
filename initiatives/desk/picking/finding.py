"""Finds the organizations or initiatives that a typed name may mean, best first, as a picker shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from initiatives import formats, vocabulary
from initiatives.desk.picking.looking import CLOSE, EXACT, Hit, close_to, form_of, holding
from initiatives.models import Initiative, Organization
from initiatives.models.known_name import INITIATIVE, ORGANIZATION
from initiatives.names.countries import name_of

MOST_SHOWN = 10
FEW = 3  # so few names hold what was typed that names close to it are shown too
LONGEST_TYPED = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """One organization or initiative. `matched` is the other name that was typed, `country` codes divided by blanks, `close` where a slip was
    forgiven, `fits` how well the name fits (0 is the very name)."""

    id: int
    noun: str
    slug: str
    name: str
    matched: str
    country: str
    country_name: str
    kind: str
    close: bool
    fits: int


def find_organizations(typed: str, owner: str = "") -> list[Candidate]:
    """At most ten organizations; those of the country `owner` before others that fit as well."""
    return find(ORGANIZATION, typed, owner)


def find_initiatives(typed: str, owner: str = "") -> list[Candidate]:
    """At most ten initiatives; those of the country `owner` before others that fit as well."""
    return find(INITIATIVE, typed, owner)


def find(noun: str, typed: str, owner: str = "") -> list[Candidate]:
    """At most ten, best first; none for nothing. Two or three statements; never raises on any text."""
    form = form_of(typed[:LONGEST_TYPED])
    if not form:
        return []
    hits = _best(holding(noun, form))
    if len(hits) < FEW and all(hit.fits != EXACT for hit in hits.values()):
        hits = _best([*hits.values(), *close_to(noun, form)])
    ordered = sorted(hits.values(), key=lambda hit: hit.order)[: MOST_SHOWN * 2]
    rows = _organizations(ordered) if noun == ORGANIZATION else _initiatives(ordered)
    found = [(hit, row) for hit in ordered if (row := rows.get(hit.subject_id)) is not None]
    found.sort(key=lambda pair: (pair[0].fits, pair[0].slips, owner not in pair[1].country.split() if owner else False))
    return [row for _, row in found[:MOST_SHOWN]]


def _best(hits: Iterable[Hit]) -> dict[int, Hit]:
    """The best name of each that bears one."""
    best: dict[int, Hit] = {}
    for hit in hits:
        if hit.subject_id not in best or hit.order < best[hit.subject_id].order:
            best[hit.subject_id] = hit
    return best


def _organizations(hits: list[Hit]) -> dict[int, Candidate]:
    by_id = {hit.subject_id: hit for hit in hits}
    rows = Organization.objects.filter(pk__in=by_id).values_list("pk", "slug", "name", "country_id", "kind")
    return {
        pk: _candidate(by_id[pk], ORGANIZATION, slug, name, country or "", vocabulary.ORGANIZATION_KINDS.get(kind or "", ""))
        for pk, slug, name, country, kind in rows
    }


def _initiatives(hits: list[Hit]) -> dict[int, Candidate]:
    by_id = {hit.subject_id: hit for hit in hits}
    rows = Initiative.objects.filter(pk__in=by_id).values_list("pk", "slug", "name", "countries", "kind")
    return {
        pk: _candidate(by_id[pk], INITIATIVE, slug, name, " ".join(countries), vocabulary.INITIATIVE_KINDS[kind])
        for pk, slug, name, countries, kind in rows
    }


def _candidate(hit: Hit, noun: str, slug: str, name: str, country: str, kind: str) -> Candidate:
    homes = ", ".join(name_of(code) for code in country.split())
    return Candidate(hit.subject_id, noun, slug, name, _matched(hit, name), country, homes, kind, hit.fits == CLOSE, hit.fits)


def _matched(hit: Hit, name: str) -> str:
    if hit.kind == "name" or hit.name == name:
        return ""
    return f"then {hit.name}, until {formats.day(hit.until.isoformat())}" if hit.until else hit.name
