"""How templates write numbers, days and addresses: names for the functions of `initiatives.formats`; must not know the record."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template import RequestContext
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from dashboard.filters import Filters
from dashboard.filters.fields import label
from dashboard.filters.values import DEFAULTS
from dashboard.pages import links
from dashboard.pages.bar import Bar, bar_of
from dashboard.queries.facets import Choice
from initiatives import formats, vocabulary

register = template.Library()

register.filter("money", formats.money)
register.filter("published", formats.published)
register.filter("money_in_full", formats.money_in_full)
register.filter("percent", formats.percent)
register.filter("count", formats.count)
register.filter("ordinal", formats.ordinal)
register.filter("outside", links.outside)
register.filter("label", label)


@register.filter
def day(value: Any) -> str:
    """A day of known precision, its text or a date; `day unknown` for None."""
    return formats.day(None if value is None else str(value))


@register.filter
def years(period: str) -> str:
    """`2026-2030` as `2026 to 2030`, `2026-2026` as `2026`."""
    first, _, last = period.partition("-")
    return f"{first} to {last}" if last not in ("", first) else first


@register.filter
def hedged(words: str, hedge: str) -> str:
    """A sum with its hedge in front."""
    return formats.hedged(words, hedge)


@register.filter
def counted(number: int, noun: str) -> str:
    """A number and its noun; an irregular plural follows a comma: `3|counted:"entry,entries"`."""
    one, _, many = noun.partition(",")
    return formats.counted(number, one, many or None)


@register.filter
def listed(words: Iterable[str]) -> str:
    """`a, b and c`."""
    return formats.listed(words)


@register.filter
def word(value: str | None, name: str) -> str:
    """A stored word as readers see it, by the name of its list: `kind|word:"INITIATIVE_KINDS"`."""
    return formats.in_words(value, getattr(vocabulary, name))


@register.filter
def tier_words(tier: int) -> str:
    """What a source tier means."""
    return vocabulary.TIERS[tier]


@register.filter
def signed(amount: Decimal, currency: str) -> str:
    """A difference with its sign: `+$4.2 bn`, `−$300 m`, `no change`."""
    return formats.difference(amount, currency)


@register.filter
def digits(value: Decimal | None) -> str:
    """All digits of a table cell, grouped; an empty cell for unknown."""
    return "" if value is None else f"{value:,.0f}"


@register.filter
def all_digits(value: Decimal | None) -> str:
    """A quantity with the digits it has, grouped: `8,600`, `0.48`; an empty cell for unknown."""
    return "" if value is None else f"{value.normalize():,f}"


@register.filter
def decimals(value: Decimal | None, places: int) -> str:
    """A figure with a fixed number of decimals; an empty cell for unknown."""
    return "" if value is None else f"{value:,.{places}f}"


@register.simple_tag
def to(name: str, filters: Filters | None, *args: str, **changes: Any) -> str:
    """The address of a page that counts as this one does; `keep="all"` carries the whole selection, other names change one parameter."""
    return links.to(name, filters, *args, **changes)


@register.simple_tag(takes_context=True)
def wrong(context: RequestContext, table: str = "", row: object = "", field: str = "") -> str:
    """The address of the form about one value of the record, or about the page where no row is named."""
    at = context["request"].get_full_path()
    named = {"table": table, "row": row, "field": field, "at": at}
    return f"{reverse('correction-new')}?{urlencode({name: value for name, value in named.items() if value})}"


@register.simple_tag
def query(filters: Filters, **changes: Any) -> str:
    """This page's own query with changes, with its question mark."""
    return links.query(filters, **changes)


@register.simple_tag
def toggled(filters: Filters, field: str, value: str) -> str:
    """This page's own query with one value put in, or taken out where it is chosen."""
    return f"?{filters.toggled(field, value)}"


@register.simple_tag
def facet_values(field: str, choices: Iterable[Choice]) -> SafeString:
    """The values of a facet as links with their counts; a long list costs no more than its text."""
    return mark_safe("".join(facet_value(field, choice) for choice in choices))


def facet_value(field: str, choice: Choice) -> str:
    current, leading = ' aria-current="true"' if choice.chosen else "", "not " if choice.excluded else ""
    link = f'<a id="facet-{escape(field)}-{escape(choice.value)}" href="?{escape(choice.toggled)}"{current}>'
    mark = stance_mark(choice.value) if field == "stance" else ""
    words = f'{mark}<span class="label">{leading}{escape(choice.words)}</span><span class="n">{formats.count(choice.count)}</span>'
    return f'<li>{link}<span class="box" aria-hidden="true"></span>{words}</a></li>'


def stance_mark(stance: str) -> str:
    return f'<svg class="st {escape(stance)}" aria-hidden="true"><use href="#st-{escape(stance)}"/></svg>'


@register.simple_tag
def corrected(kept: Filters, field: str, value: str) -> str:
    """The kept filters with the likeliest value in place of the one that was refused."""
    return f"?{kept.as_query(**{field: (*kept.values(field), value) if isinstance(DEFAULTS[field], tuple) else value})}"


@register.simple_tag(takes_context=True)
def bar_for(context: RequestContext, filters: Filters) -> Bar:
    """The filter bar of a page that could not be shown as asked."""
    return bar_of(filters, context["request"].path, {})


@register.filter
def as_published(entry: Any) -> str:
    """The sum of an entry in its own currency with its hedge: `about ¥1 tn`, `between €3 bn and €5 bn`, `undisclosed`."""
    if entry.hedge == "range" and entry.amount_low is not None and entry.amount_high is not None:
        return f"between {formats.published(entry.amount_low, entry.currency)} and {formats.published(entry.amount_high, entry.currency)}"
    return formats.hedged(formats.published(entry.amount, entry.currency), entry.hedge)


@register.simple_tag
def near_pages(page: Any) -> dict[str, Any]:
    """The page numbers worth a link: first, last and those around; None where some are left out."""
    wanted = sorted({1, page.pages, *range(max(1, page.number - 2), min(page.pages, page.number + 2) + 1)})
    numbers: list[int | None] = []
    for number in wanted:
        if numbers and number - (numbers[-1] or 0) > 1:
            numbers.append(None)
        numbers.append(number)
    return {"numbers": numbers, "before": page.number - 1, "after": page.number + 1}


@register.filter
def number_words(number: int) -> str:
    """`Five` at the beginning of a sentence; figures past twelve."""
    return formats.in_letters(number).capitalize()


@register.filter
def number_words_low(number: int) -> str:
    """`eight` inside a sentence; figures past twelve."""
    return formats.in_letters(number)
