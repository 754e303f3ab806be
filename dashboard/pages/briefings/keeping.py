"""Keeps what the builder's form holds, whichever of the page's buttons sent it; what cannot be kept comes back; knows no page and no making."""

from dataclasses import replace

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from dashboard.briefings import limits, store
from dashboard.briefings.models import Briefing
from dashboard.briefings.selection import of
from dashboard.exports.slides import TemplateRefused, open_template
from dashboard.filters import Problem
from dashboard.filters.problems import shown
from dashboard.pages.briefings import typed
from dashboard.pages.briefings.typed import Typed


def kept(request: HttpRequest, found: Briefing, asked: str = "") -> Typed:
    """The form after the small button `asked`, saved unless it has problems; the template is left alone."""
    read = typed.after(typed.read(request.POST, of(found).picks), asked)
    if not read.problems:
        store.put(found, read.selection, read.schedule)
    return read


def kept_beside(request: HttpRequest, found: Briefing) -> Typed:
    """The whole form, template included, saved beside what a button of a making does; as it is stored where no form came along."""
    if "title" not in request.POST:
        return replace(typed.stored(found), problems=())
    read = kept(request, found)
    return read if read.problems else replace(read, problems=restyled(request, found))


def restyled(request: HttpRequest, found: Briefing) -> tuple[Problem, ...]:
    """Takes a template in, or forgets the one that there is; the briefing is kept either way. What was refused, in words."""
    if request.POST.get("do") == "restyle":
        store.restyle(found, "", None)
        return ()
    file = request.FILES.get("template")
    if not isinstance(file, UploadedFile) or not file.name:
        return ()
    content = file.read(limits.LARGEST_TEMPLATE_BYTES + 1)
    name = shown(file.name)
    if len(content) > limits.LARGEST_TEMPLATE_BYTES:
        most = limits.LARGEST_TEMPLATE_BYTES // 1_048_576
        return (Problem("template", name, f"“{name}” is larger than {most} MB. Take its pictures out; masters, fonts and colours are enough."),)
    try:
        open_template(content)
    except TemplateRefused as error:
        return (Problem("template", name, f"“{name}” was not taken: {error} The briefing is kept without it."),)
    store.restyle(found, name, content)
    return ()
