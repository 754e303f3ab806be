"""Builds the rows of a publication; stores only the organizations that it names for the first time."""

from collections.abc import Iterable, Iterator
from typing import Any

from initiatives.exchange.rows import ENTRY_COLUMNS
from initiatives.models import Article, Comment, Funder, FundingEntry, Initiative, Organization, Participation, Point, Quantity, writing
from initiatives.models.known_name import ORGANIZATION
from initiatives.models.writing import Author
from initiatives.publication import EntryToPublish, OrganizationToPublish, Passage, Publication
from initiatives.publish.leading import leads_to
from initiatives.publish.numbering import last_quantity_number
from initiatives.publish.planning import Plan


class Organizations:
    """The organizations of a publication, each found or made once."""

    def __init__(self, author: Author) -> None:
        self.author = author
        self.known: dict[tuple[str | None, str], Organization] = {}

    def id_of(self, named: OrganizationToPublish | None) -> int | None:
        """The row of the organization, made when the record has none of this address or name."""
        if named is None:
            return None
        key = (named.slug, named.name)
        if key not in self.known:
            self.known[key] = self._found(named) or self._made(named)
        return self.known[key].pk

    def _found(self, named: OrganizationToPublish) -> Organization | None:
        """Of this address or one that leads on to today's; a name that the record has for one organization alone is that one's."""
        if named.slug:
            row = Organization.objects.filter(slug=named.slug).first()
            return row or Organization.objects.filter(slug=leads_to(ORGANIZATION, named.slug)).first() or self._called(named.name)
        return self._called(named.name)

    def _called(self, name: str) -> Organization | None:
        row = Organization.objects.filter(name=name).first()
        merged = list(Organization.objects.filter(names__name=name).exclude(names__slug="").distinct()[:2]) if row is None else []
        return row or (merged[0] if len(merged) == 1 else None)

    def _made(self, named: OrganizationToPublish) -> Organization:
        row = Organization(name=named.name, slug=Organization.objects.free_slug(named.name), kind=named.kind, country_id=named.country)
        writing.add(Organization, [row], self.author)
        return row


def entries(publication: Publication, plan: Plan, initiative: Initiative, source: Article) -> list[FundingEntry]:
    """The funding entries, numbered, so that one may point at another."""
    ids = dict(zip((entry.key for entry in plan.entries), writing.next_ids(FundingEntry, len(plan.entries)), strict=True))
    rows: dict[str, int] = ids | {key: pair[0] for key, pair in plan.ids.items()}
    order = following(initiative.funding.all())
    return [_entry(entry, initiative, source, at, order + at, plan, rows) for at, entry in enumerate(publication.entries)]


def _entry(entry: EntryToPublish, initiative: Initiative, source: Article, at: int, order: int, plan: Plan, rows: dict[str, int]) -> FundingEntry:
    planned = plan.entries[at]
    return FundingEntry(
        id=rows[planned.key],
        key=planned.key,
        initiative=initiative,
        order=order,
        recipient_country_id=entry.recipient_country,
        related_to_id=rows[planned.related_to] if planned.related_to else None,
        source=source,
        evidence=evidence(entry.passage),
        **{column: getattr(entry, column) for column in ENTRY_COLUMNS if column != "key"},
    )


def funders(publication: Publication, rows: Iterable[FundingEntry], organizations: Organizations) -> list[Funder]:
    """Who pays the entries."""
    return [
        Funder(
            entry=row,
            order=order,
            organization_id=organizations.id_of(funder.organization),
            described=funder.described if funder.organization is None else None,
            country_id=funder.country,
            share=funder.share,
        )
        for row, entry in zip(rows, publication.entries, strict=True)
        for order, funder in enumerate(entry.funders)
    ]


def participations(publication: Publication, initiative: Initiative, source: Article, organizations: Organizations) -> Iterator[Participation]:
    """Who takes part, without those that the record has in that role already."""
    known: set[tuple[int | None, str | None, str]] = set(initiative.participations.values_list("organization_id", "described", "role"))
    order = following(initiative.participations.all())
    for participation in publication.participations:
        organization_id = organizations.id_of(participation.organization)
        described = participation.described if organization_id is None else None
        if (organization_id, described, participation.role) not in known:
            known.add((organization_id, described, participation.role))
            yield Participation(
                initiative=initiative,
                organization_id=organization_id,
                described=described,
                role=participation.role,
                status=participation.status,
                order=order,
                source=source,
                evidence=evidence(participation.passage),
            )
            order += 1


def comments(publication: Publication, initiative: Initiative, source: Article) -> list[Comment]:
    """Who says what."""
    plain = ("speaker", "title", "affiliation", "place", "actor", "interest", "stance", "position", "quote", "said_on")
    order = following(initiative.commentary.all())
    return [
        Comment(
            initiative=initiative,
            order=order + at,
            country_id=comment.country,
            aspects=list(comment.aspects),
            source=source,
            evidence=evidence(comment.passage),
            **{column: getattr(comment, column) for column in plain},
        )
        for at, comment in enumerate(publication.comments)
    ]


def points(publication: Publication, initiative: Initiative, source: Article) -> list[Point]:
    """What it is for and what stands in its way."""
    order = following(initiative.points.all())
    return [
        Point(
            initiative=initiative,
            order=order + at,
            kind=point.kind,
            aspect=point.aspect,
            country_id=point.country,
            text=point.text,
            source=source,
            evidence=evidence(point.passage),
        )
        for at, point in enumerate(publication.points)
    ]


def quantities(publication: Publication, initiative: Initiative, source: Article) -> list[Quantity]:
    """What is promised that is not money."""
    order = following(initiative.quantities.all())
    number = last_quantity_number(initiative.slug)
    return [
        Quantity(
            key=f"{initiative.slug}~{number + 1 + at}",
            initiative=initiative,
            order=order + at,
            source=source,
            relation="new",
            measure=quantity.measure,
            value=quantity.value,
            hedge=quantity.hedge,
            status=quantity.status,
            by=quantity.by,
            note=quantity.note,
        )
        for at, quantity in enumerate(publication.quantities)
    ]


def following(rows: Any) -> int:
    """The place after the last of some rows."""
    last = rows.order_by("-order").values_list("order", flat=True).first()
    return 0 if last is None else last + 1


def evidence(passage: Passage | None) -> dict[str, Any] | None:
    """The passage as a row keeps it."""
    return {"start": passage.start, "end": passage.end, "text": passage.text} if passage else None
