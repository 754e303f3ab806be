"""The filter bar as a template shows it: controls, hidden values, removable words; knows neither requests nor the record's tables."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.filters import ActiveFilter, Filters
from dashboard.filters.fields import BY, CLOSED, MEASURES, PER
from initiatives import vocabulary
from initiatives.names.currencies import CURRENCIES

COMMON_CURRENCIES: Final = ("USD", "EUR", "GBP", "JPY", "CNY", "INR", "KRW", "CAD", "AUD", "BRL", "CHF", "SEK", "TWD", "AED", "SAR", "SGD")
LISTS_REMEMBERED: Final = 32  # some for each edition
NO_OPTIONS: Final = SafeString()
OWN_CONTROLS: Final = frozenset({"basis", "scope", "per", "currency", "page"})
ORIGIN_WORDS: Final = {"public": "public", "private": "private", "mixed": "mixed", "unknown": "unknown"}
SHORT_SCOPES: Final = {"ai": "AI", "chips": "chips", "wider": "wider"}
PERIOD_WORDS: Final = {"year": "year", "quarter": "quarter", "phased": "phased"}
SCALE_WORDS: Final = {"share": "as shares", "sum": "as sums"}
PARTS: Final = ("kind", "role")
SHOWN_BASES: Final = {"headline": "Everything said", "disbursed": "Disbursed"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a control; `title` says more than its words do."""

    value: str
    words: str
    chosen: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One input of “Add a filter”: a short closed list or suggestions from the record, both as options, or free text with an example."""

    name: str
    words: str
    choices: SafeString = NO_OPTIONS
    suggestions: SafeString = NO_OPTIONS
    example: str = ""
    value: str = ""
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Switch:
    """A choice of how one chart is drawn."""

    name: str
    words: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Everything the filter bar shows on one page."""

    action: str
    summary: str
    bases: tuple[Choice, ...]
    scopes: tuple[Choice, ...]
    pers: tuple[Choice, ...]
    switches: tuple[Switch, ...]
    origins: tuple[Choice, ...]
    currencies: tuple[Choice, ...]
    words: tuple[ActiveFilter, ...]
    fields: tuple[Field, ...]
    hidden: tuple[tuple[str, str], ...]
    has_search: bool


def bar_of(
    filters: Filters,
    action: str,
    suggestions: Mapping[str, Sequence[tuple[str, str]]],
    *,
    per: bool = False,
    has_search: bool = False,
    switches: Collection[str] = (),
    divisions: Sequence[str] = (),
) -> Bar:
    """The bar of one page. `suggestions` are the record's own values and words by parameter; `per` shows the switch for shares of GDP, `switches`
    names the parameters that decide how a chart is drawn, `divisions` its values of `by`."""
    return Bar(
        action=action,
        summary=summary(filters),
        bases=tuple(Choice(value, value, value == filters.basis, words) for value, words in vocabulary.BASES.items()),
        scopes=tuple(Choice(value, words, value in filters.scope, vocabulary.SCOPES[value]) for value, words in SHORT_SCOPES.items()),
        pers=choices(PER, (filters.per,)) if per else (),
        origins=origins(filters),
        currencies=currencies(filters.currency),
        words=tuple(filters.active()),
        fields=fields_of(filters, suggestions),
        switches=tuple(switch for switch in switches_of(filters, divisions or PARTS) if switch.name in switches),
        hidden=hidden(filters, per=per, switches=switches),
        has_search=has_search,
    )


def summary(filters: Filters) -> str:
    """The state of the bar on one line of a phone: `Announced or firmer · AI only · USD`."""
    scopes = " + ".join(SHORT_SCOPES[scope] for scope in filters.scope)
    basis = vocabulary.BASES[filters.basis]
    return f"{SHOWN_BASES.get(filters.basis, basis.capitalize())} · {scopes}{' only' if len(filters.scope) == 1 else ''} · {filters.currency}"


def choices(words: Mapping[str, str], chosen: Iterable[str] = ()) -> tuple[Choice, ...]:
    """A closed list as options."""
    picked = set(chosen)
    return tuple(Choice(value, shown, value in picked) for value, shown in words.items())


