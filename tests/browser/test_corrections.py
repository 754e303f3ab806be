"""“Something wrong?” with the keyboard alone: from a figure on a public page to the desk, and the answer back to its reader."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.corrections import Remark, Settlement, receive, settle, subject_of
from initiatives.models import Correction
from tests import record
from tests.browser.test_pages import VIEWS, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/initiatives/japan-domestic-foundation-model/"
PASSWORD = "a long enough password"
MOST_STOPS = 30
ANSWER = "The ministry’s paper says one trillion, so it stays."


@pytest.fixture
def site(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """A running copy with the curated record and one editor."""
    cache.clear()
    record.put_back(curated_tables)
    User.objects.create_user("ada", password=PASSWORD).groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    yield live_server.url
    cache.clear()


def reached(page: Page, wanted: Locator) -> None:
    """Steps with Tab from where the focus is until it stands on the wanted one."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not reached within {MOST_STOPS} stops")


def sign_in(page: Page, site: str) -> None:
    page.goto(f"{site}/desk/corrections/")
    page.keyboard.type("ada")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What readers say is wrong")).to_be_visible()


def send(page: Page, site: str, message: str) -> None:
    """A remark about the first figure of a public page, sent by keyboard."""
    page.goto(site + PAGE)
    page.locator("#counts a.wrong").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Something wrong?")).to_be_visible()
    reached(page, page.get_by_label("What is wrong, or what would be right"))
    page.keyboard.type(message)
    reached(page, page.get_by_role("button", name="Send to the desk"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The desk has your remark")).to_be_visible()


def answer(page: Page, message: str) -> None:
    """The first remark of the list is read and left as it is, by keyboard."""
    reached(page, page.locator("main table").get_by_role("link").first)
    page.keyboard.press("Enter")
    expect(page.locator(".said-here")).to_have_text(message)
    reached(page, page.get_by_label("What was found"))
    page.keyboard.type(ANSWER)
    reached(page, page.get_by_role("button", name="Leave it as it is"))
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Left as it is: ")


def test_a_reader_without_account_writes_the_desk_answers_and_the_reader_sees_it(site: str, browser: Browser) -> None:
    reader, desk = browser.new_context(), browser.new_context()
    page, desk_page = reader.new_page(), desk.new_page()
    send(page, site, "It is 1.2 tn.")
    sign_in(desk_page, site)
    answer(desk_page, "It is 1.2 tn.")
    page.reload()
    expect(page.get_by_role("heading", name="Looked at, and left as it is")).to_be_visible()
    expect(page.locator("main")).to_contain_text(ANSWER)
    page.goto(f"{site}/corrections/")
    expect(page.locator("main table")).to_contain_text(ANSWER)
    assert {one["name"] for one in reader.cookies()} <= {settings.CSRF_COOKIE_NAME}
    reader.close()
    desk.close()


def test_what_is_missing_is_said_at_the_field_and_what_was_typed_is_kept(site: str, page: Page) -> None:
    page.goto(f"{site}/corrections/new/?at=/")
    page.get_by_label("Which figure or statement").fill("the total of Norway")
    page.get_by_label("What is wrong").fill("Too much.")
    page.get_by_label("Where that can be read").fill("the ministry’s page")
    page.keyboard.press("Enter")
    expect(page.locator("#evidence_url-fault")).to_contain_text("is no address of a page")
    expect(page.get_by_label("Where that can be read")).to_have_attribute("aria-describedby", "evidence_url-fault")
    expect(page.get_by_label("Where that can be read")).to_have_value("the ministry’s page")
    expect(page.get_by_label("What is wrong")).to_have_value("Too much.")
    assert not Correction.objects.exists()


def some_remarks() -> tuple[int, int]:
    """One that waits and one that is answered; their numbers."""
    about = subject_of("initiative", "japan-domestic-foundation-model")
    told = Remark("It ended.\nSee the paper.", PAGE, about, "status", evidence_url="https://news.example/a", contact="me@example.org")
    waiting = receive(told, "::1")
    answered = receive(Remark("Another name.", PAGE, about, "name", seen_edition=1), "::1")
    settle(answered.pk, 1, Settlement("accepted", ANSWER, "1"), User.objects.get(username="ada"))
    return waiting.pk, answered.pk


def test_every_page_of_a_correction_is_sound_in_every_view(site: str, browser: Browser) -> None:
    waiting, answered = some_remarks()
    form = f"/corrections/new/?table=initiative&row=japan-domestic-foundation-model&field=status&at={PAGE}"
    public = (form, "/corrections/new/?at=/", "/corrections/", f"/corrections/{waiting}/", f"/corrections/{answered}/")
    desk = ("/desk/corrections/", "/desk/corrections/?state=accepted", f"/desk/corrections/{waiting}/", f"/desk/corrections/{answered}/")
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        sign_in(context.new_page(), site)
        for address in (*public, *desk):
            page = context.new_page()
            found[f"{address} {view}"] = faults(page, address, site)
            page.close()
        context.close()
    assert {where: what for where, what in found.items() if what} == {}


def test_the_desk_says_at_its_field_what_is_missing(site: str, page: Page) -> None:
    waiting, _ = some_remarks()
    sign_in(page, site)
    page.goto(f"{site}/desk/corrections/{waiting}/")
    page.get_by_label(re.compile("Edition that put it right")).fill("4711")
    page.get_by_role("button", name="It is put right").click()
    expect(page.locator("#answer-fault")).to_contain_text("say what was found", ignore_case=True)
    expect(page.locator("#edition-fault")).to_contain_text("“4711” is no edition")
    expect(page.get_by_label(re.compile("Edition that put it right"))).to_have_value("4711")
