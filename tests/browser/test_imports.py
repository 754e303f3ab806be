"""A colleague's spreadsheet of 500 entries goes in by the keyboard alone, with every problem shown before anything is stored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from initiatives.importing import run, upload
from initiatives.models import BulkImport, FundingEntry, Initiative
from tests import record
from tests.browser.test_desk import PASSWORD
from tests.browser.test_pages import VIEWS, faults
from tests.initiatives.ingest.run.test_workers import a_worker

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROWS = 500
WITHIN_A_MINUTE = 60_000
HOSTILE = "<script>alert(1)</script><img src=https://evil.example/x>"
LONG_WORD = "Unbroken" * 15


@pytest.fixture
def desk(curated_tables: tuple[record.Table, ...], live_server: LiveServer) -> Iterator[str]:
    """A running copy with the curated record and one editor."""
    cache.clear()
    record.put_back(curated_tables)
    User.objects.create_user("ada", password=PASSWORD).groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    yield live_server.url
    cache.clear()


@pytest.fixture
def five_hundred(tmp_path: Path, desk: str) -> Path:
    """Entries as a colleague in Europe writes them, with a column of her own, a misspelt stage and a misspelt initiative."""
    slugs = list(Initiative.objects.order_by("slug").values_list("slug", flat=True))
    lines = ["Programme;Date;Betrag;Currency;Stage;Origin;Scope;Source URL;Quality;Checked by"]
    for number in range(ROWS):
        stage = "comitted" if number == 10 else "announced"
        slug = "japan-domestic-foundation-modle" if number == 20 else slugs[number % len(slugs)]
        day = f"{number % 12 + 1:02}.{number % 9 + 1:02}.2026"
        lines.append(f"{slug};{day};{number + 1}.250,50;EUR;{stage};public;AI;https://news.example/{number};3;Ben")
    file = tmp_path / "colleague.csv"
    file.write_text("\n".join(lines), encoding="utf-8-sig")
    return file


def sign_in(page: Page, desk: str) -> None:
    page.goto(f"{desk}/desk/")
    page.fill("[name=username]", "ada")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")


class Keys:
    """A person without a mouse, who counts the keys that are pressed beside typed values."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def to(self, selector: str) -> None:
        """Goes to a control by the Tab key."""
        for _ in range(120):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"{selector} cannot be reached by Tab")


def test_five_hundred_entries_go_in_by_the_keyboard_with_every_problem_shown_first(
    desk: str, page: Page, five_hundred: Path, live_environment: dict[str, str]
) -> None:
    before = FundingEntry.objects.count()
    sign_in(page, desk)
    keys = Keys(page)
    hand_over(keys, f"{desk}/desk/imports/", five_hundred)
    name_the_columns(keys)
    with a_worker(live_environment):
        keys.press("Enter")
        mend_what_keeps_it_out(keys)
        assert FundingEntry.objects.count() == before
        keys.to(".effect button.primary")
        keys.press("Enter")
        expect(page.locator("h1")).to_contain_text("stored", timeout=WITHIN_A_MINUTE)
        expect(page.locator("#undo")).to_be_visible(timeout=WITHIN_A_MINUTE)
    assert FundingEntry.objects.count() == before + ROWS
    keys.to("#undo button")
    keys.press("Enter")
    expect(page.locator("h1")).to_contain_text("taken back", timeout=WITHIN_A_MINUTE)
    assert FundingEntry.objects.count() == before


def hand_over(keys: Keys, address: str, file: Path) -> None:
    page = keys.page
    page.goto(address)
    keys.to("[name=file]")
    with page.expect_file_chooser() as chooser:
        keys.press("Enter")
    chooser.value.set_files(file)
    keys.to(".hand-over button")
    keys.press("Enter")
    expect(page.locator("h1")).to_contain_text("What do the columns of this file of funding entries mean?")


def name_the_columns(keys: Keys) -> None:
    """Says which days are meant and leaves out the unknown column; the button has the focus then."""
    expect(keys.page.locator(".question")).to_contain_text("can be 10 Jan 2026 or 1 Oct 2026")
    keys.to("[name=day_order]")
    keys.press("Space")
    keys.to("tr.undecided select")
    keys.press("Home")
    keys.page.keyboard.type("left")
    keys.to(".columns button.primary")


def mend_what_keeps_it_out(keys: Keys) -> None:
    """Takes what is proposed for each problem, until the totals are shown."""
    page = keys.page
    expect(page.locator(".effect h2")).to_contain_text("2 problems keep this file out", timeout=WITHIN_A_MINUTE)
    expect(page.locator(".problems")).to_contain_text("Did you mean “committed”?")
    for words in ("1 problem keeps this file out", "500 new, 0 changed"):
        keys.to("[name=use]")
        keys.press("Enter")
        expect(page.locator(".effect h2")).to_contain_text(words, timeout=WITHIN_A_MINUTE)
    expect(page.locator(".totals")).to_contain_text("All together")


def fill(five_hundred: Path) -> list[str]:
    """An import in each state that has a look of its own; their addresses."""
    ada = User.objects.get(username="ada")
    hostile = f"initiative,amount,currency,announced_on,{LONG_WORD},{HOSTILE}\nnowhere,{LONG_WORD},EUR,2026-04,x,y\n{HOSTILE},1,EUR,2026-04,x,y\n"
    named = upload.take("funding", f"{HOSTILE}{LONG_WORD}.csv", hostile.encode(), ada)
    wrong = upload.take("funding", "wrong.csv", hostile.encode(), ada)
    assert upload.ask_for_check(wrong, {**wrong.mapping, LONG_WORD: "", HOSTILE: ""}, wrong.reading, wrong.version)
    run.work_on(wrong.pk)
    good = upload.take("funding", "good.csv", five_hundred.read_bytes().replace(b"comitted", b"committed").replace(b"modle", b"model"), ada)
    assert upload.ask_for_check(good, {**good.mapping, "Checked by": ""}, {**good.reading, "day_order": "day-first"}, good.version)
    run.work_on(good.pk)
    BulkImport.objects.create(noun="organizations", file_name="at work.csv", state="checking", rows_total=900, rows_done=300, body=b"x", made_by=ada)
    return [f"/desk/imports/{row.pk}/" for row in (named, wrong, good, BulkImport.objects.get(state="checking"))]


def test_every_page_of_an_import_is_sound_in_every_view(desk: str, browser: Browser, five_hundred: Path) -> None:
    addresses = ["/desk/imports/", *fill(five_hundred)]
    found: dict[str, list[str]] = {}
    for view, (width, height, scheme) in VIEWS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        sign_in(context.new_page(), desk)
        for address in addresses:
            page = context.new_page()
            if address == addresses[-1]:
                page.route("**/progress/", lambda route: route.fulfill(status=204))
            found[f"{address} {view}"] = faults(page, address, desk)
            page.close()
        context.close()
    assert {where: what for where, what in found.items() if what} == {}
