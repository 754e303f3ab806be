"""The heading of a comparison and the words that its sentences are made of; knows no requests."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

from dashboard.charts import hedged
from dashboard.charts.funding_by_country import hedges_of
from dashboard.charts.parts import in_sentence, opening
from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.words import FIRMNESS, Part, Sentence, said, scopes_in_words, verb
from dashboard.queries.compared import Compared
from dashboard.queries.funding_by_country import shown
from dashboard.templatetags.shown import number_words_low
from initiatives import formats

ALL_NAMED: Final = 3  # countries that a heading has room for
ABOUT_AS_MUCH: Final = Decimal("1.05")
SHOWN_ONLY: Final[dict[str, Any]] = {"view": None, "sort": None, "per": None, "period": None, "by": None}
SHORT_SCOPES: Final = {"ai": "AI", "chips": "chips", "wider": "wider programmes"}
Found = Sequence[Compared]


def name(one: Compared) -> str:
    """`the United States`."""
    return in_sentence(one.code, one.name)


def whose(one: Compared) -> str:
    """`Japan’s`, `the United States’`."""
    return f"{name(one)}’" if one.name.endswith("s") else f"{name(one)}’s"


def entries(words: str, one: Compared, filters: Filters, **changes: Any) -> Part:
    """Words that open the entries of one country which count."""
    return Part(words, links.to("ledger", filters, keep="all", **{**SHOWN_ONLY, "country": one.code, "region": None, "step": "counted", **changes}))


def money(amount: Decimal | None, filters: Filters) -> str:
    """A sum, or that there is none."""
    return "nothing" if amount == 0 else formats.money(amount, filters.currency)


def measured(one: Compared, filters: Filters) -> Part:
    """The figure that `per` asks for, which opens its entries."""
    value = shown(one.funding, filters.per)
    if filters.per == "gdp":
        return entries(f"{formats.percent(value)} of a year’s GDP", one, filters)
    return entries(formats.money(value, filters.currency) + (" a person" if filters.per == "person" else ""), one, filters)


def headline(found: Found, filters: Filters) -> Sentence:
    """`South Korea has announced $25.2 bn for AI, 3.7 times Japan’s $6.81 bn and 5.2 times France’s $4.84 bn.`"""
    ranked = by(found, lambda one: shown(one.funding, filters.per) or Decimal(0))
    scope = scopes_in_words(filters.scope)
    if not ranked:
        return said(f"Of these {number_words_low(len(found))} none has a sum for {scope} that is {FIRMNESS[filters.basis]}.")
    first, *others = ranked
    start = said(f"{opening(name(first))} {verb(filters.basis, many=False)} {{sum}} for {scope}{hedge(first, filters)}", sum=measured(first, filters))
    if not others:
        return (*start, Part("; of the others nothing is known to count."))
    if len(others) >= ALL_NAMED:
        number, last = number_words_low(len(found)), others[-1]
        return (
            *start,
            *said(f", the most of these {number}; {name(last)} {{least}}{hedge(last, filters)}, the least.", least=measured(last, filters)),
        )
    pieces = [piece for place, one in enumerate(others) for piece in beside(first, one, filters, place)]
    return (*start, Part(", "), *pieces, Part("."))


def beside(first: Compared, one: Compared, filters: Filters, place: int) -> Sentence:
    """`3.7 times Japan’s $6.81 bn`."""
    ratio = (shown(first.funding, filters.per) or Decimal(0)) / (shown(one.funding, filters.per) or Decimal(1))
    words = "about as much as" if ratio < ABOUT_AS_MUCH else f"{times(ratio)} times"
    return Part(f"{' and ' if place else ''}{words} {whose(one)} "), measured(one, filters), Part(hedge(one, filters))


def hedge(one: Compared, filters: Filters) -> str:
    """` ($35.8 bn of it “at least”)`, where a quarter or more of a sum is hedged; a share of it where sums are divided."""
    return hedged.aside(one.funding.total, *hedges_of([one.funding]), filters.currency if filters.per == "total" else None)


def times(ratio: Decimal) -> str:
    """`3.7`, `12`, `1,200`."""
    return formats.figures(ratio, 2)


def lead(found: Found, filters: Filters) -> Sentence:
    """The same on another measure, who has no sum and why, and what stands beside the sums."""
    silent = [f"{name(one)}: {nothing(one, filters)}" for one in found if not one.funding.total]
    sentences = other_measure(found, filters)
    sentences += [opening("; ".join(silent)) + "."] if silent else []
    outside = [SHORT_SCOPES[scope] for scope in SHORT_SCOPES if scope not in filters.scope]
    return (Part(" ".join([*sentences, f"{opening(formats.listed([*outside, 'joint efforts']))} stand beside it, not in it."])),)


def other_measure(found: Found, filters: Filters) -> list[str]:
    """What the heading does not say: shares of the economy, or where it says those, the sums that are drawn."""
    in_sums = filters.per == "gdp"
    value = funded if in_sums else of_economy
    words = "In sums, as the drawings show it, it is {}." if in_sums else "As a share of a year’s GDP it is {}."
    ranked = by(found, value)
    figures = [f"{money(funded(one), filters) if in_sums else formats.percent(of_economy(one))} in {name(one)}" for one in ranked]
    return [words.format(formats.listed(figures))] if len(figures) > 1 else []


def funded(one: Compared) -> Decimal:
    """The counted sum, 0 where none is known."""
    return one.funding.total or Decimal(0)


def of_economy(one: Compared) -> Decimal:
    """The counted sum in percent of a year's GDP, 0 where it cannot be said."""
    return one.funding.gdp_percent or Decimal(0)


def nothing(one: Compared, filters: Filters) -> str:
    """Why a country has no sum."""
    if one.funding.total is None:
        return "not convertible" if one.funding.not_convertible and not one.funding.undisclosed else "what it has is undisclosed"
    return f"nothing that is {FIRMNESS[filters.basis]}" if one.totals.statements else "no entry in the record, which is silence and not zero"


def by(found: Found, value: Callable[[Compared], Decimal]) -> list[Compared]:
    """The countries with a value above nothing, the largest first."""
    return sorted((one for one in found if value(one) > 0), key=lambda one: (-value(one), one.code))


def joined(pieces: Sequence[Sentence]) -> Sentence:
    """Pieces with semicolons between them, as one sentence."""
    flat: list[Part] = []
    for piece in pieces:
        flat += [Part("; "), *piece] if flat else [Part(opening(piece[0].text), piece[0].address), *piece[1:]]
    return (*flat, Part("."))
