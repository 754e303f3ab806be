"""Rival figures are settled with the keyboard alone, taken back, and put away as right, on pages in which a browser finds no fault."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Conflict, ConflictDecision, Edition, FundingEntry
from tests import record
from tests.browser.test_pages import VIEWS, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"
MOST_TABS = 20


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
    """Rival figures of the curated record, none of which has a rank: fifty million dollars, and about a hundred."""
    return Conflict.objects.get(code="rival-figures", country="UZB")


def tab_to(page: Page, name: str) -> None:
    """Goes from stop to stop until the field of this name has the focus."""
    for _ in range(MOST_TABS):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never came to {name}")


def test_a_rival_is_preferred_and_taken_back_by_keyboard(desk: str, page: Page) -> None:
    conflict, edition = rival(), Edition.objects.current_number()
    opened(page, desk, f"/desk/conflicts/{conflict.key}/?kind=rival-figures")
    offer = page.locator("[data-offer='1']")
    page.keyboard.press("1")
    expect(offer.locator("[name=prefer]:checked")).to_be_focused()
    chosen = str(page.evaluate("document.activeElement.value"))
    tab_to(page, "rank_reason")
    page.keyboard.type("the ministry's own")
    page.keyboard.press("Enter")
    expect(page.locator("[data-undo]")).to_be_visible()
    assert FundingEntry.objects.get(key=chosen).rank == "preferred"
    page.keyboard.press("u")
    expect(page.locator("[data-undo]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Undone")
    assert FundingEntry.objects.get(key=chosen).rank == "normal"
    assert Edition.objects.current_number() == edition + 2


def test_the_effect_follows_the_arrow_keys_and_nothing_is_saved(desk: str, page: Page) -> None:
    conflict, edition = rival(), Edition.objects.current_number()
    opened(page, desk, f"/desk/conflicts/{conflict.key}/")
    foreseen = page.locator("[data-offer='1'] .foreseen")
    before = foreseen.inner_text()
    assert "moves no total" not in before
    page.keyboard.press("1")
    page.keyboard.press("ArrowUp")
    expect(foreseen).to_contain_text("moves no total")
    page.keyboard.press("ArrowDown")
    expect(foreseen).to_have_text(before)
    expect(page.get_by_role("button", name="show the effect")).to_have_count(0)
    assert Edition.objects.current_number() == edition


def test_a_conflict_is_put_away_as_right_by_keyboard(desk: str, page: Page) -> None:
    conflict = rival()
    opened(page, desk, f"/desk/conflicts/{conflict.key}/")
    page.keyboard.press("2")
    page.keyboard.type("Both are right")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Put away as right")
    assert ConflictDecision.objects.get().conflict == conflict.key


def test_without_script_a_button_shows_the_effect(desk: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    opened(page, desk, f"/desk/conflicts/{rival().key}/")
    offer = page.locator("[data-offer='1']")
    offer.locator("[name=prefer]").first.check()
    offer.get_by_role("button", name="show the effect").click()
    expect(offer.locator(".foreseen")).to_contain_text("moves no total")
    context.close()


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
