"""Files from strangers and from bad days: each is refused in words, and nothing of it is kept."""

from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from django.contrib.auth.models import User

from initiatives.importing import upload
from initiatives.importing.columns import ORGANIZATIONS
from initiatives.importing.sheet import Unreadable
from initiatives.importing.table import sheet_of
from initiatives.models import BulkImport

SHEET = "xl/worksheets/sheet1.xml"


def workbook_of(rows: list[list[Any]], name: str = "Sheet") -> bytes:
    book, buffer = openpyxl.Workbook(), BytesIO()
    book.worksheets[0].title = name
    for row in rows:
        book.worksheets[0].append(row)
    book.save(buffer)
    return buffer.getvalue()


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
def hostile_files() -> dict[str, tuple[bytes, str]]:
    """What the file is → its bytes, and words of the refusal."""
    good = parts_of(workbook_of([["name"], ["Example Bank"]]))
    entities = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    return {
        "unpacks without end": (zipped({**good, "xl/media/zeros.bin": bytes(120 * 1024 * 1024)}), "unpacks to more than"),
        "too many parts": (zipped({**good, **{f"xl/media/{number}.bin": b"" for number in range(600)}}), "parts"),
        "entities": (zipped({**good, SHEET: entities + good[SHEET].partition(b"?>")[2]}), "entities"),
        "macros": (zipped({**good, "xl/vbaProject.bin": b"Sub AutoOpen()"}), "macros"),
        "no workbook inside": (zipped({"readme.txt": b"hello"}), "damaged"),
        "broken sheet": (zipped({**good, SHEET: good[SHEET][:100]}), "damaged"),
        "cut off": (zipped(good)[:300], "damaged"),
        "spoilt on its way": (spoilt(zipped(good), SHEET), "damaged"),
        "binary": (bytes(range(256)) * 10, "UTF-8"),
        "zeros": (b"name\nExample\x00Bank\n", "zeros"),
        "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "neither"),
        "a document": (b"%PDF-1.7 ...", "neither"),
        "empty": (b"", "empty"),
        "blank lines": (b"\n\n,,\n", "empty"),
        "only a header": (b"name\n", "no rows"),
        "a quotation mark that is never closed": (b'name\n"Example Bank\nAnother\n', "quotation mark"),
        "more cells than columns": (b"name,kind\nExample,bank,Bank\n", "more cells"),
        "too many columns": (",".join(f"c{n}" for n in range(61)).encode() + b"\n" + b"," * 60 + b"a\n", "columns"),
        "too many rows": (b"name\n" + b"Bank\n" * 20_001, "at most 20,000"),
        "too many rows of a workbook": (workbook_of([["name"], *[[str(n)] for n in range(20_001)]]), "at most 20,000"),
        "too large": (b"name\n" + b"a" * (11 * 1024 * 1024), "at most 10 MB"),
        "a cell without end": (b"name\n" + b"a" * 10_001 + b"\n", "at most 10000"),
        "an old encoding": ("name\nSociété\n".encode("latin-1"), "UTF-8"),
    }


@pytest.mark.parametrize("which", sorted(hostile_files()))
def test_a_hostile_or_broken_file_is_refused_in_words_and_not_kept(ada: User, which: str) -> None:
    content, words = hostile_files()[which]
    most = 200 if which != "too many rows of a workbook" else 20_000
    with pytest.raises(Unreadable, match=words):
        upload.take("organizations", "table.xlsx", content, ada) if most == 200 else sheet_of(content, ORGANIZATIONS)
    assert not BulkImport.objects.exists()


def test_names_of_files_and_headers_with_control_characters_are_cleaned(ada: User) -> None:
    row = upload.take("organizations", "a\x00b\u202e.csv", "na\u202eme\x07\nExample\x01 Bank\n".encode(), ada)
    assert row.file_name == "ab.csv"
    assert row.headers == ["name"]
    assert row.reading["first"] == [["Example Bank"]]


@pytest.mark.parametrize("name", ["", "x" * 5000, "../../etc/passwd", "<script>.csv"])
def test_any_name_of_a_file_is_kept_as_text(ada: User, name: str) -> None:
    assert upload.take("organizations", name, b"name\nExample\n", ada).file_name == (name[-255:] or "file")


@pytest.mark.parametrize("formula", ["=1/0", "=SUM(A1:A1)*2", '=IF(TRUE,"<5","")', '=HYPERLINK("https://evil.example")'])
def test_a_formula_whose_value_was_never_worked_out_is_refused_with_its_cell(formula: str) -> None:
    with pytest.raises(Unreadable, match="Cell B2 holds a formula without its value"):
        sheet_of(workbook_of([["name", "kind"], ["Academy", formula]]), ORGANIZATIONS)


def test_all_cells_with_such_formulas_are_named_up_to_ten() -> None:
    few = workbook_of([["name", "kind"], *[[f"Academy {number}", "=1/0"] for number in range(3)]])
    with pytest.raises(Unreadable, match="Cells B2, B3, B4 hold formulas without their values"):
        sheet_of(few, ORGANIZATIONS)
    many = workbook_of([["name", "kind"], *[[f"Academy {number}", "=1/0"] for number in range(300)]])
    with pytest.raises(Unreadable, match="B10, B11 and more hold formulas"):
        sheet_of(many, ORGANIZATIONS)
