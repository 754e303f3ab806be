"""Downloads of the administration."""

from io import BytesIO

import openpyxl
from django.test import Client

from initiatives import publish
from initiatives.importing import run, upload
from initiatives.models import Initiative, Organization

EVIL = '=HYPERLINK("https://evil.example","x")'


def evil_organization() -> None:
    with publish.editing(None, "Evil") as session:
        session.save(Organization(name=EVIL))
        session.save(Organization(name="+49 Bank"))


def test_no_cell_of_a_text_file_starts_a_formula(signed_in: Client, db: None) -> None:
    evil_organization()
    file = signed_in.post("/admin/initiatives/organization/export/", {"format": "0", "resource": "0"})
    text = file.content.decode("utf-8-sig")
    assert file.content.startswith(b"\xef\xbb\xbf")
    assert "'=HYPERLINK" in text
    assert "'+49 Bank" in text


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(signed_in: Client, db: None) -> None:
    evil_organization()
    file = signed_in.post("/admin/initiatives/organization/export/", {"format": "1", "resource": "0"})
    sheet = openpyxl.load_workbook(BytesIO(file.content)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert EVIL in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.hyperlink is None for cell in cells)


def test_what_is_downloaded_can_be_uploaded_and_changes_nothing(signed_in: Client, hub: Initiative) -> None:
    evil_organization()
    for model, noun in (("organization", "organizations"), ("initiative", "initiatives"), ("fundingentry", "funding")):
        for number, name in ((0, "table.csv"), (1, "table.xlsx")):
            file = signed_in.post(f"/admin/initiatives/{model}/export/", {"format": str(number), "resource": "0"})
            row = upload.take(noun, name, file.content, None)
            assert upload.ask_for_check(row, row.mapping, row.reading, row.version)
            run.work_on(row.pk)
            row.refresh_from_db()
            assert (row.state, row.problems) == ("checked", [])
            assert (row.effect["new"], row.effect["changed"]) == (0, 0)


def test_a_download_holds_every_row_that_the_list_shows_under_its_filters(signed_in: Client, hub: Initiative) -> None:
    base = "/admin/initiatives/fundingentry/export/"
    for query, rows in (("", 1), ("?stage__exact=announced", 1), ("?stage__exact=pledged", 0), ("?q=exampleland", 1)):
        file = signed_in.post(base + query, {"format": "0", "resource": "0"})
        assert len(file.content.decode().splitlines()) == rows + 1
