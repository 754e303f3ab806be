"""Whom the commentary does not hear: initiatives nobody speaks of, or only officials or the interested; must not know how it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import BooleanField, CharField, Count, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, StrIndex

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.arrays import Joined
from dashboard.queries.remembered import counted, remembered
from initiatives.models import Comment
from initiatives.names.countries import COUNTRIES

NAMED_AT_MOST: Final = 60  # of each kind
ABOUT_MONEY: Final = ("unspoken", "officials", "interested")


@dataclass(frozen=True, slots=True)
class Named:
    """An initiative with its counted sum, or a comment on one with who speaks."""

    slug: str
    name: str
    words: str
    counted: Decimal


@dataclass(frozen=True, slots=True)
class Silence:
    """How many there are of one kind, what their initiatives count in the display currency, and the first of them by name."""

    count: int
    counted: Decimal
    named: tuple[Named, ...]


def silences(filters: Filters) -> Mapping[str, Silence]:
    """`unspoken`, `officials`, `interested` are initiatives; `foreign`, `undated` comments. Three statements, none where they were asked before."""
    counts, rows = remembered("silences", counted(filters), lambda: _asked(filters))
    named: dict[str, list[Named]] = {}
    for kind, slug, name, words, amount in rows:
        named.setdefault(kind, []).append(Named(slug, name, words, amount))
    return {kind: Silence(count, amount, tuple(named.get(kind, ()))) for kind, (count, amount) in counts.items()}


def _asked(filters: Filters) -> tuple[dict[str, tuple[int, Decimal]], list[tuple[Any, ...]]]:
    matching = _flagged(filters)
    sums = {f"{kind}_sum": Sum("sum", filter=Q(**{kind: True})) for kind in ABOUT_MONEY}
    found = matching.aggregate(**{f"{kind}_count": Count("id", filter=Q(**{kind: True})) for kind in ABOUT_MONEY}, **sums)
    remarks = {"foreign": Q(at=0) & ~_member(), "undated": Q(said_on__isnull=True)}
    spoken = selection.comments(filters).order_by().annotate(at=_at_home())
    numbers = spoken.aggregate(**{kind: Count("id", filter=condition) for kind, condition in remarks.items()})
    counts = {kind: (found[f"{kind}_count"], found[f"{kind}_sum"] or money.ZERO) for kind in ABOUT_MONEY}
    counts |= {kind: (number, money.ZERO) for kind, number in numbers.items()}
    legs = [_columns(kind, matching.filter(**{kind: True}), "slug", "name", Value(""), F("sum")) for kind in ABOUT_MONEY]
    for kind, condition in remarks.items():
        legs.append(_columns(kind, spoken.filter(condition), "initiative__slug", "initiative__name", F("speaker"), money.nothing()))
    return counts, list(legs[0].union(*legs[1:], all=True))


def _flagged(filters: Filters) -> QuerySet[Any]:
    """The initiatives that are spoken of, or could be, with their counted sum and whether they are of each kind."""
    comments = Comment.objects.filter(initiative=OuterRef("id"))
    some = Q(Exists(comments))
    kinds: dict[str, Any] = {
        "unspoken": ~some,
        "officials": some & ~Exists(comments.exclude(actor="official")),
        "interested": some & ~Exists(comments.filter(interest__isnull=True)),
    }
    found = selection.about_initiatives(filters).order_by().annotate(sum=Coalesce(selection.counted_sum(filters), money.nothing()))
    return found.annotate(**{kind: ExpressionWrapper(condition, output_field=BooleanField()) for kind, condition in kinds.items()})


def _member() -> Q:
    """Speakers from a member of a body that owns the initiative: they are at home in it."""
    bodies = (body for body in COUNTRIES.values() if body.members)
    return reduce(or_, (Q(initiative__countries__contains=[body.code], country_id__in=body.members) for body in bodies))


def _at_home() -> StrIndex:
    """The place of the speaker's home among the owners of the initiative: 0 for a stranger, null where the home is unknown."""
    return StrIndex(Joined(F("initiative__countries")), F("country_id"))


def _columns(kind: str, rows: QuerySet[Any], slug: str, name: str, words: Any, amount: Any) -> Any:
    """The first rows of one kind, the largest sum first, in the columns that all kinds share."""
    text = CharField()
    shown = rows.annotate(
        of_kind=Value(kind, text), its_slug=F(slug), its_name=F(name), its_words=Coalesce(words, Value(""), output_field=text), its_sum=amount
    )
    listed = shown.order_by(F("its_sum").desc(), "its_name", "id")
    return listed.values_list("of_kind", "its_slug", "its_name", "its_words", "its_sum")[:NAMED_AT_MOST]
