"""What beat looks after: weekly makings, and briefings that nobody uses."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dashboard.briefings import limits, selection, store, upkeep
from dashboard.briefings.models import Briefing, Making
from initiatives.models import Edition
from tests.dashboard.briefings.conftest import Saved

pytestmark = pytest.mark.django_db


def weekly(briefing: Briefing, schedule: str) -> None:
    store.put(briefing, selection.of(briefing), schedule)
    Briefing.objects.filter(pk=briefing.pk).update(due_at=timezone.now() - timedelta(minutes=1))


def test_a_weekly_briefing_is_made_once_and_next_in_a_week(saved: Saved) -> None:
    briefing = saved()
    weekly(briefing, "weekly")
    assert len(upkeep.to_ring()) == 1
    assert upkeep.to_ring() == []
    briefing.refresh_from_db()
    assert briefing.due_at
    assert briefing.due_at > timezone.now() + timedelta(days=6)


def test_one_that_waits_for_the_record_is_made_only_when_the_edition_moved(saved: Saved) -> None:
    briefing = saved()
    now = Edition.objects.current_number()
    Making.objects.create(briefing=briefing, number=1, selection={}, state="done", edition=now)
    weekly(briefing, "moved")
    assert upkeep.to_ring() == []
    Edition.objects.next("more")
    weekly(briefing, "moved")
    assert len(upkeep.to_ring()) == 1


def test_unused_briefings_go_and_used_ones_keep_their_newest_makings(saved: Saved) -> None:
    kept, unused, never_made = saved(), saved(), saved()
    for number in range(1, limits.MAKINGS_KEPT + 4):
        Making.objects.create(briefing=kept, number=number, selection={}, state="done")
    Making.objects.create(briefing=unused, number=1, selection={}, state="done")
    Briefing.objects.filter(pk=unused.pk).update(used_at=timezone.now() - limits.UNUSED - timedelta(days=1))
    Briefing.objects.filter(pk=never_made.pk).update(used_at=timezone.now() - limits.NEVER_MADE - timedelta(days=1))
    assert upkeep.sweep()
    assert list(Briefing.objects.all()) == [kept]
    assert sorted(kept.makings.values_list("number", flat=True)) == list(range(4, limits.MAKINGS_KEPT + 4))


def test_a_full_queue_is_told_in_words_and_a_weekly_one_comes_later(saved: Saved) -> None:
    for _ in range(limits.OPEN_AT_ONCE):
        store.ask(saved())
    late = saved()
    with pytest.raises(store.TooMuch, match="waiting to be made"):
        store.ask(late)
    weekly(late, "weekly")
    assert upkeep.to_ring() == []
    late.refresh_from_db()
    assert late.due_at
    assert late.due_at < timezone.now() + timedelta(hours=2)
