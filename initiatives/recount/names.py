"""Writes the names that pickers look in: each name of each organization and initiative, folded, with its initials and its pieces of three letters."""

import zlib
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from django.db import connection

from initiatives.models import Funder, FundingEntry, Initiative, InitiativeName, KnownName, Organization, OrganizationName, Participation
from initiatives.models.known_name import INITIATIVE, ORGANIZATION
from initiatives.models.writing import copy_lines, line_of
from initiatives.text import search_form

FORMS_REMEMBERED = 20_000
SHORTEST_INITIALS = 3
SMALL_WORDS = frozenset(["of", "for", "and", "the", "in", "on", "to", "de", "du", "des", "la", "le", "et", "y", "e", "del", "da", "do", "und", "fur"])
TABLE = KnownName._meta.db_table
COLUMNS = "noun, subject_id, name, form, found_by, kind, until, prominence, pieces"

PROMINENCE = {
    ORGANIZATION: f"""
        (SELECT count(*) FROM {Funder._meta.db_table} f WHERE f.organization_id = known.subject_id)
        + (SELECT count(*) FROM {Participation._meta.db_table} p WHERE p.organization_id = known.subject_id)""",
    INITIATIVE: f"""
        (SELECT count(*) FROM {FundingEntry._meta.db_table} e WHERE e.initiative_id = known.subject_id)
        + (SELECT count(*) FROM {Participation._meta.db_table} p WHERE p.initiative_id = known.subject_id)""",
}
Name = tuple[int, str, str, str | None]  # whose it is, the name, kind, until


def recount_names(initiatives: Collection[int] | None = None, organizations: Collection[int] | None = None) -> None:
    """Rewrites the names that differ: of these initiatives and organizations, or of all where None is given."""
    _write(ORGANIZATION, organizations, _of_organizations(organizations))
    _write(INITIATIVE, initiatives, _of_initiatives(initiatives))


def pieces_of(form: str) -> list[int]:
    """Every three characters in a row of a folded text, a blank before and after it counted, as numbers of 31 bits; each once, in order."""
    padded = f" {form} "
    return list(dict.fromkeys(zlib.crc32(padded[at : at + 3].encode()) & 0x7FFFFFFF for at in range(len(padded) - 2)))


@lru_cache(FORMS_REMEMBERED)
def initials_of(form: str) -> str:
    """`moict`, `mict` for “ministry of ict”… : the first letters of a folded name of several words, with its small words and without."""
    words = form.split()
    found = dict.fromkeys("".join(word[0] for word in some) for some in (words, [word for word in words if word not in SMALL_WORDS]))
    return " ".join(letters for letters in found if len(letters) >= SHORTEST_INITIALS and letters.isascii())


def _of_organizations(chosen: Collection[int] | None) -> Iterator[Name]:
    own, others = ({}, {}) if chosen is None else ({"pk__in": chosen}, {"organization__in": chosen})
    for key, name in Organization.objects.filter(**own).order_by("pk").values_list("pk", "name"):
        yield key, name, "name", None
    rows = OrganizationName.objects.filter(**others).order_by("organization_id", "order", "pk").values_list("organization_id", "name", "until")
    yield from ((key, name, "former" if until else "alias", until.isoformat() if until else None) for key, name, until in rows)


def _of_initiatives(chosen: Collection[int] | None) -> Iterator[Name]:
    own, others = ({}, {}) if chosen is None else ({"pk__in": chosen}, {"initiative__in": chosen})
    for key, name in Initiative.objects.filter(**own).order_by("pk").values_list("pk", "name"):
        yield key, name, "name", None
    rows = InitiativeName.objects.filter(**others).order_by("initiative_id", "order", "pk").values_list("initiative_id", "name", "until")
    yield from ((key, name, "former" if until else "alias", until.isoformat() if until else None) for key, name, until in rows)


def _line(noun: str, name: Name) -> str:
    key, called, kind, until = name
    form = search_form(called)
    pieces = "{" + ",".join(map(str, pieces_of(form))) + "}"
    return line_of((noun, key, called, form, f"{form} {initials_of(form)}".strip(), kind, until, 0, pieces))


def _write(noun: str, chosen: Collection[int] | None, names: Iterator[Name]) -> None:
    """What is right already stays as it is, so that nothing is indexed anew for nothing."""
    lines = [_line(noun, name) for name in names]
    values: list[Any] = [noun] if chosen is None else [noun, list(chosen)]
    about = "" if chosen is None else " AND subject_id = ANY(%s)"
    same = "(known.subject_id, known.name, known.kind) = (asked.subject_id, asked.name, asked.kind) AND known.until IS NOT DISTINCT FROM asked.until"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE asked AS SELECT {COLUMNS} FROM {TABLE} LIMIT 0")
        copy_lines(f"asked ({COLUMNS})", lines)
        cursor.execute(f"UPDATE asked known SET prominence = {PROMINENCE[noun]}")
        same = f"{same} AND known.prominence = asked.prominence"
        cursor.execute(f"DELETE FROM {TABLE} known WHERE noun = %s{about} AND NOT EXISTS (SELECT FROM asked WHERE {same})", values)
        cursor.execute(
            f"INSERT INTO {TABLE} ({COLUMNS}) SELECT {COLUMNS} FROM asked WHERE NOT EXISTS"
            f" (SELECT FROM {TABLE} known WHERE known.noun = %s AND {same})",
            [noun],
        )
        cursor.execute("DROP TABLE asked")
