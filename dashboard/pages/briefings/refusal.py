"""What was refused after a new briefing was saved, carried to the briefing's own address, signed so that nobody else can make it say something."""

from collections.abc import Sequence
from typing import Final

from django.core import signing
from django.http import HttpRequest, HttpResponse

from dashboard.briefings.models import Briefing
from dashboard.filters import Problem
from dashboard.pages.briefings.private import back

PARAMETER: Final = "refused"
SALT: Final = "briefing-refused-"
FRESH_SECONDS: Final = 3600


def at_its_address(secret: str, found: Briefing, problems: Sequence[Problem]) -> HttpResponse:
    """Leads to the address that is the briefing's key, where the refusal is told."""
    said = signing.dumps([(one.field, one.value, one.message) for one in problems], salt=SALT + found.secret_hash, compress=True)
    return back(secret, **{PARAMETER: said})


def told(request: HttpRequest, found: Briefing) -> tuple[Problem, ...]:
    """What was refused a moment ago; nothing where that is old, or was not said by us."""
    try:
        said = signing.loads(request.GET.get(PARAMETER, ""), salt=SALT + found.secret_hash, max_age=FRESH_SECONDS)
    except signing.BadSignature:
        return ()
    return tuple(Problem(*one) for one in said)
