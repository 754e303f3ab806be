"""Settings from the environment: read, or refused in words."""

import stat
from pathlib import Path

import pytest

from config import env


def test_a_missing_variable_is_named_with_the_place_that_explains_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    with pytest.raises(env.SettingError, match=r"SECRET_KEY is not set.*docs/settings\.md"):
        env.text("SECRET_KEY")


@pytest.mark.parametrize(("written", "read"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("", False), ("off", False)])
def test_yes_and_no_are_read_in_their_usual_forms(monkeypatch: pytest.MonkeyPatch, written: str, read: bool) -> None:
    monkeypatch.setenv("DEBUG", written)
    assert env.flag("DEBUG", default=not read) is read


def test_any_other_word_is_neither_yes_nor_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "maybe")
    with pytest.raises(env.SettingError, match='DEBUG: "maybe" is neither yes nor no'):
        env.flag("DEBUG", default=False)


@pytest.mark.parametrize("written", ["-1", "8e3", "８000", "many"])
def test_a_number_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("PORT", written)
    with pytest.raises(env.SettingError, match="PORT"):
        env.number("PORT", 8000)


def test_one_of_a_few_words_is_read_and_any_other_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_FORMAT", " JSON ")
    assert env.choice("LOG_FORMAT", "line", ("line", "json")) == "json"
    monkeypatch.setenv("LOG_FORMAT", "xml")
    with pytest.raises(env.SettingError, match='LOG_FORMAT: "xml" is not one of line, json'):
        env.choice("LOG_FORMAT", "line", ("line", "json"))


def test_a_list_is_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", " a.example , ,b.example")
    assert env.words("ALLOWED_HOSTS") == ["a.example", "b.example"]


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret_key"
    first = env.kept_secret(path)
    assert env.kept_secret(path) == first
    assert len(first) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]
