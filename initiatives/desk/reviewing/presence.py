"""Who looks at which draft now, kept in the cache for as long as their page says so; a cache that is away knows nobody, and nothing else suffers."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db.models import Q
from django.utils import timezone

SECONDS = 50  # a page says each 20 s that it is still open
MOST_TOLD = 5


def here(draft_id: int, person: User) -> None:
    """Notes that the person has the draft open, since the first time that this was said without a break."""
    key = key_of(draft_id, person.pk)
    since = cache.get(key) or f"{timezone.now():%H:%M}"
    cache.set(key, since, SECONDS)


def gone(draft_id: int, person: User) -> None:
    """Forgets that the person has the draft open."""
    cache.delete(key_of(draft_id, person.pk))


def others(draft_id: int, person: User) -> Sequence[str]:
    """Who else has the draft open, in words: `Aya has this open since 14:02 UTC`."""
    groups = (settings.EDITORS_GROUP, settings.CONTRIBUTORS_GROUP)
    people = (
        User.objects.filter(Q(groups__name__in=groups) | Q(is_superuser=True), is_active=True).exclude(pk=person.pk).order_by("username").distinct()
    )
    names = {key_of(draft_id, pk): name for pk, name in people.values_list("pk", "username")}
    found = cache.get_many(list(names)) if names else {}
    return [f"{names[key]} has this open since {found[key]} UTC" for key in names if key in found][:MOST_TOLD]


def key_of(draft_id: int, person_id: int) -> str:
    """The key in the cache of one person at one draft."""
    return f"desk-looking:{draft_id}:{person_id}"
