"""The one sign-in of desk and administration: name and password, then a code where the person has a second factor."""

from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_otp import login as with_device
from django_otp.models import Device

from initiatives.desk.account import devices, pending
from initiatives.desk.account.locks import TOO_MANY_NAMES, has_guessed_widely, is_locked_out, locked_in_words
from initiatives.desk.account.own_addresses import NEXT, wanted_in

BACKEND = "django.contrib.auth.backends.ModelBackend"
REFUSED = 422
TOO_MANY = 429
LONGEST_NAME = 150  # no account has a longer one
METHODS = ["GET", "HEAD", "POST"]
WRONG = "This name and password do not belong together, or the account is switched off. Nothing was changed; try again, or ask an administrator."
TOO_LATE = "The code came too late, or too many were wrong. Begin again with your password."


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(METHODS)
def sign_in(request: HttpRequest) -> HttpResponse:
    """The first page: name and password. A wrong name and a wrong password are answered alike, and so is a locked one."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(wanted_in(request))
    if request.method != "POST":
        return page(request, TOO_LATE if "again" in request.GET else "")
    name = request.POST.get("username", "")
    if len(name) > LONGEST_NAME or "\0" in name:
        return page(request, WRONG, REFUSED)
    if has_guessed_widely(request):
        return page(request, TOO_MANY_NAMES, TOO_MANY)
    form = AuthenticationForm(request, request.POST)
    if form.is_valid():
        return entered(request, form.get_user(), wanted_in(request))
    if is_locked_out(request):
        return page(request, locked_in_words(request, name), TOO_MANY)
    return page(request, WRONG, REFUSED)


def page(request: HttpRequest, fault: str, status: int = 200) -> HttpResponse:
    """The first page with the name as it was typed; the password is never sent back."""
    shown = {"fault": fault, "name": request.POST.get("username", "")[:LONGEST_NAME], "next": request.POST.get(NEXT, request.GET.get(NEXT, ""))}
    return render(request, "desk/sign_in.html", shown, status=status)


def entered(request: HttpRequest, person: User, leads_to: str) -> HttpResponse:
    """Signs the person in, or asks for the code first."""
    if devices.has_second_factor(person):
        pending.keep(request, person, leads_to)
        return redirect("desk-sign-in-code")
    return signed_in(request, person, leads_to, None)


def signed_in(request: HttpRequest, person: User, leads_to: str, device: Device | None) -> HttpResponse:
    """The person is in, under a new session key."""
    pending.forget(request)
    login(request, person, backend=BACKEND)
    if device is not None:
        with_device(request, device)
    return HttpResponseRedirect(leads_to)


@sensitive_post_parameters("code")
@never_cache
@require_http_methods(METHODS)
def code(request: HttpRequest) -> HttpResponse:
    """The second page: a code of the application, or a backup code."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(wanted_in(request))
    waiting = pending.pending_in(request)
    if waiting is None:
        pending.forget(request)
        return redirect("/desk/sign-in/?again")
    if request.method != "POST":
        return code_page(request, waiting, "")
    answer = devices.checked(waiting.person, request.POST.get("code", ""))
    if answer.right:
        return signed_in(request, waiting.person, waiting.leads_to, answer.device)
    if not answer.wait_seconds:
        pending.count_wrong(request)
    return code_page(request, waiting, answer.words, TOO_MANY if answer.wait_seconds else REFUSED)


def code_page(request: HttpRequest, waiting: pending.Pending, fault: str, status: int = 200) -> HttpResponse:
    """The second page, which names the person who gave the password."""
    return render(request, "desk/account/code.html", {"fault": fault, "name": waiting.person.get_username()}, status=status)
