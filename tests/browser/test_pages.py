"""The pages in a real browser: accessible in every view, silent, from one origin, usable by keyboard, without scripts and with the back button."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import record

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = (
    "/", "/initiatives/", "/initiatives/?kind=energy&country=JPN", "/initiatives/japan-domestic-foundation-model/", "/countries/", "/countries/JPN/",
    "/compare/", "/compare/?country=JPN&country=KOR&country=FRA", "/initiatives/taiwan-ten-major-ai-projects/",
    "/organizations/", "/organizations/eurohpc-joint-undertaking/", "/commentary/", "/ledger/", "/charts/", "/charts/funding-by-country/",
    "/charts/funding-map/?view=table", "/about/method/", "/about/data/", "/corrections/",
)  # fmt: skip
VIEWS = {"a desktop that is light, then dark": (1280, 800, "light"), "a phone that is dark, then light": (390, 844, "dark")}
ABOUT_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
SHIFT = (
    "new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.hadRecentInput ? 0 : e.value))"
    ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 200) })"
)
LARGEST_SHIFT = 0.01
WEIGHT_BEFORE_THE_CHART_BYTES = 250_000


@pytest.fixture
def site(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """The address of a running copy with the curated record."""
    cache.clear()
    record.put_back(curated_tables)
    yield live_server.url
    cache.clear()


def faults(page: Page, address: str, base: str) -> list[str]:
    """What a browser finds wrong with one page, in words: as it is loaded, and in the other mode, where nothing but the colours changes."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((base, "data:")) else found.append(f"loads {request.url}"))
    page.goto(base + address, wait_until="networkidle")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    found += [f"scrolls sideways by {wide} px"] if wide > 1 else []
    shift = page.evaluate(SHIFT)
    found += [f"shifts by {shift:.3f}"] if shift > LARGEST_SHIFT else []
    return found + violations(page)


def violations(page: Page) -> list[str]:
    """What axe finds in the page as it is shown; then what it finds in the colours of the other mode, in which the page stays."""
    found = axe_finds(page)
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    page.emulate_media(color_scheme="light" if dark else "dark")
    return found + [f"{'light' if dark else 'dark'}: {each}" for each in axe_finds(page, ABOUT_COLOURS)]


def axe_finds(page: Page, options: dict[str, list[str]] = {"resultTypes": ["violations"]}) -> list[str]:  # noqa: B006  # read only
    return [f"{one['id']}: {one['nodes'][0]['target'][0]}" for one in Axe().run(page, options=options).response["violations"]]


def test_every_page_is_sound_in_every_view(site: str, browser: Browser) -> None:
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        for address in PAGES:
            page = context.new_page()
            found[f"{address} {view}"] = faults(page, address, site)
            page.close()
        context.close()
    assert {where: what for where, what in found.items() if what} == {}


def test_no_page_is_wider_than_the_smallest_screen(site: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    for address in PAGES:
        page.goto(site + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    page.close()


def test_a_filter_changes_page_and_address_without_reloading_and_back_undoes_it(site: str, page: Page) -> None:
    page.goto(site + "/countries/JPN/")
    page.evaluate("window.stays = true")
    page.check("#basis-committed")
    expect(page.locator("h1")).to_contain_text("has committed $469 m")
    assert page.url == site + "/countries/JPN/?basis=committed"
    expect(page.locator("#basis-committed")).to_be_focused()
    assert page.evaluate("window.stays") is True
    page.go_back()
    expect(page.locator("h1")).to_contain_text("has announced $6.81 bn")
    expect(page.locator("#basis-announced")).to_be_checked()


def test_facets_words_and_search_work_together(site: str, page: Page) -> None:
    page.goto(site + "/initiatives/")
    page.click("#facet-kind-energy")
    expect(page.locator("h1")).to_contain_text("energy initiatives")
    page.fill("main input[name=q]", "nuclear power")
    page.press("main input[name=q]", "Enter")
    page.wait_for_url(re.compile(r"q=nuclear(\+|%20)power"))
    page.locator("a.word", has_text="energy").click()
    page.wait_for_url(re.compile(r"\?q=nuclear(\+|%20)power$"))


def test_money_can_be_narrowed_by_its_origin(site: str, page: Page) -> None:
    page.goto(site + "/ledger/?view=entries")
    page.select_option("main select[name=origin]", "private")
    page.wait_for_url(re.compile("origin=private"))
    assert set(page.locator("main table tbody tr td:nth-child(5)").all_text_contents()) - {""} == {"private"}


def test_the_first_stop_of_the_keyboard_skips_to_the_content(site: str, page: Page) -> None:
    page.goto(site + "/ledger/")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_everything_works_without_scripts(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site + "/initiatives/")
    page.locator(".switch label", has_text="committed").click()
    page.locator("#filters noscript button, #filters button:has-text('Apply')").first.click()
    page.wait_for_url(re.compile("basis=committed"))
    assert page.locator("main table tbody tr").count() > 0
    context.close()


def test_a_phone_folds_the_filters_into_one_line_of_words(site: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(site + "/")
    expect(page.locator("#basis-committed")).to_be_hidden()
    page.get_by_role("button", name="Announced or firmer · AI only · USD").click()
    page.check("#basis-committed", force=True)
    expect(page.get_by_role("button", name="Committed or firmer · AI only · USD")).to_have_attribute("aria-expanded", "true")
    page.close()


def test_a_chart_is_seen_before_a_quarter_of_a_megabyte_is_loaded(site: str, page: Page) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(int(response.headers.get("content-length", "0"))))
    page.goto(site + "/charts/funding-by-country/", wait_until="networkidle")
    expect(page.locator("figure.chart-frame svg").first).to_be_visible()
    assert 0 < sum(sizes) < WEIGHT_BEFORE_THE_CHART_BYTES
