"""“Something wrong?”: a short form about one value, what became of it, and what was corrected lately; needs no account."""

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from dashboard.filters import Filters
from dashboard.pages.frame import show
from dashboard.queries import corrections as asked
from dashboard.queries import editions
from initiatives import corrections
from initiatives.client import address_of
from initiatives.corrections import Remark, Subject, TooMany
from initiatives.text import clean, is_web_address

LONGEST_MESSAGE: Final = 2000  # characters
LONGEST_LINE: Final = 300
LONGEST_ADDRESS: Final = 1000
TOO_MANY: Final = 429
WRONG: Final = 422
TRAP: Final = "website"  # a field that people do not see and robots fill in
FIELDS: Final = ("message", "evidence_url", "contact", "label", "field")
ROWS_A_PAGE: Final = 25


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it was typed; `subject` is None for a value that is computed."""

    subject: Subject | None
    row: str  # how the address names it
    at: str
    typed: dict[str, str]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form about one value; sent, it leads to the remark's own page."""
    form = form_of(request)
    if request.method != "POST":
        return page(request, form, {})
    faults = faults_of(form)
    if faults:
        return page(request, form, faults, WRONG)
    if request.POST.get(TRAP):
        return redirect("corrections")  # a robot learns nothing from it
    try:
        kept = corrections.receive(remark_of(form), address_of(request))
    except TooMany as error:
        return page(request, form, {"": str(error)}, TOO_MANY)
    return redirect("correction", kept.pk)


@never_cache
@require_GET
def correction(request: HttpRequest, correction_id: int) -> HttpResponse:
    """What was said to be wrong with which value, and what the desk answered."""
    row = asked.readable(correction_id)
    if row is None:
        raise Http404("No remark has this address.")
    before = row.edition_id - 1 if row.edition_id else None
    return show(request, "pages/correction.html", Filters(), with_bar=False, section="corrections", correction=row, edition_before=before)


@never_cache
@require_GET
def settled(request: HttpRequest) -> HttpResponse:
    """What was corrected, and what was looked at and left, newest first."""
    listed = Paginator(asked.answered(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return show(request, "pages/corrections.html", Filters(), with_bar=False, section="corrections", listed=listed)


def form_of(request: HttpRequest) -> Typed:
    """What the address and the form say. Raises Http404 where they name a row that the record does not have."""
    sent = request.POST if request.method == "POST" else request.GET
    table, row = sent.get("table", ""), sent.get("row", "")
    subject = corrections.subject_of(table, row) if table else None
    if table and subject is None:
        raise Http404("The record has no such value any more. Go back, and tell us from the page as it is now.")
    typed = {name: clean(sent.get(name, "")).text.strip() for name in FIELDS}
    return Typed(subject, row, own_address(sent.get("at", ""), subject), typed)


def own_address(at: str, subject: Subject | None) -> str:
    """The page that the reader came from, where it is one of ours; else the page of the value."""
    is_ours = at.startswith("/") and len(at) <= LONGEST_ADDRESS and url_has_allowed_host_and_scheme(at, None)
    return at if is_ours else subject.page if subject else "/"


def faults_of(form: Typed) -> dict[str, str]:
    """What keeps the remark from being taken, by field."""
    found = {}
    message, url = form.typed["message"], form.typed["evidence_url"]
    if not message:
        found["message"] = "Say in a sentence what is wrong, or what would be right."
    if len(message) > LONGEST_MESSAGE:
        found["message"] = f"{len(message):,} characters are too many. Use at most {LONGEST_MESSAGE:,}; an address of a source says more."
    if url and (len(url) > LONGEST_ADDRESS or not is_web_address(url)):
        found["evidence_url"] = f"“{url[:80]}” is no address of a page. Begin with http:// or https://, or leave it empty."
    found |= {name: f"Use at most {LONGEST_LINE} characters." for name in ("contact", "label") if len(form.typed[name]) > LONGEST_LINE}
    if form.subject is None and not form.typed["label"]:
        found["label"] = "Say which figure or statement of the page you mean."
    if form.subject and form.typed["field"] and form.subject.value(form.typed["field"]) is None:
        found["field"] = f"“{form.typed['field'][:40]}” is none of its values. Choose one."
    return found


def remark_of(form: Typed) -> Remark:
    """The remark as the desk keeps it."""
    return Remark(page=form.at, subject=form.subject, seen_edition=editions.current().number, **form.typed)


def page(request: HttpRequest, form: Typed, faults: dict[str, str], status: int = 200) -> HttpResponse:
    """The form, with what was typed and what is wrong with it."""
    shown: dict[str, Any] = {"form": form, "typed": form.typed, "faults": faults, "trap": TRAP, "longest": LONGEST_MESSAGE}
    return show(request, "pages/correction_new.html", Filters(), with_bar=False, section="corrections", status=status, **shown)
