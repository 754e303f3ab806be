"""The feeds of new and changed entries; knows addresses and words, not how a feed is written."""

from datetime import UTC, date, datetime, time
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from dashboard.feeds import atom
from dashboard.feeds.atom import Item
from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.frame import counting, public_page
from dashboard.queries import editions
from dashboard.queries.country_profile import country_facts
from dashboard.queries.initiative_detail import initiative_facts, initiative_of_former
from dashboard.queries.news import News, newest_news
from dashboard.templatetags.shown import as_published
from initiatives import formats
from initiatives.vocabulary import ORIGINS, RELATIONS, SCOPES, STAGES, TIERS

SINCE: Final = "2026"  # the year from which tags are ours, as RFC 4151 asks for; it never changes
BEFORE_ANY_EDITION: Final = date(2000, 1, 1)


@public_page
def everything(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Every entry, or those that the filters select."""
    named = f"New and changed entries: {filters.selection_in_words()}" if filters.narrows() else "New and changed entries"
    return feed(request, filters, filters, named, links.to("ledger", filters, keep="all", view="entries"))


@public_page
def of_country(request: HttpRequest, filters: Filters, code: str) -> HttpResponse:
    """The entries that belong to one country. Raises Http404."""
    facts = country_facts(code)
    if facts is None:
        raise Http404(f"“{code}” is no country of the record. Countries bear three letters, as JPN for Japan; the European Union bears EUU.")
    here = filters.model_copy(update={"country": (code,)})
    return feed(request, filters, here, f"{facts.name}: new and changed entries", links.to("country", filters, code))


@public_page
def of_initiative(request: HttpRequest, filters: Filters, slug: str) -> HttpResponse:
    """The entries of one initiative. Raises Http404."""
    facts = initiative_facts(slug)
    if facts is None:
        today = initiative_of_former(slug)
        if today is None:
            raise Http404(f"“{slug}” is no initiative of the record.")
        return redirect(links.to("initiative-feed", filters, today, keep="all"))
    return feed(request, filters, filters, f"{facts.name}: new and changed entries", links.to("initiative", filters, slug), slug)


def feed(request: HttpRequest, filters: Filters, selected: Filters, title: str, page: str, slug: str | None = None) -> HttpResponse:
    """The feed of a selection, or of one initiative in it."""
    query = filters.as_query(page=None, sort=None, view=None)
    address = request.build_absolute_uri(f"{request.path}{'?' + query if query else ''}")
    words = f"{counting(filters)}. Every entry says what it adds, and why."
    items = [item(request, news, filters) for news in newest_news(selected, slug=slug)]
    made = datetime.combine(editions.current().day or BEFORE_ANY_EDITION, time(), UTC)
    name = tag(request, f"{request.path.strip('/')}{'?' + query if query else ''}")
    text = atom.written(title, words, name, request.build_absolute_uri(page), address, items, made)
    return HttpResponse(text, content_type=atom.TYPE)


def item(request: HttpRequest, news: News, filters: Filters) -> Item:
    """One entry: its sum in the title, and in a few sentences its stage, what it adds and why."""
    entry = news.entry
    page = f"{links.to('initiative', filters, entry.initiative_slug)}#{entry.anchor}"
    return Item(
        id=tag(request, f"ledger/{entry.key}"),
        title=f"{entry.country_name}: {entry.initiative_name}, {as_published(entry)}",
        summary=" ".join(sentences(news, filters)),
        address=request.build_absolute_uri(page),
        via=links.outside(entry.source_url),
        author=entry.publisher or "publisher unnamed",
        published=news.entered,
        updated=news.changed,
        categories=(entry.stage, entry.origin, entry.scope),
    )


def sentences(news: News, filters: Filters) -> list[str]:
    """`New in the record. Said on 21 Dec 2025: about ¥1 tn, announced, public money for AI. It adds $4.45 bn: counted, less what it contains.`"""
    entry = news.entry
    state = f"Changed in the record on {formats.day(news.changed.date().isoformat())}." if news.is_changed else "New in the record."
    same = entry.currency == filters.currency or entry.published is None
    converted = "" if same else f" (≈ {formats.money(entry.published, filters.currency)})"
    what = f"{STAGES[entry.stage]}, {ORIGINS[entry.origin]}, {SCOPES[entry.scope]}; {RELATIONS[entry.relation]}"
    adds = f"It adds {formats.money(entry.counts, filters.currency)} ({filters.counting_in_words()}): {entry.reason_words}."
    source = f"Source: {entry.publisher or 'publisher unnamed'}, {TIERS[entry.tier]}."
    note = [entry.note] if entry.note else []
    return [state, f"Said {formats.day(entry.announced_on)}: {as_published(entry)}{converted}, {what}.", adds, *note, source]


def tag(request: HttpRequest, what: str) -> str:
    """A name for ever, whatever address it is read at (RFC 4151)."""
    host = urlsplit(settings.PUBLIC_ADDRESS).hostname or request.get_host().partition(":")[0]
    return f"tag:{host},{SINCE}:{what}"
