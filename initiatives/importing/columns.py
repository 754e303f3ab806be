"""What a spreadsheet may hold: the three kinds of rows with their columns, what each cell is, and by which other names files call it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from initiatives import vocabulary
from initiatives.text import fold

TEXT, NUMBER, DAY, WORD, COUNTRY, COUNTRIES, WHOLE, PARTS = "text", "number", "day", "word", "country", "countries", "whole", "parts"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the record as a spreadsheet has it: its name, what its cells are, its closed list of words, and what to write in it."""

    name: str
    kind: str = TEXT
    help: str = ""
    also: tuple[str, ...] = ()
    words: Words | None = None
    needed: bool = False  # of a new row
    for_file: bool = False  # may be said once for the whole file


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of rows. `derived` are columns of our own downloads that are computed, so that files may bring them and nobody reads them."""

    name: str
    one: str
    many: str
    columns: tuple[Column, ...]
    derived: frozenset[str]
    example: Mapping[str, str]

    def column(self, name: str) -> Column:
        """The column of this name. Raises KeyError."""
        return next_of(self.columns, name)

    def names(self) -> dict[str, str]:
        """Folded name or synonym → column."""
        return {folded(each): column.name for column in self.columns for each in (column.name, *column.also)}


def next_of(columns: tuple[Column, ...], name: str) -> Column:
    """The column of this name among some. Raises KeyError."""
    for column in columns:
        if column.name == name:
            return column
    raise KeyError(name)


def folded(name: str) -> str:
    """A header as headers are compared: without case, accents, underscores and points."""
    return " ".join(fold(name).replace("_", " ").replace("-", " ").replace(".", " ").replace("*", " ").split())


TIERS: Final[Words] = {str(tier): words for tier, words in vocabulary.TIERS.items()}
DOWNLOADED: Final = frozenset(
    {"as of", "edition", "basis", "display currency", "country name", "initiative name", "entries", "undisclosed", "problems"}
)
DAY_HELP: Final = "A day as 2026-04-03, a month as 2026-04 or a year as 2026."

FUNDING: Final = Noun(
    "funding", "funding entry", "funding entries",
    (
        Column("key", help="The entry's own key, such as example-hub#3, to change a stored entry. Leave it empty for a new one."),
        Column(
            "initiative", help="The address of the initiative (example-hub), or its name as the pages show it.", needed=True,
            also=("slug", "initiative slug", "programme", "program", "project", "initiative address", "vorhaben", "projekt", "projet", "proyecto"),
        ),
        Column(
            "announced_on", DAY, f"When this was said. {DAY_HELP}",
            ("date", "day", "announced", "announced date", "datum", "fecha", "data"), needed=True,
        ),
        Column(
            "amount", NUMBER, "As published, in units of the currency: 1250000000, 1.25 bn or 1,25 Mrd. Empty means undisclosed; never 0.",
            ("sum", "value", "funding", "money", "betrag", "montant", "importe", "total amount"),
        ),
        Column(
            "currency", help="ISO 4217 code of the published figure, such as EUR.",
            also=("curr", "ccy", "wahrung", "devise", "moneda"), needed=True, for_file=True,
        ),
        Column("hedge", WORD, "How firm the figure is in the source's words. Empty means exactly.", ("precision", "qualifier"), vocabulary.HEDGES),
        Column("amount_low", NUMBER, "Lower bound, if the source gives a range.", ("low", "minimum", "from amount")),
        Column("amount_high", NUMBER, "Upper bound, if the source gives a range.", ("high", "maximum", "to amount")),
        Column("usd_as_published", NUMBER, "Only if the source itself gives US dollars.", ("usd", "us dollars", "amount usd", "dollars")),
        Column(
            "stage", WORD, "How far the money has come.",
            ("phase", "stufe", "etape", "commitment stage"), vocabulary.STAGES, needed=True, for_file=True,
        ),
        Column(
            "origin", WORD, "Whose money it is.",
            ("public or private", "sector", "herkunft", "origine", "origen"), vocabulary.ORIGINS, needed=True, for_file=True,
        ),
        Column(
            "scope", WORD, "AI itself, chips at large, or a wider programme.",
            ("ai or wider", "umfang"), vocabulary.SCOPES, needed=True, for_file=True,
        ),
        Column(
            "funders", PARTS, "Who pays, with semicolons between them and the share where it is published: Ministry A (60 %); Bank B (40 %).",
            ("funder", "payer", "payers", "who pays", "donor", "geldgeber", "financeur", "financiador", "funding source", "sponsor"),
        ),
        Column("channel", help="The agency that the money passes through.", also=("agency", "implementer")),
        Column("recipient_country", COUNTRY, "Only if the money goes to a country other than the owner.", ("recipient", "goes to")),
        Column("period", help="The years that the money covers: 2026-2030.", also=("years", "zeitraum", "periode", "funding period")),
        Column("instrument", WORD, "The form that the money takes.", ("type of money", "finance type"), vocabulary.INSTRUMENTS),
        Column("relation", WORD, "How it stands to money already in the ledger. Empty means new money.", ("relationship",), vocabulary.RELATIONS),
        Column(
            "related_to", help="The key of the entry that it points at (example-hub#3), or “row 12” for a row of this file.",
            also=("related", "points at", "related key", "relates to"),
        ),
        Column("within", help="Words for an envelope that is not in the record.", also=("part of what", "envelope")),
        Column("new_money", WORD, "What the source says about whether the money is new.", ("is it new",), vocabulary.NEW_MONEY),
        Column("tier", WHOLE, "How good the source is.", ("source quality", "quality"), TIERS, needed=True, for_file=True),
        Column(
            "source", help="The address of the article or table that says it.",
            also=("source url", "url", "link", "reference", "quelle", "fuente"), needed=True, for_file=True,
        ),
        Column("source_title", help="The title of a source that is new to the record.", also=("article title", "headline")),
        Column("publisher", help="Who published a source that is new to the record.", also=("outlet", "newspaper")),
        Column("note", help="Anything that a reader should know.", also=("notes", "comment", "remark", "remarks", "bemerkung", "commentaire")),
    ),
    DOWNLOADED | {
        "country", "gross", "net", "reason", "converted", "rate", "rate day", "rate provider", "counts", "counted scope", "owners", "rate mark",
        "amount converted", "step amount", "rank", "rank reason", "order",
    },
    {
        "initiative": "example-hub", "announced_on": "2026-04-03", "amount": "1250000000", "currency": "EUR", "hedge": "about", "stage": "announced",
        "origin": "public", "scope": "ai", "funders": "Ministry of Examples (60 %); Bank of Examples (40 %)", "relation": "new", "tier": "1",
        "source": "https://example.org/announcement", "note": "An example: this row is left out as long as you do not change it.",
    },
)  # fmt: skip

ORGANIZATIONS: Final = Noun(
    "organizations", "organization", "organizations",
    (
        Column("slug", help="Its address, to change a stored organization. Leave it empty for a new one.", also=("address", "id")),
        Column("name", help="The name it goes by today.", also=("organization", "organisation", "institution"), needed=True),
        Column("kind", WORD, "What it is. Empty while unknown.", ("type", "art", "organization type"), vocabulary.ORGANIZATION_KINDS, for_file=True),
        Column("country", COUNTRY, "Where it is at home. Empty while unknown.", ("home", "land", "pays", "pais"), for_file=True),
        Column("other_names", PARTS, "Other names, with semicolons between them.", ("aliases", "alias", "also known as", "abbreviation", "acronym")),
    ),
    DOWNLOADED | {"initiatives", "roles", "paid", "paid with others", "currency", "scope"},
    {"name": "Ministry of Examples", "kind": "government", "country": "FRA", "other_names": "MoE; Ministère des Exemples"},
)  # fmt: skip

INITIATIVES: Final = Noun(
    "initiatives", "initiative", "initiatives",
    (
        Column(
            "slug", help="Its address in small letters with hyphens: example-hub. A stored one is changed, another is new.",
            also=("address", "id", "initiative"), needed=True,
        ),
        Column("name", help="The usual English name.", also=("initiative name", "title", "programme", "program"), needed=True),
        Column(
            "countries", COUNTRIES, "The owners: codes such as FRA or names, with semicolons between them.",
            ("owners", "country", "owner", "land", "pays"), needed=True, for_file=True,
        ),
        Column("kind", WORD, "What it mainly is.", ("type", "category", "art"), vocabulary.INITIATIVE_KINDS, needed=True, for_file=True),
        Column("status", WORD, "Where it stands today.", ("state",), vocabulary.INITIATIVE_STATUSES, needed=True, for_file=True),
        Column("announced", DAY, f"When it was first announced. {DAY_HELP}", ("announced on", "date", "datum"), needed=True),
        Column("start", DAY, "When it began or is to begin. Empty while unknown.", ("begins", "start date")),
        Column("end", DAY, "When it ends. Empty while unknown.", ("ends", "end date")),
        Column("summary", help="Two or three sentences in your own words.", also=("description", "about"), needed=True),
        Column("themes", PARTS, "Short lowercase tags, with blanks between them.", ("tags", "topics")),
    ),
    DOWNLOADED | {"counted", "currency", "participants", "scope"},
    {
        "slug": "example-hub", "name": "Example Hub", "countries": "FRA; DEU", "kind": "compute", "status": "announced", "announced": "2026-04",
        "summary": "An example: this row is left out as long as you do not change it.", "themes": "energy chips",
    },
)  # fmt: skip

NOUNS: Final[Mapping[str, Noun]] = {noun.name: noun for noun in (FUNDING, ORGANIZATIONS, INITIATIVES)}
