"""Every chart of the site in a real browser: sound after it comes alive, on a desktop and on a phone, and inside somebody else's page."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from dashboard import charts
from dashboard.figures.theme import TOKENS
from tests import record
from tests.browser.test_pages import LARGEST_SHIFT, SHIFT

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SCREENS = {"desktop": (1280, 900, "light"), "phone": (360, 740, "dark")}


@pytest.fixture
def site(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """The address of a running copy with the curated record."""
    cache.clear()
    record.put_back(curated_tables)
    yield live_server.url
    cache.clear()


@pytest.mark.parametrize("screen", SCREENS)
def test_every_chart_is_sound_after_it_comes_alive(site: str, browser: Browser, screen: str) -> None:
    width, height, scheme = SCREENS[screen]
    found = {}
    for chart in charts.ALL:
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        found[chart.slug] = faults(page, f"{site}/charts/{chart.slug}/")
        page.close()
    assert {slug: what for slug, what in found.items() if what} == {}


def faults(page: Page, address: str) -> list[str]:
    """What a browser finds wrong with one chart that is explored, in words."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.goto(address, wait_until="networkidle")
    figure = page.locator("figure[data-figure]").first
    stops = figure.locator(".chart svg a:not([tabindex='-1']):visible").count()
    found += [f"{stops} stops of the keyboard"] if stops != 1 else []
    before = figure.evaluate("one => one.getBoundingClientRect().height")
    figure.get_by_role("button", name="Explore the chart").click()
    expect(figure.locator(".chart.live .main-svg").first).to_be_visible()
    after = figure.evaluate("one => one.getBoundingClientRect().height")
    found += [f"its height goes from {before} to {after}"] if abs(before - after) > 2 else []
    figure.get_by_role("application").press("ArrowDown")
    said = page.locator("#announcement").text_content() or ""
    found += [f"says {said!r}"] if "Enter opens it." not in said else []
    shift = page.evaluate(SHIFT)
    found += [f"shifts by {shift:.3f}"] if shift > LARGEST_SHIFT else []
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    found += [f"scrolls sideways by {wide} px"] if wide > 1 else []
    return found + [f"{one['id']}: {one['nodes'][0]['target'][0]}" for one in Axe().run(page).response["violations"]]


@pytest.fixture
def elsewhere() -> Iterator["Elsewhere"]:
    """Another site, whose only page holds what a test puts there."""
    with Elsewhere(("127.0.0.1", 0), Shown) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


class Elsewhere(ThreadingHTTPServer):
    """A site with one page."""

    html = ""


class Shown(BaseHTTPRequestHandler):
    """Answers with the page."""

    server: Elsewhere

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.server.html.encode())


def test_another_site_can_frame_a_chart_and_nothing_else(site: str, page: Page, elsewhere: Elsewhere) -> None:
    frames = (f'<iframe title="{address}" src="{site}{address}" width="700" height="900"></iframe>' for address in (EMBED, "/charts/"))
    elsewhere.html = f"<!doctype html><title>Elsewhere</title>{''.join(frames)}"
    page.goto(f"http://127.0.0.1:{elsewhere.server_port}/")
    expect(page.frame_locator(f'iframe[title="{EMBED}"]').get_by_role("heading", name="Which country has announced")).to_be_visible()
    assert page.frame_locator('iframe[title="/charts/"]').get_by_role("heading", name="Twelve questions").count() == 0


EMBED = "/charts/funding-by-country/embed/?mode=dark"


def test_an_embed_is_sound_in_every_mode_and_width(site: str, browser: Browser) -> None:
    for width in (300, 700):
        for mode in ("light", "dark"):
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="dark" if mode == "light" else "light")
            page.goto(f"{site}/charts/funding-by-country/embed/?mode={mode}")
            assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')") == getattr(TOKENS["paper"], mode)
            assert Axe().run(page).response["violations"] == []
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 1
            page.close()


def test_a_key_filters_the_page_without_reloading(site: str, page: Page) -> None:
    page.goto(f"{site}/charts/funding-by-country/")
    page.evaluate("window.stays = true")
    page.get_by_role("link", name="private", exact=True).first.click()
    page.wait_for_url(f"{site}/charts/funding-by-country/?origin=private")
    assert page.evaluate("window.stays") is True
    page.locator(".key a[aria-current]").first.click()
    expect(page.locator(".key a[aria-current]")).to_have_count(0)
