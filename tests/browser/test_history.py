"""An editor takes an edition back, puts one value back and notes something, with the keyboard alone; readers see what they may."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.exchange.load import load
from initiatives.models import Edition, FundingEntry, Initiative
from initiatives.publish import editing
from tests.browser.test_pages import VIEWS, faults
from tests.initiatives.exchange.files import initiative, write

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"
RECORD = "/desk/history/initiatives/fjord-computer/"
MOST_TABS = 120


@pytest.fixture
def desk(live_server: LiveServer, tmp_path: Path) -> Iterator[str]:
    """A running copy with one initiative, whose amount and owners an editor changed."""
    cache.clear()
    load(write(tmp_path, initiative()))
    ada = User.objects.create_user("ada", password=PASSWORD)
    ada.groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    entry, row = FundingEntry.objects.get(), Initiative.objects.get()
    entry.amount, entry.note, row.countries = Decimal(2_000_000), "Said in parliament", ["NOR", "SWE"]
    for changed, reason in ((entry, "Read again"), (row, "Joint")):
        with editing(ada, reason) as session:
            session.save(changed)
    yield live_server.url
    cache.clear()


def sign_in(page: Page, desk: str, address: str) -> None:
    page.goto(f"{desk}/desk/sign-in/?next={address}")
    page.fill("[name=username]", "ada")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    expect(page.locator(".desk-nav")).to_be_visible()


def tab_to(page: Page, words: str) -> None:
    """Goes from stop to stop until one that says this has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if words in str(page.evaluate("document.activeElement.textContent")):
            return
    raise AssertionError(f"the keyboard never came to “{words}”")


def test_an_edition_is_taken_back_and_a_value_put_back_with_the_keyboard(desk: str, page: Page) -> None:
    sign_in(page, desk, "/desk/history/")
    number = Edition.objects.current_number()
    tab_to(page, f"Edition {number}")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(f"Edition {number}")
    tab_to(page, "Take this back")
    page.keyboard.press("Enter")
    expect(page.locator("[name=reason]")).to_be_focused()
    page.keyboard.type("Norway alone")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{desk}/desk/history/editions/{number + 1}/")
    expect(page.locator(".messages")).to_have_text(f"Edition {number} was taken back with edition {number + 1}.")
    assert Initiative.objects.get().countries == ["NOR"]

    page.goto(f"{desk}{RECORD}")
    tab_to(page, "put back amount")
    page.keyboard.press("Enter")
    expect(page.locator("[name=reason]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_have_text(f"Put back with edition {number + 2}.")
    entry = FundingEntry.objects.get()
    assert (entry.amount, entry.note) == (1_000_000, "Said in parliament")


def test_a_note_is_written_with_the_keyboard_and_stands_on_the_public_page_at_once(desk: str, page: Page, browser: Browser) -> None:
    public = f"{desk}/initiatives/fjord-computer/"
    other = browser.new_context().new_page()
    other.goto(public)
    expect(other.locator(".editors-note")).to_have_count(0)
    sign_in(page, desk, RECORD)
    tab_to(page, "note on the whole")
    page.keyboard.press("Enter")
    expect(page.locator("[name=text]")).to_be_focused()
    page.keyboard.type("Two ministries count this apart.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_have_text("Noted. Readers see it too.")
    other.goto(public)
    expect(other.locator(".editors-note")).to_contain_text("Two ministries count this apart.")
    expect(other.locator(".desk-link")).to_be_hidden()
    page.goto(public)
    expect(page.locator(".desk-link")).to_be_visible()
    other.context.close()


def test_the_pages_of_the_history_are_sound_in_every_view(desk: str, browser: Browser) -> None:
    number, entry = Edition.objects.current_number(), FundingEntry.objects.get()
    addresses = (
        "/desk/history/",
        f"/desk/history/editions/{number}/",
        f"/desk/history/editions/{number}/take-back/",
        f"{RECORD}?from=edition+1&note=fundingentry-{entry.pk}-amount",
        f"/desk/history/put-back/?noun=initiatives&address=fjord-computer&moment=edition+{number - 2}",
    )
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        sign_in(context.new_page(), desk, "/desk/history/")
        for address in addresses:
            page = context.new_page()
            found[f"{address} {view}"] = faults(page, address, desk)
            page.close()
        context.close()
    assert {where: what for where, what in found.items() if what} == {}
