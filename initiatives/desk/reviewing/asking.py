"""What the page asks while a form is filled in: what words say in a field, and what publishing the form as it stands would do. Stores nothing."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from initiatives.desk.access import contributors_too, forms_only
from initiatives.desk.form import decision_from, stretch_of
from initiatives.desk.known import with_addresses
from initiatives.desk.sheet import effect_sheet
from initiatives.ingest.values import DraftValue
from initiatives.models import Draft
from initiatives.review import decision_of
from initiatives.review.decision import ROWS
from initiatives.review.selecting import CannotRead, Selection, read_for

REFUSED = 422
PROVED = ("amount", "currency", "hedge", "amount_low", "amount_high", "name", "described", "quote", "position", "text", "measure", "value")
NOTHING_SELECTED = "No words of this article are selected. Select some, then press the key once more."


@forms_only
@contributors_too
def words(request: HttpRequest, draft_id: int) -> HttpResponse:
    """What the selected words say in a field: `{"fields": {name: value}, "words": {"name", "value", "text"}}`, or `{"fault"}` in words (422)."""
    row = get_object_or_404(Draft.objects.select_related("article"), pk=draft_id)
    selection = selection_in(request, row)
    if selection is None:
        return JsonResponse({"fault": NOTHING_SELECTED}, status=REFUSED)
    prefix, part, field = parts_of(request.POST.get("field", ""))
    try:
        read = read_for(selection, part, field)
    except CannotRead as error:
        return JsonResponse({"fault": str(error)}, status=REFUSED)
    named = {f"{prefix}-{name}" if prefix else name: value for name, value in read.items()}
    return JsonResponse({"fields": named, "words": passage_of(prefix, part, field, selection)})


def selection_in(request: HttpRequest, row: Draft) -> Selection | None:
    """The selected words, posted as `12-30`; None for what is no stretch of the article."""
    stretch = stretch_of(request.POST.get("selected", ""), row.article.text)
    return Selection(stretch, DraftValue.from_json(row.proposal)) if stretch else None


def parts_of(name: str) -> tuple[str, str, str]:
    """A field's name as the beginning that it shares with its row, its part of the form, and the field: `entries-0`, `entries`, `amount`."""
    part, _, rest = name.partition("-")
    number, _, field = rest.partition("-")
    if part in ROWS and number.isdigit():
        return f"{part}-{number}", part, field
    return (part, part, rest) if rest else ("", "", part)


def passage_of(prefix: str, part: str, field: str, selection: Selection) -> dict[str, str]:
    """The hidden field of the row's passage with its new value, for a field that the passage proves; a day leaves its sum the passage it has."""
    if part not in ROWS or field not in PROVED:
        return {}
    return {"name": f"{prefix}-words", "value": f"{selection.words.start}-{selection.words.end}", "text": selection.words.text}


@forms_only
@contributors_too
def effect(request: HttpRequest, draft_id: int) -> HttpResponse:
    """What publishing the form as it is filled in would do, as the part of the page that says it."""
    row = get_object_or_404(Draft.objects.select_related("article"), pk=draft_id)
    decision = with_addresses(decision_from(request.POST, decision_of(row), row.article.text))
    return render(request, "desk/parts/effect.html", {"sheet": effect_sheet(row, decision)})
