"""The parameters of the address bar: which there are, which words they take, and how a reader sees them; must not know the record."""

from collections.abc import Mapping
from typing import Final

from initiatives import vocabulary
from initiatives.names.countries import COUNTRIES, REGIONS, name_of

JOINT: Final = vocabulary.JOINT

REASONS: Final[Mapping[str, str]] = {
    "counted": "counted in full",
    "counted-less": "counted, less what it contains",
    "contains-only": "contains only what is listed below it",
    "undisclosed": "amount undisclosed",
    "below-basis": "below the basis",
    "out-of-scope": "outside the scope",
    "restates": "restates another entry",
    "replaced": "replaced by a newer figure",
    "cancels": "cancels another entry",
    "cancelled": "cancelled",
    "ended": "ended with its envelope",
}
STEPS: Final[Mapping[str, str]] = {
    "published": "published with a figure",
    "restated": "the same money said again",
    "replaced": "replaced by a newer figure",
    "cancelled": "cancelled",
    "contained": "already inside a larger sum",
    "out_of_scope": "outside the scope",
    "below_basis": "below the basis",
    "counted": "counted once",
}
PER: Final[Mapping[str, str]] = {"total": "total", "gdp": "% of GDP", "person": "per person"}
PERIODS: Final[Mapping[str, str]] = {"year": "by year", "quarter": "by quarter", "phased": "phased over the years that the money covers"}
# A chart knows some of these; one that it does not know is read as its first, and the chart says so.
BY: Final[Mapping[str, str]] = {
    "kind": "by kind",
    "role": "by role",
    "actor": "by kind of speaker",
    "country": "by country",
    "aspect": "by aspect",
    "home": "by home of speaker",
}
# What initiatives promise or have, by measure and status: those that state it are chosen.
QUANTITIES: Final[Mapping[str, str]] = {
    "megawatts-planned": "planned power",
    "megawatts-installed": "installed power",
    "gpus-planned": "planned GPUs",
    "gpus-installed": "installed GPUs",
    "exaflops-planned": "planned exaflops",
    "exaflops-installed": "installed exaflops",
}
# Beside years, money whose years somebody states, and money of which nobody says which years it is meant for.
STATED: Final = "stated"
NO_PERIOD: Final = "none"
COVERED: Final[Mapping[str, str]] = {STATED: "with a stated period", NO_PERIOD: "without a stated period"}
# Beside the roles, a word for any of them: organizations that take part, and do not only pay.
ANY: Final = "any"
ROLES: Final[Mapping[str, str]] = {**vocabulary.PARTICIPATION_ROLES, ANY: "taking part"}
# Beside the countries, homes that nobody knows, and those that own no part of the initiative.
UNKNOWN_HOME: Final = "unknown"
ABROAD: Final = "abroad"
HOMES: Final[Mapping[str, str]] = {UNKNOWN_HOME: "home unknown", ABROAD: "from abroad"}
MEASURES: Final[Mapping[str, str]] = {"megawatts": "power", "gpus": "GPUs", "exaflops": "exaflops"}
SCALES: Final[Mapping[str, str]] = {"share": "as shares of one whole each", "sum": "as sums on one scale"}
VIEWS: Final = ("chart", "table", "notes", "family", "entries")
SORTS: Final = ("name", "announced", "amount", "country", "changed", "participants", "initiatives", "published", "said", "speaker", "kind", "newest")
TIERS: Final[Mapping[str, str]] = {str(tier): words for tier, words in vocabulary.TIERS.items()}

# Bodies of countries, such as ASEAN, are no countries of their region and have a choice of their own.
BODIES: Final = sorted({country.region for country in COUNTRIES.values() if country.is_actor})

# Many values at once, each a word of a closed list; a leading minus excludes.
CLOSED: Final[Mapping[str, Mapping[str, str]]] = {
    "region": {**{region: region for region in REGIONS}, **{f"bodies of {region}": f"bodies of {region}" for region in BODIES}},
    "kind": vocabulary.INITIATIVE_KINDS,
    "status": vocabulary.INITIATIVE_STATUSES,
    "origin": vocabulary.ORIGINS,
    "scope": vocabulary.SCOPES,
    "instrument": vocabulary.INSTRUMENTS,
    "stage": vocabulary.STAGES,
    "relation": vocabulary.RELATIONS,
    "tier": TIERS,
    "reason": REASONS,
    "step": STEPS,
    "role": ROLES,
    "type": vocabulary.ORGANIZATION_KINDS,
    "stance": vocabulary.STANCES,
    "actor": vocabulary.ACTORS,
    "quantity": QUANTITIES,
}
NAME_OF_INITIATIVE: Final = "initiatives/{}"  # under which the name of one is kept, apart from the slugs of organizations
# Many values at once, each to be found in the record; a leading minus excludes.
OPEN: Final = ("theme", "funder", "organization", "initiative", "aspect", "speaker")
# One value of a closed list, with its default.
SINGLE: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "basis": (tuple(vocabulary.BASES), "announced"),
    "per": (tuple(PER), "total"),
    "period": (tuple(PERIODS), "year"),
    "by": (tuple(BY), "kind"),
    "scale": (tuple(SCALES), "share"),
    "measure": (tuple(MEASURES), "megawatts"),
    "view": (VIEWS, ""),
}
# The order in which parameters stand in an address.
PARAMETERS: Final = (
    "q", "country", "region", "kind", "status", "theme", "funder", "organization", "initiative", "quantity", "origin", "scope", "basis",
    "instrument", "covers", "from", "to", "min", "max", "currency", "per", "as_of", "edition", "from_edition", "stage", "relation", "tier", "reason",
    "step", "role", "type", "home", "stance", "actor", "aspect", "speaker", "period", "by", "scale", "measure", "view", "sort", "page",
)  # fmt: skip
# Those that decide only how an answer is drawn, ordered or cut into pages.
SHOWING: Final = ("per", "period", "by", "scale", "measure", "view", "sort", "page")
LABELS: Final[Mapping[str, str]] = {
    "q": "words",
    "covers": "year that money is meant for",
    "from": "from",
    "to": "to",
    "min": "at least",
    "max": "at most",
    "as_of": "as of",
    "tier": "source",
    "type": "kind of organization",
    "home": "home",
    "role": "role",
    "actor": "who speaks",
    "basis": "basis",
    "per": "per",
}
DEFAULT_SCOPES: Final = ("ai",)
DEFAULT_CURRENCY: Final = "USD"
MOVED: Final[Mapping[str, str]] = {
    "search": "q", "query": "q", "year": "from and to", "since": "from", "until": "to", "date": "as_of", "order": "sort", "p": "page",
    "countries": "country", "tag": "theme", "amount": "min and max",
}  # fmt: skip


def label(field: str) -> str:
    """The words before a value on a page: `kind of organization`."""
    return LABELS.get(field, field)


def in_words(field: str, value: str) -> str:
    """A value of a closed list or a country as a reader sees it, without its minus: `foundation model`, `Japan`."""
    plain = value.removeprefix("-")
    if field == "country":
        return "joint efforts" if plain == JOINT else name_of(plain)
    if field == "home":
        return HOMES[plain] if plain in HOMES else name_of(plain)
    if field == "covers":
        return COVERED.get(plain, f"meant for {plain}")
    if field == "per":
        return PER[plain]
    return CLOSED.get(field, {}).get(plain, plain)


def known_codes() -> frozenset[str]:
    """Codes of the table of countries and actors, with `joint`."""
    return _CODES


_CODES = frozenset({*COUNTRIES, JOINT})
