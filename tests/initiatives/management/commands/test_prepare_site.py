"""Bringing a place to a state that can be served."""

from pathlib import Path

import pytest

from initiatives.management.commands.prepare_site import keep_derived
from initiatives.models import Conflict, Edition, KnownName


def test_a_record_that_is_older_than_what_is_derived_from_it_gets_that(curated: Path) -> None:
    names, conflicts, edition = KnownName.objects.count(), Conflict.objects.count(), Edition.objects.current_number()
    assert names
    assert conflicts
    Conflict.objects.all().delete()
    keep_derived()
    assert Conflict.objects.count() == conflicts
    KnownName.objects.all().delete()
    keep_derived()
    assert KnownName.objects.count() == names
    assert Edition.objects.current_number() == edition


@pytest.mark.django_db
def test_an_empty_record_is_left_alone() -> None:
    keep_derived()
    assert not Edition.objects.exists()
