"""The counted total of a selection and what lies beside it; must not know who shows it."""

from collections.abc import Iterable

from dashboard.filters import Filters
from dashboard.queries import money
from dashboard.queries.cells import Cell, cells, counted, kept, known, undisclosed
from dashboard.queries.rows import Totals
from initiatives.ledger.values import BASES, ORIGINS, reaches
from initiatives.names.countries import COUNTRIES
from initiatives.vocabulary import JOINT

UNION = "EUU"


def totals(filters: Filters, found: list[Cell] | None = None) -> Totals:
    """The totals of a selection in the display currency; one statement, none where its cells are given."""
    found = cells(filters) if found is None else found
    now = kept(found, filters)
    countries = {cell.country for cell in now if cell.net > 0}
    return Totals(
        total=known(now),
        **{origin: known(cell for cell in now if cell.origin == origin) for origin in ORIGINS},
        by_basis={basis: counted(kept(found, filters, basis)) for basis in BASES},
        beside_scope={scope: counted(_at(found, filters, scope)) for scope in money.other_scopes(filters)},
        only_pledged=counted(cell for cell in kept(found, filters, "headline") if not reaches(cell.stage, filters.basis)),
        published=sum((cell.published for cell in found), money.ZERO),
        statements=sum(cell.entries for cell in found),
        counted_entries=sum(cell.counting for cell in now),
        undisclosed=undisclosed(now),
        not_convertible=sum(cell.not_convertible for cell in now),
        countries=sum(code != JOINT and not _is_actor(code) for code in countries),
        has_union=UNION in countries,
        ceiling=sum((cell.ceiling for cell in now), money.ZERO),
        at_least=sum((cell.floor for cell in now), money.ZERO),
    )


def _at(found: Iterable[Cell], filters: Filters, scope: str) -> list[Cell]:
    return [cell for cell in found if cell.live and cell.scope == scope and reaches(cell.stage, filters.basis)]


def _is_actor(code: str) -> bool:
    return code in COUNTRIES and COUNTRIES[code].is_actor
