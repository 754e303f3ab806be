"""Which addresses are public pages and which are files; must not know what they answer."""

from typing import Final

from django.http import HttpRequest

NOT_PUBLIC: Final = ("/desk/", "/admin/", "/briefings/", "/corrections/", "/static/", "/media/", "/healthz", "/readyz")
# Files that read the record in a transaction of their own, which ends with their last piece.
FILES_WITH_A_STATE_OF_THEIR_OWN: Final = (".csv", ".json", ".xlsx")
# Pages that read several states, and say which.
PAGES_WITH_STATES_OF_THEIR_OWN: Final = ("/changes/",)
FIGURE: Final = ".figure.json"  # small, and read as a page is


def is_public(request: HttpRequest) -> bool:
    """Whether anybody may read this address and everybody reads the same."""
    return request.method in ("GET", "HEAD") and not request.path_info.startswith(NOT_PUBLIC)


def has_a_state_of_its_own(request: HttpRequest) -> bool:
    """Whether the address opens the transaction in which it reads by itself: a download that is read as it is sent, and what compares states."""
    if request.path_info in PAGES_WITH_STATES_OF_THEIR_OWN:
        return True
    return request.path_info.endswith(FILES_WITH_A_STATE_OF_THEIR_OWN) and not request.path_info.endswith(FIGURE)
