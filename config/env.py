"""Reads settings from the environment; what cannot be read stops the start with a sentence that says how to mend it."""

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}
KEY_BYTES = 48


class SettingError(Exception):
    """A setting that cannot be used: names the variable, the value and what is allowed."""


def text(name: str, default: str | None = None) -> str:
    """The variable as it stands; raises SettingError when it is missing and has no default."""
    value = os.environ.get(name, default)
    if value is None:
        raise SettingError(f"{name} is not set. Set it in the environment; docs/settings.md says what it is for.")
    return value


def flag(name: str, default: bool) -> bool:
    """A yes or no; an empty variable means no. Raises SettingError for any other word."""
    value = os.environ.get(name, str(default)).strip().lower()
    if value in YES | NO:
        return value in YES
    raise SettingError(f'{name}: "{value}" is neither yes nor no. Use 1 or 0.')


def number(name: str, default: int) -> int:
    """A whole number of at least 0. Raises SettingError for anything else."""
    value = os.environ.get(name, str(default)).strip()
    if value.isascii() and value.isdigit():
        return int(value)
    raise SettingError(f'{name}: "{value}" is not a whole number. Use digits only, such as {default}.')


def choice(name: str, default: str, allowed: Sequence[str]) -> str:
    """One of a few words. Raises SettingError for any other."""
    value = os.environ.get(name, default).strip().lower()
    if value in allowed:
        return value
    raise SettingError(f'{name}: "{value}" is not one of {", ".join(allowed)}.')


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas; blanks and empty items fall away."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def kept_secret(path: Path, size: int = KEY_BYTES) -> str:
    """A random secret of `size` bytes kept in `path`, made for its owner alone at the first use and the same from then on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    if not path.exists():
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(size))
        link_first(fresh, path)
    return path.read_text(encoding="ascii").strip()


def link_first(fresh: Path, path: Path) -> None:
    """Gives `fresh` its lasting name unless another process was first; two first starts then share one secret."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    finally:
        fresh.unlink()
