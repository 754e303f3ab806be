"""Which record is meant: by noun and address, also where it is gone or has another address today."""

from dataclasses import dataclass
from typing import Any

from initiatives.history.tables import ADDRESSED
from initiatives.models.edition import recorded_models

LONGEST_ID_DIGITS = 18
NO_CHARACTER = "\x00"  # no table can be asked for it
NAMED_BY = {"initiative": "name", "organization": "name", "fundingentry": "key", "article": "title", "country": "name"}
OF_TABLE = {table: noun for noun, (table, _) in ADDRESSED.items()}


@dataclass(frozen=True, slots=True)
class Subject:
    """A record: `noun` is `initiatives`, `organizations`, `entries`, `articles` or `countries`; `address` what its page bears today."""

    noun: str
    pk: Any
    address: str
    name: str
    is_there: bool

    @property
    def table(self) -> str:
        """The table of the record itself."""
        return ADDRESSED[self.noun][0]


def find(noun: str, address: str) -> Subject | None:
    """The record of this address, of today or of any earlier day; None where nothing ever had it."""
    if noun not in ADDRESSED or NO_CHARACTER in address:
        return None
    table, column = ADDRESSED[noun]
    if column == "id" and not _is_id(address):
        return None
    model = recorded_models()[table]
    row = model._default_manager.filter(**{column: address}).first()
    if row is not None:
        return _subject(noun, row, True)
    line = model.history.filter(**{column: address}).order_by("-history_id").first()
    if line is None:
        return None
    today = model._default_manager.filter(pk=getattr(line, model._meta.pk.attname)).first()
    return _subject(noun, today or line, today is not None)


def subject_of_row(table: str, pk: Any) -> Subject | None:
    """The record that a row of one of their own tables is; None for parts and for what never was."""
    noun = OF_TABLE.get(table)
    if noun is None or (isinstance(pk, str) and NO_CHARACTER in pk):
        return None
    model = recorded_models()[table]
    key = model._meta.pk.attname
    row = model._default_manager.filter(**{key: pk}).first()
    found = row or model.history.filter(**{key: pk}).order_by("-history_id").first()
    return _subject(noun, found, row is not None) if found is not None else None


def _subject(noun: str, row: Any, is_there: bool) -> Subject:
    table, column = ADDRESSED[noun]
    key = recorded_models()[table]._meta.pk.attname
    return Subject(noun, getattr(row, key), str(getattr(row, column)), str(getattr(row, NAMED_BY[table])), is_there)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_ID_DIGITS


def subject_of_part(table: str, pk: Any) -> Subject | None:
    """The record that a row is, or belongs to: of a participant its initiative, of a funder the entry's initiative. None for what never was."""
    if table in OF_TABLE:
        return subject_of_row(table, pk)
    model = recorded_models().get(table)
    line = model.history.filter(id=pk).order_by("-history_id").first() if model is not None else None
    if line is None:
        return None
    if table == "funder":
        return subject_of_row("fundingentry", line.entry_id)
    owner = next(name for name in ("initiative", "organization", "country") if hasattr(line, f"{name}_id"))
    return subject_of_row(owner, getattr(line, f"{owner}_id"))
