"""How the lists of the desk write titles, addresses, waits and counts; must not decide anything."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from initiatives import formats
from initiatives.desk.told import told
from initiatives.models import Intake, SourceVisit
from initiatives.names.countries import COUNTRIES

register = template.Library()
EDITOR = "editor"
JUDGES = {
    "own-": "the classifier that comes with the product",
    "keywords": "keywords alone",
    EDITOR: "an editor",
    "": "the classifier that learned from this desk",
}
NAMED_PAGE = re.compile(
    r"\b((?:story|draft|Draft|edition|Edition) [0-9]+)([^()/]{0,40}?) \((/desk/(?:stories|drafts|history/editions)/[0-9]+/(?:take-back/)?)\)"
)
BARE_PAGE = re.compile(r"(^|[\s(])(/desk/(?:stories|drafts)/[0-9]+/)")
SIZES = ((86400, "day"), (3600, "hour"), (60, "minute"))
SHORT_SECONDS = 60
OK = 200
HUNDRED = 100
OUTCOMES = {
    "new": "something new",
    "unchanged": "nothing new",
    "busy": "asked to come back later",
    "gone": "gone for good",
    "robots": "asks robots to stay away",
    "status": "answered with a fault",
    "wall": "a wall or a log-in",
    "not-a-feed": "no feed stands there",
    "timeout": "took too long",
}


@register.filter
def near(page: Any) -> Iterator[Any]:
    """The page numbers worth a link, and the paginator's ellipsis where some are left out."""
    numbers: Iterator[Any] = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return numbers


@register.filter
def titled(intake: Intake) -> str:
    """The title that was found, else the one its source gave, else its article's, else its file or address."""
    return intake.title or intake.claimed_title or (intake.article.title if intake.article else "") or str(intake)


@register.filter
def linked(message: str) -> SafeString:
    """A message as safe HTML, with the pages of the desk that it names as links: `story 12 (/desk/stories/12/)` as a link on its words."""
    return with_pages(told(message, {}))


@register.filter
def with_pages(message: str) -> SafeString:
    """The words as safe HTML, with the pages of the desk that they name as links."""
    return mark_safe(BARE_PAGE.sub(r'\1<a href="\2">see it</a>', NAMED_PAGE.sub(r'<a href="\3">\1</a>\2', conditional_escape(message))))


@register.filter
def plainly(text: str) -> str:
    """A sentence of the line with its days in words."""
    return told(text, {})


@register.filter
def judge(version: str) -> str:
    """Who judged what an article is about, in words: `own-1` comes with the product, `keywords-2` is the rule of keywords."""
    if version in ("", EDITOR):
        return JUDGES[EDITOR] if version else "an earlier version of the line"
    kind = next(words for beginning, words in JUDGES.items() if version.startswith(beginning))
    return f"{kind}, version {version}"


@register.filter
def country_name(code: str) -> str:
    """The shown name of a country or an actor; a code of neither stands as it is."""
    return COUNTRIES[code].name if code in COUNTRIES else code


@register.filter
def span(seconds: float | None) -> str:
    """A length of time in one unit: `40 seconds`, `2 hours`, `3 days`; `unknown` for None."""
    if seconds is None:
        return "unknown"
    for size, word in SIZES:
        if seconds >= size:
            return formats.counted(round(seconds / size), word)
    return formats.counted(round(seconds), "second")


@register.filter
def until(moment: datetime | None) -> str:
    """How long it is until a moment: `in 12 minutes`, `now` where it has come."""
    if moment is None:
        return ""
    seconds = (moment - timezone.now()).total_seconds()
    return f"in {span(seconds)}" if seconds > 0 else "now"


@register.filter
def ago(moment: datetime | None) -> str:
    """How long ago a moment was: `just now`, `12 minutes ago`; `never` for None."""
    if moment is None:
        return "never"
    seconds = (timezone.now() - moment).total_seconds()
    return f"{span(seconds)} ago" if seconds >= SHORT_SECONDS else "just now"


@register.filter
def spaced(name: str) -> str:
    """A key as words: `false_alarms` as `False alarms`."""
    return name.replace("_", " ").capitalize()


@register.filter
def answered(visit: SourceVisit) -> str:
    """What a visit found: `3 new of 20 items`, `nothing new`, `robots.txt asks to stay away (status 403)`."""
    status = f" (status {visit.status})" if visit.status and visit.status != OK else ""
    if visit.outcome == "new" and visit.new_items is not None and visit.items is not None:
        return f"{formats.count(visit.new_items)} new of {formats.counted(visit.items, 'item')}"
    return f"{OUTCOMES.get(visit.outcome, visit.outcome.replace('-', ' '))}{status}"


@register.filter
def measured(figure: float) -> str:
    """A figure of the classifier: a share as `96 %`, a count with its digits."""
    return formats.percent(HUNDRED * figure) if isinstance(figure, float) else formats.count(figure)
