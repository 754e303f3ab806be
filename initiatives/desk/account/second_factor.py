"""Switching the second factor on and off, and making new backup codes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_otp import login as with_device
from django_otp.plugins.otp_totp.models import TOTPDevice

from initiatives.desk.access import editor_of, forms_only, signed_in_only
from initiatives.desk.account import devices
from initiatives.desk.account.pages import REFUSED, Faults, page, proof_fault, renew

ALREADY_ON = "The second factor is on. Remove it first if your application is another one now."


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_only
def second_factor(request: HttpRequest) -> HttpResponse:
    """Begins with a new key when a form asks for it; opened by its address, shows the key that waits for its first code."""
    person = editor_of(request)
    if devices.has_second_factor(person):
        messages.error(request, ALREADY_ON)
        return redirect("desk-account")
    if request.method == "POST":
        devices.begun(person)
        return redirect("desk-second-factor")
    waiting = devices.application_of(person, confirmed=False)
    return enrolment(request, waiting) if waiting else redirect("desk-account")


def enrolment(request: HttpRequest, device: TOTPDevice, faults: Faults | None = None, status: int = 200) -> HttpResponse:
    """The key as a drawing and as letters, and the form for the first code."""
    drawing = mark_safe(devices.drawn(device))  # drawn here from numbers; no text of a person stands in it
    shown = {"drawing": drawing, "key": devices.key_in_groups(device), "faults": faults or {}, "section": "account"}
    return render(request, "desk/account/enrol.html", shown, status=status)


@sensitive_post_parameters()
@forms_only
@signed_in_only
def confirm(request: HttpRequest) -> HttpResponse:
    """Switches the second factor on after password and first code; sessions elsewhere, which no code opened, end."""
    person = editor_of(request)
    waiting = devices.application_of(person, confirmed=False)
    if waiting is None:
        messages.error(request, "No application waits for its first code. Nothing was changed; begin anew.")
        return redirect("desk-account")
    if fault := proof_fault(request, person):
        return enrolment(request, waiting, {"password": fault}, REFUSED)
    answer = devices.confirmed(person, request.POST.get("code", "").replace(" ", ""))
    if not answer.right:
        return enrolment(request, waiting, {"code": answer.words}, REFUSED)
    renew(request, person, request.POST["password"])
    with_device(request, waiting)
    return codes_shown(request, "The second factor is on.")


def codes_shown(request: HttpRequest, said: str) -> HttpResponse:
    """Ten new backup codes, shown in this answer and never again."""
    codes = devices.new_backup_codes(editor_of(request))
    return render(request, "desk/account/codes.html", {"codes": codes, "said": said, "section": "account"})


@sensitive_post_parameters()
@forms_only
@signed_in_only
def new_codes(request: HttpRequest) -> HttpResponse:
    """Makes new backup codes after password and code; the old ones work no longer."""
    faults = both_faults(request, "codes")
    return page(request, faults, REFUSED) if faults else codes_shown(request, "These are your new backup codes. The old ones work no longer.")


@sensitive_post_parameters()
@forms_only
@signed_in_only
def remove(request: HttpRequest) -> HttpResponse:
    """Takes the second factor away after password and code."""
    faults = both_faults(request, "remove")
    if faults:
        return page(request, faults, REFUSED)
    devices.removed(editor_of(request))
    messages.success(request, "The second factor is off: from now on the password alone signs you in.")
    return redirect("desk-account")


def both_faults(request: HttpRequest, form: str) -> Faults:
    """What is wrong with password or code, by field and form; the code is asked only when the password was right, so that none is spent in vain."""
    person = editor_of(request)
    if fault := proof_fault(request, person):
        return {f"{form}_password": fault}
    answer = devices.checked(person, request.POST.get("code", ""))
    return {} if answer.right else {f"{form}_code": answer.words}
