"""Counts what choices would leave of one selection of initiatives, which is found once; must not know how choices are shown."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet, TextField, Value

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.written import Statement, statement
from initiatives.models import Funder, FundingEntry, Initiative, Organization

Leg = Callable[[Filters], Any]  # rows of (value, words, count)
Found = tuple[str, str | None, str, int]  # parameter, value, its words, rows

ENTRY, FUNDER, ORGANIZATION = (model._meta.db_table for model in (FundingEntry, Funder, Organization))
COLUMNS: Final = ("id", "kind", "status", "countries", "themes")
OF_ROWS: Final = "SELECT '{name}' AS name, {column}::text AS value, '' AS words, count(*) AS rows FROM matching{more} GROUP BY 2"
OF_ENTRIES: Final = f"""
SELECT '{{name}}', entry.{{name}}::text, '', count(DISTINCT entry.initiative_id)
FROM matching JOIN {ENTRY} entry ON entry.initiative_id = matching.id GROUP BY 2
"""
OWNERS: Final = "array_to_string(countries, ' ')"
SHARED: Final[Mapping[str, str]] = {
    "kind": OF_ROWS.format(name="kind", column="kind", more=""),
    "status": OF_ROWS.format(name="status", column="status", more=""),
    "country": OF_ROWS.format(name="country", column=OWNERS, more=""),
    "region": OF_ROWS.format(name="region", column=OWNERS, more=""),
    "theme": OF_ROWS.format(name="theme", column="theme", more=", unnest(themes) AS theme"),
    "funder": f"""
SELECT 'funder', organization.slug::text, organization.name::text, paying.rows FROM (
    SELECT funder.organization_id, count(DISTINCT entry.initiative_id) AS rows
    FROM matching JOIN {ENTRY} entry ON entry.initiative_id = matching.id JOIN {FUNDER} funder ON funder.entry_id = entry.id GROUP BY 1
) paying JOIN {ORGANIZATION} organization ON organization.id = paying.organization_id
""",
    "origin": OF_ENTRIES.format(name="origin"),
    "stage": OF_ENTRIES.format(name="stage"),
    "instrument": OF_ENTRIES.format(name="instrument"),
}


def count_apart(legs: Mapping[str, Leg], filters: Filters) -> list[Found]:
    """What each choice of these parameters would leave, every parameter asked for itself; one statement."""
    return asked([made for made in (statement(counted_by, filters, name, leg) for name, leg in legs.items()) if made])


def count_together(legs: Mapping[str, Leg], filters: Filters) -> list[Found]:
    """What each choice of these parameters would leave; one statement.

    Parameters in which nothing is chosen look at the same initiatives, which are found once; the others are asked each for itself."""
    together = [name for name in legs if name in SHARED and shares(name, filters)]
    statements = [shared(together, filters)] if together else []
    statements += [statement(counted_by, filters, name, leg) for name, leg in legs.items() if name not in together]
    return asked([one for one in statements if one])


def counted_by(filters: Filters, name: str, leg: Leg) -> QuerySet[Any, Any]:
    """Parameter, value, its words and rows."""
    rows: QuerySet[Any, Any] = leg(filters).values_list(Value(name, TextField()), "value", "words", "rows")
    return rows


def shares(name: str, filters: Filters) -> bool:
    """Whether a parameter's choices are those of the selection itself; about entries they are where neither entries nor a day are asked for."""
    if filters.values(name):
        return False
    return name not in selection.OF_ENTRIES or not (filters.as_of or any(filters.values(other) for other in selection.OF_ENTRIES))


def shared(names: Collection[str], filters: Filters) -> Statement | None:
    """The statement for parameters that look at the same initiatives."""
    found = statement(matching, filters)
    if found is None:
        return None
    legs = " UNION ALL ".join(SHARED[name] for name in names)
    return f"WITH matching AS MATERIALIZED ({found[0]}) {legs}", found[1]


def matching(filters: Filters) -> QuerySet[Initiative, Any]:
    """The initiatives of the selection with what is counted of each."""
    return selection.initiatives(filters).order_by().values_list(*COLUMNS)


def asked(statements: Collection[Statement]) -> list[Found]:
    """The rows of all statements, asked as one."""
    if not statements:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"({sql})" for sql, _ in statements), [value for _, parameters in statements for value in parameters])
        found: list[Found] = cursor.fetchall()
        return found
