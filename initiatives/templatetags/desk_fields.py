"""The small repeated parts of a draft's form as HTML: a page has hundreds of them, too many for templates of their own. Every text is escaped."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.defaultfilters import truncatewords
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from initiatives.review.amounts_typed import shown
from initiatives.templatetags.desk_shown import in_words, options

register = template.Library()
NONE = mark_safe('<span class="w"></span>')
UNSAID = mark_safe('<span class="w quiet">not said beside the sum</span>')
LONG = mark_safe(' class="long"')
CHECKED = mark_safe(" checked")
UNKNOWN = mark_safe('<option value="">unknown</option>')
MOST_WORDS = 24  # of a passage beside its field


@register.simple_tag
def typed(row: Any, field: str, label: str, value: str, long: bool = False) -> SafeString:
    """A field of a row that is typed."""
    pattern = '<label{}>{} <input name="{}-{}" form="decision" value="{}" maxlength="5000"></label>'
    return format_html(pattern, LONG if long else "", label, row.name, field, value)


@register.filter
def short_sum(typed: str, currency: str = "") -> str:
    """A sum in its field as quick entry shows it: `2.1 tn KRW`."""
    return shown(typed, currency)


@register.simple_tag
def chosen(row: Any, field: str, label: str, value: str, words: Mapping[str, str], optional: bool = False) -> SafeString:
    """A field of a row that is chosen from a closed list."""
    pattern = '<label>{} <select name="{}-{}" form="decision">{}{}</select></label>'
    return format_html(pattern, label, row.name, field, UNKNOWN if optional else "", options(words, value))


@register.simple_tag
def words_behind(passage: Any, telling: bool = False) -> SafeString:
    """The words of the article behind a field with their number; where there are none an empty cell, or with `telling` one that says so."""
    if not passage:
        return UNSAID if telling else NONE
    return format_html('<span class="w">“{}” <b>{}</b></span>', truncatewords(passage.text, MOST_WORDS), passage.number)


@register.simple_tag
def shown_field(row: Any, field: str, label: str, value: str, words: Mapping[str, str], telling: bool = False) -> SafeString:
    """A field of a row in words, beside the words that it was read from."""
    pattern = '<div class="field" id="{0}-{1}" data-edit="{0}-{1}" tabindex="-1"><span class="k">{2}</span><span class="v">{3}</span>{4}</div>'
    return format_html(pattern, row.name, field, label, in_words(value, words), words_behind(row.passages.get(field), telling))


@register.simple_tag(takes_context=True)
def kept(context: Mapping[str, Any], row: Any, label: str) -> Any:
    """The box that ticks a row in or out, with its passage; of a decided draft the label alone."""
    if not context.get("editable"):
        return label
    box = '<label class="keep"><input type="checkbox" name="{0}-keep" form="decision"{1}> <span>{2}</span></label>'
    hidden = '<input type="hidden" name="{0}-shown" value="1" form="decision"><input type="hidden" name="{0}-words" value="{3}-{4}" form="decision">'
    return format_html(box + hidden, row.name, CHECKED if row.value.keep else "", label, row.value.words.start, row.value.words.end)
