"""Where a sign-in may lead: to an address of this site that is a page, and nowhere else."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

NEXT = "next"
DOORS = ("/desk/sign-in", "/desk/sign-out", "/admin/login", "/admin/logout")


def wanted_in(request: HttpRequest) -> str:
    """The address that the person asked for before the sign-in; the desk where it is none of ours, or a door itself."""
    wanted = request.POST.get(NEXT, request.GET.get(NEXT, ""))
    return wanted if is_own_page(request, wanted) else resolve_url(settings.LOGIN_REDIRECT_URL)


def is_own_page(request: HttpRequest, address: str) -> bool:
    """Whether an address lies on this site and is no door, which would lead in a circle."""
    own = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return own and address.startswith("/") and address.isprintable() and not urlsplit(address).path.startswith(DOORS)
