"""The list of organizations says whether it counts those that take part, or also those that only pay."""

from pathlib import Path

from django.test import Client

from initiatives.models import Participation
from tests.dashboard.pages.test_home import words


def test_those_that_only_pay_are_listed_and_can_be_left_out(two_countries: Path, client: Client) -> None:
    everybody = words(client.get("/organizations/").content)
    assert "pay, lead or take part" in everybody
    assert "European Union" in everybody
    taking = words(client.get("/organizations/?role=any").content)
    number = Participation.objects.filter(organization__isnull=False).values("organization").distinct().count()
    assert f"{number} organizations take part in this selection: " in taking
    assert "European Union" not in taking


def test_those_from_abroad_are_at_home_in_no_owner(two_countries: Path, client: Client) -> None:
    said = words(client.get("/organizations/?home=abroad&country=NOR").content)
    assert "1 organization takes part in this selection: 1 participation" in said
    assert "Malmö Cloud" in said
