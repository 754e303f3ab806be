"""What a reader can say is wrong: a row of the record, by the words that pages use for it, with its values as they are read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db import models
from django.urls import reverse

from initiatives import formats, vocabulary
from initiatives.dates import in_words
from initiatives.models import Article, Comment, Correction, FundingEntry, Initiative, Organization, Participation, Point, Quantity
from initiatives.names.countries import COUNTRIES

UNDISCLOSED: Final = "undisclosed"
UNKNOWN: Final = "unknown"
LONGEST_VALUE: Final = 500  # characters
LARGEST_ID: Final = 2**63 - 1
DIGITS_OF_AN_ID: Final = 19  # more are no number that a row has, and thousands of them none that can be read

Shown = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a row: its column, its name, and what it reads as."""

    field: str
    name: str
    shown: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One row of the record as a reader knows it; `initiative_id` is None for an organization or an article."""

    table: str
    id: int
    label: str
    page: str
    values: Sequence[Value]
    initiative_id: int | None = None

    def value(self, field: str) -> Value | None:
        """The value in this column; None where readers see none of that name."""
        return next((one for one in self.values if one.field == field), None)


def subject_of(table: str, row: str) -> Subject | None:
    """The row of this table that an address names: by key, address or number; None where the record has none."""
    model = MODELS.get(table)
    if model is None:
        return None
    by = NAMED_BY.get(table, "pk")
    if by == "pk" and not (row.isascii() and row.isdigit() and len(row) <= DIGITS_OF_AN_ID and int(row) <= LARGEST_ID):
        return None
    found = model._default_manager.filter(**{by: row}).first()
    return whole(found) if found is not None else None


def subject_of_correction(correction: Correction) -> Subject | None:
    """The row that a remark is about, as it stands today; None where it is gone, or where the remark is about a computed value."""
    model = MODELS.get(correction.subject_table)
    found = model._default_manager.filter(pk=correction.subject_id).first() if model is not None else None
    return whole(found) if found is not None else None


def whole(row: Any) -> Subject:
    """A row of the record as the subject of a remark."""
    table = str(row._meta.model_name)
    values = [Value(field, name, cut(shown(row))) for field, (name, shown) in SHOWN[table].items()]
    initiative = row if isinstance(row, Initiative) else getattr(row, "initiative", None)
    return Subject(table, row.pk, LABELS[table](row), page_of(row, initiative), values, initiative.pk if initiative else None)


def page_of(row: Any, initiative: Initiative | None) -> str:
    """The public page that the row is read on."""
    if isinstance(row, Organization):
        return reverse("organization", args=[row.slug])
    if initiative is None:
        return reverse("initiatives")
    return f"{reverse('initiative', args=[initiative.slug])}{ANCHORS.get(str(row._meta.model_name), '')}"


def amount_of(row: FundingEntry) -> str:
    """`about ¥1 tn`; undisclosed where nobody said."""
    return UNDISCLOSED if row.amount is None else formats.hedged(formats.published(row.amount, row.currency), row.hedge)


def funders_of(row: FundingEntry) -> str:
    """Who pays, divided by semicolons."""
    return "; ".join(str(funder) for funder in row.funders.select_related("organization")) or UNKNOWN


def owners_of(row: Initiative) -> str:
    """The owners by name."""
    return ", ".join(COUNTRIES[code].name if code in COUNTRIES else code for code in row.countries)


def cut(text: str) -> str:
    """No longer than a remark keeps."""
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def plain(column: str) -> Shown:
    """A column as it is stored; unknown where it is empty."""
    return lambda row: str(getattr(row, column) or UNKNOWN)


def word(column: str, words: Mapping[str, str]) -> Shown:
    """A column that holds one of a list of words."""
    return lambda row: words.get(getattr(row, column) or "", UNKNOWN)


def day(column: str) -> Shown:
    """A column that holds a day, a month or a year."""
    return lambda row: in_words(getattr(row, column)) if getattr(row, column) else UNKNOWN


def quantity(row: Quantity) -> str:
    """`about 100,000 GPUs`."""
    number: Decimal = row.value
    return formats.hedged(f"{number.normalize():,f} {vocabulary.MEASURES[row.measure]}", row.hedge)


MODELS: Final[Mapping[str, type[models.Model]]] = {
    "fundingentry": FundingEntry,
    "initiative": Initiative,
    "organization": Organization,
    "participation": Participation,
    "comment": Comment,
    "point": Point,
    "quantity": Quantity,
    "article": Article,
}
NAMED_BY: Final = {"fundingentry": "key", "initiative": "slug", "organization": "slug"}
ANCHORS: Final = {
    "fundingentry": "#counts",
    "participation": "#participants",
    "comment": "#said",
    "point": "#points",
    "quantity": "#participants",
}
LABELS: Final[Mapping[str, Callable[[Any], str]]] = {
    "fundingentry": lambda row: f"{row.initiative.name}: {amount_of(row)}, said {in_words(row.announced_on)} ({row.key})",
    "initiative": lambda row: row.name,
    "organization": lambda row: row.name,
    "participation": lambda row: f"{row.initiative.name}: {row.organization or row.described}",
    "comment": lambda row: f"{row.initiative.name}: comment of {row.speaker}",
    "point": lambda row: f"{row.initiative.name}: {vocabulary.POINT_KINDS[row.kind]}, {row.aspect}",
    "quantity": lambda row: f"{row.initiative.name}: {quantity(row)}",
    "article": lambda row: row.title,
}
SHOWN: Final[Mapping[str, Mapping[str, tuple[str, Shown]]]] = {
    "fundingentry": {
        "amount": ("amount", amount_of),
        "announced_on": ("day", day("announced_on")),
        "stage": ("stage", word("stage", vocabulary.STAGES)),
        "origin": ("origin", word("origin", vocabulary.ORIGINS)),
        "scope": ("scope", word("scope", vocabulary.SCOPES)),
        "funders": ("who pays", funders_of),
        "relation": ("relation to other entries", lambda row: f"{vocabulary.RELATIONS[row.relation]} {row.related_to or ''}".strip()),
        "period": ("years covered", plain("period")),
        "source": ("source", lambda row: row.source.title),
    },
    "initiative": {
        "name": ("name", plain("name")),
        "countries": ("owner", owners_of),
        "kind": ("kind", word("kind", vocabulary.INITIATIVE_KINDS)),
        "status": ("status", word("status", vocabulary.INITIATIVE_STATUSES)),
        "announced": ("day announced", day("announced")),
        "start": ("beginning", day("start")),
        "end": ("end", day("end")),
        "summary": ("summary", plain("summary")),
    },
    "organization": {
        "name": ("name", plain("name")),
        "kind": ("kind", word("kind", vocabulary.ORGANIZATION_KINDS)),
        "country": ("home", lambda row: COUNTRIES[row.country_id].name if row.country_id in COUNTRIES else UNKNOWN),
    },
    "participation": {
        "organization": ("who", lambda row: str(row.organization or row.described)),
        "role": ("role", word("role", vocabulary.PARTICIPATION_ROLES)),
        "status": ("how sure it is", word("status", vocabulary.PARTICIPATION_STATUSES)),
    },
    "comment": {
        "speaker": ("speaker", plain("speaker")),
        "affiliation": ("affiliation", plain("affiliation")),
        "stance": ("stance", word("stance", vocabulary.STANCES)),
        "position": ("position", plain("position")),
        "quote": ("quotation", plain("quote")),
    },
    "point": {"text": ("statement", plain("text")), "aspect": ("aspect", plain("aspect"))},
    "quantity": {
        "value": ("number", quantity),
        "status": ("status", word("status", vocabulary.QUANTITY_STATUSES)),
        "by": ("year", plain("by")),
    },
    "article": {"title": ("title", plain("title")), "publisher": ("publisher", plain("publisher")), "published": ("day", day("published"))},
}
