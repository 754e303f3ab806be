"""An editor decides a draft with the keyboard alone, on a desk that a browser finds nothing wrong with."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.ingest import run
from initiatives.models import Comment, Draft, Edition, FundingEntry
from tests import record
from tests.browser.test_pages import VIEWS, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLE = Path(__file__).parent.parent / "initiatives" / "ingest" / "articles" / "japan-ai-sovereignty.txt"
PASSWORD = "a long enough password"


@pytest.fixture
def desk(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """A running copy with the curated record, one draft of a real article, and one editor."""
    cache.clear()
    record.put_back(curated_tables)
    run.understand(run.hand_in_file(ARTICLE.name, ARTICLE.read_bytes(), "https://news.example.org/japan", "2025-12-23").pk)
    User.objects.create_user("ada", password=PASSWORD).groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    yield live_server.url
    cache.clear()


def sign_in(page: Page, desk: str) -> None:
    page.goto(f"{desk}/desk/")
    page.fill("[name=username]", "ada")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    expect(page.locator("h1")).to_have_text("1 draft waits for a decision")


def test_a_draft_is_accepted_with_the_keyboard_and_the_chart_has_the_new_edition(desk: str, page: Page) -> None:
    sign_in(page, desk)
    edition = Edition.objects.current_number()
    page.locator("#list").get_by_role("link", name="Japan Bets Big").click()
    expect(page.locator(".effect h2")).to_have_text("Publishing this adds ¥0")
    expect(page.locator(".effect")).to_contain_text("restates METI's five-year support (21\u00a0Dec\u00a02025)", use_inner_text=True)
    page.wait_for_load_state()  # keys are heard once the scripts are there

    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("a")

    expect(page.locator(".messages")).to_contain_text(f"Published with edition {edition + 1}")
    page.goto(f"{desk}/charts/funding-by-country/")
    expect(page.locator("main")).to_contain_text(f"edition {edition + 1}")


def test_a_passage_and_its_row_light_up_together(desk: str, page: Page) -> None:
    sign_in(page, desk)
    page.goto(f"{desk}/desk/drafts/{Draft.objects.get().pk}/")
    page.locator("[data-text] mark.money").first.click()
    expect(page.locator("#entries-0-words")).to_have_class("field now")
    page.locator("#comments-1 summary").focus()
    expect(page.locator("mark.now").first).to_contain_text("The focus must extend")
    expect(page.locator("#comments-1-words")).to_have_class("field now")
    page.locator("#entries-0-origin").focus()
    expect(page.locator("mark.now")).to_have_text(re.compile("public"))


def test_the_desk_is_sound_in_every_view(desk: str, browser: Browser) -> None:
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        sign_in(context.new_page(), desk)
        for address in ("/desk/", f"/desk/drafts/{Draft.objects.get().pk}/"):
            page = context.new_page()
            found[f"{address} {view}"] = faults(page, address, desk)
            page.close()
        context.close()
    assert {where: what for where, what in found.items() if what} == {}


def test_the_sign_in_page_is_sound(desk: str, page: Page) -> None:
    assert faults(page, "/desk/sign-in/", desk) == []


def test_a_field_that_is_emptied_is_saved_empty_and_what_was_typed_is_what_is_published(desk: str, page: Page) -> None:
    sign_in(page, desk)
    draft = Draft.objects.get()
    page.goto(f"{desk}/desk/drafts/{draft.pk}/")
    page.locator("#entries-0-usd_as_published").focus()
    page.keyboard.press("e")
    expect(page.locator("[name=entries-0-usd_as_published]")).to_be_focused()
    page.fill("[name=entries-0-usd_as_published]", "")
    page.keyboard.press("Escape")
    page.locator("#comments-0-words").focus()
    page.keyboard.press("e")
    page.fill("[name=comments-0-position]", "Finds the investment late but needed.")
    page.locator("h1").click()
    page.keyboard.press("a")
    expect(page.locator(".messages")).to_contain_text("Published with edition")
    added = FundingEntry.objects.get(source=draft.article)
    assert added.usd_as_published is None
    assert Comment.objects.filter(source=draft.article, position="Finds the investment late but needed.").exists()


def test_a_draft_is_rejected_with_the_keyboard(desk: str, page: Page) -> None:
    sign_in(page, desk)
    page.goto(f"{desk}/desk/drafts/{Draft.objects.get().pk}/")
    page.keyboard.press("x")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Rejected: Japan Bets Big")
    decided = Draft.objects.get()
    assert (decided.rejected_as, decided.decision_reason) == ("known", "Says nothing new.")
    page.goto(f"{desk}/desk/drafts/{decided.pk}/")
    page.keyboard.press("u")
    expect(page.locator(".messages")).to_contain_text("Open again, as it was: Japan Bets Big")
    assert Draft.objects.get().state == "open"
