"""Uploading a table: read, asked, previewed, confirmed."""

from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from initiatives import publish
from initiatives.models import Article, Edition, FundingCount, FundingEntry, Initiative, Organization
from tests.initiatives.admin.conftest import words_of

FUNDING = "/admin/initiatives/fundingentry/import/"
ORGANIZATIONS = "/admin/initiatives/organization/import/"
INITIATIVES = "/admin/initiatives/initiative/import/"
EUROPEAN = (
    "\ufeffslug;amount;currency;announced_on;funder;note\r\n"
    'exampleland-ai-hub;1.250.000,50;EUR;03.04.2026;"Société d’État; Côte d’Ivoire";"first line"\r\n'
    'exampleland-ai-hub;;EUR;2026-04;Ministry of Science;"amount not disclosed"\r\n'
)
FOR_ALL_ROWS = {"source": "https://news.example/table", "stage": "announced", "origin": "public", "scope": "ai", "tier": "3"}


def upload(client: Client, address: str, content: str | bytes, name: str = "table.csv", **answers: str) -> Any:
    body = content if isinstance(content, bytes) else content.encode()
    return client.post(address, {"file": SimpleUploadedFile(name, body), **answers})


def confirm(client: Client, preview: Any) -> Any:
    return client.post(preview.context["process_address"], preview.context["confirm"])


def test_a_european_file_asks_for_the_order_of_day_and_month_and_stores_nothing(signed_in: Client, hub: Initiative) -> None:
    answer = upload(signed_in, FUNDING, EUROPEAN, **FOR_ALL_ROWS)
    assert answer.status_code == 400
    assert "“03.04.2026” (line 2) can be 3 Apr 2026 or 4 Mar 2026" in words_of(answer)
    assert FundingEntry.objects.count() == 1


def test_the_answer_needs_no_second_upload_and_shows_how_the_file_was_read(signed_in: Client, hub: Initiative) -> None:
    asked = upload(signed_in, FUNDING, EUROPEAN, **FOR_ALL_ROWS)
    preview = signed_in.post(FUNDING, {**FOR_ALL_ROWS, "kept": asked.context["form"]["kept"].value(), "day_order": "day-first"})
    words = words_of(preview)
    assert preview.status_code == 200, words
    assert "semicolons between cells, a decimal comma (1.250.000,50), the day first" in words
    assert "2 new, 0 changed" in words
    assert FundingEntry.objects.count() == 1
    assert Edition.objects.current_number() == 1


def test_a_confirmed_european_file_is_stored_and_counted_as_one_edition(signed_in: Client, administrator: User, hub: Initiative) -> None:
    preview = upload(signed_in, FUNDING, EUROPEAN, **FOR_ALL_ROWS, day_order="day-first")
    answer = confirm(signed_in, preview)
    assert answer.status_code == 302, words_of(answer)
    first, second = FundingEntry.objects.exclude(key="exampleland-ai-hub#1").order_by("key")
    assert (first.amount, first.announced_on, first.note) == (Decimal("1250000.50"), "2026-04-03", "first line")
    assert (second.amount, second.announced_on) == (None, "2026-04")
    assert first.funders.get().described == "Société d’État; Côte d’Ivoire"
    assert second.funders.get().organization == Organization.objects.get(name="Ministry of Science")
    assert first.source.url == FOR_ALL_ROWS["source"]
    assert FundingCount.objects.get(snapshot__day=None, entry=first).net == first.amount
    assert Edition.objects.current_number() == 2
    assert first.history.get().history_user == administrator


def test_the_same_file_twice_adds_nothing_the_second_time(signed_in: Client, hub: Initiative) -> None:
    confirm(signed_in, upload(signed_in, FUNDING, EUROPEAN, **FOR_ALL_ROWS, day_order="day-first"))
    lines, edition = FundingEntry.history.count(), Edition.objects.current_number()
    again = upload(signed_in, FUNDING, EUROPEAN, **FOR_ALL_ROWS, day_order="day-first")
    assert "0 new, 0 changed, 2 as the record has them" in words_of(again)
    confirm(signed_in, again)
    assert (FundingEntry.history.count(), Edition.objects.current_number()) == (lines, edition)


