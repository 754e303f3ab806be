"""The small repeated parts of a draft's form as HTML: a page has hundreds of them, too many for templates of their own. Every text is escaped."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.template.defaultfilters import truncatewords
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from initiatives.desk.told import named
from initiatives.review.amounts_typed import shown
from initiatives.templatetags.desk_shown import in_words, options

register = template.Library()
NOTHING = mark_safe("")
NONE = mark_safe('<span class="w"></span>')
UNSAID = mark_safe('<span class="w quiet">not said beside the sum</span>')
LONG = mark_safe(' class="long"')
CHECKED = mark_safe(" checked")
UNKNOWN = mark_safe('<option value="">unknown</option>')
MOST_WORDS = 24  # of a passage beside its field


@register.simple_tag(takes_context=True)
def typed(context: Mapping[str, Any], row: Any, field: str, label: str, value: str, long: bool = False, longest: int = 5000) -> SafeString:
    """A field of a row that is typed, with what is wrong with it."""
    pattern = '<label{}>{} {}<input name="{}-{}" form="decision" value="{}" maxlength="{}"{}></label>'
    wrong, message = fault_of(context, f"{row.name}-{field}", row.faults.get(field))
    return format_html(pattern, LONG if long else "", label, message, row.name, field, value, longest, wrong)


@register.simple_tag(takes_context=True)
def written(context: Mapping[str, Any], row: Any, field: str, label: str, value: str) -> SafeString:
    """A field of a row that takes sentences, with what is wrong with it."""
    pattern = '<label class="long">{} {}<textarea name="{}-{}" form="decision"{}>{}</textarea></label>'
    wrong, message = fault_of(context, f"{row.name}-{field}", row.faults.get(field))
    return format_html(pattern, label, message, row.name, field, wrong, value)


def fault_of(context: Mapping[str, Any], name: str, message: str | None) -> tuple[SafeString, SafeString]:
    """What marks a control as wrong, and the message above it that it is described by; both empty where nothing is."""
    if not message:
        return NOTHING, NOTHING
    words = named(message, context["sheet"].told)
    marks = format_html(' aria-invalid="true" aria-describedby="fault-{}"', name)
    return marks, format_html('<span class="fault" id="fault-{}">{}</span>', name, words[:1].upper() + words[1:])


@register.simple_tag(takes_context=True)
def marked_wrong(context: Mapping[str, Any], faults: Sequence[Any], field: str) -> SafeString:
    """The marks of a control that is written out in its template."""
    return fault_of(context, field, message_for(faults, field))[0]


@register.simple_tag(takes_context=True)
def what_is_wrong(context: Mapping[str, Any], faults: Sequence[Any], field: str) -> SafeString:
    """The message above a control that is written out in its template."""
    return fault_of(context, field, message_for(faults, field))[1]


def message_for(faults: Sequence[Any], field: str) -> str | None:
    """The first message about a field."""
    return next((fault.message for fault in faults if fault.field == field), None)


@register.filter
def short_sum(typed: str, currency: str = "") -> str:
    """A sum in its field as quick entry shows it: `2.1 tn KRW`."""
    return shown(typed, currency)


@register.simple_tag(takes_context=True)
def chosen(
    context: Mapping[str, Any], row: Any, field: str, label: str, value: str, words: Mapping[str, str], optional: bool = False, empty: str = ""
) -> SafeString:
    """A field of a row that is chosen from a closed list, with what is wrong with it; `empty` are the words of no choice."""
    pattern = '<label>{} {}<select name="{}-{}" form="decision"{}>{}{}</select></label>'
    wrong, message = fault_of(context, f"{row.name}-{field}", row.faults.get(field))
    none = format_html('<option value="">{}</option>', empty) if empty else UNKNOWN if optional else ""
    return format_html(pattern, label, message, row.name, field, wrong, none, options(words, value))


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
