"""What differs between countries, in sentences made from the figures of the drawings beside them; knows no requests."""

from decimal import Decimal

from dashboard.charts.parts import opening
from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.compare_words import Found, by, entries, joined, money, name, times, whose
from dashboard.pages.words import Part, Sentence, said, share_in_words
from dashboard.queries.compared import Compared
from initiatives import formats
from initiatives.ledger.gap import GapReason
from initiatives.vocabulary import MEASURES, QUANTITY_STATUSES


def differences(found: Found, filters: Filters) -> list[tuple[str, Sentence]]:
    """Every difference that there are figures for, with its heading."""
    told = {
        "How firm": how_firm(found, filters),
        "Why not firmer": why_not_firmer(found, filters),
        "Who pays": who_pays(found, filters),
        "What is only pledged": only_pledged(found, filters),
        "How lumpy": how_lumpy(found, filters),
        "How recent": how_recent(found, filters),
        "Who comes from abroad": from_abroad(found, filters),
        "What is said": what_is_said(found, filters),
        "What is promised beside money": promised(found),
    }
    return [(title, words) for title, words in told.items() if words]


def how_firm(found: Found, filters: Filters) -> Sentence:
    """`South Korea has committed 27.6 % of what it announced; …`."""
    ranked = sorted(
        by(found, lambda one: one.totals.by_basis["announced"]),
        key=lambda one: -one.totals.by_basis["committed"] / one.totals.by_basis["announced"],
    )
    return joined([_committed(one, filters) for one in ranked]) if ranked else ()


def _committed(one: Compared, filters: Filters) -> Sentence:
    committed, announced = one.totals.by_basis["committed"], one.totals.by_basis["announced"]
    share = entries(share_in_words(committed, announced), one, filters, basis="committed") if committed else Part("nothing")
    return Part(f"{name(one)} has committed "), share, Part(" of what it announced")


def why_not_firmer(found: Found, filters: Filters) -> Sentence:
    """`Of what South Korea has not committed, $7.98 bn is for years that are still running, and of $3.70 bn no reason is published; …`."""
    return joined([_open(one, filters) for one in by(found, lambda one: one.gap.gap)]) if any(one.gap.gap > 0 for one in found) else ()


def _open(one: Compared, filters: Filters) -> Sentence:
    known = [part for part in one.gap.parts if part.reason != GapReason.UNSAID]
    unsaid = one.gap.gap - sum((part.amount for part in known), Decimal(0))
    link = links.to("country", filters, one.code) + "#gap"
    opened = Part(f"of the {formats.money(one.gap.gap, filters.currency)} that {name(one)} has announced and not committed, ")
    if not known:
        return opened, Part("no reason is published", link)
    most = max(known, key=lambda part: part.amount)
    silent = f", and of {formats.money(unsaid, filters.currency)} no reason is published" if unsaid else ""
    return opened, Part(formats.money(most.amount, filters.currency), link), Part(f" is {most.words}{silent}")


def who_pays(found: Found, filters: Filters) -> Sentence:
    """`All of it is public in Japan; 76.1 % in France, where $1.16 bn joins state and private money`."""
    ranked = sorted(by(found, lambda one: one.funding.total or Decimal(0)), key=lambda one: -_public(one))
    return joined([_paid(one, filters, place) for place, one in enumerate(ranked)]) if ranked else ()


def _public(one: Compared) -> Decimal:
    return (one.funding.public or Decimal(0)) / (one.funding.total or Decimal(1))


def _paid(one: Compared, filters: Filters, place: int) -> Sentence:
    share, of_it = _public(one), " of it is plainly public" if not place else ""
    words = "all" if share == 1 else "nothing" if not share else formats.percent(share * 100)
    start = Part(f"{words}{of_it} in {name(one)}")
    others = {"mixed": "joins state and private money", "private": "is private", "unknown": "is of unknown origin"}
    amounts = [(origin, getattr(one.funding, origin)) for origin in others if getattr(one.funding, origin)]
    if not amounts:
        return (start,)
    pieces = [
        piece
        for number, (origin, amount) in enumerate(amounts)
        for piece in (
            Part(" and " if number else ", where "),
            entries(money(amount, filters), one, filters, origin=origin),
            Part(f" {others[origin]}"),
        )
    ]
    return (start, *pieces)


