"""After a merge every address that readers kept goes on: pages, feeds, filters, downloads and the picks of a briefing; undone, they are as before."""

from pathlib import Path

import pytest
from django.test import Client

from dashboard.pages.briefings.typed import known
from initiatives import publish
from initiatives.models import IdentityChange, Initiative, Organization
from initiatives.publish import identity

KEPT, OLD = "nordic-chips", "fjord-computer"
BODY, OLD_BODY = "ministry-of-fjords", "fjord-machines"


@pytest.fixture
def merged(two_countries: Path) -> tuple[IdentityChange, IdentityChange]:
    """The computer merged into the chips, and the machines into the ministry."""
    return identity.merge("initiative", KEPT, OLD, None), identity.merge("organization", BODY, OLD_BODY, None)


@pytest.mark.parametrize(
    ("old", "today"),
    [
        (f"/initiatives/{OLD}/?basis=committed", f"/initiatives/{KEPT}/?basis=committed"),
        (f"/organizations/{OLD_BODY}/", f"/organizations/{BODY}/"),
        (f"/feeds/initiatives/{OLD}.atom?basis=committed", f"/feeds/initiatives/{KEPT}.atom?basis=committed"),
        (f"/ledger/?initiative={OLD}", f"/ledger/?initiative={KEPT}"),
        (f"/initiatives/?organization={OLD_BODY}", f"/initiatives/?organization={BODY}"),
        (f"/ledger/?funder={OLD_BODY}", f"/ledger/?funder={BODY}"),
    ],
)
def test_a_kept_address_leads_to_todays_for_now(old: str, today: str, client: Client, merged: object) -> None:
    answer = client.get(old)
    assert (answer.status_code, answer.headers["Location"]) == (302, today)
    assert client.get(today).status_code == 200


def test_a_download_by_an_old_filter_has_the_rows_of_todays(client: Client, merged: object) -> None:
    answer = client.get(f"/ledger.csv?initiative={OLD}", follow=True)
    assert answer.status_code == 200
    assert f"{OLD}#1" in answer.content.decode()


def test_a_briefing_keeps_its_pick_under_todays_name(merged: object) -> None:
    assert [pick.slug for pick in known([OLD])] == [KEPT]


def test_undone_the_addresses_are_their_own_again(client: Client, merged: tuple[IdentityChange, IdentityChange]) -> None:
    organizations, initiatives = merged[1], merged[0]
    publish.undo(organizations.edition_id, None)
    assert client.get(f"/organizations/{OLD_BODY}/").status_code == 200
    publish.undo(initiatives.edition_id, None)
    assert client.get(f"/initiatives/{OLD}/").status_code == client.get(f"/organizations/{OLD_BODY}/").status_code == 200
    assert client.get(f"/ledger/?initiative={OLD}").status_code == 200
    assert Initiative.objects.filter(slug=OLD).exists()
    assert Organization.objects.filter(slug=OLD_BODY).exists()
