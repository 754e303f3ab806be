"""Printing: a file that is not whole is told in words, and a full disk is called one."""

import stat
import tempfile
from pathlib import Path

import pytest

from dashboard.briefings import printed
from dashboard.exports.browser import PictureFailed


@pytest.fixture
def halves(tmp_path: Path) -> str:
    """A browser that leaves half a file, as one does whose disk is full."""
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\nfor one in "$@"; do case "$one" in --print-to-pdf=*) printf "%%PDF-1.7 half" > "${one#*=}";; esac; done\n')
    browser.chmod(browser.stat().st_mode | stat.S_IEXEC)
    return str(browser)


def test_half_a_file_is_not_taken_and_told_in_words(halves: str, tmp_path: Path) -> None:
    with pytest.raises(PictureFailed, match="could not print the pages"):
        printed.printed(halves, tmp_path / "deck.html", tmp_path / "deck.pdf")


def test_a_file_is_whole_where_it_says_that_it_ends(tmp_path: Path) -> None:
    file = tmp_path / "deck.pdf"
    assert not printed.is_whole(file)
    file.write_bytes(b"%PDF-1.7 " + b"x" * 5000)
    assert not printed.is_whole(file)
    file.write_bytes(b"%PDF-1.7 " + b"x" * 5000 + b"\n%%EOF\n")
    assert printed.is_whole(file)


def test_a_disk_with_room_is_not_called_full() -> None:
    assert not printed.has_no_room(Path(tempfile.gettempdir()))
