"""Moves rows from one organization or initiative to another, each with its line of history; what the other has already stands for both."""

from collections.abc import Iterable, Sequence
from typing import Any

from initiatives import vocabulary
from initiatives.models import Funder, Participation, Reference, writing
from initiatives.models.known_name import INITIATIVE, ORGANIZATION
from initiatives.publish.editing import Editing
from initiatives.publish.identity import beside
from initiatives.publish.identity.beside import Move
from initiatives.publish.parts import following

SUREST = list(vocabulary.PARTICIPATION_STATUSES)  # from sure to unsure


class Moving:
    """One change of identity under way: moves rows to `target`, and gathers in `moves` what stands beside the record."""

    def __init__(self, session: Editing, noun: str, target: Any) -> None:
        self.session, self.noun, self.target = session, noun, target
        self.moves: list[Move] = []

    def rows(self, rows: Iterable[Any]) -> None:
        """Moves rows of one table; those that would stand twice are joined with the one that is there."""
        listed = list(rows)
        if not listed:
            return
        for row in listed:
            self.session.touched.note(row)
        if isinstance(listed[0], Funder):
            self._funders(listed)
        elif isinstance(listed[0], Participation):
            self._participations(listed)
        elif isinstance(listed[0], Reference):
            self._references(listed)
        else:
            self._place(listed)

    def name(self, row: Any) -> None:
        """Moves another name with the address that it leads on from."""
        same = type(row).objects.filter(**{self.noun: self.target}, name=row.name).first()
        if (same is None and row.name != self.target.name) or (same is None and row.slug):
            self._place([row])
        else:
            self.drop(row, same)
            self.add_name(type(row), row.name, row.slug)

    def add_name(self, model: Any, name: str, slug: str) -> None:
        """Gives the target another name with the address that leads on to it; a name that it has already takes the address."""
        same = model.objects.filter(**{self.noun: self.target}, name=name).first()
        if same is not None and (not slug or same.slug == slug):
            return
        if same is not None and not same.slug:
            same.slug = slug
            writing.change(model, [same], ["slug"], self.session.author)
            return
        called = slug if same is not None else name
        order = following(model.objects.filter(**{self.noun: self.target}))
        writing.add(model, [model(**{self.noun: self.target}, name=called, slug=slug, order=order)], self.session.author)

    def drop(self, row: Any, stands: Any) -> None:
        """Removes a row for which another one stands; notes on it go to that one."""
        if stands is not None:
            self.beside(row._meta.model_name, row.pk, stands.pk)
        writing.remove(type(row), [row], self.session.author)

    def beside(self, table: str, old: int, new: int) -> None:
        """Moves drafts, notes and corrections of one row to another."""
        self.moves += beside.moved(table, old, new)

    def cite(self, rows: Iterable[Any]) -> None:
        """Lets the target cite the articles that its new rows were read in."""
        cited = set(self.target.references.values_list("article_id", flat=True))
        wanted = [pk for pk in dict.fromkeys(row.source_id for row in rows if hasattr(row, "source_id")) if pk not in cited]
        order = following(self.target.references.all())
        writing.add(
            Reference, [Reference(initiative=self.target, article_id=pk, order=order + at) for at, pk in enumerate(wanted)], self.session.author
        )

    def _place(self, rows: Sequence[Any]) -> None:
        """Behind those that the target has."""
        model, ordered = type(rows[0]), not isinstance(rows[0], Funder | Participation) or self.noun == INITIATIVE
        order = following(model.objects.filter(**{self.noun: self.target})) if ordered else 0
        for at, row in enumerate(rows):
            setattr(row, self.noun, self.target)
            row.order = order + at if ordered else row.order
        writing.change(model, rows, [self.noun, *(["order"] if ordered else [])], self.session.author)
        for row in rows:
            self.session.touched.note(row)

    def _funders(self, rows: Sequence[Funder]) -> None:
        """Of one entry both may pay a share; the sum stands, or nothing where one of the two is not published."""
        own = {funder.entry_id: funder for funder in Funder.objects.filter(organization=self.target, entry__in=[row.entry_id for row in rows])}
        for row in rows:
            stands = own.get(row.entry_id)
            if stands is not None:
                stands.share = None if stands.share is None or row.share is None else stands.share + row.share
                self.drop(row, stands)
                writing.change(Funder, [stands], ["share"], self.session.author)
        self._move_if([row for row in rows if row.entry_id not in own])

    def _participations(self, rows: Sequence[Participation]) -> None:
        """In one role of one initiative it takes part once, and as surely as either did."""
        own = {self._place_of(row): row for row in Participation.objects.filter(**{self.noun: self.target})}
        moved = []
        for row in rows:
            stands = own.setdefault(self._place_of(row), row)
            if stands is row:
                moved.append(row)
            else:
                self._join(row, stands)
        self._move_if(moved)

    def _place_of(self, row: Participation) -> tuple[int | str | None, ...]:
        """What must differ between two participations of the target."""
        return (row.initiative_id, row.role) if self.noun == ORGANIZATION else (row.organization_id, row.described, row.role)

    def _join(self, row: Participation, stands: Participation) -> None:
        if SUREST.index(row.status) < SUREST.index(stands.status):
            stands.status = row.status
            writing.change(Participation, [stands], ["status"], self.session.author)
        self.drop(row, stands)

    def _references(self, rows: Sequence[Reference]) -> None:
        own = {row.article_id: row for row in Reference.objects.filter(initiative=self.target)}
        for row in rows:
            if row.article_id in own:
                self.drop(row, own[row.article_id])
        self._move_if([row for row in rows if row.article_id not in own])

    def _move_if(self, rows: Sequence[Any]) -> None:
        if rows:
            self._place(rows)
