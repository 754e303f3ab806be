"""A browser finds no fault in the list of conflicts and in the page of one, light and dark, desktop and phone."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Conflict
from tests import record
from tests.browser.test_pages import VIEWS, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"


@pytest.fixture
def desk(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """A running copy with the curated record and an editor."""
    cache.clear()
    record.put_back(curated_tables)
    User.objects.create_user("ada", password=PASSWORD).groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    yield live_server.url
    cache.clear()


def opened(page: Page, desk: str, path: str) -> None:
    page.goto(f"{desk}{path}")
    page.fill("[name=username]", "ada")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    page.wait_for_url(f"{desk}{path}")


def rival() -> Conflict:
    """Rival figures of the curated record, none of which has a rank."""
    return Conflict.objects.filter(code="rival-figures").order_by("key")[0]


def test_conflicts_are_sound_in_every_view(desk: str, browser: Browser) -> None:
    found: dict[str, list[str]] = {}
    path = f"/desk/conflicts/{rival().key}/"
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        opened(context.new_page(), desk, "/desk/conflicts/")
        for address in ("/desk/conflicts/", path):
            page = context.new_page()
            found[f"{address} {view}"] = faults(page, address, desk)
            page.close()
        context.close()
    assert {where: what for where, what in found.items() if what} == {}