def origins(filters: Filters) -> tuple[Choice, ...]:
    """All money, or money of one origin; several chosen at once stand among the words, so the control adds to them."""
    chosen = filters.values("origin")
    return (Choice("", "any" if len(chosen) < 2 else "one more"), *choices(ORIGIN_WORDS, chosen if len(chosen) == 1 else ()))


def currencies(chosen: str) -> tuple[Choice, ...]:
    """The common currencies and the chosen one, by code."""
    return tuple(Choice(code, code, code == chosen, CURRENCIES[code].name) for code in dict.fromkeys((*COMMON_CURRENCIES, chosen)))


def fields_of(filters: Filters, suggestions: Mapping[str, Sequence[tuple[str, str]]]) -> tuple[Field, ...]:
    """The inputs of “Add a filter”, in the order in which readers narrow."""
    known = {name: suggested(tuple(map(tuple, pairs))) for name, pairs in suggestions.items()}
    return (
        Field("country", "Country", suggestions=known.get("country", NO_OPTIONS), example="JPN"),
        Field("region", "Region", choices=options(tuple(CLOSED["region"].items()))),
        Field("kind", "Kind", choices=options(tuple(vocabulary.INITIATIVE_KINDS.items()))),
        Field("status", "Status", choices=options(tuple(vocabulary.INITIATIVE_STATUSES.items()))),
        Field("theme", "Theme", suggestions=known.get("theme", NO_OPTIONS), example="sovereignty"),
        Field("funder", "Paid by", suggestions=known.get("funder", NO_OPTIONS), example="an organization"),
        Field("instrument", "Instrument", choices=options(tuple(vocabulary.INSTRUMENTS.items()))),
        Field("stage", "Stage", choices=options(tuple(vocabulary.STAGES.items()))),
        Field("from", "Announced from", example="2025, 2025-12 or FY2026", value=filters.from_),
        Field("to", "Announced to", example="2025-12-31", value=filters.to),
        Field("min", "Counts at least", example="1000000000", value="".join(filters.values("min")), numeric=True),
        Field("max", "Counts at most", example="5000000000", value="".join(filters.values("max")), numeric=True),
        Field("as_of", "As of the day", example="2025-12-31", value="".join(filters.values("as_of"))),
    )


@lru_cache(LISTS_REMEMBERED)
def options(pairs: tuple[tuple[str, str], ...]) -> SafeString:
    """A closed list as the options of a control; the same for every page, so written once."""
    return format_html_join("", '<option value="{}">{}</option>', pairs)


@lru_cache(LISTS_REMEMBERED)
def suggested(pairs: tuple[tuple[str, str], ...]) -> SafeString:
    """Suggestions as the options of a list beside an input, labelled where the words are not the value."""
    return format_html_join("", '<option value="{}"{}></option>', ((value, labelled(value, words)) for value, words in pairs))


def labelled(value: str, words: str) -> SafeString:
    return NO_OPTIONS if words == value else format_html(' label="{}"', words)


def switches_of(filters: Filters, divisions: Sequence[str] = PARTS) -> tuple[Switch, ...]:
    """Every switch that a chart can offer; `divisions` are the values of `by` that it knows, its own first."""
    return (
        Switch("period", "By", choices(PERIOD_WORDS, (filters.period,))),
        Switch("by", "Parts", choices({value: BY[value] for value in divisions}, (filters.by if filters.by in divisions else divisions[0],))),
        Switch("scale", "Bars", choices(SCALE_WORDS, (filters.scale,))),
        Switch("measure", "Of", choices(MEASURES, (filters.measure,))),
    )


def hidden(filters: Filters, *, per: bool, switches: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """What the address holds beyond the bar's own controls, so that changing one keeps the rest."""
    shown = OWN_CONTROLS - (set() if per else {"per"}) | set(switches) | {"q", "from", "to", "min", "max", "as_of"}
    if len(filters.values("origin")) == 1:
        shown |= {"origin"}
    return tuple((name, value) for name, value in filters.pairs() if name not in shown)
