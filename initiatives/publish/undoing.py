"""Takes back what one edition changed, as an edition of its own: rows that it added go, rows that it changed or removed are as they were."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import Q

from initiatives import archive
from initiatives.models import Article, Draft, Edition, Funder, Initiative, writing
from initiatives.models.edition import recorded_models
from initiatives.models.writing import Author
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish import built_on
from initiatives.publish.built_on import LOADED, pointing_at
from initiatives.publish.identity import beside, returning
from initiatives.publish.touched import Touched
from initiatives.recount import recount_families, recount_search

REASON_LENGTH = 300


@dataclass(frozen=True, slots=True)
class RowChange:
    """What one edition did to one row: `lines` are its lines of history in that edition, oldest first; `before` is the line before them, None for a
    row that the edition added."""

    model: type[models.Model]
    pk: Any
    before: Any
    lines: Sequence[Any]

    @property
    def after(self) -> Any:
        """The row as the edition left it, as its line of history."""
        return self.lines[-1]

    def before_differs(self, column: str) -> bool:
        """Whether the row had another value before, or was not there."""
        return self.before is None or getattr(self.before, column, None) != getattr(self.after, column, None)

    @property
    def kind(self) -> str:
        """`+` for a row that it added, `-` for one that it removed, `~` for one that it changed, empty where nothing came of it."""
        was_there = self.before is not None and self.before.history_type != "-"
        is_there = self.after.history_type != "-"
        return {(False, True): "+", (True, False): "-", (True, True): "~"}.get((was_there, is_there), "")


def is_known(edition: Edition) -> bool:
    """Whether what the edition changed can be told from what others did: it and the one before it noted where each history stood."""
    earlier = Edition.objects.filter(number=edition.number - 1).first()
    return bool(edition.marks) and (earlier is None or bool(earlier.marks))


def changes_of(edition: Edition) -> list[RowChange]:
    """What the edition changed, row by row; nothing where that is not known."""
    if not is_known(edition):
        return []
    earlier = Edition.objects.filter(number=edition.number - 1).values_list("marks", flat=True).first() or {}
    return [
        change for name, model in recorded_models().items() for change in _changes(model, earlier.get(name, 0), edition.marks.get(name, 0), edition)
    ]


def to_take_back(edition: Edition) -> list[RowChange]:
    """What undoing the edition would put back."""
    return _without_articles_in_use([change for change in changes_of(edition) if change.kind])


def obstacles(edition: Edition, changes: Sequence[RowChange]) -> list[Fault]:
    """What keeps these changes of the edition from being taken back, in words; nothing where they can be."""
    since = (built_on.changed_again(edition, changes), built_on.resting(edition, changes), returning.in_the_way(changes))
    return list(_faults_of(edition, changes)) or list(chain(*since))


@transaction.atomic
def undo(number: int, by: User | None, reason: str = "") -> Edition:
    """The edition that takes back what edition `number` changed. Raises PublicationRefused, in words, where something later rests on it or changed
    it again, where it was taken back already, or where what it changed is not known; and then nothing was written. Raises Edition.DoesNotExist."""
    Edition.objects.lock()
    edition = Edition.objects.get(number=number)
    changes = to_take_back(edition)
    faults = obstacles(edition, changes)
    if faults:
        raise PublicationRefused(tuple(faults))
    words = (reason or f"Undid edition {number}: {edition.reason}")[:REASON_LENGTH]
    touched = _taken_back(changes, Author(by.pk if by else None, words))
    if faults := list(returning.misled(changes)):
        raise PublicationRefused(tuple(faults))
    made = Edition.objects.next(words, by, undoes=edition)
    recount_families(touched.entries)
    recount_search(touched.initiatives, touched.organizations)
    beside.edition_undone(edition, made)
    archive.keep(made.number)
    return made


def _changes(model: Any, after: int, until: int, edition: Edition) -> Iterator[RowChange]:
    """Of one table; lines that others wrote meanwhile, as the line does for its articles, bear another reason. A file's edition tells its counts, its
    lines name the file."""
    key = model._meta.pk.attname
    own = Q(history_change_reason=_as_kept(edition.reason)) | Q(history_change_reason__startswith=LOADED)
    found = model.history.filter(own, history_id__gt=after, history_id__lte=until).order_by("history_id")
    by_row: dict[Any, list[Any]] = {}
    for line in found:
        by_row.setdefault(getattr(line, key), []).append(line)
    before = _lines_before(model, key, list(by_row), after)
    yield from (RowChange(model, pk, before.get(pk), lines) for pk, lines in by_row.items())


def _as_kept(reason: str) -> str:
    return reason[: writing.REASON_LENGTH]


def _lines_before(model: Any, key: str, keys: list[Any], after: int) -> dict[Any, Any]:
    """The last line of each row up to a mark."""
    found = model.history.filter(**{f"{key}__in": keys}, history_id__lte=after).order_by(key, "-history_id").distinct(key)
    return {getattr(line, key): line for line in found}


def _without_articles_in_use(changes: Sequence[RowChange]) -> list[RowChange]:
    """An article that was read stays, with its draft and its text: nothing is counted from it alone. So does one that others cite by now."""
    added = {change.pk for change in changes if change.model is Article and change.kind == "+"}
    staying = set(Article.objects.filter(pk__in=added).exclude(text="").values_list("pk", flat=True))
    going = {(change.model, change.pk) for change in changes if change.kind == "+"}
    for relation in Article._meta.related_objects:
        staying |= {at for pk, at in pointing_at(relation, added - staying) if (relation.related_model, pk) not in going}
    return [change for change in changes if change.model is not Article or change.kind != "+" or change.pk not in staying]


def _faults_of(edition: Edition, changes: Sequence[RowChange]) -> Iterator[Fault]:
    undone = edition.undone_by.order_by("number").first()
    if undone is not None and not undone.undone_by.exists():
        yield Fault("edition", str(edition.number), f"edition {undone.number} took it back already. Undo that one to have it again.")
    elif not changes:
        yield Fault("edition", str(edition.number), "what it changed is not known, or it changed nothing. Change the rows by hand.")


def _taken_back(changes: Sequence[RowChange], author: Author) -> Touched:
    """Every row as it was, with its line of history; what is touched is noted before and after."""
    touched = Touched()
    by_kind: dict[str, list[RowChange]] = {kind: [change for change in changes if change.kind == kind] for kind in "+-~"}
    _note(touched, [*by_kind["+"], *by_kind["~"]])
    Draft.objects.filter(initiative__in=[change.pk for change in by_kind["+"] if change.model is Initiative]).update(initiative=None)
    for model, found in _by_model(by_kind["+"]).items():
        writing.remove(model, [change.model(pk=change.pk) for change in found], author)
    for model, found in _by_model(by_kind["~"]).items():
        _restore(model, found, author)
    for model, found in _by_model(by_kind["-"]).items():
        writing.add(model, [_row(model, change.before) for change in found], author)
    _note(touched, [*by_kind["-"], *by_kind["~"]])
    return touched


def _note(touched: Touched, changes: Sequence[RowChange]) -> None:
    for model, found in _by_model(changes).items():
        rows = model._default_manager.filter(pk__in=[change.pk for change in found])
        for row in rows.select_related("entry") if model is Funder else rows:
            touched.note(row)


def _by_model(changes: Sequence[RowChange]) -> Mapping[type[models.Model], list[RowChange]]:
    grouped: dict[type[models.Model], list[RowChange]] = {}
    for change in changes:
        grouped.setdefault(change.model, []).append(change)
    return grouped


def _restore(model: type[models.Model], changes: Sequence[RowChange], author: Author) -> None:
    rows = {row.pk: row for row in model._default_manager.filter(pk__in=[change.pk for change in changes]).order_by("pk")}
    columns = [field for field in _kept_columns(model) if not field.primary_key]
    for change in changes:
        for field in columns:
            setattr(rows[change.pk], field.attname, getattr(change.before, field.attname))
    writing.change(model, list(rows.values()), [field.name for field in columns], author)


def _row(model: type[models.Model], line: Any) -> models.Model:
    """A row as a line of history has it."""
    return model(**{field.attname: getattr(line, field.attname) for field in _kept_columns(model)})


def _kept_columns(model: type[models.Model]) -> list[Any]:
    """The columns that a line of history keeps."""
    kept = {field.attname for field in model.history.model._meta.concrete_fields}  # type: ignore[attr-defined]
    return [field for field in model._meta.concrete_fields if field.attname in kept and not field.generated]
