"""The names of what keys lead to, of today's rows and of those that are gone; a bounded number of statements however many keys."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from initiatives.history.changes import Change
from initiatives.history.fields import field_of
from initiatives.history.tables import history, key
from initiatives.models.edition import recorded_models
from initiatives.names.countries import COUNTRIES
from initiatives.naming import entry_in_words

TABLE_OF_KIND = {"organization": "organization", "article": "article", "initiative": "initiative", "entry": "fundingentry", "quantity": "quantity"}
NAMING = {"organization": "name", "article": "title", "initiative": "name", "quantity": "key", "country": "name"}
ENTRY = ("initiative_id", "stage", "origin", "period", "announced_on")


@dataclass(slots=True)
class Names:
    """Table → key → name. Countries have theirs from the list."""

    of: dict[str, dict[Any, str]] = field(default_factory=dict)

    def name(self, table: str, pk: Any) -> str:
        """The name; words that say so where there never was such a row."""
        return self.of.get(table, {}).get(pk, "one that is not in the record")

    def country(self, code: str) -> str:
        """The shown name of a country or an actor; a code of neither stands as it is."""
        return COUNTRIES[code].name if code in COUNTRIES else self.of.get("country", {}).get(code, code)


def names_of(changes: Iterable[Change]) -> Names:
    """The names of everything that these changes lead to; of their entries too."""
    wanted: dict[str, set[Any]] = {}
    for change in changes:
        for row in (change.before, change.after):
            _want(wanted, change.table, row or {})
    found = Names()
    entries = _entries(wanted.pop("fundingentry", set()))
    wanted.setdefault("initiative", set()).update(row["initiative_id"] for row in entries.values())
    payers = _payers(entries)
    wanted.setdefault("organization", set()).update(payers.values())
    for table, keys in wanted.items():
        found.of[table] = _named(table, keys)
    found.of["fundingentry"] = {pk: _entry_name(row, found, payers.get(pk)) for pk, row in entries.items()}
    return found


def _want(wanted: dict[str, set[Any]], table: str, row: Mapping[str, Any]) -> None:
    if table == "fundingentry" and row:
        wanted.setdefault("fundingentry", set()).add(row["id"])
    for column, value in row.items():
        kind = field_of(table, column).kind
        if value is not None and kind in TABLE_OF_KIND:
            wanted.setdefault(TABLE_OF_KIND[kind], set()).add(value)
        if value is not None and kind in ("country", "countries"):
            wanted.setdefault("country", set()).update({*([value] if kind == "country" else value)} - COUNTRIES.keys())


def _named(table: str, keys: Collection[Any]) -> dict[Any, str]:
    """Today's names, and the last ones of what is gone."""
    if not keys:
        return {}
    own, name, pk = recorded_models()[table]._meta.db_table, NAMING[table], key(table)
    found = dict(_asked(f'SELECT {pk}, {name} FROM "{own}" WHERE {pk} = ANY(%s)', [list(keys)]))
    gone = [one for one in keys if one not in found]
    if gone:
        last = f"SELECT DISTINCT ON ({pk}) {pk}, {name} FROM {history(table)} WHERE {pk} = ANY(%s) ORDER BY {pk}, history_id DESC"
        found |= dict(_asked(last, [gone]))
    return found


def _entries(keys: Collection[Any]) -> dict[Any, dict[str, Any]]:
    """What entries are named by: as they are, else as they were last."""
    if not keys:
        return {}
    statement = (
        f"SELECT DISTINCT ON (h.id) h.id, {', '.join(f'h.{column}' for column in ENTRY)} FROM {history('fundingentry')} h"
        " WHERE h.id = ANY(%s) ORDER BY h.id, h.history_id DESC"
    )
    return {pk: dict(zip(ENTRY, values, strict=True)) for pk, *values in _asked(statement, [list(keys)])}


def _payers(entries: Collection[Any]) -> dict[Any, Any]:
    """Entry → the one organization that pays it, where it is one alone."""
    if not entries:
        return {}
    own, alone = recorded_models()["funder"]._meta.db_table, "HAVING count(*) = 1 AND count(organization_id) = 1"
    statement = f'SELECT entry_id, min(organization_id) FROM "{own}" WHERE entry_id = ANY(%s) GROUP BY entry_id {alone}'
    return dict(_asked(statement, [list(entries)]))


def _entry_name(row: Mapping[str, Any], names: Names, payer: Any) -> str:
    """`METI's five-year support (21 Dec 2025)`."""
    paying = names.of["organization"].get(payer) if payer is not None else None
    initiative = names.name("initiative", row["initiative_id"])
    try:
        return entry_in_words(paying, initiative, row["stage"], row["origin"], row["period"], row["announced_on"])
    except ValueError:  # a day or a period that is none: the history keeps what stood there
        return f"{initiative} ({row['announced_on']})"


def _asked(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