def only_pledged(found: Found, filters: Filters) -> Sentence:
    """`France has the most beside the count: $81.5 bn, 16.8 times what it announced.`"""
    ranked = by(found, lambda one: one.totals.only_pledged)
    if not ranked or filters.basis == "headline":
        return ()
    most = ranked[0]
    total = one_total(most)
    ratio = f", {times(most.totals.only_pledged / total)} times what counts" if total and most.totals.only_pledged > total else ""
    return said(
        f"{opening(name(most))} has the most beside the count: {{sum}}{ratio}.",
        sum=entries(money(most.totals.only_pledged, filters), most, filters, basis="headline", stage="pledged"),
    )


def one_total(one: Compared) -> Decimal:
    """The counted sum, nothing where it is not known."""
    return one.funding.total or Decimal(0)


def how_lumpy(found: Found, filters: Filters) -> Sentence:
    """`57.2 % of the sum of Japan is one entry of …`."""
    ranked = [(one.largest.counts / one_total(one), one) for one in found if one.largest and one_total(one)]
    if not ranked:
        return ()
    share, one = max(ranked, key=lambda pair: pair[0])
    return said(
        f"{formats.percent(share * 100)} of {whose(one)} sum is one entry of {{initiative}}.",
        initiative=Part(one.largest.initiative, links.to("initiative", filters, one.largest.slug) + "#counts") if one.largest else "",
    )


def how_recent(found: Found, filters: Filters) -> Sentence:
    """`46.4 % of South Korea’s was announced in 2025; …`."""
    pieces = []
    for one in by(found, one_total):
        sums = {year: sum(origins.values(), Decimal(0)) for year, origins in one.years.items()}
        year = max(sums, key=lambda known: (sums[known], known))
        share = entries(share_in_words(sums[year], one_total(one)), one, filters, from_=year, to=year)
        pieces.append((share, Part(f" of {whose(one)} was announced in {year}")))
    return joined(pieces) if pieces else ()


def from_abroad(found: Found, filters: Filters) -> Sentence:
    """`15 of 38 organizations come from abroad in France; 5 of 42 in Japan`."""
    named = sorted((one for one in found if one.organizations), key=lambda one: -one.from_abroad / one.organizations)
    return joined([_strangers(one, filters, place) for place, one in enumerate(named)]) if named else ()


def _strangers(one: Compared, filters: Filters, place: int) -> Sentence:
    all_of_them = str(one.organizations) if place else formats.counted(one.organizations, "organization")
    come = "" if place else " comes from abroad" if one.from_abroad == 1 else " come from abroad"
    number = Part(f"{one.from_abroad} of {all_of_them}", links.to("country", filters, one.code) + "#participants")
    return number, Part(f"{come} in {name(one)}")


def what_is_said(found: Found, filters: Filters) -> Sentence:
    """`6 of 15 comments on Japan doubt; …`."""
    heard = [one for one in found if one.comments]
    words = [
        (
            Part(f"{one.doubting} of {formats.counted(one.comments, 'comment')}", links.to("commentary", filters, country=one.code)),
            Part(f" on {name(one)} doubt{'s' if one.doubting == 1 else ''}"),
        )
        for one in heard
    ]
    mute = [name(one) for one in found if not one.comments]
    return joined([*words, *([(Part(f"nobody is quoted on {formats.listed(mute)}"),)] if mute else [])]) if words else ()


def promised(found: Found) -> Sentence:
    """`South Korea states 365,000 GPUs planned and 65,000 GPUs installed; France 1,000 MW planned`."""
    pieces: list[Sentence] = []
    for one in found:
        amounts = [
            f"{formats.figures(value)} {MEASURES[measure]} {QUANTITY_STATUSES[status]}" for (measure, status), value in sorted(one.quantities.items())
        ]
        if amounts:
            pieces.append((Part(f"{name(one)}{'' if pieces else ' states'} {formats.listed(amounts)}"),))
    return joined(pieces) if pieces else ()
