"""PDF files, also those that are bad on purpose, read in a process with limits."""

import io
import multiprocessing
import os
import re
from dataclasses import replace

import django
import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from initiatives.ingest.run.portable_document import Limits, is_portable_document, read
from initiatives.ingest.steps.extract import PrintedDocument
from initiatives.ingest.values import NoArticle
from tests.initiatives.ingest.papers import assembled, drawn, paper, written

LINE = (60, 700, 11, "The ministry will pay EUR 40 million for a national AI model.")
LIMITS = Limits(processor_seconds=5, wall_seconds=10)


def refusal(body: bytes, limits: Limits = LIMITS) -> NoArticle:
    found = read(body, limits)
    assert isinstance(found, NoArticle), found
    assert found.message.endswith(".")
    return found


def test_a_document_gives_its_text_with_its_places_and_what_it_says_of_itself() -> None:
    found = read(paper([[LINE]], "/Title (A model) /Author (Ada Nordin) /CreationDate (D:20261109093000+01'00')"))
    assert isinstance(found, PrintedDocument)
    assert (found.title, found.author, found.created) == ("A model", "Ada Nordin", "2026-11-09")
    (piece,) = found.pages[0].pieces
    assert (piece.x, piece.y, piece.size, piece.text) == LINE
    assert found.pages[0].width == 595


def test_a_document_is_known_by_its_mark_also_behind_a_few_bytes() -> None:
    assert is_portable_document(b"\xef\xbb\xbf\r\n" + paper([[LINE]]))
    assert not is_portable_document(b"<html>%PDF" + b" " * 2000)


def locked() -> bytes:
    writer = PdfWriter(io.BytesIO(paper([[LINE]])))
    writer.encrypt("secret", algorithm="RC4-128")
    body = io.BytesIO()
    writer.write(body)
    return body.getvalue()


def round_in_a_circle() -> bytes:
    return written([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>", b"<< >>"])


def nested(depth: int) -> bytes:
    return written([b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * depth + b"]" * depth, b"<< >>"])


HOSTILE = {
    "locked": (locked(), "locked with a password"),
    "no PDF behind the mark": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged"),
    "the mark alone": (b"%PDF-1.7", "damaged"),
    "cut in the middle": (paper([[LINE]])[:300], "damaged"),
    "pages in a circle": (round_in_a_circle(), ""),
    "brackets without end": (nested(100_000), "damaged"),
    "a bomb": (assembled([b" " * 300_000_000 + drawn([LINE])], packed=True), ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_document_that_is_bad_on_purpose_costs_one_failure_in_words(name: str) -> None:
    body, words = HOSTILE[name]
    found = read(body, LIMITS)
    if words:
        assert isinstance(found, NoArticle), name
        assert words in found.message
    else:  # pypdf may read what it can of it: then there is no text
        assert isinstance(found, NoArticle) or not any(page.pieces for page in found.pages)
    assert isinstance(read(paper([[LINE]])), PrintedDocument)


def test_a_document_whose_table_of_objects_is_not_where_it_says_is_read_all_the_same() -> None:
    found = read(re.sub(rb"startxref\n\d+", b"startxref\n7", paper([[LINE]])))
    assert isinstance(found, PrintedDocument)
    assert found.pages[0].pieces[0].text == LINE[3]


def test_what_takes_too_long_is_ended_and_leaves_no_process_behind() -> None:
    long = assembled([b"BT /F1 9 Tf (a) Tj ET\n" * 2_000_000], packed=True)
    before = {child.pid for child in psutil.Process(os.getpid()).children()}
    assert "longer" in refusal(long, Limits(processor_seconds=1, wall_seconds=20, memory_bytes=2 * 1024**3)).message
    assert "longer" in refusal(long, Limits(processor_seconds=20, wall_seconds=1, memory_bytes=2 * 1024**3)).message
    assert {child.pid for child in psutil.Process(os.getpid()).children()} <= before


@pytest.mark.slow
def test_what_needs_too_much_memory_is_ended() -> None:
    hungry = assembled([b"BT /F1 9 Tf (a) Tj ET\n" * 2_000_000], packed=True)
    assert "memory" in refusal(hungry, replace(LIMITS, memory_bytes=220 * 1024 * 1024, processor_seconds=20, wall_seconds=30)).message


def test_too_many_pages_or_letters_are_refused_with_their_number() -> None:
    assert "has 9 pages; the most that is read is 8" in refusal(paper([[LINE]] * 9), replace(LIMITS, most_pages=8)).message
    assert refusal(paper([[LINE]] * 9), replace(LIMITS, most_characters=100)).reason == "too-large"


def test_a_worker_that_may_have_no_children_of_multiprocessing_reads_it_too() -> None:
    with multiprocessing.get_context("spawn").Pool(1, initializer=django.setup) as daemons:
        assert isinstance(daemons.apply_async(read, (paper([[LINE]]),)).get(timeout=60), PrintedDocument)


@settings(max_examples=15, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 900))
def test_no_bytes_break_the_reading(noise: bytes, place: int) -> None:
    whole = paper([[LINE]])
    assert isinstance(read(whole[:place] + noise + whole[place + len(noise) :], LIMITS), PrintedDocument | NoArticle)
