"""Asks for the articles that became no draft: judged to be about something else, failed, copies, and those that are being read."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from initiatives.models import Draft, Intake, Source

ARTICLES_A_PAGE = 50
LONG = ("body", "embedding", "claimed_summary", "article__text")
STATES = {"rejected": ("rejected",), "failed": ("failed",), "known": ("duplicate",), "reading": ("waiting", "working")}
STATE_OF_A_DRAFT = {"drafts": Q(state="open", doubtful=False), "maybe": Q(state="open", doubtful=True), "decided": ~Q(state="open")}


def intakes(states: tuple[str, ...], source: Source | None) -> QuerySet[Intake]:
    """The articles in these states, without their bytes."""
    rows = Intake.objects.filter(state__in=states)
    return (rows.filter(source=source) if source else rows).defer(*LONG).select_related("source", "article").annotate(has_bytes=Q(body__isnull=False))


def page_of(name: str, source: Source | None, page: str | None) -> Page[Any]:
    """One page of a list of articles; the newest first, and of what is being read what is furthest."""
    order = ("-state", "claimed_at", "pk") if name == "reading" else ("-handed_in_at", "-pk")
    return Paginator(intakes(STATES[name], source).order_by(*order), ARTICLES_A_PAGE).get_page(page)


def counts(drafts: QuerySet[Draft], source: Source | None) -> dict[str, int]:
    """How many rows each list of the inbox has, by the name of the list."""
    of_drafts = drafts.order_by().aggregate(**{name: Count("pk", filter=wanted) for name, wanted in STATE_OF_A_DRAFT.items()})
    articles = intakes(tuple(state for states in STATES.values() for state in states), source)
    by_state = dict(articles.order_by().values_list("state").annotate(Count("pk")))
    return of_drafts | {name: sum(by_state.get(state, 0) for state in states) for name, states in STATES.items()}
