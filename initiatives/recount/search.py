"""Writes the columns that full text search reads: whatever a row may be found by, in the form of `initiatives.text`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice

from django.db import connection, models

from initiatives.models import Comment, Funder, Initiative, InitiativeName, Organization, OrganizationName, Participation, Reference
from initiatives.models.writing import copy_lines, line_of
from initiatives.names.countries import COUNTRIES
from initiatives.recount.names import recount_names
from initiatives.text import search_form

FORMS_REMEMBERED = 20_000  # names recur in thousands of rows
ROWS_AT_A_TIME = 5_000
Row = tuple[int, str, str]  # id, what it is called, what else it is found by


def recount_search(initiatives: Collection[int] | None = None, organizations_too: Collection[int] = ()) -> None:
    """Rewrites what differs: of these initiatives with their comments and organizations, and of some more organizations; or of everything."""
    organizations = None if initiatives is None else _organizations_of(initiatives) | set(organizations_too)
    names = _names(organizations)
    _write(Organization, ((key, called[0], _joined(called[1:])) for key, called in names.items()))
    _write(Comment, _comments(initiatives))
    _write(Initiative, _initiatives(initiatives, names))
    recount_names(initiatives, organizations)


def _organizations_of(initiatives: Collection[int]) -> set[int]:
    paying = Funder.objects.filter(entry__initiative__in=initiatives, organization__isnull=False).values_list("organization_id", flat=True)
    partaking = Participation.objects.filter(initiative__in=initiatives, organization__isnull=False).values_list("organization_id", flat=True)
    return {*paying, *partaking} - {None}


def _names(organizations: Collection[int] | None) -> dict[int, list[str]]:
    """Organization → the forms of its name and of its other names."""
    chosen = {} if organizations is None else {"pk__in": organizations}
    names = {key: [_form(name)] for key, name in Organization.objects.filter(**chosen).values_list("pk", "name")}
    others = OrganizationName.objects.filter(organization__in=names) if organizations is not None else OrganizationName.objects.all()
    for key, name in others.order_by("organization_id", "order", "pk").values_list("organization_id", "name"):
        names[key].append(_form(name))
    return names


def _initiatives(initiatives: Collection[int] | None, names: dict[int, list[str]]) -> Iterator[Row]:
    chosen = {} if initiatives is None else {"pk__in": initiatives}
    found_by, others = _found_by(initiatives, names), _other_names(initiatives)
    rows = Initiative.objects.filter(**chosen).order_by("pk").values_list("pk", "name", "slug", "summary", "countries", "themes")
    for key, name, slug, summary, countries, themes in rows.iterator(ROWS_AT_A_TIME):
        own = [_form(slug), search_form(summary), *map(_form, themes), *map(_country, countries)]
        yield key, _joined([search_form(name), *others.get(key, ())]), _joined([*own, *found_by.get(key, ())])


def _other_names(initiatives: Collection[int] | None) -> dict[int, list[str]]:
    """Initiative → the forms of its aliases and former names."""
    chosen = {} if initiatives is None else {"initiative__in": initiatives}
    found: dict[int, list[str]] = defaultdict(list)
    for key, name in InitiativeName.objects.filter(**chosen).order_by("initiative_id", "order", "pk").values_list("initiative_id", "name"):
        found[key].append(_form(name))
    return found


def _found_by(initiatives: Collection[int] | None, names: dict[int, list[str]]) -> dict[int, list[str]]:
    """Initiative → the names of those who pay and take part, its speakers, and the titles of its articles; each once, in order."""
    chosen = {} if initiatives is None else {"initiative__in": initiatives}
    paying = {} if initiatives is None else {"entry__initiative__in": initiatives}
    found: dict[int, dict[str, None]] = defaultdict(dict)
    links = (
        Funder.objects.filter(organization__isnull=False, **paying)
        .order_by("entry_id", "order", "pk")
        .values_list("entry__initiative_id", "organization_id"),
        Participation.objects.filter(organization__isnull=False, **chosen)
        .order_by("initiative_id", "order", "pk")
        .values_list("initiative_id", "organization_id"),
    )
    for key, organization in (link for some in links for link in some.iterator(ROWS_AT_A_TIME)):
        found[key].update(dict.fromkeys(names[organization]))
    for key, speaker in Comment.objects.filter(**chosen).order_by("initiative_id", "order", "pk").values_list("initiative_id", "speaker"):
        found[key][_form(speaker)] = None
    titles = Reference.objects.filter(**chosen).order_by("initiative_id", "order", "pk").values_list("initiative_id", "article__title")
    for key, title in titles.iterator(ROWS_AT_A_TIME):
        found[key][search_form(title)] = None
    return {key: list(forms) for key, forms in found.items()}


def _comments(initiatives: Collection[int] | None) -> Iterator[Row]:
    chosen = {} if initiatives is None else {"initiative__in": initiatives}
    columns = ("pk", "speaker", "title", "affiliation", "country_id", "aspects", "position", "quote")
    for key, speaker, title, affiliation, country, aspects, position, quote in (
        Comment.objects.filter(**chosen).order_by("pk").values_list(*columns).iterator(ROWS_AT_A_TIME)
    ):
        said = (search_form(text) for text in (title, affiliation, position, quote) if text)
        yield key, _form(speaker), _joined([*said, *map(_form, aspects), _country(country) if country else ""])


def _write(model: type[models.Model], rows: Iterable[Row]) -> None:
    """Only rows that differ are written, so that nothing is indexed anew for nothing."""
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE found_by (id bigint, called text, body text) ON COMMIT DROP")
        waiting = iter(rows)
        while batch := list(islice(waiting, ROWS_AT_A_TIME)):
            copy_lines("found_by (id, called, body)", map(line_of, batch))
        cursor.execute(
            f"UPDATE {table} kept SET search_name = called, search_body = body FROM found_by"
            " WHERE kept.id = found_by.id AND (search_name, search_body) IS DISTINCT FROM (called, body)"
        )
        cursor.execute("DROP TABLE found_by")


@lru_cache(FORMS_REMEMBERED)
def _form(text: str) -> str:
    return search_form(text)


@lru_cache(maxsize=512)
def _country(code: str) -> str:
    country = COUNTRIES.get(code)
    return _joined([code.casefold(), *(_form(name) for name in country.names())]) if country else code.casefold()


def _joined(forms: Iterable[str]) -> str:
    return " ".join(form for form in forms if form)
