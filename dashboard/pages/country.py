"""The profile of one country: its sum at each basis, its rank, its initiatives, who takes part, and what is said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from dashboard.charts import hedged
from dashboard.charts.parts import in_sentence, opening
from dashboard.filters import Filters
from dashboard.pages import drawings, links
from dashboard.pages.bounds import left_out_words
from dashboard.pages.country_people import is_foreign, participants_words, roles, roles_words
from dashboard.pages.country_rows import country_rows
from dashboard.pages.drawings import Strip
from dashboard.pages.frame import public_page, show
from dashboard.pages.gap import gap_table
from dashboard.pages.lately import lately
from dashboard.pages.why import why
from dashboard.pages.words import FIRMNESS, Part, Sentence, said, scopes_in_words, verb
from dashboard.queries.cells import cells
from dashboard.queries.comments import CommentSums, comment_sums
from dashboard.queries.country_profile import (
    CountryFacts,
    compared,
    country_facts,
    initiatives_of,
    newest_comments,
    participants_of,
)
from dashboard.queries.gaps import gaps
from dashboard.queries.initiative_list import InitiativeRow
from dashboard.queries.money import other_scopes
from dashboard.queries.rows import CountryFunding, Totals
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.names.countries import COUNTRIES, name_of

PARTICIPANTS_SHOWN: Final = 16
VOICES_SHOWN: Final = 3
NEAREST: Final = 2  # countries on either side by sum that are offered for comparing
OTHER_SCOPES: Final = {"ai": "AI", "chips": "chips", "wider": "wider"}


@dataclass(frozen=True, slots=True)
class Rank:
    """Its place among all countries by one measure."""

    words: str
    about: str
    strip: Strip


@public_page
def country(request: HttpRequest, filters: Filters, code: str) -> HttpResponse:
    """The page of one country; small letters lead on to its code."""
    if code != code.upper():
        return redirect(links.to("country", filters, code.upper(), keep="all"))
    facts = country_facts(code)
    if facts is None:
        raise Http404(f"“{code}” is no country of the record. Countries bear three letters, as JPN for Japan; the European Union bears EUU.")
    here = filters.model_copy(update={"country": (code,)})
    found = cells(filters.model_copy(update={"country": (), "region": ()}))
    own_cells = [cell for cell in found if cell.country == code]
    total = totals(here, own_cells)
    owners = compared(filters, found)
    everyone = [one for one in owners if not is_body(one.country)]
    own = next((one for one in owners if one.country == code), None)
    listed = initiatives_of(here)
    people, voices = participants_of(code, filters.as_of), comment_sums(here)
    between = next((one for one in gaps(here, firm={code: total.by_basis["committed"]}) if one.key == code), None)
    return show(
        request, "pages/country.html", filters, section="countries", per=True, country=facts, here=here, totals=total,
        ladder=drawings.ladder(total.by_basis, filters.basis), scope_words=scopes_in_words(filters.scope),
        headline=headline(facts, total, here), lead=lead(own, everyone, total, here), ranks=ranks(own, everyone, filters),
        listed=country_rows(listed, code, filters), others=formats.listed(OTHER_SCOPES[scope] for scope in other_scopes(filters)),
        participants=[(one, roles_words(one), is_foreign(one, code)) for one in people[:PARTICIPANTS_SHOWN]], participant_count=len(people),
        more=len(people) > PARTICIPANTS_SHOWN,
        participants_words=participants_words(people, code, sum(code in one.countries for one in listed)), roles=roles(people, code),
        gap=gap_table(between, here), left_out=left_out_words(here), why=why(here, own_cells, total), beside_it=beside_it(own, everyone, filters),
        lately=lately(here, max((one.announced for one in listed), default=None)), softest=softest(listed, total, here),
        voices=newest_comments(here, VOICES_SHOWN), comments_words=comments_words(voices),
    )  # fmt: skip


def headline(facts: CountryFacts, total: Totals, here: Filters) -> Sentence:
    """`Japan has announced $6.81 bn for AI, all of it public; $469 m is committed.`"""
    who, scope = opening(in_sentence(facts.code, facts.name)), scopes_in_words(here.scope)
    if total.total is None:
        return said(f"{who}: what is {FIRMNESS[here.basis]} for {scope} is undisclosed.")
    if not total.total:
        pledged = total.by_basis["headline"]
        tail = {True: "; {more} is said but less firm.", False: "."}[pledged > 0]
        return said(f"{who} has nothing for {scope} that is {FIRMNESS[here.basis]}" + tail, more=counted(pledged, here, "headline"))
    hedge = hedged.aside(total.total, total.ceiling, total.at_least, here.currency)
    return said(
        f"{who} {verb(here.basis, many=False)} {{sum}} for {scope}{hedge}, {{origin}}{{semicolon}}{{firm}}{{rest}}",
        sum=counted(total.total, here, here.basis),
        origin=origin_part(total, here),
        semicolon="; " if committed_shown(total, here) else "",
        firm=counted(total.by_basis["committed"], here, "committed") if committed_shown(total, here) else "",
        rest=" is committed." if committed_shown(total, here) else ".",
    )


def committed_shown(total: Totals, here: Filters) -> bool:
    """Whether what is committed is worth saying beside the sum."""
    return bool(total.by_basis["committed"]) and here.basis in ("headline", "announced", "budgeted")


def origin_part(total: Totals, here: Filters) -> Part:
    """`all of it public`, or how much is plainly so, which opens its entries."""
    if total.public == total.total:
        return Part("all of it public")
    if not total.public:
        return Part("none of it plainly public")
    return replace(counted(total.public, here.model_copy(update={"origin": ("public",)}), here.basis), text=plainly(total.public, here))


def plainly(public: Decimal, here: Filters) -> str:
    return f"{formats.money(public, here.currency)} plainly public"


def counted(amount: Decimal, here: Filters, basis: str) -> Part:
    """A counted sum that opens its entries."""
    return Part(formats.money(amount, here.currency), links.to("ledger", here, keep="all", basis=basis, step="counted", per=None, sort=None))


def lead(own: CountryFunding | None, everyone: Sequence[CountryFunding], total: Totals, here: Filters) -> Sentence:
    """Share of GDP and sum a person with the rank of each."""
    if own is None or not own.total:
        return said("What lies beside it is named below; nothing of it is counted here.")
    words = []
    if own.gdp_percent:
        words.append(f"{formats.percent(own.gdp_percent)} of a year’s GDP")
    if own.per_person:
        words.append(f"{formats.money(own.per_person, here.currency)} a person")
    if is_body(own.country):
        divided = f"That is {formats.listed(words)}, by the sums of its members’ figures."
        return said(divided if words else "It is no country, and has no rank among them.")
    by_sum, of = rank(own.total, [one.total for one in everyone])
    return said(
        f"That is {formats.listed(words)}: rank {by_sum} of {of} by sum."
        if words
        else f"Rank {by_sum} of {of} by sum; there is no figure of its GDP or population."
    )


def is_body(code: str) -> bool:
    """Whether it is a body of countries, such as the European Union, and so has no rank among countries."""
    return code in COUNTRIES and COUNTRIES[code].is_actor


def rank(value: Decimal, values: Sequence[Decimal | None]) -> tuple[int, int]:
    """The place of a value among the positive ones, and how many there are."""
    positive = [one for one in values if one]
    return 1 + sum(one > value for one in positive), len(positive)


def ranks(own: CountryFunding | None, everyone: Sequence[CountryFunding], filters: Filters) -> list[Rank]:
    """One strip by sum, by share of GDP and by person, each that there is a figure for."""
    if own is None or is_body(own.country):
        return []
    scope = scopes_in_words(filters.scope)

    def money(value: Decimal) -> str:
        return formats.money(value, filters.currency)

    def round_money(value: Decimal) -> str:
        return formats.published(value, filters.currency)

    found = [
        measured(own.total, [one.total for one in everyone], money, round_money, "", f"Counted for {scope}; each line is a country, log scale"),
        measured(
            own.gdp_percent,
            [one.gdp_percent for one in everyone],
            formats.percent,
            formats.percent,
            " of GDP",
            "Of the latest GDP (International Monetary Fund)",
        ),
        measured(
            own.per_person,
            [one.per_person for one in everyone],
            money,
            round_money,
            " a person",
            "By the latest population (International Monetary Fund)",
        ),
    ]
    return [one for one in found if one is not None]


def measured(
    value: Decimal | None, values: Sequence[Decimal | None], words: drawings.Words, marks: drawings.Words, unit: str, about: str
) -> Rank | None:
    """Its place by one measure, `words` for its value and `marks` for the scale; None without a figure, or with nobody to compare."""
    strip = drawings.strip([one for one in values if one], value, marks)
    if not value or strip is None:
        return None
    place_, of = rank(value, values)
    return Rank(f"{words(value)}{unit}: {formats.ordinal(place_)} of {of}", about, strip)


def softest(listed: Sequence[InitiativeRow], total: Totals, here: Filters) -> Sentence:
    """`Most of the step from headline to announced is $12.7 bn of SoftBank AI Data Centres, only pledged.`; empty where nothing is softer."""
    most = max(listed, key=lambda one: one.below_basis, default=None)
    if here.basis != "announced" or most is None or not most.below_basis or not total.only_pledged:
        return ()
    part = "All" if most.below_basis == total.only_pledged else "Most" if most.below_basis * 2 > total.only_pledged else "The largest part"
    return said(
        f"{part} of the step from headline to announced is {{sum}} of {{initiative}}, only pledged.",
        sum=formats.money(most.below_basis, here.currency),
        initiative=Part(most.name, links.to("initiative", here, most.slug) + "#counts"),
    )


def beside_it(own: CountryFunding | None, everyone: Sequence[CountryFunding], filters: Filters) -> list[Part]:
    """Comparisons to go on to: those that count next more and next less."""
    ranked = sorted((one for one in everyone if one.total), key=lambda one: (-(one.total or Decimal(0)), one.country))
    at = next((place for place, one in enumerate(ranked) if own and one.country == own.country), None)
    near = [] if at is None else [one for place, one in enumerate(ranked) if 0 < abs(place - at) <= NEAREST]
    code = own.country if own else ""
    found: list[tuple[str, tuple[str, ...]]] = [(name_of(one.country), (code, one.country)) for one in near]
    if near:
        found.append(("all of these", (code, *(one.country for one in near))))
    return [Part(words, links.to("compare", filters, country=codes)) for words, codes in found]


def comments_words(sums: CommentSums) -> str:
    """`15 comments: 13 supportive, 2 neutral; 11 by officials`."""
    if not sums.comments:
        return "No comment is recorded"
    stances = ", ".join(f"{formats.count(number)} {stance}" for stance, number in sums.stances.items() if number)
    return f"{formats.counted(sums.comments, 'comment')}: {stances}; {formats.count(sums.officials)} by officials"
