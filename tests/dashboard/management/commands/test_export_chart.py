"""A chart as a file without a server: whole, named errors, no half file."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

pytestmark = pytest.mark.django_db


def export(output: Path, slug: str = "funding-by-country", extension: str = "svg", query: str = "") -> str:
    said = StringIO()
    call_command("export_chart", slug, format=extension, filter=query, output=output, stdout=said)
    return said.getvalue()


def test_every_format_that_needs_no_browser_is_written(two_countries: Path, tmp_path: Path) -> None:
    for extension, begins in (("svg", b"<?xml"), ("csv", b"\xef\xbb\xbfcountry"), ("json", b"{"), ("xlsx", b"PK"), ("pptx", b"PK")):
        said = export(tmp_path / f"chart.{extension}", extension=extension, query="?country=NOR&currency=NOK")
        assert (tmp_path / f"chart.{extension}").read_bytes().startswith(begins)
        assert "edition 1" in said
    assert {row["country"] for row in json.loads((tmp_path / "chart.json").read_bytes())["rows"]} == {"NOR"}


def test_a_wrong_slug_filter_or_missing_browser_ends_in_words_and_without_a_file(two_countries: Path, tmp_path: Path, settings: Settings) -> None:
    settings.CHROMIUM_PATH = "/nonexistent"
    wanted = tmp_path / "chart.png"
    for slug, extension, query, words in (
        ("funding-by-planet", "svg", "", "is no chart"),
        ("funding-map", "svg", "basis=comitted", "comitted"),
        ("funding-map", "png", "", "No Chromium"),
        ("funding-map", "pptx", "", "No Chromium"),
    ):
        with pytest.raises(CommandError, match=words):
            export(wanted, slug, extension, query)
    assert list(tmp_path.glob("*.png")) == list(tmp_path.glob(".*part")) == []


def test_a_file_that_cannot_be_written_leaves_nothing_behind(two_countries: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="could not be written"):
        export(tmp_path / "no such folder" / "chart.svg")
    folder = tmp_path / "chart.svg"
    folder.mkdir()
    with pytest.raises(CommandError, match="could not be written"):
        export(folder)
    assert list(tmp_path.glob(".*part")) == []
