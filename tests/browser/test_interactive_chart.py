"""The interactive chart in a real browser under the site's own policy: it takes the picture's place, follows the mode, and answers the keyboard."""

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import FloatRect, Locator, Page, Route, expect

from dashboard.figures import country_bars, drawing, theme, world_map
from dashboard.figures.labels import Labels
from tests.dashboard.figures.rows import HOSTILE, country, small_world

pytestmark = [pytest.mark.browser]
SITE = "http://charts.test"
DARKEST = "rgb(23, 74, 43)"  # of the greens, as plotly.js writes it
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
STATIC = settings.BASE_DIR / "static"
FILES = {"/charts.js": (STATIC / "charts.js", "text/javascript"), "/charts.css": (STATIC / "charts.css", "text/css")}
TOKENS = ":root{color-scheme:light dark;background:#fff;%s}@media (prefers-color-scheme:dark){:root{background:#15171a;%s}} .phone{display:none}"


def page_of(figure: theme.Figure) -> str:
    picture = drawing.for_page(figure, "chart-wide", "Which country?", "The United States.")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chart</title><link rel="stylesheet" href="/charts.css">'
        '<link rel="stylesheet" href="/tokens.css"><script defer src="/charts.js" data-plotly="/plotly.js"></script></head><body><main><h1>Chart</h1>'
        f'<figure data-chart="x" data-figure="/x.figure.json"><div class="chart wide">{picture}</div></figure>'
        '<p id="announcement" aria-live="polite"></p></main></body></html>'
    )


@pytest.fixture
def visit(page: Page) -> "Visit":
    return Visit(page)


