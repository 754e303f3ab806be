"""Puts changes into words: sums as published, days as days, whatever a key leads to by its name, and what is not known as unknown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from initiatives import formats
from initiatives.history.changes import UNTOLD, Change
from initiatives.history.fields import MONEY, NOUNS, Field, field_of, place_of
from initiatives.history.lines import Row
from initiatives.history.names import Names, names_of

VERBS = {"+": "added", "~": "changed", "-": "removed", "": "unchanged"}
DOLLAR = "USD"
LONGEST_CHARACTERS = 160
LONGEST_NAME_CHARACTERS = 80
CHARACTERS_BEFORE = 40  # of a long text, before the place where it differs
NOT_SAID_OF_NEW_ROWS = {"initiative_id", "entry_id", "key", "slug", "rank"}  # said by the page, or the same of every new row
NAMES_A_ROW = {"comment": ("speaker",), "article": ("title", "url"), "point": ("text",)}
NAMED_BY_OTHERS = ("name", "described")


@dataclass(frozen=True, slots=True)
class Said:
    """One value before and after, in words; `column` is what a form names it by."""

    column: str
    label: str
    before: str
    after: str
    row: str  # the row it is of, `fundingentry-12`

    @property
    def place(self) -> str:
        """What a note on it stands on: `fundingentry-12-amount`."""
        return f"{self.row}-{self.column}"

    @property
    def words(self) -> str:
        """`amount was ¥1 tn, is now ¥1.2 tn`."""
        return f"{self.label} was {self.before}, is now {self.after}"


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One change in words. `values` are those that differ; of a row that came or went, those that it had."""

    table: str
    pk: Any
    line: int
    noun: str
    name: str
    verb: str
    kind: str
    values: Sequence[Said]
    earlier: int | None

    @property
    def key_text(self) -> str:
        """The row's key as text."""
        return str(self.pk)

    @property
    def place(self) -> str:
        """What a note on the whole row stands on: `fundingentry-12-`."""
        return f"{self.table}-{self.pk}-"

    @property
    def words(self) -> str:
        """`funding entry “METI's support (21 Dec 2025)” changed`."""
        return f"{self.noun}{f' “{self.name}”' if self.name else ''} {self.verb}"


def tell(changes: Sequence[Change]) -> list[ToldChange]:
    """The changes in words, in their order; a bounded number of statements."""
    names = names_of(changes)
    return [told(change, names) for change in changes]


def told(change: Change, names: Names) -> ToldChange:
    """One change in words, by names that were found."""
    said = list(_said(change, names))
    return ToldChange(
        change.table, change.pk, change.line, NOUNS[change.table], name_of(change, names), VERBS[change.kind], change.kind, said, change.earlier
    )


def name_of(change: Change, names: Names) -> str:
    """What tells the row from others of its table, short."""
    row = change.row
    if change.table == "fundingentry":
        return names.name("fundingentry", change.pk)
    for column in ("organization_id", "article_id"):
        if row.get(column) and change.table != "organizationname":
            return _short(names.name(column.removesuffix("_id"), row[column]), LONGEST_NAME_CHARACTERS)
    if change.table == "quantity":
        return shown(change.table, "value", row, names)
    if change.table == "countrystatistic":
        return f"{names.country(row['country_id'])}, {row['year']}"
    columns = NAMES_A_ROW.get(change.table, NAMED_BY_OTHERS)
    return _short(next((str(row[column]) for column in columns if row.get(column)), ""), LONGEST_NAME_CHARACTERS)


def shown(table: str, column: str, row: Row, names: Names) -> str:
    """One value of a row as a person reads it, short."""
    return _short(_words(table, column, row, names), LONGEST_CHARACTERS)


def _words(table: str, column: str, row: Row, names: Names, in_full: bool = False) -> str:
    field, value = field_of(table, column), row.get(column)
    if value is None or value == "" or value == []:
        return field.unknown
    return _in_words(field, value, row, names, in_full)


def _said(change: Change, names: Names) -> Iterable[Said]:
    for column in sorted(_told_columns(change), key=lambda column: place_of(change.table, column)):
        before, after = _pair(change, column, names)
        value = change.row.get(column)
        if (change.kind == "~" and before != after) or (change.kind != "~" and value not in (None, "", [])):
            yield Said(column, field_of(change.table, column).label, before, after, f"{change.table}-{change.pk}")


def _pair(change: Change, column: str, names: Names) -> tuple[str, str]:
    """One value before and after; of sums that would read the same all digits, of long texts the place where they differ."""
    before, after = (_words(change.table, column, row, names) if row else "" for row in (change.before, change.after))
    if change.kind == "~" and (before == after or _reads_alike(change, column)):
        before, after = (_words(change.table, column, row or {}, names, in_full=True) for row in (change.before, change.after))
    differ = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), min(len(before), len(after)))
    start = max(0, differ - CHARACTERS_BEFORE)
    if change.kind != "~" or max(len(before), len(after)) <= LONGEST_CHARACTERS or start < CHARACTERS_BEFORE:
        start = 0
    return _from(before, start), _from(after, start)


def _reads_alike(change: Change, column: str) -> bool:
    """Whether two sums of one currency have the same three figures."""
    before, after = change.before or {}, change.after or {}
    if field_of(change.table, column).kind not in ("money", "dollars") or None in (before.get(column), after.get(column)):
        return False
    one, other = (formats.money(Decimal(row[column]), str(row.get("currency", DOLLAR))) for row in (before, after))
    return one == other


def _from(text: str, start: int) -> str:
    return _short(f"…{text[start:]}" if start else text, LONGEST_CHARACTERS)


def _told_columns(change: Change) -> set[str]:
    """Of a changed row what differs, and with a currency its sums too; of any other what it holds."""
    if change.kind != "~":
        return set(change.row) - UNTOLD - NOT_SAID_OF_NEW_ROWS
    differing = set(change.columns)
    return differing | MONEY if "currency" in differing else differing


def _in_words(field: Field, value: Any, row: Row, names: Names, in_full: bool) -> str:
    if field.kind in ("money", "dollars"):
        currency = DOLLAR if field.kind == "dollars" else str(row.get("currency"))
        write = formats.money_in_full if in_full else formats.published
        return write(Decimal(value), currency)
    if field.kind in ("organization", "article", "initiative"):
        return names.name(field.kind, value)
    if field.kind == "entry":
        return names.name("fundingentry", value)
    if field.kind == "quantity":
        return names.name("quantity", value)
    if field.kind in ("country", "countries"):
        return formats.listed(names.country(code) for code in ([value] if field.kind == "country" else value))
    return _plain(field, value, row)


def _plain(field: Field, value: Any, row: Row) -> str:
    """Values that lead nowhere."""
    if field.kind == "word":
        return field.words.get(value, str(value))
    if field.kind == "day":
        return formats.day(str(value))
    if field.kind == "share":
        return formats.published_percent(Decimal(value) * 100)
    if field.kind == "number":
        return f"{Decimal(value).normalize():,f}" + (f" {field_of('quantity', 'measure').words.get(row['measure'], '')}" if "measure" in row else "")
    if field.kind == "yes-no":
        return "yes" if value else "no"
    if field.kind == "citation":
        return ", ".join(str(part) for part in value.values() if part)
    return ", ".join(value) if field.kind == "tags" else str(value)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
