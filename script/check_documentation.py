"""Holds the documentation to the code: every setting, command and address that one names exists in the other."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.core.management import get_commands
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

ROOT = Path(__file__).resolve().parent.parent
OURS = ("config", "initiatives", "dashboard")
SETTINGS_PAGE = ROOT / "docs" / "settings.md"
# What a placeholder in a documented address stands for, so that the address can be asked.
SAMPLES = {
    "<slug>": "a-slug", "<ISO3>": "JPN", "<code>": "JPN", "<ext>": "csv", "<id>": "1", "<pk>": "1", "<number>": "1", "<key>": "a-slug%231",
    "<secret>": "a-secret-of-a-briefing-a-secret",
}  # fmt: skip
FROM_ELSEWHERE = ("/admin/", "/static/")
OF_THE_SYSTEM = ("/usr/", "/run/", "/tmp/")

READ_IN_PYTHON = re.compile(r"""(?:env\.(?:text|flag|number|words|choice)|environ\.get)\(\s*["']([A-Z][A-Z0-9_]+)["']""")
ASKED_IN_TESTS = re.compile(r"""["']([A-Z][A-Z0-9_]+)["'] in os\.environ""")
READ_IN_SHELL = re.compile(r"\$\{([A-Z][A-Z0-9_]+):-")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")


def main() -> int:
    """Prints each disagreement on its own line; 1 when there is any."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    pages = {page: code_of(page.read_text(encoding="utf-8")) for page in documentation()}
    found = [*settings(pages, SETTINGS_PAGE.read_text(encoding="utf-8")), *scripts(pages), *commands(pages), *addresses(pages)]
    for line in found:
        print(line)
    return 1 if found else 0


def documentation() -> list[Path]:
    """README, CONTRIBUTING and everything under docs/."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def code_of(text: str) -> list[str]:
    """What a page writes as code: spans, and the lines of fenced blocks."""
    fenced = [line for block in FENCED.findall(text) for line in block.splitlines()[1:-1]]
    return [*fenced, *SPAN.findall(FENCED.sub("", text))]


def settings(pages: dict[Path, list[str]], table: str) -> Iterator[str]:
    """Each variable that the code reads has a row in the table of docs/settings.md, and each row is read."""
    read = variables()
    rows = set(re.findall(r"^\| `([A-Z][A-Z0-9_]+)`", table, re.MULTILINE))
    yield from (f"docs/settings.md: {name} is read by the code and has no row. Add one." for name in sorted(read - rows))
    yield from (f"docs/settings.md: {name} has a row and is read by nothing. Remove it." for name in sorted(rows - read))
    for page, code in pages.items():
        named = {name for span in code for name in re.findall(r"\b([A-Z][A-Z0-9_]{2,})=", span)}
        yield from (f"{short(page)}: {name}= is set there and read by nothing." for name in sorted(named - read - of_tests()))


def variables() -> set[str]:
    """The environment variables that the code and the scripts read."""
    read = {name for path in (ROOT / "config").rglob("*.py") for name in READ_IN_PYTHON.findall(path.read_text(encoding="utf-8"))}
    shell = [path for path in (ROOT / "script").iterdir() if path.is_file() and path.suffix in {"", ".sh"}]
    return read | {name for path in shell for name in READ_IN_SHELL.findall(path.read_text(encoding="utf-8"))}


def of_tests() -> set[str]:
    """The environment variables that tests ask for, which are no settings of the product."""
    return {name for path in (ROOT / "tests").rglob("*.py") for name in ASKED_IN_TESTS.findall(path.read_text(encoding="utf-8"))}


def scripts(pages: dict[Path, list[str]]) -> Iterator[str]:
    """Each script that a page names exists, and each script is named."""
    there = {path.name for path in (ROOT / "script").iterdir() if path.is_file() and os.access(path, os.X_OK)}
    named = {(page, name) for page, code in pages.items() for span in code for name in re.findall(r"\bscript/([a-z_]+)(?![\w./])", span)}
    yield from (f"{short(page)}: there is no script/{name}." for page, name in sorted(named) if name not in there)
    yield from (f"script/{name} is named by no page." for name in sorted(there - {name for _, name in named}))


def commands(pages: dict[Path, list[str]]) -> Iterator[str]:
    """Each management command that a page names exists, and each of ours is named."""
    there = get_commands()
    named = {(page, name) for page, code in pages.items() for span in code for name in re.findall(r"\bmanage(?:\.py)? ([a-z_]+)", span)}
    ours = {name for name, app in there.items() if str(app).partition(".")[0] in OURS}
    yield from (f"{short(page)}: there is no command {name}." for page, name in sorted(named) if name not in there)
    yield from (f"The command {name} is named by no page." for name in sorted(ours - {name for _, name in named}))


def addresses(pages: dict[Path, list[str]]) -> Iterator[str]:
    """Each address that a page names is answered, and each address that is answered is named."""
    routes = set()
    for page, code in pages.items():
        for address in sorted({span for span in code if re.fullmatch(r"/[a-z][^\s`…*]*|/", span) and not span.startswith(OF_THE_SYSTEM)}):
            route = route_of(address)
            routes.add(route)
            if route is None:
                yield f"{short(page)}: nothing answers {address}."
    yield from (f"The address /{route} is named by no page." for route in sorted(set(answered()) - routes))


def route_of(address: str) -> str | None:
    """The pattern that answers an address as a page writes it."""
    path = address.partition("?")[0]
    for placeholder, sample in SAMPLES.items():
        path = path.replace(placeholder, sample)
    try:
        return str(resolve(path).route)
    except Resolver404:
        return None


def answered(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """Every pattern of our own addresses."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if f"/{route}".startswith(FROM_ELSEWHERE):
            continue
        if isinstance(entry, URLPattern):
            yield route
        else:
            yield from answered(entry, route)


def short(page: Path) -> str:
    return str(page.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
