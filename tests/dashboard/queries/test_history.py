"""What has changed about an initiative is told with names, not numbers."""

from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from dashboard.queries.history import changes_of
from initiatives.models import Initiative, Organization, Participation

A_DAY_AGO = timedelta(days=1)


def test_a_participant_that_came_later_is_told_by_its_name(two_countries: Path) -> None:
    initiative = Initiative.objects.order_by("pk")[0]
    initiative.history.update(history_date=timezone.now() - A_DAY_AGO)
    organization = Organization.objects.create(name="Fjord Computing", slug="fjord-computing")
    source = initiative.references.all()[0].article
    Participation.objects.create(initiative=initiative, organization=organization, role="partner", status="expected", source=source)
    newest = changes_of(initiative.pk)[0]
    assert (newest.noun, newest.which, newest.verb) == ("participant", "Fjord Computing", "entered")
