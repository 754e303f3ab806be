"""An organization's page divides what it pays alone from what it pays with others, and follows a change of name."""

from datetime import date
from pathlib import Path

from django.test import Client

from initiatives.models import Organization, OrganizationName
from tests.dashboard.pages.test_home import words


def test_a_published_share_is_its_own_and_no_more(two_countries: Path, client: Client) -> None:
    slug = Organization.objects.get(name="Government of Finland").slug
    said = words(client.get(f"/organizations/{slug}/?currency=EUR").content)
    assert "50 % of it" in said
    assert "It pays €4.50 m" in said


def test_a_former_address_leads_on_to_todays(two_countries: Path, client: Client) -> None:
    organization = Organization.objects.get(name="Government of Finland")
    OrganizationName.objects.create(organization=organization, name="Senate of Finland", slug="senate-of-finland", until=date(2025, 12, 31))
    answer = client.get("/organizations/senate-of-finland/?basis=committed")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/organizations/{organization.slug}/?basis=committed")
    assert "Senate of Finland until 31 Dec 2025" in words(client.get(answer.headers["Location"]).content)


def test_nobody_by_that_name_is_answered_in_words(db: None, client: Client) -> None:
    assert client.get("/organizations/nobody/").status_code == 404
