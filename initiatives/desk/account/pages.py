"""The page of one's own account: what one may do, the password, the second factor."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET

from initiatives.desk.access import editor_of, forms_only, roles_of, signed_in_only
from initiatives.desk.account import devices
from initiatives.desk.account.locks import is_locked_out, locked_in_words, proves

REFUSED = 422
LONGEST_PASSWORD_CHARACTERS = 4096
Faults = dict[str, str]


@require_GET
@signed_in_only
def account(request: HttpRequest) -> HttpResponse:
    """What the person may do, and the forms for password and second factor."""
    return page(request)


@sensitive_post_parameters()
@forms_only
@signed_in_only
def change_password(request: HttpRequest) -> HttpResponse:
    """Changes the password; every session elsewhere ends with it, this one goes on under a new key."""
    person, new = editor_of(request), request.POST.get("new", "")
    faults = password_faults(request, person, new)
    if faults:
        return page(request, faults, REFUSED)
    renew(request, person, new)
    messages.success(request, "The password is changed. Wherever else this account was signed in, it is signed out.")
    return redirect("desk-account")


def renew(request: HttpRequest, person: User, password: str) -> None:
    """Sets the password, also the same one again: every session elsewhere ends, this one goes on under a new key."""
    person.set_password(password)
    person.save(update_fields=["password"])
    update_session_auth_hash(request, person)


def password_faults(request: HttpRequest, person: User, new: str) -> Faults:
    """What is wrong with a change of password, by the field of the form."""
    if len(new) > LONGEST_PASSWORD_CHARACTERS:
        return {"new": f"Use {LONGEST_PASSWORD_CHARACTERS} characters at most."}
    if fault := proof_fault(request, person):
        return {"password": fault}
    try:
        validate_password(new, person)
    except ValidationError as error:
        return {"new": " ".join(error.messages)}
    return {} if new == request.POST.get("again", "") else {"again": "The two new passwords differ. Type the new one twice."}


def proof_fault(request: HttpRequest, person: User) -> str:
    """Why the present password in a form does not prove who sits there; empty when it does."""
    if proves(request, person, request.POST.get("password", "")[:LONGEST_PASSWORD_CHARACTERS]):
        return ""
    if is_locked_out(request):
        return locked_in_words(request, person.get_username())
    return "This is not your present password. Nothing was changed."


def page(request: HttpRequest, faults: Faults | None = None, status: int = 200) -> HttpResponse:
    """The page of the account, with what was wrong beside each field."""
    person = editor_of(request)
    shown = {
        "faults": faults or {},
        "role": role_in_words(request),
        "rules": password_validators_help_texts(),
        "second_factor": devices.application_of(person),
        "backup_codes": devices.backup_codes_left(person),
        "section": "account",
    }
    return render(request, "desk/account/account.html", shown, status=status)


def role_in_words(request: HttpRequest) -> str:
    """What the person may do, in a sentence."""
    can = roles_of(request)
    if can.administer:
        return "You are an administrator: you decide, publish, and change sources, people and settings."
    if can.decide:
        return "You are an editor: you decide about drafts, publish, merge, import and take back."
    if can.draft:
        return "You are a contributor: you hand in articles, enter announcements and change drafts. An editor decides about them."
    return "Your account has no role at the desk. An administrator can make you a contributor or an editor."
