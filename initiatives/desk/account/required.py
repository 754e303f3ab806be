"""Where the second factor is required, nobody who could change the record goes on without one."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from initiatives.desk.access import roles_of
from initiatives.desk.account.devices import has_second_factor

GUARDED = ("/desk/", "/admin/")
OPEN = ("/desk/sign-in/", "/desk/sign-out/", "/desk/account/", "/admin/login/", "/admin/logout/", "/admin/jsi18n/")
WORDS = "A second factor is required for this account. Switch it on below; until then the desk and the administration stay closed."


class SecondFactorRequired:
    """With `SECOND_FACTOR_REQUIRED` editors, staff and administrators without a second factor are led to the page that switches it on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing is done for a page that needs no second factor; without the setting nothing is asked of the database."""
        if not settings.SECOND_FACTOR_REQUIRED or not request.path_info.startswith(GUARDED) or request.path_info.startswith(OPEN):
            return self.get_response(request)
        return self.led_away(request) if self.is_missing(request) else self.get_response(request)

    @staticmethod
    def is_missing(request: HttpRequest) -> bool:
        """Whether the person could change the record and has no second factor."""
        if not request.user.is_authenticated:
            return False
        return (roles_of(request).decide or request.user.is_staff) and not has_second_factor(request.user)

    @staticmethod
    def led_away(request: HttpRequest) -> HttpResponseBase:
        """To the page that switches it on; what a form or a script sent is refused."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied(WORDS)
        messages.error(request, WORDS)
        return redirect("desk-account")
