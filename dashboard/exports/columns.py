"""THE list: the columns of every download, in their order; must not know formats or requests."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from dashboard.exports.meanings import meaning_of
from dashboard.exports.table import Cell, Column, Heading, known_day, plain
from initiatives.ledger.values import BASES

Columns = Sequence[Column]


def own(name: str, attribute: str | None = None) -> Column:
    """A column that a row has under this name."""
    return Column(name, lambda row, _heading: getattr(row, attribute or name))


def money(name: str, attribute: str | None = None) -> Column:
    """An amount in units of a currency; empty where unknown."""
    return Column(name, lambda row, _heading: plain(getattr(row, attribute or name)))


def day(name: str) -> Column:
    """A day, or the month or year that is known of it."""
    return Column(name, lambda row, _heading: known_day(getattr(row, name)))


def words(name: str, attribute: str | None = None, mark: str = " ") -> Column:
    """Several words in one cell."""
    return Column(name, lambda row, _heading: mark.join(getattr(row, attribute or name)) or None)


def stated(name: str, read: Callable[[Heading], Cell]) -> Column:
    """What is the same in every row."""
    return Column(name, lambda _row, heading: read(heading))


def read(name: str, of: Callable[[Any], Cell]) -> Column:
    """A cell made from several parts of a row."""
    return Column(name, lambda row, _heading: of(row))


def explained(downloads: Mapping[str, Columns]) -> Mapping[str, Columns]:
    """The same columns, each with what it means in its download."""
    return {
        download: tuple(replace(column, meaning=meaning_of(download, column.name)) for column in columns) for download, columns in downloads.items()
    }


SCOPE = stated("scope", lambda heading: " ".join(heading.filters.scope))
BASIS = stated("basis", lambda heading: heading.filters.basis)
CURRENCY = stated("currency", lambda heading: heading.filters.currency)
SHOWN_CURRENCY = stated("display_currency", lambda heading: heading.filters.currency)
AS_OF = stated("as_of", lambda heading: heading.day)
EDITION = stated("edition", lambda heading: heading.edition)
BY_ORIGIN = (money("public"), money("private"), money("mixed"), money("unknown"))

FUNDING_BY_COUNTRY: Final[Columns] = (
    own("country"), own("country_name"), money("public"), money("public_from_abroad"), money("private"), money("mixed"), money("unknown"),
    money("total"), own("initiatives"), own("entries"), own("undisclosed"), own("not_convertible"), money("gdp_percent"), money("per_person"),
    SCOPE, BASIS, CURRENCY, AS_OF, EDITION, words("owners"),
)  # fmt: skip
CHARTS: Final[Mapping[str, Columns]] = explained({
    "funding-by-country": FUNDING_BY_COUNTRY,
    "funding-map": FUNDING_BY_COUNTRY,
    "funding-over-time": (
        own("period"), *BY_ORIGIN, money("total"), money("cumulative"), BASIS, CURRENCY, AS_OF, EDITION, SCOPE, own("entries"), own("undisclosed"),
        money("no_period"),
    ),
    "participants-by-country": (
        own("country"), own("country_name"), own("kind"), own("role"), own("participants"), own("initiatives"), AS_OF, EDITION,
    ),
    "why-this-total": (own("step"), own("label"), own("entries"), money("amount"), SCOPE, BASIS, CURRENCY, AS_OF, EDITION),
    "dependence": (
        own("country"), own("country_name"), own("home"), own("home_name"), own("participations"), own("from_abroad"), own("initiatives"),
        own("of_known_home", "of"), money("percent"), AS_OF, EDITION,
    ),
    "initiative-timeline": (
        own("slug"), own("name"), words("countries"), own("kind"), own("status"), day("announced"), day("start"), day("end"), AS_OF, EDITION,
    ),
    "commentary-stance": (
        own("by"), own("value"), own("label"), own("critical"), own("cautious"), own("neutral"), own("supportive"), own("comments"), AS_OF, EDITION,
    ),
    "energy-and-compute": (
        own("country"), own("country_name"), own("measure"), own("status"), money("value"), money("ceiling"), money("target"), money("about"),
        money("at_least"), own("stated"), words("owners"), AS_OF, EDITION,
    ),
    "funding-ladder": (
        own("country"), own("country_name"), *(money(basis) for basis in BASES), read("committed_percent", lambda row: plain(row.share("committed"))),
        read("disbursed_percent", lambda row: plain(row.share("disbursed"))), money("paused", "paused_sum"), money("beside_scope"), own("entries"),
        own("undisclosed"), own("not_convertible"), SCOPE, BASIS, CURRENCY, AS_OF, EDITION,
    ),
    "money-flows": (
        own("kind"), read("payer", lambda row: row.payer and row.payer.slug), read("payer_name", lambda row: row.payer and row.payer.name),
        own("payer_country"), read("initiative", lambda row: row.initiative and row.initiative.slug),
        read("initiative_name", lambda row: row.initiative and row.initiative.name), own("country"), own("origin"), money("amount"),
        money("ceiling"), own("role"), read("takers", lambda row: "; ".join(one.name for one in row.takers) or None), own("entries"),
        SCOPE, BASIS, CURRENCY, AS_OF, EDITION,
    ),
    "composition": (
        own("region"), own("country"), own("country_name"), own("initiative", "slug"), own("initiative_name", "name"), money("amount"),
        money("committed"), money("ceiling"), own("entries"), SCOPE, BASIS, CURRENCY, AS_OF, EDITION,
    ),
})  # fmt: skip


def payers(row: Any) -> str | None:
    """Who pays, with the share where it is published: `EuroHPC Joint Undertaking (50 %); Government of Austria (50 %)`."""
    return "; ".join(payer.name if payer.share is None else f"{payer.name} ({plain(payer.share * 100)} %)" for payer in row.payers) or None


def of(attribute: str, part: str, name: str | None = None) -> Column:
    """What a part of a row has under this name; an amount without zeros at its end."""
    return read(name or attribute, lambda row: plain(value) if isinstance(value := getattr(getattr(row, part), attribute), Decimal) else value)


def keyed(name: str, mapping: Callable[[Any], Mapping[Any, Any]], key: Any, nothing: Cell = 0) -> Column:
    """One value of a mapping; `nothing` where it holds none."""
    return Column(name, lambda row, _heading: plain(value) if isinstance(value := mapping(row).get(key, nothing), Decimal) else value)


COMPARED: Final[Columns] = (
    own("country", "code"), own("country_name", "name"), *(of(name, "funding") for name in ("public", "private", "mixed", "unknown", "total")),
    of("gdp_percent", "funding"), of("per_person", "funding"),
    *(keyed(basis, lambda row: row.totals.by_basis, basis) for basis in ("headline", "announced", "budgeted", "committed", "disbursed")),
    of("only_pledged", "totals"), money("beside_scope", "beside"), money("joint"), of("gap", "gap"),
    *(
        keyed(f"gap_{reason}", lambda row: {part.reason: part.amount for part in row.gap.parts}, reason)
        for reason in ("cancelled", "paused", "vote", "private", "mixed", "later", "budgeted", "running", "unsaid")
    ),
    own("initiatives"), own("organizations"), own("at_home"), own("from_abroad"), own("home_unknown"), own("comments"),
    *(keyed(stance, lambda row: row.stances, stance) for stance in ("supportive", "cautious", "critical", "neutral")),
    *(
        keyed(f"{measure}_{status}", lambda row: row.quantities, (measure, status), None)
        for measure in ("megawatts", "gpus", "exaflops")
        for status in ("planned", "installed")
    ),
    read("counting_entries", lambda row: row.funding.entries), read("undisclosed", lambda row: row.funding.undisclosed),
    read("not_convertible", lambda row: row.funding.not_convertible), SCOPE, BASIS, CURRENCY, AS_OF, EDITION,
)  # fmt: skip
CHANGED: Final[Columns] = (
    read("from", lambda row: row.then.day), read("to", lambda row: row.now.day), of("key", "entry"),
    of("initiative_slug", "entry", "initiative"), of("initiative_name", "entry"), of("country", "entry"), of("country_name", "entry"),
    own("cause"), own("cause_words"), money("before"), money("after"), money("moved"), SHOWN_CURRENCY,
    read("announced_on", lambda row: known_day(row.entry.announced_on)), of("amount", "entry"), of("currency", "entry"), of("stage", "entry"),
    of("origin", "entry"), of("scope", "entry", "entry_scope"), of("relation", "entry"), of("reason_words", "entry", "reason"),
    of("tier", "entry"), of("source_url", "entry", "source"), BASIS, SCOPE, AS_OF, EDITION, read("from_edition", lambda row: row.then.edition),
)  # fmt: skip
LISTS: Final[Mapping[str, Columns]] = explained({
    "compare": COMPARED,
    "changes": CHANGED,
    "initiatives": (
        own("slug"), own("name"), words("countries"), own("kind"), own("status"), day("announced"), day("start"), day("end"), money("counted"),
        CURRENCY, BASIS, own("participants"), own("summary"), EDITION, SCOPE, AS_OF, own("entries"), own("undisclosed"), words("themes"),
    ),
    "ledger": (
        own("key"), own("initiative", "initiative_slug"), own("country"), day("announced_on"), money("amount"), own("currency"), own("hedge"),
        money("amount_low"), money("amount_high"), own("stage"), own("origin"), own("scope"), read("funders", payers), own("relation"),
        own("related_to", "related_key"), money("gross"), money("net"), own("reason", "reason_words"), money("converted"), money("rate"),
        day("rate_day"), own("rate_provider"), own("tier"), own("source", "source_url"), EDITION, money("counts"), SHOWN_CURRENCY, BASIS,
        stated("counted_scope", lambda heading: " ".join(heading.filters.scope)), AS_OF, own("initiative_name"), own("country_name"),
        words("owners"), own("rate_mark"), own("period"), own("note"), money("amount_converted", "published"), money("step_amount"),
    ),
    "organizations": (
        own("slug"), own("name"), own("kind"), own("country"), own("country_name"), own("initiatives"), words("roles"), money("paid"),
        money("paid_with_others"), CURRENCY, BASIS, SCOPE, AS_OF, EDITION, words("other_names", mark="; "),
    ),
    "commentary": (
        own("initiative", "initiative_slug"), own("initiative_name"), words("countries"), own("speaker"), own("title"), own("affiliation"),
        own("place"), own("actor"), own("country"), own("interest"), own("stance"), words("aspects"), own("position"), own("quote"), day("said_on"),
        own("source", "source_url"), own("publisher"), AS_OF, EDITION,
    ),
})  # fmt: skip
