"""Filters in a real browser: the reader keeps the place, the keyboard keeps the focus, and a live chart stays one, silently."""

import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import record

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# page, what is pressed, what the address then holds, and who has the focus afterwards
PRESSED = (
    ("/initiatives/", "#sort-2", "sort=-amount", "sort-2"),
    ("/ledger/", "#tab-entries", "view=entries", "tab-entries"),
    ("/ledger/", "#reason-restates", "reason=restates", "reason-restates"),
    ("/", "#rung-committed", "basis=committed", "rung-committed"),
    ("/countries/JPN/", "#rung-budgeted", "basis=budgeted", "rung-budgeted"),
    ("/ledger/?country=JPN&origin=public&origin=mixed", "#word-1", "ledger/?origin=public&origin=mixed", "word-1"),
    ("/ledger/?country=JPN&origin=public&origin=mixed", "#word-3", "country=JPN&origin=public", "word-2"),
    ("/ledger/?country=JPN", "#word-1", "/ledger/", "add-a-filter"),
    ("/initiatives/?country=JPN&q=zzzz", "#main .empty li:first-child a", "?country=JPN", "content"),
)


@pytest.fixture
def site(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """The address of a running copy with the curated record."""
    cache.clear()
    record.put_back(curated_tables)
    yield live_server.url
    cache.clear()


def complaints(page: Page) -> list[str]:
    """Everything the browser complains about from now on."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_the_keyboard_keeps_its_place(site: str, page: Page) -> None:
    for address, pressed, held, focused in PRESSED:
        page.goto(site + address)
        page.evaluate("window.stays = true")
        page.focus(pressed)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, before=site + address, held=held: held in url and url != before)  # type: ignore[misc]
        expect(page.locator(f"#{focused}")).to_be_focused()
        assert page.evaluate("window.stays") is True, address
        if focused.startswith(("sort", "tab", "reason", "rung")):
            expect(page.locator(f"#{focused}")).to_have_attribute("aria-current", re.compile("true|page"))


@pytest.mark.parametrize("chosen", ["#facet-kind-energy", "#sort-3", "#basis-committed"])
def test_a_change_leaves_the_reader_where_they_read(chosen: str, site: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(site + "/initiatives/")
    page.evaluate("window.scrollTo(0, 260)")
    before = page.evaluate("window.scrollY")
    page.evaluate("id => document.querySelector(id).click()", chosen)
    page.wait_for_url(re.compile(r"\?"))
    page.wait_for_timeout(300)
    assert abs(page.evaluate("window.scrollY") - before) <= 1


def test_a_live_chart_stays_one_without_a_complaint_or_a_jump(site: str, page: Page) -> None:
    found = complaints(page)
    page.goto(site + "/charts/funding-by-country/")
    height = "document.querySelector('figure[data-figure]').getBoundingClientRect().height"
    before = page.evaluate(height)
    page.get_by_role("button", name="Explore the chart").click()
    expect(page.locator(".chart.live .plot .main-svg").first).to_be_visible()
    assert page.evaluate(height) == before
    page.check("#basis-committed", force=True)
    page.wait_for_url(re.compile("basis=committed"))
    expect(page.locator("#basis-committed")).to_be_focused()
    expect(page.locator(".chart.live .plot .main-svg").first).to_be_visible()
    page.go_back()
    expect(page.locator("#basis-announced")).to_be_checked()
    assert found == []


def test_paper_holds_words_drawings_and_tables_in_light_colours(site: str, page: Page) -> None:
    page.goto(site + "/charts/funding-over-time/")
    page.emulate_media(media="print", color_scheme="dark")
    for pressed in ("#filters", ".tabs", ".downloads", ".masthead nav", ".masthead .search", ".make-live", "button[data-copies]"):
        expect(page.locator(pressed).first).to_be_hidden()
    expect(page.locator("figure svg").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
