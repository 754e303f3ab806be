"""The builder of briefings in a real browser: accessible and silent in every view, by keyboard, without scripts, and with a making on its way."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from dashboard.briefings import make, store
from dashboard.briefings.models import Briefing, Making
from tests import record
from tests.browser.test_pages import VIEWS, faults

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = "/briefings/new/?country=JPN&chart=funding-by-country&chart=funding-map&chart=why-this-total"


@pytest.fixture
def site(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """The address of a running copy with the curated record."""
    cache.clear()
    record.put_back(curated_tables)
    yield live_server.url
    cache.clear()


def charts_of(page: Page) -> list[str]:
    return [str(field.get_attribute("value")) for field in page.locator("input[name=charts]").all()]


def test_builder_progress_finished_files_and_slides_are_sound_in_every_view(site: str, page: Page, browser: Browser) -> None:
    page.goto(site + NEW)
    page.click("#save")
    page.wait_for_url("**/briefings/*/")
    address = page.url.removeprefix(site)
    done = store.ask(Briefing.objects.get())
    make.work_on(done.pk)
    done.refresh_from_db()
    assert (done.state, {one.extension for one in done.files.all()}) == ("done", {"pptx", "pdf", "xlsx"})
    running = store.ask(Briefing.objects.get())
    Making.objects.filter(pk=running.pk).update(state="working", plan=done.plan, steps=done.steps, done=4, edition=1)
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light")
        for path in (address, f"{address}1/", "/briefings/"):
            shown = context.new_page()
            shown.route("**/making/", lambda route: route.fulfill(status=204))  # the network never rests while a making is watched
            wrong = faults(shown, path, site)
            found |= {f"{path.replace(address, '…/')} {view}": wrong} if wrong else {}
            shown.close()
        context.close()
    assert found == {}


def test_a_pick_moves_by_alt_and_arrow_and_keeps_the_focus(site: str, page: Page) -> None:
    page.goto(site + NEW)
    page.focus("#remove-chart-why-this-total")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".picks li").nth(1)).to_contain_text("Why is the total")
    assert charts_of(page) == ["funding-by-country", "why-this-total", "funding-map"]
    assert Axe().run(page).response["violations"] == []


def test_a_briefing_is_saved_and_changed_without_scripts(site: str, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site + NEW)
    page.fill("#title", "Without scripts")
    page.click("#save")
    page.click('[aria-label="Remove 1"]')
    assert charts_of(page) == ["funding-map", "why-this-total"]
    assert Briefing.objects.get().charts == ["funding-map", "why-this-total"]
    page.fill("#find", "foundation")
    page.click("text=Search >> nth=-1")
    page.click(".found button >> nth=0")
    assert len(Briefing.objects.get().picks) == 1


def test_what_is_typed_while_a_making_runs_outlasts_its_end(site: str, page: Page) -> None:
    page.goto(site + NEW)
    page.click("#save")
    page.wait_for_url("**/briefings/*/")
    running = store.ask(Briefing.objects.get())
    page.reload()
    page.fill("#note", "Typed while it was made")
    assert store.cancel(running)
    expect(page.get_by_role("complementary").get_by_text("The making has ended. What you typed is not saved yet")).to_be_visible()
    assert page.input_value("#note") == "Typed while it was made"
    page.click("#save")
    expect(page.get_by_text("Cancelled. The choice is kept")).to_be_visible()
    assert Briefing.objects.get().note == "Typed while it was made"
