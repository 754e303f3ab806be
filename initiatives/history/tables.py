"""The histories as tables: their names, their rows' keys, and which of their rows belong to which record; asks nothing itself."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import models

from initiatives.models.edition import recorded_models

# In the order in which a reader wants them: the record, its money, who takes part, what is said, what is cited, names.
ORDER: Final = (
    "initiative",
    "fundingentry",
    "funder",
    "participation",
    "quantity",
    "point",
    "comment",
    "reference",
    "initiativename",
    "organization",
    "organizationname",
    "article",
    "country",
    "countrystatistic",
)
# noun of a record → table of it or of its parts → the column that names the record. A funder belongs to the initiative of its entry.
PARTS: Final[Mapping[str, Mapping[str, str]]] = {
    "initiatives": {
        "initiative": "id",
        "fundingentry": "initiative_id",
        "funder": "entry_id",
        "participation": "initiative_id",
        "quantity": "initiative_id",
        "point": "initiative_id",
        "comment": "initiative_id",
        "reference": "initiative_id",
        "initiativename": "initiative_id",
    },
    "organizations": {"organization": "id", "organizationname": "organization_id"},
    "entries": {"fundingentry": "id", "funder": "entry_id"},
    "articles": {"article": "id"},
    "countries": {"country": "code", "countrystatistic": "country_id"},
}
# The table of each record itself, and the column of its address.
ADDRESSED: Final[Mapping[str, tuple[str, str]]] = {
    "initiatives": ("initiative", "slug"),
    "organizations": ("organization", "slug"),
    "entries": ("fundingentry", "key"),
    "articles": ("article", "id"),
    "countries": ("country", "code"),
}


def tables() -> dict[str, Any]:
    """The recorded models by the names of their tables, in the order they are told."""
    found = recorded_models()
    return {name: found[name] for name in sorted(found, key=rank)}


def rank(table: str) -> int:
    """Its place in the order; a table that it does not name comes last."""
    return ORDER.index(table) if table in ORDER else len(ORDER)


def history(table: str) -> str:
    """The quoted name of a table's history."""
    return f'"{recorded_models()[table].history.model._meta.db_table}"'


def key(table: str) -> str:
    """The column of a table's key: `id`, or `code` of countries."""
    return str(recorded_models()[table]._meta.pk.attname)


def columns(table: str) -> list[models.Field[Any, Any]]:
    """The columns of a table that its history keeps."""
    model = recorded_models()[table]
    kept = {field.attname for field in model.history.model._meta.concrete_fields}
    return [field for field in model._meta.concrete_fields if field.attname in kept and not field.generated]


def belongs(noun: str, table: str) -> str:
    """As SQL, the keys of the rows of a table that ever belonged to a record, whose key stands for `%s`."""
    column, own = PARTS[noun][table], history(table)
    if noun == "initiatives" and table == "funder":
        return f"SELECT id FROM {own} WHERE entry_id IN (SELECT id FROM {history('fundingentry')} WHERE initiative_id = %s)"
    return f'SELECT "{key(table)}" FROM {own} WHERE "{column}" = %s'
