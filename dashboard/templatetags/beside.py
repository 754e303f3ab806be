"""Addresses of what lies beside a total: each opens exactly the entries of its figure; must not know the figures."""

from django import template

from dashboard.filters import Filters
from dashboard.pages import links
from initiatives.ledger.values import STAGES, reaches

register = template.Library()
SHOWN_ONLY = {"view": None, "sort": None, "per": None, "period": None, "by": None, "scale": None, "measure": None}


@register.simple_tag
def scope_entries(filters: Filters, scope: str) -> str:
    """The ledger of what counts in another scope."""
    return links.to("ledger", filters, keep="all", scope=scope, step="counted", reason=None, **SHOWN_ONLY)


@register.simple_tag
def softer_entries(filters: Filters) -> str:
    """The ledger of what is too soft to count at the basis, counted as everything said."""
    chosen = filters.chosen("stage") or STAGES
    softer = tuple(stage for stage in STAGES if stage in chosen and stage not in filters.excluded("stage") and not reaches(stage, filters.basis))
    return links.to("ledger", filters, keep="all", basis="headline", stage=softer, step="counted", reason=None, **SHOWN_ONLY)


@register.simple_tag
def undisclosed_entries(filters: Filters) -> str:
    """The ledger of entries that would count if somebody said how much they are."""
    return links.to("ledger", filters, keep="all", reason="undisclosed", step=None, **SHOWN_ONLY)
