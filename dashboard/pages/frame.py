"""What every public page shares: reading its filters, the bar and the foot; knows no page's rows."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import wraps
from typing import Any, Final

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dashboard.charts import parts
from dashboard.filters import Filters
from dashboard.pages.bar import bar_of
from dashboard.pages.unheard import unheard
from dashboard.queries import editions
from dashboard.queries.deployment import version
from dashboard.queries.providers import rate_providers
from dashboard.queries.record_counts import RecordCounts, record_counts
from dashboard.queries.suggestions import Suggestions, suggestions

KEPT_SECONDS: Final = 24 * 3600  # an edition's counts never change; the day bounds the memory

View = Callable[..., HttpResponse]


def public_page(view: View) -> Callable[..., HttpResponse]:
    """Gives `view` the filters of the address, and answers GET and HEAD only; names in it lead on to their codes. Raises FilterError."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        filters = Filters.from_query(request.GET)
        if filters.is_rewritten:
            return redirect(f"{request.path}?{filters.as_query()}")
        return view(request, filters, *args, **named)

    return answer


def show(
    request: HttpRequest,
    template: str,
    filters: Filters,
    *,
    section: str = "",
    per: bool = False,
    has_search: bool = False,
    switches: Collection[str] = (),
    divisions: Sequence[str] = (),
    with_bar: bool = True,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """The page with its bar and foot. `per` offers shares of GDP, `switches` what decides how a chart is drawn, `divisions` by what;
    `has_search` says that the page has its own search box."""
    size, known = of_edition(editions.current().stamp, filters.as_of)
    bar = bar_of(filters, request.path, known, per=per, has_search=has_search, switches=switches, divisions=divisions) if with_bar else None
    shared = {
        "filters": filters,
        "bar": bar,
        "notes": [*filters.notes(), *(unheard(filters, divides=per) if with_bar else [])],
        "section": section,
        "record": size,
        "providers": rate_providers(Filters()),
        "as_of": editions.current().as_of(filters),
        "edition": editions.current().number,
        "older": None if editions.current().is_newest else editions.current(),
        "counting": counting(filters),
    }
    return render(request, template, {**shared, **context}, status=status)


def counting(filters: Filters) -> str:
    """Basis, scope and currency as the line under a heading: `Announced or firmer, AI, US dollars at the rate of each day`."""
    return parts.opening(filters.counting_in_words())


def of_edition(stamp: str, as_of: date | None = None) -> tuple[RecordCounts, Suggestions]:
    """The size of the record, today or on the day looked back to, and what its filters can be; kept by edition."""
    key = f"record:{stamp}:{version()}:{as_of or ''}"
    found: tuple[RecordCounts, Suggestions] | None = cache.get(key)
    if found is None:
        found = (record_counts(as_of), suggestions())
        cache.set(key, found, KEPT_SECONDS)
    return found
