"""The page of a story in a browser: nothing wrong with it in any view, and its buttons do what they say."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.ingest import run
from initiatives.models import Intake, Story, StoryArticle
from tests import record
from tests.browser.test_pages import VIEWS, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLE = Path(__file__).parent.parent / "initiatives" / "ingest" / "articles" / "japan-ai-sovereignty.txt"
PASSWORD = "a long enough password"
PICTURES = os.environ.get("PICTURES")  # a folder, for whoever wants to look


@pytest.fixture
def story(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """A running copy with a report, its beginning as another paper printed it, an update with another sum, and an editor."""
    cache.clear()
    record.put_back(curated_tables)
    text = ARTICLE.read_text(encoding="utf-8")
    update = text.replace("1 trillion yen", "1.2 trillion yen")
    for name, body in (("courier", text), ("herald-of-the-long-eastern-coast", text[:2000]), ("gazette", update)):
        run.understand(run.hand_in_file(f"{name}.txt", body.encode(), f"https://{name}.example/{'japan-' * 12}", "2025-12-23").pk)
    User.objects.create_user("ada", password=PASSWORD).groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    yield live_server.url
    cache.clear()


def sign_in(page: Page, site: str) -> None:
    page.goto(f"{site}/desk/")
    page.fill("[name=username]", "ada")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    expect(page.locator("h1")).to_contain_text("wait")


def test_the_page_of_a_story_is_sound_in_every_view(story: str, browser: Browser) -> None:
    address = f"/desk/stories/{Story.objects.get().pk}/"
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        sign_in(context.new_page(), story)
        page = context.new_page()
        found[view] = faults(page, address, story)
        page.locator("details.change summary").first.click()
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/story {view}.png", full_page=True)
        context.close()
    assert {where: what for where, what in found.items() if what} == {}


def test_a_copy_is_set_apart_and_put_back(story: str, page: Page) -> None:
    sign_in(page, story)
    number, copy = Story.objects.get().pk, StoryArticle.objects.get(tie="copy", article__draft__isnull=True).article_id
    page.goto(f"{story}/desk/stories/{number}/")
    page.locator(f"#article-{copy}").get_by_role("button", name="Stands apart").click()
    expect(page.locator(".messages")).to_contain_text("It is being read now")
    assert Intake.objects.filter(article=copy, state="waiting").exists()
    page.fill("[name=other]", str(number))
    page.get_by_role("button", name="Put together").click()
    expect(page.locator(".messages")).to_contain_text("are one story now")
    assert StoryArticle.objects.get(article=copy).story_id == number
