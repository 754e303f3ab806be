"""One initiative: what it is for, what of its money counts and why, who takes part, what is said, and where each value was read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from dashboard.filters import Filters
from dashboard.pages import disagreements, links, promises
from dashboard.pages.families import FamilyTable, family_tables, money_sentence
from dashboard.pages.frame import public_page, show
from dashboard.pages.gap import gap_table
from dashboard.pages.history import notes_beside
from dashboard.pages.movement import movement
from dashboard.pages.own_steps import own_steps
from dashboard.pages.words import Part, scopes_in_words
from dashboard.queries import editions
from dashboard.queries.comments import CommentRow
from dashboard.queries.entries import EntryRow
from dashboard.queries.history import history_of_initiative
from dashboard.queries.initiative_detail import (
    ArticleRow,
    Detail,
    ParticipantRow,
    PointRow,
    QuantityRow,
    families_of,
    initiative_detail,
    initiative_facts,
    initiative_of_former,
)
from dashboard.queries.own_gap import own_gap
from initiatives import formats
from initiatives.ledger.series import load_rates
from initiatives.vocabulary import MEASURES, ORGANIZATION_KINDS, PARTICIPATION_ROLES, PARTICIPATION_STATUSES, POINT_KINDS, QUANTITY_STATUSES

STANCES: Final = ("supportive", "cautious", "critical", "neutral")
POINT_HEADINGS: Final = {
    "goal": "What is it for?", "rationale": "Why?", "hurdle": "What stands in its way?", "opportunity": "What does it open?",
    "model": "Whose model does it follow?",
}  # fmt: skip
MANY: Final = {"lead": "Led by", "funder": "Paid by"}


@dataclass(frozen=True, slots=True)
class Group:
    """Some rows under one heading."""

    words: str
    rows: Sequence[Any]
    value: str = ""


@public_page
def initiative(request: HttpRequest, filters: Filters, slug: str) -> HttpResponse:
    """The whole page of one initiative."""
    facts = initiative_facts(slug)
    if facts is None:
        return moved(filters, slug)
    families = family_tables(families_of(facts.id, filters), slug, filters)
    own = [row for family in families for row in family.rows if row.initiative_slug == slug]
    detail, past = initiative_detail(facts, own), history_of_initiative(facts.id, slug, facts.name)
    return show(
        request, "pages/initiative.html", filters, section="initiatives",
        initiative=facts, facts=[*fact_lines(detail, own, filters), *related(families, slug, filters)], families=families,
        scope_words=scopes_in_words(filters.scope), families_words=families_words(families),
        money_sentence=money_sentence(families, own, filters), years=promises.calendar(families, slug, editions.current().as_of(filters) or date.max),
        steps=own_steps(own, filters), here=slug,
        gap=gap_table(own_gap(slug, facts.name, [row for family in families for row in family.rows], filters), filters),
        disagree=disagreements.told([row for family in families for row in family.rows], slug, load_rates()),
        movement=movement([row for family in families for row in family.rows], filters, load_rates()),
        points=point_groups(detail.points), roles=columns(role_groups(detail.participants)),
        participants_words=participants_words(detail.participants),
        quantities=[(row, quantity_words(row)) for row in detail.quantities], voices=voices(detail.comments), comments=len(detail.comments),
        articles=[(row, taken(row)) for row in detail.articles], history=past, notes=notes_beside(past),
    )  # fmt: skip


def moved(filters: Filters, slug: str) -> HttpResponse:
    """A redirect from a former address, not for ever: a merge may be undone. Raises Http404 where nobody ever had it."""
    today = initiative_of_former(slug)
    if today is None:
        raise Http404(f"“{slug}” is no initiative of the record.")
    return redirect(links.to("initiative", filters, today, keep="all"))


def fact_lines(detail: Detail, own: Sequence[EntryRow], filters: Filters) -> list[Group]:
    """Led by, paid by, through, beside money: what stands in the margin."""
    found = [Group(words, people(detail.participants, role, filters)) for role, words in MANY.items()]
    channels = dict.fromkeys(row.channel for row in own if row.channel)
    found.append(Group("Through", [Part(channel) for channel in channels]))
    found.append(Group("Promises", [Part(quantity_words(row)) for row in detail.quantities if not row.is_part]))
    return [group for group in found if group.rows]


def related(families: Sequence[FamilyTable], slug: str, filters: Filters) -> list[Group]:
    """The other initiatives that its money hangs together with."""
    others = {row.initiative_slug: row.initiative_name for family in families for row in family.rows if row.initiative_slug != slug}
    return [Group("Related", [Part(name, links.to("initiative", filters, other)) for other, name in others.items()])] if others else []


def people(participants: Iterable[ParticipantRow], role: str, filters: Filters) -> list[Part]:
    """The organizations in one role as links."""
    return [Part(one.name, links.to("organization", filters, one.slug) if one.slug else None) for one in participants if one.role == role]


def families_words(families: Sequence[FamilyTable]) -> str:
    """`One family of six statements across four initiatives. Indented: contained in the line above.`"""
    number = sum(len(family.rows) for family in families)
    initiatives = len({row.initiative_slug for family in families for row in family.rows})
    if not number:
        return ""
    across = f" across {formats.counted(initiatives, 'initiative')}" if initiatives > 1 else ""
    words = f"{formats.counted(len(families), 'family', 'families')} of {formats.counted(number, 'statement')}{across}"
    return f"{words}. Indented: contained in the line above."


def point_groups(points: Sequence[PointRow]) -> list[Group]:
    """Goals, rationale, hurdles, opportunities and models, each that there are."""
    found = [Group(POINT_HEADINGS[kind], [point for point in points if point.kind == kind], kind) for kind in POINT_KINDS]
    return [group for group in found if group.rows]


def role_groups(participants: Sequence[ParticipantRow]) -> list[Group]:
    """Participants by role and by how sure it is."""
    found = []
    for role, words in PARTICIPATION_ROLES.items():
        for status in PARTICIPATION_STATUSES:
            some = [one for one in participants if one.role == role and one.status == status]
            if some:
                found.append(Group(f"{words.capitalize()}, {status}", [(one, about(one)) for one in some]))
    return found


def about(one: ParticipantRow) -> str:
    """Kind and home of a participant, as far as they are known."""
    kind = ORGANIZATION_KINDS.get(one.kind or "", "")
    return ", ".join(part for part in (kind, one.country_name) if part)


def columns(groups: Sequence[Group]) -> list[list[Group]]:
    """Groups in two columns of about the same length, in their order."""
    half = sum(len(group.rows) + 2 for group in groups) / 2
    first: list[Group] = []
    for group in groups:
        if sum(len(one.rows) + 2 for one in first) >= half:
            break
        first.append(group)
    return [column for column in (first, list(groups[len(first) :])) if column]


def participants_words(participants: Sequence[ParticipantRow]) -> str:
    """`9 confirmed, 3 reported, 4 expected by name; others expected, unnamed`."""
    named = [one for one in participants if one.slug]
    counts = [f"{formats.count(number)} {status}" for status in PARTICIPATION_STATUSES if (number := sum(one.status == status for one in named))]
    unnamed = len(participants) - len(named)
    words = [", ".join(counts)] if counts else []
    return "; ".join([*words, *([f"{formats.counted(unnamed, 'group')} unnamed"] if unnamed else [])])


def quantity_words(row: QuantityRow) -> str:
    """`up to 100,000 GPUs, planned by 2027`."""
    amount = formats.hedged(f"{number(row.value)} {MEASURES[row.measure]}", row.hedge)
    return f"{amount}, {QUANTITY_STATUSES[row.status]}{f' by {row.by}' if row.by else ''}{', part of a larger figure' if row.is_part else ''}"


def number(value: Decimal) -> str:
    """`100,000`, `1 tn`: figures that need more than nine digits are shortened, with no digit lost."""
    size, word = next(((size, word) for size, word in formats.SIZES[:2] if value >= size), (Decimal(1), ""))
    return f"{(value / size).normalize():,f}{formats.NO_BREAK if word else ''}{word}"


def voices(comments: Sequence[CommentRow]) -> list[Group]:
    """Comments by stance."""
    found = [Group(stance.capitalize(), [one for one in comments if one.stance == stance], stance) for stance in STANCES]
    return [group for group in found if group.rows]


def taken(row: ArticleRow) -> str:
    """What was taken from an article: `money, 4 participants`; `background` where nothing was."""
    counts = ((row.participants, "participant"), (row.comments, "comment"), (row.points, "point"), (row.quantities, "quantity"))
    words = [
        *(["money"] if row.money else []),
        *(formats.counted(number, noun, "quantities" if noun == "quantity" else None) for number, noun in counts if number),
    ]
    return ", ".join(words) or "background"
