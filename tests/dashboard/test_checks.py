"""What a machine lacks for pictures is named with the way out, and nothing is said where nothing is missing."""

from pathlib import Path

import pytest
from pytest_django import Settings

from dashboard import checks


def test_a_missing_browser_is_named_with_what_to_install(settings: Settings) -> None:
    settings.CHROMIUM_PATH = "/nonexistent/chromium"
    (found,) = checks.browser_is_here(None)
    assert "/nonexistent/chromium" in found.msg
    assert "apt-get install chromium" in str(found.hint)


def test_a_browser_that_is_there_is_not_mentioned(settings: Settings, tmp_path: Path) -> None:
    browser = tmp_path / "chromium"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    settings.CHROMIUM_PATH = str(browser)
    assert checks.browser_is_here(None) == []


def test_missing_typefaces_are_named_by_script_and_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lister = tmp_path / "fc-list"
    lister.write_text("#!/bin/sh\ncase $1 in :lang=en) echo Noto Sans;; esac\n")
    lister.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    checks.has_typeface.cache_clear()
    found = checks.typefaces_are_here(None)
    checks.has_typeface.cache_clear()
    assert [message.hint for message in found] == ["apt-get install fonts-noto-cjk", "apt-get install fonts-noto-core"]
    assert "Chinese, Japanese and Korean" in found[0].msg


def test_a_machine_that_cannot_list_typefaces_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (found,) = checks.typefaces_are_here(None)
    assert "fc-list" in found.msg
