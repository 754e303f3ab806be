"""The second story of the desk: ten drafts decided with the keyboard alone, a wrong decision undone, words of the article given to a field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives import review
from initiatives.models import Draft, Edition, FundingEntry
from initiatives.review import decision_of
from tests import record
from tests.browser.test_pages import VIEWS, faults
from tests.initiatives.desk.material import TEXT, a_ready_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"
DRAFTS = 10
MILLION = 10**6
MOST_KEYS = 32  # for ten decisions, one of them undone and made again, four shown anew before they are published


@dataclass
class Keyboard:
    """A keyboard that counts."""

    page: Page
    pressed: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.pressed.append(key)
            self.page.keyboard.press(key)


@pytest.fixture
def desk(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """A running copy with the curated record, ten drafts that wait, and one editor."""
    cache.clear()
    record.put_back(curated_tables)
    for number in range(DRAFTS):
        a_ready_draft(f"Norway builds model {number}", consequence=(DRAFTS - number) * 10 * MILLION)
    User.objects.create_user("ada", password=PASSWORD).groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    yield live_server.url
    cache.clear()


def sign_in(page: Page, desk: str) -> None:
    page.goto(f"{desk}/desk/sign-in/")
    page.fill("[name=username]", "ada")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    expect(page.locator("h1")).to_contain_text("wait for a decision")


def first(page: Page, desk: str) -> None:
    page.goto(f"{desk}/desk/drafts/{Draft.objects.order_by('-urgency')[0].pk}/")


def test_ten_drafts_are_decided_with_the_keyboard_alone_and_a_wrong_decision_is_undone(desk: str, page: Page) -> None:
    sign_in(page, desk)
    keys, said = Keyboard(page), page.locator(".messages")
    keys.press("j", "Enter")
    expect(page.locator("[data-form]")).to_be_visible()
    edition = Edition.objects.current_number()
    for number in range(DRAFTS):
        if number % 2:
            keys.press("x", "2", "Enter")
            expect(said).to_contain_text(f"Rejected: Norway builds model {number}")
        else:
            keys.press("a")
            expect(said).to_contain_text(re.compile(rf"Not published yet|model {number}\. Undo"), timeout=20_000)
            if page.get_by_text("Not published yet").count():  # the one before tells of the same money: what it is now is shown first
                keys.press("a")
            expect(said).to_contain_text(f"Norway builds model {number}. Undo")
        if number == 1:
            keys.press("u")
            expect(said).to_contain_text("Open again, as it was: Norway builds model 1")
            keys.press("x", "3", "Enter")
            expect(said).to_contain_text("Rejected: Norway builds model 1")
    assert not Draft.objects.filter(state="open").exists()
    assert Edition.objects.current_number() == edition + DRAFTS // 2
    kinds = Draft.objects.filter(state="rejected").order_by("rejected_as").values_list("rejected_as", flat=True)
    assert list(kinds) == ["known"] * 4 + ["misread"]
    assert len(keys.pressed) <= MOST_KEYS, keys.pressed


def test_a_question_is_read_before_a_publishes_and_a_once_more_says_yes(desk: str, page: Page) -> None:
    draft = Draft.objects.order_by("-urgency")[0]
    form = decision_of(draft)
    review.edit(draft.pk, draft.version, replace(form, entries=tuple(replace(entry, usd_as_published="2000000000") for entry in form.entries)))
    Draft.objects.filter(pk=draft.pk).update(matched_with=Edition.objects.current_number())
    sign_in(page, desk)
    first(page, desk)
    edition = Edition.objects.current_number()
    box = page.get_by_label("Yes, the source says so: The source gives")
    expect(box).not_to_be_checked()
    page.keyboard.press("a")
    expect(box).to_be_focused()
    expect(page.locator(".messages")).to_contain_text("Not published yet")
    assert Edition.objects.current_number() == edition
    page.keyboard.press("a")
    expect(page.locator(".messages")).to_contain_text("Undo with u", timeout=20_000)
    assert Edition.objects.current_number() == edition + 1


def test_the_next_draft_is_there_at_once_and_back_leads_back(desk: str, page: Page) -> None:
    sign_in(page, desk)
    first(page, desk)
    begun = page.url
    with page.expect_response(lambda answer: "/desk/drafts/" in answer.url and answer.request.headers.get("x-ahead") == "1"):
        pass
    page.wait_for_timeout(300)
    page.evaluate("window.stillThere = true")
    page.keyboard.press("j")
    expect(page.locator("h1")).to_have_text("Norway builds model 1")
    assert page.evaluate("window.stillThere") is True
    assert page.url != begun
    assert page.title().startswith("Norway builds model 1")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Norway builds model 0")
    assert page.url == begun


def test_selected_words_fill_the_field_and_become_a_row_by_keyboard(desk: str, page: Page) -> None:
    sign_in(page, desk)
    first(page, desk)
    draft = Draft.objects.order_by("-urgency")[0]
    page.locator("[data-article]").focus()
    before = TEXT[: TEXT.index("2 billion")].split()
    for _ in range(len(before) + 1):
        page.keyboard.press("ArrowRight")
    for _ in range(2):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("[data-take]")).to_contain_text("“2 billion kroner” becomes")
    page.keyboard.press("4")
    expect(page.locator("#points-0")).to_contain_text("2 billion kroner")
    decided = Draft.objects.get(pk=draft.pk).decided or {}
    assert decided["points"][0]["words"]["text"] == "2 billion kroner"


def test_no_key_fires_while_somebody_types_and_unsaved_words_are_not_left_by_accident(desk: str, page: Page) -> None:
    sign_in(page, desk)
    first(page, desk)
    page.locator("#entries-0-words").focus()
    page.keyboard.press("e")
    page.keyboard.type("ajkx")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(".messages")).to_contain_text("not saved")
    expect(page.locator("h1")).to_have_text("Norway builds model 0")
    assert not FundingEntry.objects.filter(initiative__name__startswith="Norway builds model").exists()


def test_leaving_a_row_out_is_told_at_once(desk: str, page: Page) -> None:
    sign_in(page, desk)
    first(page, desk)
    expect(page.locator("#effect h2")).to_contain_text("NOK")
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("Space")
    expect(page.locator("#effect h2")).to_have_text("Publishing this adds no money")


def test_the_page_is_sound_in_every_view(desk: str, browser: Browser) -> None:
    found: dict[str, list[str]] = {}
    address = f"/desk/drafts/{Draft.objects.order_by('-urgency')[0].pk}/"
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        sign_in(context.new_page(), desk)
        page = context.new_page()
        found[view] = faults(page, address, desk)
        context.close()
    assert {where: what for where, what in found.items() if what} == {}