class Visit:
    """A made-up site with one chart on it; `broken` collects everything the browser complains about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.broken: list[str] = []
        self.asked: list[str] = []
        self.plotly: Path | None = settings.ASSETS_DIR / "plotly-basic.min.js"
        page.on("console", lambda message: self.broken.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.broken.append(str(error)))

    def open(self, figure: theme.Figure) -> Page:
        told = {"wide": figure, "narrow": None, "title": "Which country?", "description": "The United States.", "tokens": theme.NAMED}
        shades = ["".join(f"--{name}:{value};" for name, value in shade) for shade in _shades()]
        texts = {
            "/": (page_of(figure), "text/html"),
            "/x.figure.json": (json.dumps(told), "application/json"),
            "/tokens.css": (TOKENS % tuple(shades), "text/css"),
        }

        def answer(route: Route) -> None:
            path = route.request.url.removeprefix(SITE)
            self.asked.append(path)
            if path in texts:
                body, kind = texts[path]
                route.fulfill(body=body, content_type=f"{kind}; charset=utf-8", headers={"Content-Security-Policy": POLICY})
            elif path == "/plotly.js" and self.plotly is not None:
                route.fulfill(path=self.plotly, content_type="text/javascript")
            elif path in FILES:
                route.fulfill(path=FILES[path][0], content_type=FILES[path][1])
            elif path.startswith(("/ledger/", "/countries/")):
                route.fulfill(body="<!doctype html><title>Behind a mark</title>", content_type="text/html; charset=utf-8")
            else:
                route.fulfill(status=404)

        self.page.route("**/*", answer)
        self.page.goto(SITE + "/")
        return self.page


def _shades() -> list[list[tuple[str, str]]]:
    return [[(name, shade.light) for name, shade in theme.TOKENS.items()], [(name, shade.dark) for name, shade in theme.TOKENS.items()]]


def bars() -> theme.Figure:
    return country_bars.figure(small_world(), Labels("USD"), 789)


def test_the_picture_is_there_before_plotly_and_nothing_is_loaded_until_it_is_wanted(visit: Visit) -> None:
    page = visit.open(bars())
    expect(page.get_by_role("img", name="Which country?")).to_be_visible()
    expect(page.get_by_role("button", name="Explore the chart")).to_be_visible()
    assert "/plotly.js" not in visit.asked


def test_the_interactive_chart_takes_its_place_without_a_jump_or_a_complaint(visit: Visit) -> None:
    page = visit.open(bars())
    before = _place(page.locator(".chart > svg"))
    name_before = _place(page.locator(".chart > svg text", has_text="United States"))
    page.get_by_role("button", name="Explore the chart").click()
    expect(page.locator(".chart.live .plot .main-svg").first).to_be_visible()
    after = _place(page.locator(".chart.live .plot .main-svg").first)
    name_after = _place(page.locator(".plot .annotation-text", has_text="United States"))
    assert _rounded(before) == _rounded(after)
    assert abs(name_before["x"] - name_after["x"]) <= 2
    assert abs(name_before["y"] - name_after["y"]) <= 3
    expect(page.locator(".chart > svg")).to_be_hidden()
    assert visit.broken == []


def _place(found: Locator) -> FloatRect:
    box = found.bounding_box()
    assert box is not None
    return box


def _rounded(box: FloatRect) -> list[int]:
    return [round(box["x"]), round(box["y"]), round(box["width"]), round(box["height"])]


def test_axe_finds_nothing_after_the_swap(visit: Visit) -> None:
    page = visit.open(bars())
    page.get_by_role("button", name="Explore the chart").click()
    expect(page.get_by_role("application")).to_be_focused()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_arrow_keys_go_from_mark_to_mark_and_say_what_is_there(visit: Visit) -> None:
    page = visit.open(bars())
    page.get_by_role("button", name="Explore the chart").click()
    page.get_by_role("application").press("ArrowRight")
    expect(page.locator("#announcement")).to_have_text(re.compile(r"United States: public: \$37\.5\sbn"))
    page.get_by_role("application").press("ArrowRight")
    expect(page.locator("#announcement")).to_have_text(re.compile(r"United States: mixed"))


def linked_bars() -> theme.Figure:
    return country_bars.figure(small_world(), Labels("USD"), 789, opens=lambda codes, origin: f"/ledger/?country={codes[0]}&origin={origin}")


def linked_map() -> theme.Figure:
    return world_map.figure(small_world(), Labels("USD"), 789, opens=lambda code, _: f"/countries/{code}/")


def test_the_marks_of_the_picture_are_links_with_one_stop_of_the_keyboard_and_arrows_between_them(visit: Visit) -> None:
    page = visit.open(linked_bars())
    expect(page.get_by_role("group", name="Which country?")).to_be_visible()
    assert page.locator(".chart svg a:not([tabindex='-1'])").count() == 1
    page.keyboard.press("Tab")
    assert _focused(page) == "/ledger/?country=USA&origin=public"
    for key in ("ArrowRight", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
    assert _focused(page) == "/ledger/?country=JPN&origin=public"
    page.keyboard.press("ArrowUp")
    assert _focused(page) == "/ledger/?country=USA&origin=private"
    assert page.locator(".chart svg a:not([tabindex='-1'])").count() == 1
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Explore the chart")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(SITE + "/ledger/?country=USA&origin=private")


def _focused(page: Page) -> str | None:
    return page.evaluate("document.activeElement.getAttribute('href')")  # type: ignore[no-any-return]


@pytest.mark.parametrize("figure", [linked_bars(), linked_map()], ids=["bars", "map"])
def test_axe_finds_nothing_in_a_picture_of_links_before_and_after_the_swap(visit: Visit, figure: theme.Figure) -> None:
    page = visit.open(figure)
    for _ in range(2):
        found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
        assert found.violations_count == 0, found.generate_report()
        if page.locator(".plot").count() == 0:
            page.get_by_role("button", name="Explore the chart").click()
            expect(page.locator(".chart.live .main-svg").first).to_be_visible()
    assert visit.broken == []


def test_a_mark_of_the_interactive_chart_opens_its_page_on_enter(visit: Visit) -> None:
    page = visit.open(linked_bars())
    page.get_by_role("button", name="Explore the chart").click()
    page.get_by_role("application").press("ArrowRight")
    expect(page.locator("#announcement")).to_contain_text("Enter opens it.")
    page.get_by_role("application").press("Enter")
    page.wait_for_url(SITE + "/ledger/?country=USA&origin=public")


def test_a_mark_of_the_interactive_chart_opens_its_page_on_a_click(visit: Visit) -> None:
    page = visit.open(linked_bars())
    page.get_by_role("button", name="Explore the chart").click()
    _click_at(page, page.locator(".plot .bars .point path").first)
    page.wait_for_url(SITE + "/ledger/?country=USA&origin=public")


def test_an_area_opens_its_page_on_a_click_and_on_enter(visit: Visit) -> None:
    page = visit.open(linked_map())
    page.get_by_role("button", name="Explore the chart").click()
    page.get_by_role("application").press("ArrowRight")
    expect(page.locator("#announcement")).to_contain_text("Enter opens it.")
    assert page.locator(".plot .chosen").count() == 1
    page.get_by_role("application").press("Enter")
    page.wait_for_url(re.compile(r"/countries/[A-Z]{3}/"))
    page = visit.open(linked_map())
    page.get_by_role("button", name="Explore the chart").click()
    _click_at(page, page.locator(f".plot .js-fill[style*='{DARKEST}']").first)
    page.wait_for_url(re.compile(r"/countries/USA/"))


def _click_at(page: Page, mark: Locator) -> None:
    place = _place(mark)
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page.locator(".plot.opens")).to_be_visible()
    page.mouse.down()
    page.mouse.up()


@pytest.mark.parametrize("address", ["https://elsewhere.test/", "//elsewhere.test/", "/\\elsewhere.test/", "javascript:alert(1)"])
def test_a_mark_leads_to_no_other_site(visit: Visit, address: str) -> None:
    page = visit.open(country_bars.figure(small_world(), Labels("USD"), 789, opens=lambda _, __: address))
    assert page.locator(".chart svg a").count() == 0
    page.get_by_role("button", name="Explore the chart").click()
    page.get_by_role("application").press("ArrowRight")
    page.get_by_role("application").press("Enter")
    assert page.url == SITE + "/"


def test_the_colours_follow_the_mode_of_the_page(visit: Visit) -> None:
    page = visit.open(bars())
    page.get_by_role("button", name="Explore the chart").click()
    expect(page.locator(".chart.live")).to_be_visible()
    assert _fill(page) == "rgb(31, 95, 168)"
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("getComputedStyle(document.querySelector('.plot .bars .point path')).fill === 'rgb(95, 155, 223)'")


def _fill(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.querySelector('.plot .bars .point path')).fill"))


def test_words_from_outside_are_shown_as_written(visit: Visit) -> None:
    page = visit.open(country_bars.figure([country("JPN", HOSTILE, 5)], Labels("USD"), 1200))
    assert page.locator(".chart > svg").evaluate("svg => svg.textContent").count("<b>Kingdom</b>") > 0
    page.get_by_role("button", name="Explore the chart").click()
    expect(page.locator(".plot .annotation-text").first).to_contain_text("<b>Kingdom</b>")
    page.get_by_role("application").press("ArrowRight")
    expect(page.locator("#announcement")).to_contain_text(HOSTILE)
    assert page.locator("script:not([src])").count() == 0


def test_a_map_comes_alive_too(visit: Visit) -> None:
    page = visit.open(world_map.figure(small_world(), Labels("USD"), 789))
    page.get_by_role("button", name="Explore the chart").click()
    expect(page.locator(".chart.live .plot .main-svg").first).to_be_visible()
    assert page.locator(".plot .scatterlayer .trace").count() > 170
    assert visit.broken == []


def test_without_plotly_the_picture_stays_and_the_page_says_so(visit: Visit) -> None:
    visit.plotly = None
    page = visit.open(bars())
    page.get_by_role("button", name="Explore the chart").click()
    expect(page.locator("#announcement")).to_have_text("The interactive chart could not be loaded; the picture stays.")
    expect(page.get_by_role("img", name="Which country?")).to_be_visible()
