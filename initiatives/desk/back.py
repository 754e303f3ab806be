"""Leads back to the page on which a button was pressed, and to no other site."""

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme


def back_to(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """To the address of this site that the form names as `back`, else to the page named `otherwise`."""
    wanted = request.POST.get("back", "")
    own = wanted.startswith("/desk/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return redirect(wanted if own else otherwise)
