"""Where the countries of a comparison are chosen, without a script; it says what was wrong with those of the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.http import HttpRequest, HttpResponse

from dashboard.charts.parts import in_sentence, opening
from dashboard.filters import Filters
from dashboard.filters.problems import Problem
from dashboard.pages import links
from dashboard.pages.frame import of_edition, show
from dashboard.queries import editions
from dashboard.queries.cells import cells
from dashboard.queries.comparison import FEWEST, MOST
from dashboard.queries.funding_by_country import funding_by_country
from initiatives import formats
from initiatives.names.countries import name_of
from initiatives.vocabulary import JOINT

SUGGESTED: Final = (2, 3, 6)


@dataclass(frozen=True, slots=True)
class Offer:
    """One country to choose: what it counts, and whether it is chosen."""

    code: str
    name: str
    words: str
    chosen: bool


def choosing(request: HttpRequest, filters: Filters, problems: Sequence[Problem], status: int = 200) -> HttpResponse:
    """The page where two to six countries are chosen, without a script; it says what was wrong with the ones that were."""
    chosen = tuple(code for code in filters.chosen("country") if code != JOINT)
    everyone = filters.model_copy(update={"country": (), "region": ()})
    sums = {one.country: one.total for one in funding_by_country(everyone, cells(everyone), divided=False) if one.country != JOINT}
    known: Mapping[str, str] = dict(of_edition(editions.current().stamp, filters.as_of)[1]["country"])
    offers = [Offer(code, name, worth(sums.get(code, Decimal(0)), filters), code in chosen) for code, name in known.items()]
    others = [(name, value) for name, value in filters.pairs(page=None) if name not in ("country", "region")]
    return show(
        request, "pages/compare_choosing.html", filters, section="compare", with_bar=False, status=status, problems=problems, offers=offers,
        others=others, chosen=chosen, suggested=suggested(sums, filters), advice=advice(chosen), fewest=FEWEST, most=MOST,
    )  # fmt: skip


def worth(amount: Decimal | None, filters: Filters) -> str:
    """What a country counts, in a word or two."""
    return formats.money(amount, filters.currency) if amount is None or amount else "nothing"


def advice(chosen: Sequence[str]) -> str:
    """What to do next."""
    if len(chosen) > MOST:
        return f"{len(chosen)} countries are chosen. Leave {len(chosen) - MOST} out, so that at most six stand side by side."
    if len(chosen) == 1:
        return f"{opening(named(chosen))} is chosen. Choose at least one more, and at most five."
    return "Choose two to six. They are shown side by side on one scale, counted in the same way, with what differs in words."


def suggested(sums: Mapping[str, Decimal | None], filters: Filters) -> list[tuple[str, str]]:
    """Comparisons to begin with: the countries that count most."""
    ranked = sorted((code for code, amount in sums.items() if amount), key=lambda code: -(sums[code] or Decimal(0)))
    groups = [ranked[:number] for number in SUGGESTED if len(ranked) >= number]
    return [(named(group), links.to("compare", filters, keep="all", country=tuple(group), region=None)) for group in groups]


def named(codes: Sequence[str]) -> str:
    """`Japan, South Korea and France`."""
    return formats.listed(in_sentence(code, name_of(code)) for code in codes)
