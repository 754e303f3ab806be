"""With what quick entry opens: empty, with the source and initiative of an entry, or filled from an article that was read."""

from collections.abc import Mapping
from dataclasses import replace

from initiatives.desk.announce.form import number_in
from initiatives.models import Article, FundingEntry, Intake
from initiatives.review.announcing import Typed
from initiatives.review.announcing.filling import Filled, read_text
from initiatives.review.drafting import TIER_OF_CLASS
from initiatives.text import storable


def started(asked: Mapping[str, str]) -> Filled:
    """What the address asks for; what it names and nobody knows is left out."""
    if asked.get("like"):
        return like(asked["like"], number_in(asked.get("sum", "")))
    if asked.get("article"):
        return of_article(number_in(asked["article"]))
    return of_intake(number_in(asked["by-hand"])) if asked.get("by-hand") else Filled(Typed())


def like(key: str, number: int | None) -> Filled:
    """The source and initiative of an entry; with a number another sum of its source's words."""
    row = FundingEntry.objects.filter(key=storable(key)[:140]).select_related("initiative", "source").first()
    if row is None:
        return Filled(Typed())
    typed = replace(from_source(row.source), initiative=row.initiative.name, slug=row.initiative.slug, tier=str(row.tier))
    return Filled(typed) if number is None else read_text(row.source.text, typed, number)


def of_article(number: int | None) -> Filled:
    """Filled from the text of an article."""
    row = Article.objects.filter(pk=number or 0).first()
    return read_text(row.text, from_source(row)) if row else Filled(Typed())


def of_intake(number: int | None) -> Filled:
    """The address and title of what could not be read, to go on by hand."""
    row = Intake.objects.filter(pk=number or 0).first()
    return Filled(Typed(url=row.address, title=row.title or row.claimed_title)) if row else Filled(Typed())


def from_source(row: Article) -> Typed:
    """A form that knows its source."""
    tier = TIER_OF_CLASS.get(row.klass, Typed().tier)
    return Typed(url=row.url, title=row.title, publisher=row.publisher, klass=row.klass, published=row.published or "", tier=tier)