def test_an_unknown_column_is_named_and_nothing_is_stored(signed_in: Client, hub: Initiative) -> None:
    answer = upload(signed_in, FUNDING, EUROPEAN.replace(";note", ";comitted"), **FOR_ALL_ROWS, day_order="day-first")
    assert answer.status_code == 400
    assert "“comitted” is not a column. Known are: key, initiative" in words_of(answer)
    assert FundingEntry.objects.count() == 1


def test_a_number_that_can_be_two_numbers_is_asked_about(signed_in: Client, hub: Initiative) -> None:
    file = "initiative;amount;currency;announced_on\nexampleland-ai-hub;1.250;EUR;2026-04\n"
    asked = upload(signed_in, FUNDING, file, **FOR_ALL_ROWS)
    assert "“1.250” (line 2) can be 1.25 or 1250" in words_of(asked)
    confirm(signed_in, upload(signed_in, FUNDING, file, **FOR_ALL_ROWS, decimal_mark=","))
    assert FundingEntry.objects.get(announced_on="2026-04").amount == 1250


def test_one_wrong_row_keeps_the_whole_file_out_and_is_named(signed_in: Client, hub: Initiative) -> None:
    file = "initiative,amount,currency,announced_on\nexampleland-ai-hub,5,EUR,2026-04\nnowhere,6,EUR,2026-05\nexampleland-ai-hub,7,EURO,2026-06\n"
    answer = upload(signed_in, FUNDING, file, **FOR_ALL_ROWS)
    words = words_of(answer)
    assert answer.status_code == 400
    assert "Row 2, initiative: “nowhere” is the address of no initiative" in words
    assert "Row 3, currency:" in words
    assert FundingEntry.objects.count() == 1
    assert not Article.objects.filter(url=FOR_ALL_ROWS["source"]).exists()


def test_a_file_that_says_too_little_is_told_what_is_missing(signed_in: Client, hub: Initiative) -> None:
    answer = upload(signed_in, FUNDING, "initiative,amount,currency,announced_on\nexampleland-ai-hub,5,EUR,2026-04\n")
    assert "Neither the row nor the whole file says the stage" in words_of(answer)


def test_a_relation_of_a_file_obeys_the_ledger(signed_in: Client, hub: Initiative) -> None:
    file = "key,relation,related_to\nexampleland-ai-hub#1,part-of,exampleland-ai-hub#1\n"
    answer = upload(signed_in, FUNDING, file)
    assert answer.status_code == 400
    assert "Row 1, " in words_of(answer)


def test_a_record_changed_since_the_preview_shows_the_preview_again(signed_in: Client, hub: Initiative) -> None:
    preview = upload(signed_in, ORGANIZATIONS, "name,kind\nExample Bank,bank\n")
    with publish.editing(None, "Meanwhile") as session:
        session.save(Organization(name="Another"))
    answer = confirm(signed_in, preview)
    assert answer.status_code == 200
    assert "The record has changed since the preview" in words_of(answer)
    assert not Organization.objects.filter(name="Example Bank").exists()
    assert confirm(signed_in, answer).status_code == 302
    assert Organization.objects.get(name="Example Bank").kind == "bank"


def test_an_organization_is_updated_by_any_of_its_names(signed_in: Client, hub: Initiative) -> None:
    confirm(signed_in, upload(signed_in, ORGANIZATIONS, "name,other_names\nMinistry of Science,MoS; 科学省\n"))
    confirm(signed_in, upload(signed_in, ORGANIZATIONS, "name,kind,country\nMoS,university,Japan\n"))
    row = Organization.objects.get()
    assert (row.name, row.kind, row.country_id) == ("Ministry of Science", "university", "JPN")
    assert {name.name for name in row.names.all()} == {"MoS", "科学省"}


def test_initiatives_come_with_their_owners_by_code_or_name(signed_in: Client, db: None) -> None:
    file = "slug,name,countries,kind,status,announced,summary,themes\njoint,Joint,France; Germany,compute,announced,2026,Two.,energy chips\n"
    answer = confirm(signed_in, upload(signed_in, INITIATIVES, file))
    assert answer.status_code == 302, words_of(answer)
    row = Initiative.objects.get(slug="joint")
    assert (row.countries, row.themes) == (["FRA", "DEU"], ["energy", "chips"])


