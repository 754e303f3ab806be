"""Tells the code that this process runs from every other, for the keys of what is kept; must not know what is kept."""

from functools import cache
from hashlib import sha256
from typing import Final

from django.conf import settings

FOLDERS: Final = ("dashboard", "initiatives", "templates", "static", "config")
CODE: Final = (".py", ".html", ".css", ".js", ".psv", ".svg")


@cache
def version() -> str:
    """A mark of the code and templates as they were first read; another deployment keeps its own answers, since its rows may have other shapes."""
    mark = sha256()
    for folder in FOLDERS:
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in CODE and path.is_file():
                mark.update(path.read_bytes())
    return mark.hexdigest()[:12]
