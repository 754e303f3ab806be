"""Adds sources and turns them on and off; goes to no network: the first visit finds out what stands at the address."""

from urllib.parse import urlsplit

from django.db.models import Q
from django.utils import timezone

from initiatives.ingest.run.hand_in import HandInError, checked_address
from initiatives.ingest.run.sources.spelling import spelled, spellings
from initiatives.models import Source
from initiatives.text import clean, visible

LONGEST_NAME = 200
UNVISITED = "It has not been visited yet."
ON_ITS_WAY = "It is on its way to be visited; what it holds is shown here within a minute."


def add_source(address: str, *, name: str = "", watched: bool = True) -> Source:
    """A new source at the address of a feed, a site map or a page; afterwards its visit is to be rung.

    Raises HandInError for an address that is none, or that is in the list already.
    """
    where = spelled(checked_address(address))
    known = source_at(where)
    if known is not None:
        way_out = "It is watched already." if known.watched else "Turn it on there."
        raise HandInError(f"address: {visible(where[:120])} is in the list as “{known}”. {way_out}")
    shown = clean(name).text.strip()[:LONGEST_NAME] or host_of(where)
    message = ON_ITS_WAY if watched else UNVISITED
    return Source.objects.create(address=where, name=shown, watched=watched, message=message, next_visit_at=timezone.now())


def switch_source(source: Source, watched: bool) -> bool:
    """Turns a source on or off; true when it was turned on and its visit is to be rung. One that was gone begins anew."""
    if source.watched == watched:
        return False
    source.watched = watched
    if watched:
        source.state, source.state_since = ("new", None) if source.state == "gone" else (source.state, source.state_since)
        source.failures_in_a_row, source.next_visit_at, source.claimed_at, source.message = 0, timezone.now(), None, ON_ITS_WAY
    fields = ["watched", "state", "state_since", "failures_in_a_row", "next_visit_at", "claimed_at", "message"]
    source.save(update_fields=fields if watched else ["watched"])
    return watched


def look_now(source: Source) -> bool:
    """Makes a watched source due now; true when its visit is to be rung."""
    due = Source.objects.filter(pk=source.pk, watched=True).exclude(state="gone")
    return bool(due.update(next_visit_at=timezone.now()))


def source_at(address: str) -> Source | None:
    """The source that has this address, in whichever spelling, or had it before a redirect."""
    forms = spellings(address)
    found = list(Source.objects.filter(Q(address__in=forms) | Q(former_addresses__has_any_keys=forms)))
    return min(found, key=lambda source: source.address != address, default=None)


def host_of(address: str) -> str:
    """The host as a name that says who publishes."""
    return (urlsplit(address).hostname or address).removeprefix("www.")[:LONGEST_NAME]