def test_a_cell_that_looks_like_markup_is_shown_as_text(signed_in: Client, hub: Initiative) -> None:
    preview = upload(signed_in, ORGANIZATIONS, "name\n<img src=x onerror=alert(1)>\n")
    assert "<img src=x" not in preview.content.decode()
    assert "&lt;img src=x" in preview.content.decode()


def test_a_kept_file_belongs_to_the_person_who_uploaded_it(signed_in: Client, hub: Initiative) -> None:
    preview = upload(signed_in, ORGANIZATIONS, "name\nExample Bank\n")
    other = Client()
    other.force_login(User.objects.create_superuser("bob"))
    assert "The file is no longer kept here" in words_of(confirm(other, preview))
    assert not Organization.objects.filter(name="Example Bank").exists()


def workbook_of(rows: list[list[Any]]) -> bytes:
    book, buffer = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(buffer)
    return buffer.getvalue()


def test_a_workbook_is_read_with_its_numbers_and_days(signed_in: Client, hub: Initiative) -> None:
    content = workbook_of([["initiative", "amount", "currency", "announced_on"], ["exampleland-ai-hub", 1250000.5, "EUR", "2026-04-03"]])
    confirm(signed_in, upload(signed_in, FUNDING, content, "table.xlsx", **FOR_ALL_ROWS))
    assert FundingEntry.objects.get(announced_on="2026-04-03").amount == Decimal("1250000.5")


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of(workbook: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spoilt(workbook: bytes, part: str) -> bytes:
    """The first byte of a packed part says of what kind its first block is; the kind that is put here does not exist."""
    with ZipFile(BytesIO(workbook)) as archive:
        begins = archive.getinfo(part).header_offset + 30 + len(part)
    return workbook[:begins] + b"\xff" + workbook[begins + 1 :]


@cache
def hostile_files() -> dict[str, bytes]:
    good = parts_of(workbook_of([["name"], ["Example Bank"]]))
    sheet = "xl/worksheets/sheet1.xml"
    entities = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    return {
        "unpacks without end": zipped({**good, "xl/media/zeros.bin": bytes(60 * 1024 * 1024)}),
        "too many parts": zipped({**good, **{f"xl/media/{number}.bin": b"" for number in range(600)}}),
        "entities": zipped({**good, sheet: entities + good[sheet].partition(b"?>")[2]}),
        "no workbook inside": zipped({"readme.txt": b"hello"}),
        "broken sheet": zipped({**good, sheet: good[sheet][:100]}),
        "cut off": zipped(good)[:300],
        "spoilt on its way": spoilt(zipped(good), sheet),
        "binary": bytes(range(256)) * 10,
        "empty": b"",
        "only a header": b"name\n",
        "a quotation mark that is never closed": b'name\n"Example Bank\nAnother\n',
        "more cells than columns": b"name,kind\nExample,bank,Bank\n",
        "too many rows": b"name\n" + b"Bank\n" * 1001,
        "too large": b"name\n" + b"a" * (6 * 1024 * 1024),
        "an old encoding": "name\nSociété\n".encode("latin-1"),
        "a name twice": b"name,name\na,b\n",
    }


@pytest.mark.parametrize("which", sorted(hostile_files()))
def test_a_hostile_or_broken_file_is_refused_in_words(signed_in: Client, which: str) -> None:
    answer = upload(signed_in, ORGANIZATIONS, hostile_files()[which], "table.xlsx")
    assert answer.status_code == 400
    assert answer.context["form"].errors["file"]
    assert not Organization.objects.exists()


def test_a_formula_of_a_workbook_is_no_more_than_its_last_value(signed_in: Client, db: None) -> None:
    answer = upload(signed_in, ORGANIZATIONS, workbook_of([["name", "slug"], ["Example Bank", '=HYPERLINK("https://evil.example")']]), "table.xlsx")
    assert "evil.example" not in words_of(answer)


@pytest.mark.parametrize("kept", ["", "../../etc/passwd", "a\x00b", "x" * 500])
def test_a_made_up_token_finds_no_file(signed_in: Client, kept: str) -> None:
    answer = signed_in.post("/admin/initiatives/organization/process_import/", {"kept": kept, "seen": "1"})
    assert answer.status_code == 400
