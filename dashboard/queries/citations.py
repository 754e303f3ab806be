"""How many rows of the record a chart without money rests on, and who published the articles behind them; must not know how it is shown."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Count

from dashboard.filters import Filters
from dashboard.queries.publications import KINDS, Publication, publications
from dashboard.queries.remembered import counted, remembered

ARTICLES_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Citations:
    """Rows of one kind, the articles that they rest on, and the publishers of these with their rows, those of most rows first."""

    of: str
    rows: int
    articles: int
    publishers: tuple[tuple[str, int], ...]
    named: tuple[Publication, ...]


def citations(filters: Filters, of: str) -> Citations:
    """What the rows of one kind rest on, as `publications` has the kinds; three statements, none where it was asked before."""
    return remembered(f"citations of {of}", counted(filters), lambda: _citations(filters, of))


def _citations(filters: Filters, of: str) -> Citations:
    rows, article, _ = KINDS[of]
    cited = rows(filters).filter(**{f"{article}__isnull": False}).order_by()
    asked = cited.values(f"{article}__publisher").annotate(rests=Count("pk", distinct=True), articles=Count(article, distinct=True))
    found = list(asked.order_by("-rests", f"{article}__publisher").values_list(f"{article}__publisher", "rests", "articles"))
    named = publications(filters, of, ARTICLES_NAMED).named
    return Citations(of, sum(rests for _, rests, _ in found), sum(articles for *_, articles in found), tuple(row[:2] for row in found), named)
