"""An announcement read in a press release is entered with the keyboard alone, in few keystrokes, on a page in which a browser finds no fault."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.models import Draft, FundingEntry
from tests import record
from tests.browser.test_pages import VIEWS, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"
MOST_KEYSTROKES = 25  # outside of the typed values
SLOWEST_TYPING = 4  # characters a second of a person; with a second for each other keystroke a story must take under 90
SECONDS = 90
WORDS = "The ministry said on 3 August 2026 that it will pay 2 billion yen for GENIAC in fiscal 2026. https://news.example.org/geniac"


class Hands:
    """A keyboard that counts what it does: keystrokes, and the characters of typed values."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keystrokes = 0
        self.characters = 0

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
            self.keystrokes += 1

    def type(self, value: str) -> None:
        self.page.keyboard.type(value)
        self.characters += len(value)

    def paste(self, value: str) -> None:
        self.page.keyboard.insert_text(value)
        self.keystrokes += 1

    def tab_to(self, name: str) -> None:
        """Tabs on until the field of this name has the focus."""
        for _ in range(MOST_KEYSTROKES):
            if self.page.evaluate("document.activeElement.name") == name:
                return
            self.press("Tab")
        raise AssertionError(f"{name} was not reached with Tab")

    @property
    def seconds(self) -> float:
        """How long a slow typist would take."""
        return self.keystrokes + self.characters / SLOWEST_TYPING


@pytest.fixture
def desk(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """A running copy with the curated record, an editor and a contributor."""
    cache.clear()
    record.put_back(curated_tables)
    for name, group in (("ada", settings.EDITORS_GROUP), ("cora", settings.CONTRIBUTORS_GROUP)):
        User.objects.create_user(name, password=PASSWORD).groups.add(Group.objects.get_or_create(name=group)[0])
    yield live_server.url
    cache.clear()


def opened(page: Page, desk: str, name: str = "ada") -> Hands:
    page.goto(f"{desk}/desk/announce/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    expect(page.locator("#pasted")).to_be_focused()
    return Hands(page)


def test_a_sentence_of_a_press_release_is_entered_with_the_keyboard_alone(desk: str, page: Page) -> None:
    hands = opened(page, desk)
    hands.paste(WORDS)
    hands.press("Control+Enter")
    expect(page.locator("#f-initiative")).to_be_focused()
    expect(page.locator("#f-amount")).to_have_value("2 bn JPY")
    hands.tab_to("stage")
    hands.type("b")
    hands.tab_to("title")
    hands.type("GENIAC is paid again")
    expect(page.locator("#answer")).not_to_contain_text("Still to fill in")
    hands.press("Escape")
    hands.press("Control+Enter")
    expect(page.locator("h1")).to_contain_text("Published with edition")
    entry = FundingEntry.objects.select_related("initiative").get(source__url="https://news.example.org/geniac")
    assert (entry.amount, entry.currency, entry.stage, entry.announced_on) == (2 * 10**9, "JPY", "budgeted", "2026-08-03")
    assert entry.initiative.slug == "japan-geniac"
    assert entry.evidence is not None
    assert entry.evidence["text"] == "2 billion yen"
    assert hands.keystrokes <= MOST_KEYSTROKES, hands.keystrokes
    assert hands.seconds < SECONDS, hands.seconds


def test_an_empty_form_is_typed_and_published_and_a_twin_chosen_by_its_number(desk: str, page: Page) -> None:
    hands = opened(page, desk)
    hands.tab_to("initiative")
    hands.type("geniac")
    expect(page.locator("[role=option]").first).to_be_visible()
    hands.press("ArrowDown")
    hands.press("Enter")
    expect(page.locator("input[name=initiative-slug]")).to_have_value("japan-geniac")
    hands.tab_to("amount")
    hands.type("1.5bn yen")
    hands.tab_to("announced_on")
    hands.type("3 Aug 2026")
    hands.tab_to("url")
    hands.type("https://news.example.org/typed")
    hands.press("Tab")
    hands.type("GENIAC grows")
    expect(page.locator("#note-amount")).to_contain_text("≈ $")
    expect(page.locator("input[name=currency]")).to_have_value("JPY")
    new = page.locator('input[name="choice"][value="new"]')
    digit = new.get_attribute("data-key")
    hands.press(f"Alt+{digit}")
    expect(new).to_be_checked()
    expect(page.locator("#effect-heading")).to_contain_text("adds ¥1.5\u00a0bn to what is announced")
    hands.press("Control+Enter")
    expect(page.locator("h1")).to_contain_text("Published with edition")
    assert FundingEntry.objects.get(source__url="https://news.example.org/typed").relation == "new"
    assert hands.keystrokes <= MOST_KEYSTROKES, hands.keystrokes
    assert hands.seconds < SECONDS, hands.seconds


def test_a_contributor_keeps_a_draft_with_the_same_keys(desk: str, page: Page) -> None:
    hands = opened(page, desk, "cora")
    hands.paste(WORDS)
    hands.press("Control+Enter")
    expect(page.locator("#f-initiative")).to_be_focused()
    hands.press("Control+Enter")
    expect(page).to_have_url(re.compile(r"/desk/drafts/\d+/$"))
    assert Draft.objects.get().entered_by == User.objects.get(username="cora")


def test_what_stands_in_the_way_has_the_focus_and_help_opens(desk: str, page: Page) -> None:
    hands = opened(page, desk)
    hands.tab_to("initiative")
    hands.press("Control+Enter")
    expect(page.locator(".not-ready")).to_contain_text("say how much")
    expect(page.locator("[aria-invalid=true]").first).to_be_focused()
    hands.press("Escape")
    hands.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_quick_entry_is_sound_in_every_view(desk: str, browser: Browser) -> None:
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        opened(context.new_page(), desk)
        for address in ("/desk/announce/", "/desk/announce/?like=japan-domestic-foundation-model%233"):
            page = context.new_page()
            found[f"{address} {view}"] = faults(page, address, desk)
            page.close()
        context.close()
    assert {where: what for where, what in found.items() if what} == {}
