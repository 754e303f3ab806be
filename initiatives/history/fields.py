"""What each column of the record is called, and what kind of value it holds; a person reads these words and no column's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from initiatives import vocabulary

NOUNS: Final[Mapping[str, str]] = {
    "initiative": "initiative",
    "fundingentry": "funding entry",
    "funder": "funder",
    "participation": "participant",
    "quantity": "quantity",
    "point": "point",
    "comment": "comment",
    "reference": "citation",
    "initiativename": "other name",
    "organization": "organization",
    "organizationname": "other name",
    "article": "article",
    "country": "country",
    "countrystatistic": "statistic",
}
PLURALS: Final[Mapping[str, str]] = {"fundingentry": "funding entries", "quantity": "quantities", "country": "countries"}


@dataclass(frozen=True, slots=True)
class Field:
    """`kind`: text, money, number, share, day, tags, yes-no, word (of `words`), citation, countries, or what a key leads to: country, organization,
    article, initiative, entry, quantity. `unknown` is what stands for null."""

    label: str
    kind: str = "text"
    words: Mapping[Any, str] = field(default_factory=dict)
    unknown: str = "unknown"


def _word(label: str, words: Mapping[Any, str], unknown: str = "unknown") -> Field:
    return Field(label, "word", words, unknown)


MONEY: Final = frozenset({"amount", "amount_low", "amount_high"})  # in the currency of their entry
UNDISCLOSED: Final = "undisclosed"
NONE: Final = "none"
ORGANIZATION: Final = Field("organization", "organization", unknown=NONE)
DESCRIBED: Final = Field("words for the unnamed", unknown=NONE)
COUNTRY: Final = Field("country", "country")
SOURCE: Final = Field("source", "article")
INITIATIVE: Final = Field("initiative", "initiative")
HEDGE: Final = _word("hedge", vocabulary.HEDGES)
UNTIL: Final = Field("the last day of this name", "day", unknown=NONE)

FIELDS: Final[Mapping[str, Mapping[str, Field]]] = {
    "initiative": {
        "name": Field("name"),
        "slug": Field("address"),
        "countries": Field("owners", "countries"),
        "kind": _word("kind", vocabulary.INITIATIVE_KINDS),
        "status": _word("status", vocabulary.INITIATIVE_STATUSES),
        "announced": Field("announced", "day"),
        "start": Field("start", "day"),
        "end": Field("end", "day"),
        "summary": Field("summary"),
        "themes": Field("themes", "tags", unknown=NONE),
    },
    "fundingentry": {
        "amount": Field("amount", "money", unknown=UNDISCLOSED),
        "currency": Field("currency"),
        "hedge": HEDGE,
        "amount_low": Field("lower bound", "money", unknown=NONE),
        "amount_high": Field("upper bound", "money", unknown=NONE),
        "usd_as_published": Field("dollars quoted", "dollars", unknown=NONE),
        "stage": _word("stage", vocabulary.STAGES),
        "origin": _word("origin", vocabulary.ORIGINS),
        "scope": _word("scope", vocabulary.SCOPES),
        "channel": Field("channel", unknown=NONE),
        "recipient_country_id": Field("country it is meant for", "country", unknown="the owner's"),
        "announced_on": Field("day it was said", "day"),
        "period": Field("years covered"),
        "instrument": _word("form", vocabulary.INSTRUMENTS),
        "relation": _word("relation", vocabulary.RELATIONS),
        "related_to_id": Field("the entry it points at", "entry", unknown=NONE),
        "within": Field("envelope outside of the record", unknown=NONE),
        "new_money": _word("what the source says of new money", vocabulary.NEW_MONEY),
        "tier": _word("how good the source is", vocabulary.TIERS),
        "note": Field("note", unknown=NONE),
        "source_id": SOURCE,
        "rank": _word("rank", vocabulary.RANKS),
        "rank_reason": Field("reason of the rank", unknown=NONE),
        "initiative_id": INITIATIVE,
        "key": Field("number in the ledger"),
    },
    "funder": {
        "organization_id": ORGANIZATION,
        "described": DESCRIBED,
        "country_id": COUNTRY,
        "share": Field("share", "share", unknown="not published"),
        "entry_id": Field("entry", "entry"),
    },
    "participation": {
        "organization_id": ORGANIZATION,
        "described": DESCRIBED,
        "role": _word("role", vocabulary.PARTICIPATION_ROLES),
        "status": _word("how sure it is", vocabulary.PARTICIPATION_STATUSES),
        "source_id": SOURCE,
        "initiative_id": INITIATIVE,
    },
    "quantity": {
        "value": Field("how many", "number"),
        "measure": _word("measure", vocabulary.MEASURES),
        "hedge": HEDGE,
        "status": _word("status", vocabulary.QUANTITY_STATUSES),
        "by": Field("year it is promised for"),
        "relation": _word("relation", vocabulary.QUANTITY_RELATIONS),
        "related_to_id": Field("the larger quantity", "quantity", unknown=NONE),
        "note": Field("note", unknown=NONE),
        "source_id": SOURCE,
        "initiative_id": INITIATIVE,
        "key": Field("number in the record"),
    },
    "point": {
        "kind": _word("kind", vocabulary.POINT_KINDS),
        "aspect": Field("aspect"),
        "country_id": Field("country whose approach is followed", "country", unknown=NONE),
        "text": Field("text"),
        "source_id": SOURCE,
        "initiative_id": INITIATIVE,
    },
    "comment": {
        "speaker": Field("speaker"),
        "title": Field("title"),
        "affiliation": Field("affiliation"),
        "place": Field("place"),
        "actor": _word("kind of speaker", vocabulary.ACTORS),
        "country_id": COUNTRY,
        "interest": Field("interest", unknown=NONE),
        "stance": _word("stance", vocabulary.STANCES),
        "aspects": Field("aspects", "tags", unknown=NONE),
        "position": Field("position", unknown=NONE),
        "quote": Field("quote", unknown=NONE),
        "said_on": Field("day it was said", "day"),
        "source_id": SOURCE,
        "initiative_id": INITIATIVE,
    },
    "reference": {
        "article_id": Field("article", "article"),
        "cited_as": Field("cited as", "citation", unknown="as the article itself"),
        "initiative_id": INITIATIVE,
    },
    "initiativename": {"name": Field("name"), "slug": Field("address", unknown=NONE), "until": UNTIL, "initiative_id": INITIATIVE},
    "organization": {
        "name": Field("name"),
        "slug": Field("address"),
        "kind": _word("kind", vocabulary.ORGANIZATION_KINDS),
        "country_id": COUNTRY,
    },
    "organizationname": {"name": Field("name"), "slug": Field("address", unknown=NONE), "until": UNTIL, "organization_id": ORGANIZATION},
    "article": {
        "title": Field("title"),
        "url": Field("address"),
        "publisher": Field("publisher"),
        "klass": _word("kind of source", vocabulary.ARTICLE_CLASSES),
        "published": Field("day of publication", "day"),
        "rests_on": Field("report it rests on", unknown=NONE),
    },
    "country": {
        "code": Field("code"),
        "name": Field("name"),
        "region": Field("region"),
        "is_actor": Field("a body of countries", "yes-no"),
    },
    "countrystatistic": {
        "country_id": COUNTRY,
        "year": Field("year"),
        "gdp_usd": Field("GDP", "dollars"),
        "population": Field("population", "number"),
        "source": Field("source"),
    },
}


def plural(table: str) -> str:
    """The noun of a table for several of its rows."""
    return PLURALS.get(table, f"{NOUNS[table]}s")


def field_of(table: str, column: str) -> Field:
    """What a column is called, by its own name or that of the field; in plain words where nobody named it yet."""
    named = FIELDS.get(table, {})
    return named.get(column) or named.get(f"{column}_id") or Field(column.removesuffix("_id").replace("_", " "))


def place_of(table: str, column: str) -> int:
    """Where a column stands among those of its table, as a person reads them."""
    named = list(FIELDS.get(table, {}))
    return named.index(column) if column in named else len(named)
