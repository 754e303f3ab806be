"""Names with the keyboard alone: two are merged and the merge is undone; a picker finds, closes, says what it found, makes what is missing."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.models import IdentityChange, Organization
from initiatives.publish import editing
from tests.browser.test_history import sign_in, tab_to
from tests.browser.test_pages import VIEWS, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"
RECORD = "/desk/names/organizations/ministry-of-boats/"


@pytest.fixture
def desk(live_server: LiveServer) -> Iterator[str]:
    """A running copy with two names of one ministry, its initials and a third one, and an editor."""
    cache.clear()
    User.objects.create_user("ada", password=PASSWORD).groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    for name in ("Ministry of Boats", "Ministry of Boats Ltd.", "Ministry of Boats and Lighthouses", "MBL"):
        organization(name, country_id="NOR", kind="government")
    yield live_server.url
    cache.clear()


def organization(name: str, **columns: Any) -> None:
    with editing(None, f"Added {name}") as session:
        session.save(Organization(name=name, **columns))


def to_picker(page: Page, typed: str) -> None:
    """Goes to the picker of the page by tabs, and types."""
    while page.evaluate("document.activeElement.name") != "other":
        page.keyboard.press("Tab")
    page.keyboard.type(typed)


def test_two_are_merged_and_the_merge_is_undone_with_the_keyboard(desk: str, page: Page) -> None:
    sign_in(page, desk, RECORD)
    to_picker(page, "boats lt")
    expect(page.locator(".picker [role=status]")).to_contain_text("1 name fits. Use the arrow keys.")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[name=other]")).to_have_value("Ministry of Boats Ltd.")
    expect(page.locator("[name=other]")).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Are they one?")
    tab_to(page, "Merge into")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("“Ministry of Boats Ltd.” was merged into “Ministry of Boats”.")
    assert not Organization.objects.filter(slug="ministry-of-boats-ltd").exists()

    tab_to(page, "Undo")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("are as they were before")
    assert Organization.objects.filter(slug="ministry-of-boats-ltd").exists()
    assert IdentityChange.objects.get().undone_with is not None


def test_a_picker_tells_what_it_found_and_closes_by_escape_with_what_was_typed(desk: str, page: Page) -> None:
    sign_in(page, desk, RECORD)
    field, said = page.locator("[name=other]"), page.locator(".picker [role=status]")
    to_picker(page, "lighthous")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(chosen).to_contain_text("Ministry of Boats and Lighthouses")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    expect(field).to_have_value("lighthous")
    page.keyboard.type(" zzz")
    expect(said).to_have_text("No name fits.")


def test_an_organization_is_made_in_place_with_the_keyboard(desk: str, page: Page) -> None:
    sign_in(page, desk, "/desk/announce/")
    page.locator("[data-picker$='/organizations/'][data-create=now] [data-picker-text]").first.focus()
    name = page.evaluate("document.activeElement.name")
    page.keyboard.type("Harbour Board")
    expect(page.locator(".picker-list:not([hidden]) .create")).to_contain_text("Harbour Board")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("[name=name]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator(f"[name='{name}']")).to_be_focused()
    assert not Organization.objects.filter(name="Harbour Board").exists()

    page.keyboard.press("ArrowUp")
    expect(page.locator(".picker-list:not([hidden]) .create")).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(dialog.locator("[name=name]")).to_be_focused()
    dialog.locator("[name=country]").fill("Atlantis")
    page.keyboard.press("Enter")
    expect(dialog.locator("[name=country]")).to_be_focused()
    expect(dialog).to_contain_text("“Atlantis” is no country")
    dialog.locator("[name=country]").fill("Norway")
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.locator(f"[name='{name}']")).to_have_value("Harbour Board")
    assert Organization.objects.get(name="Harbour Board").country_id == "NOR"


def test_the_pages_of_names_are_sound_in_every_view(desk: str, browser: Browser) -> None:
    addresses = ("/desk/names/", "/desk/names/?q=boats", RECORD, f"{RECORD}merge/?other-slug=ministry-of-boats-ltd", f"{RECORD}split/",
                 "/desk/pick/organizations/new/?name=Boats")  # fmt: skip
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        sign_in(context.new_page(), desk, "/desk/names/")
        for address in addresses:
            page = context.new_page()
            found[f"{address} {view}"] = faults(page, address, desk)
            page.close()
        context.close()
    assert {where: what for where, what in found.items() if what} == {}
