"""The desk's lists in a real browser: sound in every view with hostile text in them, and a feed watched from its address to its items."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.desk.inbox.asked import LISTS
from initiatives.models import Country, Draft, Source, SourceItem, SourceVisit, Story
from tests.browser.test_desk import PASSWORD
from tests.browser.test_pages import VIEWS, faults
from tests.initiatives.desk.material import a_draft, an_intake
from tests.initiatives.ingest.hostile_server import HostileServer, running
from tests.initiatives.ingest.run.sources.conftest import feed_of
from tests.initiatives.ingest.run.test_workers import a_worker

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOSTILE = "<script>alert(1)</script><img src=https://evil.example/x>"
LONG_WORD = "Unbroken" * 15
WITHIN_A_MINUTE = 60_000


@pytest.fixture
def desk(live_server: LiveServer) -> Iterator[str]:
    """A running copy and one administrator, who may change sources too."""
    cache.clear()
    User.objects.create_superuser("ada", password=PASSWORD)
    yield live_server.url
    cache.clear()


@pytest.fixture
def a_slow_feed() -> Iterator[HostileServer]:
    with running() as server:
        server.answers("/feed", feed_of(range(3), server), content_type="application/rss+xml")
        page = '<html><head><title>Ministry</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>News</body></html>'
        server.answers("/", page, content_type="text/html")
        yield server


def sign_in(page: Page, desk: str) -> None:
    page.goto(f"{desk}/desk/")
    page.fill("[name=username]", "ada")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    expect(page.locator(".desk-nav")).to_contain_text("Inbox")


def fill_the_desk() -> Source:
    """Something in every list, with long and hostile words in it; a source with visits and items of every kind."""
    source = Source.objects.create(
        address=f"https://ministry.example/{LONG_WORD}", name=f"{HOSTILE} {LONG_WORD}", watched=True, state="failing", message=HOSTILE,
        country=Country.objects.first(), next_visit_at=timezone.now() + timedelta(hours=2), last_visit_at=timezone.now(),
    )  # fmt: skip
    story = Story.objects.create()
    for title in (HOSTILE, LONG_WORD, "A plain title"):
        a_draft(title, story=story, consequence=10**9, intake=an_intake(title, "done", source=source))
    for index in range(25):
        a_draft(f"Draft {index}", intake=an_intake("", "done", source=source))
    a_draft(HOSTILE, doubtful=True)
    a_draft(LONG_WORD, state="rejected", decided_at=timezone.now(), decision_reason=HOSTILE)
    for state in ("rejected", "failed", "duplicate", "waiting", "working"):
        row = an_intake(f"{HOSTILE} {LONG_WORD}", state, source=source, message=LONG_WORD, step="fetch", relevance=0.2, claimed_at=timezone.now())
        SourceItem.objects.create(source=source, identity=state, title=row.title, address=row.address, intake=row, claimed=HOSTILE)
    SourceVisit.objects.create(source=source, outcome="status", status=500, message=f"{HOSTILE} {LONG_WORD}")
    SourceVisit.objects.create(source=source, outcome="new", status=200, items=5, new_items=5, bytes=1514, seconds=0.4)
    return source


def test_every_list_is_sound_in_every_view(desk: str, browser: Browser) -> None:
    source = fill_the_desk()
    addresses = [*(f"/desk/?list={name}" for name in LISTS), "/desk/sources/", f"/desk/sources/{source.pk}/", "/desk/line/?over=week"]
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        sign_in(context.new_page(), desk)
        for address in addresses:
            page = context.new_page()
            found[f"{address} {view}"] = faults(page, address, desk)
            page.close()
        context.close()
    assert {where: what for where, what in found.items() if what} == {}


def test_empty_lists_are_sound(desk: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    sign_in(context.new_page(), desk)
    for address in ("/desk/", "/desk/?list=failed", "/desk/sources/", "/desk/line/"):
        assert faults(context.new_page(), address, desk) == [], address
    context.close()


def test_no_list_is_wider_than_the_smallest_screen(desk: str, browser: Browser) -> None:
    source = fill_the_desk()
    page = browser.new_page(viewport={"width": 320, "height": 640})
    sign_in(page, desk)
    for address in (*(f"/desk/?list={name}" for name in LISTS), "/desk/sources/", f"/desk/sources/{source.pk}/", "/desk/line/"):
        page.goto(desk + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    page.close()


def test_a_page_is_added_and_what_its_feed_holds_is_seen_within_a_minute(
    desk: str, page: Page, a_slow_feed: HostileServer, live_environment: dict[str, str]
) -> None:
    sign_in(page, desk)
    page.goto(f"{desk}/desk/sources/")
    page.fill(".add-source [name=address]", a_slow_feed.address("/"))
    page.click(".add-source button")
    expect(page.locator("#looking")).to_contain_text("A worker looks at this address")
    with a_worker({**live_environment, "FETCH_ALLOW_LOOPBACK": "1"}):
        expect(page.locator("#looking")).to_have_count(0, timeout=WITHIN_A_MINUTE)
        expect(page.locator("main")).to_contain_text("3 new of 3 items")
        expect(page.locator("table.put-aside tbody tr")).to_have_count(3)
    page.goto(f"{desk}/desk/sources/")
    expect(page.locator("table.sources")).to_contain_text("answers")


def test_without_scripts_a_source_is_added_switched_and_looked_at_again(desk: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    sign_in(page, desk)
    page.goto(f"{desk}/desk/sources/")
    page.fill(".add-source [name=address]", "https://ministry.example/feed")
    page.click(".add-source button")
    Source.objects.update(state="healthy", last_visit_at=timezone.now(), next_visit_at=timezone.now() + timedelta(hours=1))
    page.get_by_role("link", name="Look again").click()
    expect(page.locator("#looking")).to_have_count(0)
    page.get_by_role("button", name="Switch off").click()
    expect(page.locator(".messages")).to_contain_text("is off")
    assert Source.objects.get().watched is False
    context.close()


def test_a_doubtful_draft_is_answered_in_the_list(desk: str, page: Page) -> None:
    kept, refused = a_draft("About AI, perhaps", doubtful=True), a_draft("About soup, perhaps", doubtful=True)
    sign_in(page, desk)
    page.goto(f"{desk}/desk/?list=maybe")
    page.get_by_role("button", name="About AI: keep About AI, perhaps").click()
    expect(page.locator(".messages")).to_contain_text("Kept: About AI, perhaps")
    page.get_by_role("button", name="Not about AI: About soup, perhaps").click()
    expect(page.locator(".messages")).to_contain_text("Rejected as not about a national AI effort")
    assert Draft.objects.get(pk=kept.pk).doubtful is False
    assert Draft.objects.get(pk=refused.pk).rejected_as == "not-relevant"


def test_what_is_being_read_moves_on_the_page_by_itself(desk: str, page: Page) -> None:
    row = an_intake("A long article", "working", step="fetch", claimed_at=timezone.now())
    sign_in(page, desk)
    page.goto(f"{desk}/desk/line/")
    expect(page.locator("#reading")).to_contain_text("Step 1 of 7: fetching")
    type(row).objects.update(step="match")
    expect(page.locator("#reading")).to_contain_text("Step 6 of 7: matching with the record")
    type(row).objects.update(state="done")
    expect(page.locator("#reading")).to_contain_text("No article is with a worker")
