"""Signing in with the keyboard alone: a lock, the second factor and its backup codes, and what a contributor meets at the desk."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import record
from tests.browser.standing import stands
from tests.browser.test_pages import VIEWS, violations
from tests.initiatives.desk.account.conftest import PASSWORD, code_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


SLOW_TYPING_STEPS = 20  # of half a minute, in which a busy machine has typed a code that was right when it began


@pytest.fixture
def desk(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """A running copy with the curated record, an editor and a contributor."""
    cache.clear()
    record.put_back(curated_tables)
    for name, group in (("ada", settings.EDITORS_GROUP), ("cora", settings.CONTRIBUTORS_GROUP)):
        User.objects.create_user(name, password=PASSWORD).groups.add(Group.objects.get_or_create(name=group)[0])
    yield live_server.url
    cache.clear()


def typed(page: Page, *lines: str) -> None:
    """What a person types from field to field, with Enter at the end; the first field has the focus, and the next page is waited for."""
    stands(page)
    for number, line in enumerate(lines):
        if number:
            page.keyboard.press("Tab")
        page.keyboard.type(line)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def faults(page: Page) -> list[str]:
    """What a browser finds wrong with the page as it is shown."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return violations(page) + ([f"scrolls sideways by {wide} px"] if wide > 1 else [])


def test_wrong_passwords_lock_the_name_and_say_until_when(desk: str, page: Page) -> None:
    page.goto(f"{desk}/desk/sign-in/")
    for number in range(settings.AXES_FAILURE_LIMIT):
        page.locator("[name=username]").fill("")
        page.locator("[name=username]").focus()
        typed(page, "ada", f"wrong {number}")
        expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("Try again in 15 minutes")
    expect(page.locator("[name=username]")).to_have_value("ada")


def test_the_second_factor_by_keyboard_from_switching_it_on_to_a_backup_code(desk: str, page: Page) -> None:
    page.goto(f"{desk}/desk/")
    typed(page, "ada", PASSWORD)
    page.get_by_role("link", name="ada").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Switch it on").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".qr-code svg")).to_be_visible()
    device = TOTPDevice.objects.get(confirmed=False)
    TOTPDevice.objects.update(tolerance=SLOW_TYPING_STEPS)
    page.get_by_label("The six digits that it shows now").focus()
    typed(page, code_of(device, -1), PASSWORD)
    expect(page.get_by_role("heading", name="Keep these ten codes")).to_be_visible()
    codes = page.locator(".backup-codes code").all_inner_texts()
    assert len(codes) == 10
    page.get_by_role("button", name="Sign out").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{desk}/")
    for code in (code_of(device), codes[0]):
        page.goto(f"{desk}/desk/sources/")
        typed(page, "ada", PASSWORD)
        expect(page.get_by_role("heading", name="One more step, ada")).to_be_visible()
        typed(page, code)
        expect(page).to_have_url(f"{desk}/desk/sources/")
        page.get_by_role("button", name="Sign out").click()
        expect(page).to_have_url(f"{desk}/")


def test_a_contributor_is_shown_what_a_contributor_may_do(desk: str, page: Page) -> None:
    page.goto(f"{desk}/desk/")
    typed(page, "cora", PASSWORD)
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    shown = page.get_by_role("navigation", name="Desk").get_by_role("link").all_inner_texts()
    assert "Inbox" in shown
    assert not {"Sources", "Line", "Conflicts", "Imports", "Administration"} & set(shown)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_a_browser_finds_nothing_wrong_with_the_pages_of_an_account(desk: str, browser: Browser, view: tuple[int, int, str]) -> None:
    width, height, scheme = view
    with browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{desk}/desk/sign-in/?next=/desk/account/")
        assert faults(page) == []
        typed(page, "ada", "wrong")
        expect(page.get_by_role("alert")).to_be_visible()
        assert faults(page) == []
        page.locator("[name=username]").fill("")
        page.locator("[name=username]").focus()
        typed(page, "ada", PASSWORD)
        expect(page.get_by_role("button", name="Switch it on")).to_be_visible()
        assert faults(page) == []
        page.get_by_role("button", name="Switch it on").click()
        expect(page.locator(".qr-code svg")).to_be_visible()
        assert faults(page) == []
        device = TOTPDevice.objects.get(confirmed=False)
        TOTPDevice.objects.update(tolerance=SLOW_TYPING_STEPS)
        page.get_by_label("The six digits that it shows now").focus()
        typed(page, code_of(device), PASSWORD)
        expect(page.get_by_role("heading", name="Keep these ten codes")).to_be_visible()
        assert faults(page) == []
        page.goto(f"{desk}/desk/account/")
        page.get_by_text("Remove the second factor").click()
        assert faults(page) == []
        page.get_by_role("button", name="Sign out").click()
        expect(page).to_have_url(f"{desk}/")
        page.goto(f"{desk}/desk/")
        typed(page, "ada", PASSWORD)
        expect(page.locator("[name=code]")).to_be_focused()
        assert faults(page) == []
        assert re.search(r"/desk/sign-in/code/$", page.url)
