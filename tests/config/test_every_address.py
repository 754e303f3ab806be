"""What holds for every address of the product: a change needs a signed token, only embeds are framed, and no page holds a script of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

ARGUMENT = re.compile(r"<(?:(\w+):)?\w+>")
EMBEDS = re.compile(r"/charts/[\w-]+/embed/")
ON_PAPER = {"briefing_printed.html", "briefing_grid.html", "briefing_slide.html"}  # printed from memory, where no file can be asked for
TEMPLATES = sorted(each for each in (settings.BASE_DIR / "templates").rglob("*.html") if each.name not in ON_PAPER)
OUR_PLACES = (settings.BASE_DIR / "static").rglob("*.js")


def addresses(resolver: URLResolver | None = None, before: str = "/") -> Iterator[str]:
    """An address for every pattern of the product, with something in the place of what varies."""
    for each in (resolver or get_resolver()).url_patterns:
        pattern = str(each.pattern)
        if pattern.startswith("^") or "(?P" in pattern:
            continue  # by regular expression: the last resort of a room, which finds nothing
        address = before + ARGUMENT.sub(lambda found: {"path": "initiatives/x", "slug": "x"}.get(found[1] or "str", "1"), pattern)
        if isinstance(each, URLPattern):
            yield address
        else:
            yield from addresses(each, address)


ALL = sorted(set(addresses()))
DESK = [address for address in ALL if address.startswith("/desk/")]


@pytest.fixture
def administrator(db: None) -> Client:
    """A browser that sends no token, signed in as who may do everything."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("ada"))
    return client


def test_the_walk_finds_the_rooms() -> None:
    assert len(DESK) >= 60
    assert len(ALL) >= 200


@pytest.mark.slow
def test_no_address_takes_a_change_without_a_signed_token(administrator: Client) -> None:
    answers = {address: administrator.post(address, {"name": "X"}).status_code for address in ALL}
    assert {address: status for address, status in answers.items() if status != 403} == {}


def test_the_same_changes_need_one_from_a_stranger(db: None) -> None:
    stranger = Client(enforce_csrf_checks=True)
    public = [address for address in ALL if not address.startswith(("/desk/", "/admin/"))]
    assert {address for address in public if stranger.post(address, {"name": "X"}).status_code != 403} == set()


@pytest.mark.slow
def test_every_answer_forbids_frames_guessing_and_leaks_except_that_embeds_are_framed(administrator: Client) -> None:
    for address in ALL:
        answer = administrator.get(address)
        policy = answer.headers["Content-Security-Policy"]
        assert answer.status_code < 500 or address == "/readyz", address
        assert answer.headers["X-Content-Type-Options"] == "nosniff", address
        assert answer.headers["Referrer-Policy"] == "same-origin", address
        framed = bool(EMBEDS.fullmatch(address)) and answer.status_code in (200, 304, 400)
        assert ("frame-ancestors *" in policy) is framed, address
        assert (answer.headers.get("X-Frame-Options") == "DENY") is not framed, address
        assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0], address
        assert address.startswith("/admin/") or "unsafe" not in policy, address


@pytest.mark.slow
def test_no_page_holds_a_script_of_its_own(administrator: Client) -> None:
    for address in ALL:
        answer = administrator.get(address)
        if answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming:
            assert scripts_within(answer.content.decode(), styles=not address.startswith("/admin/")) == [], address


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR / "templates")))
def test_no_template_holds_a_script_or_a_style_of_its_own(template: Path) -> None:
    assert scripts_within(template.read_text(), styles="admin" not in template.parts) == []


@pytest.mark.parametrize("script", sorted(OUR_PLACES), ids=lambda path: path.name)
def test_no_script_of_ours_evaluates_text(script: Path) -> None:
    assert not re.search(r"\beval\(|new Function\(|setTimeout\(\s*['\"`]|document\.write", script.read_text())


def scripts_within(page: str, *, styles: bool) -> list[str]:
    """What would run, or set a style, without a file of ours: scripts without a source, handlers, and addresses that are scripts."""
    bare = re.sub(r"<(script|style)(?=[^>]*type=\"application/(?:json|ld\+json)\")[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
    found = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", bare)
    found += re.findall(r"<[a-z][^>]*\son[a-z]+=[^>]*>", bare)
    found += re.findall(r"(?:href|src|action|formaction)=[\"']?\s*javascript:[^>]*", bare)
    return found + (re.findall(r"<style[^>]*>|<[a-z][^>]*\sstyle=[^>]*>", bare) if styles else [])
