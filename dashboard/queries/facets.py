"""How many rows each choice of a filter would leave, every parameter ignoring its own choice; must not know how choices are shown."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import Count, F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from dashboard.filters import Filters, fields
from dashboard.queries import editions, selection
from dashboard.queries.arrays import Joined, Unnested
from dashboard.queries.conditions import entry_conditions
from dashboard.queries.deployment import version
from dashboard.queries.facet_counts import Leg, count_apart, count_together
from dashboard.queries.funding_by_country import names_of
from dashboard.queries.remembered import COUNTING, DEPENDS_ON_COUNTING, KEPT_SECONDS
from initiatives.models import FundingCount
from initiatives.names.countries import COUNTRIES
from initiatives.vocabulary import JOINT

TEXT: Any = TextField()
EMPTY: Any = Value("", TEXT)
SHOWN_CHOICES = 40
# Where one of these is chosen, what counts decides which initiatives match; elsewhere basis, scope and currency narrow nothing.
MONEY_DECIDES = (*selection.OF_THE_SUM, *DEPENDS_ON_COUNTING, *selection.APART)

Counts = dict[str, tuple[str, int]]  # value → its words where the record holds them, and rows


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a parameter with its words, the number of rows it would leave, and the address with it chosen, or no longer chosen."""

    value: str
    words: str
    count: int
    chosen: bool
    excluded: bool
    toggled: str


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one parameter, most rows first; `more` are not listed."""

    field: str
    label: str
    choices: Sequence[Choice]
    more: int


def initiative_facets(filters: Filters, names: Collection[str] = ()) -> dict[str, Facet]:
    """The choices beside the list of initiatives, of these parameters or of all; at most two statements.

    Under `min` or `max` the choices about single entries and about the country of the money have no counts."""
    if filters.min is None and filters.max is None:
        return facets(filters, INITIATIVE_LEGS, names)
    return facets(filters, WHOLE_INITIATIVE_LEGS, names)


def comment_facets(filters: Filters) -> dict[str, Facet]:
    """The choices beside the commentary; at most two statements."""
    return facets(filters, COMMENT_LEGS)


def organization_facets(filters: Filters) -> dict[str, Facet]:
    """The choices beside the organizations; at most two statements."""
    return facets(filters, ORGANIZATION_LEGS)


def facets(filters: Filters, legs: Mapping[str, Leg], only: Collection[str] = ()) -> dict[str, Facet]:
    """The choices of each parameter; one statement for all that is not remembered from this edition, one for names that are in no table."""
    edition = editions.current()
    wanted = [name for name in legs if not only or name in only]
    keys = {name: _key(edition.stamp, id_of(legs), name, _what_narrows(filters, name)) for name in wanted}
    kept = cache.get_many(list(keys.values()))
    counts: dict[str, Counts] = {name: kept[key] for name, key in keys.items() if key in kept}
    missing = [name for name in wanted if name not in counts]
    if missing:
        counts |= _count(missing, legs, filters)
        cache.set_many({keys[name]: counts[name] for name in missing}, KEPT_SECONDS)
    return {name: _facet(filters, name, counts[name]) for name in wanted}


def _key(*parts: str) -> str:
    return f"facet:{version()}:{sha256(':'.join(parts).encode()).hexdigest()}"


def id_of(legs: Mapping[str, Leg]) -> str:
    """A name for a set of facets in the cache."""
    return next(name for name, known in SETS.items() if known is legs)


def _what_narrows(filters: Filters, name: str) -> str:
    """The address without what has no effect on the counts of one parameter."""
    narrows_by_money = any(filters.values(field) for field in MONEY_DECIDES)
    idle = fields.SHOWING if narrows_by_money else (*fields.SHOWING, *COUNTING, "currency")
    return filters.as_query(**dict.fromkeys((*idle, name), None))


def _count(names: Iterable[str], legs: Mapping[str, Leg], filters: Filters) -> dict[str, Counts]:
    counts: dict[str, Counts] = {name: {} for name in names}
    found = count_together if legs is INITIATIVE_LEGS or legs is WHOLE_INITIATIVE_LEGS else count_apart
    for name, value, words, rows in found({name: legs[name] for name in counts}, filters):
        if value:
            counts[name][value] = (words, rows)
    for name, read in (("country", _by_country), ("region", _by_region)):
        if name in counts:
            counts[name] = read(counts[name])
    return counts


def _by_country(by_owners: Counts) -> Counts:
    """Owners from sets of owners; an initiative of several counts for each of them, and as joint."""
    found: dict[str, int] = {}
    for owners, (_words, rows) in by_owners.items():
        codes = owners.split()
        for code in (*codes, JOINT) if len(codes) > 1 else codes:
            found[code] = found.get(code, 0) + rows
    names = names_of(found)
    return {code: (names[code], rows) for code, rows in found.items()}


def _by_region(by_owners: Counts) -> Counts:
    """Regions from sets of owners; an initiative counts once for each region that it has an owner in."""
    found: dict[str, int] = {}
    for owners, (_words, rows) in by_owners.items():
        for region in {_region(code) for code in owners.split() if code in COUNTRIES}:
            found[region] = found.get(region, 0) + rows
    return {region: (region, rows) for region, rows in found.items()}


def _region(code: str) -> str:
    return f"bodies of {COUNTRIES[code].region}" if COUNTRIES[code].is_actor else COUNTRIES[code].region


def _facet(filters: Filters, name: str, counts: Counts) -> Facet:
    chosen, excluded, toggled = filters.chosen(name), filters.excluded(name), filters.toggler(name)
    counted = [value for value in (*chosen, *excluded) if value != fields.ABROAD]  # which no column of a row tells
    listed = sorted({**dict.fromkeys(counted, ("", 0)), **counts}.items(), key=lambda one: (-one[1][1], one[1][0] or one[0]))
    top = listed if name == "country" else [one for at, one in enumerate(listed) if at < SHOWN_CHOICES or one[0] in (*chosen, *excluded)]
    choices = [
        Choice(value, words or filters.names.get(value) or fields.in_words(name, value), rows, value in chosen, value in excluded, toggled(value))
        for value, (words, rows) in top
    ]
    return Facet(name, fields.label(name), choices, len(listed) - len(top))


def column(name: str, rows: Callable[[Filters, tuple[str, ...]], QuerySet[Any]], of: str) -> Leg:
    """Rows by one of their own columns."""
    return lambda filters: rows(filters, (name,)).order_by().values(value=Cast(of, TEXT)).annotate(words=EMPTY, rows=Count("id"))


def tags(name: str, rows: Callable[[Filters, tuple[str, ...]], QuerySet[Any]], of: str) -> Leg:
    """Rows by the tags of an array."""
    return lambda filters: rows(filters, (name,)).order_by().values(value=Cast(Unnested(of), TEXT)).annotate(words=EMPTY, rows=Count("id"))


def owners(name: str, rows: Callable[[Filters, tuple[str, ...]], QuerySet[Any]], of: str = "countries") -> Leg:
    """Rows by their whole set of owners, from which countries and regions are told."""
    return lambda filters: rows(filters, (name,)).order_by().values(value=Joined(F(of))).annotate(words=EMPTY, rows=Count("id"))


def of_entries(name: str, of: str, words: Any = EMPTY) -> Leg:
    """Initiatives by a column of those of their entries that match everything else."""

    def leg(filters: Filters) -> Any:
        matching = selection.initiatives(filters, selection.OF_ENTRIES).values("id")
        found = FundingCount.objects.filter(snapshot=selection.snapshot(filters), initiative__in=matching).filter(entry_conditions(filters, (name,)))
        return found.order_by().values(value=Cast(of, TEXT), words=words).annotate(rows=Count("initiative", distinct=True))

    return leg


INITIATIVE_LEGS: Mapping[str, Leg] = {
    "kind": column("kind", selection.initiatives, "kind"),
    "status": column("status", selection.initiatives, "status"),
    "country": owners("country", selection.initiatives),
    "region": owners("region", selection.initiatives),
    "theme": tags("theme", selection.initiatives, "themes"),
    "funder": of_entries("funder", "entry__funders__organization__slug", Cast("entry__funders__organization__name", TEXT)),
    "origin": of_entries("origin", "origin"),
    "stage": of_entries("stage", "stage"),
    "instrument": of_entries("instrument", "entry__instrument"),
}
COMMENT_LEGS: Mapping[str, Leg] = {
    "stance": column("stance", selection.comments, "stance"),
    "actor": column("actor", selection.comments, "actor"),
    "aspect": tags("aspect", selection.comments, "aspects"),
    "country": owners("country", selection.comments, "initiative__countries"),
    "home": column("home", selection.comments, "country_id"),
}
ORGANIZATION_LEGS: Mapping[str, Leg] = {
    "type": column("type", selection.organizations, "kind"),
    "home": column("home", selection.organizations, "country_id"),
}
# What decides which part of an initiative's sum is looked at has no counts where the sum is bounded.
WHOLE_INITIATIVE_LEGS = {name: leg for name, leg in INITIATIVE_LEGS.items() if name not in (*selection.OF_ENTRIES, *selection.APART)}
SETS = {"initiatives": INITIATIVE_LEGS, "whole": WHOLE_INITIATIVE_LEGS, "comments": COMMENT_LEGS, "organizations": ORGANIZATION_LEGS}
