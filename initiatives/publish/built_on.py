"""What others built on an edition since, in words: which later edition has to be taken back first, with its page, and what of it is in the way."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from initiatives import formats, vocabulary
from initiatives.history.editions import noun_of
from initiatives.models import Edition, FundingEntry, Point, Quantity, Reference, writing
from initiatives.models.edition import recorded_models
from initiatives.publication import Fault
from initiatives.publish.words import entries_in_words

NAMED_AT_MOST = 3
LONGEST_REASON_CHARACTERS = 100
PAGE = "/desk/history/editions/{}/take-back/"
BACK = "Take that edition back first."
LOADED = "Loaded from "  # how the lines of what `exchange` loaded begin


class Later:
    """The editions after one, by the lines of history that they left; asked for once, when something is in the way."""

    def __init__(self, edition: Edition) -> None:
        self.editions = list(Edition.objects.filter(number__gt=edition.number).select_related("by").order_by("number"))

    def of(self, line: Any) -> Edition | None:
        """The edition that left this line; None where a worker left it, or where it is not known."""
        table = line.instance_type._meta.model_name
        found = next((one for one in self.editions if one.marks.get(table, 0) >= line.history_id), None)
        reason = line.history_change_reason or ""
        is_its_own = found is not None and (reason == found.reason[: writing.REASON_LENGTH] or reason.startswith(LOADED))
        return found if is_its_own else None

    def in_force(self, lines: Iterable[Any]) -> Edition | None:
        """The last edition of these lines, oldest first, that was not taken back itself."""
        standing: list[Edition] = []
        for edition in filter(None, map(self.of, lines)):
            undone = next((one for one in standing if one.number == edition.undoes_id), None)
            standing = [one for one in standing if one is not undone] if undone else [*standing, edition]
        return standing[-1] if standing else None


def changed_again(edition: Edition, changes: Sequence[Any]) -> Iterator[Fault]:
    """Rows that were changed again, so that taking the edition back would lose what others did. Of `changes` as `undoing` has them."""
    found: dict[Edition | None, list[Any]] = {}
    later: Later | None = None
    for model in dict.fromkeys(change.model for change in changes):
        own = {change.pk: change.after for change in changes if change.model is model}
        for lines in _lines_of_changed(model, own):
            later = later or Later(edition)
            found.setdefault(later.in_force(lines), []).append(lines[-1])
    for other, rows in found.items():
        again = f"{_listed(rows)} was changed again on {rows[0].history_date:%-d %b %Y}. Undo that first."
        words = f"{_called(other)} changed {_listed(rows)} again. {BACK}" if other else again
        yield Fault("edition", str((other or edition).number), words)


def resting(edition: Edition, changes: Sequence[Any]) -> Iterator[Fault]:
    """What else points at rows that would go, by the edition that made it do so: one question for each column that can."""
    going = {(change.model, change.pk): change.after for change in changes if change.kind == "+"}
    changed = {(change.model, change.pk) for change in changes}  # what was there before points elsewhere again
    found: dict[Edition | None, list[tuple[Any, Any]]] = {}
    later: Later | None = None
    for (model, pk), lines in _others_pointing(going, changed):
        later = later or Later(edition)
        found.setdefault(later.of(lines[0]), []).append((lines[-1], going[model, pk]))
    for other, pairs in found.items():
        rows, on = _counted([line for line, _ in pairs]), _listed([target for _, target in pairs])
        words = f"{_called(other)} brought {rows} to {on}. {BACK}" if other else f"{rows} belong to {on} or rest on it. Change or remove them first."
        yield Fault("edition", str((other or edition).number), words)


def pointing_at(relation: Any, keys: Collection[Any]) -> list[tuple[Any, Any]]:
    """(row, row that it points at) of the rows that point at some by this relation."""
    rows = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": keys})
    return list(rows.order_by("pk").values_list("pk", relation.field.attname)) if keys else []


def _same(newest: Any, own: Any) -> bool:
    """Whether a row stands as the edition left it: by its own last line, or since what came later was taken back itself."""
    columns = [field.attname for field in newest.instance_type._meta.concrete_fields if field.attname != "changed_at" and hasattr(own, field.attname)]
    there = (newest.history_type == "-") == (own.history_type == "-")
    return newest.history_id == own.history_id or (there and all(getattr(newest, name) == getattr(own, name) for name in columns))


def _lines_of_changed(model: Any, own: Mapping[Any, Any]) -> Iterator[list[Any]]:
    """Of each row that does not stand as its line of `own` left it, the lines since; oldest first."""
    key = model._meta.pk.attname
    history: Any = model.history.model
    newest = history.objects.filter(**{f"{key}__in": list(own)}).order_by(key, "-history_id").distinct(key)
    differing = [getattr(line, key) for line in newest if not _same(line, own[getattr(line, key)])]
    for pk, lines in _lines_by_row(model, differing).items():
        yield [line for line in lines if line.history_id > own[pk].history_id]


def _lines_by_row(model: Any, keys: Collection[Any]) -> Mapping[Any, list[Any]]:
    key = model._meta.pk.attname
    found: dict[Any, list[Any]] = {}
    for line in model.history.filter(**{f"{key}__in": list(keys)}).order_by("history_id") if keys else ():
        found.setdefault(getattr(line, key), []).append(line)
    return found


def _others_pointing(going: Mapping[Any, Any], staying: Collection[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """(model, row that would go) and the lines of a row that stays and points at it: from the one that made it do so to the newest."""
    for model in dict.fromkeys(model for model, _ in going):
        keys = {pk for of_it, pk in going if of_it is model}
        for relation in model._meta.related_objects:
            if relation.related_model in recorded_models().values():
                others = {pk: at for pk, at in pointing_at(relation, keys) if (relation.related_model, pk) not in staying}
                for pk, lines in _lines_by_row(relation.related_model, others).items():
                    yield (model, others[pk]), _since(lines, relation.field.attname, others[pk])


def _since(lines: Sequence[Any], column: str, at: Any) -> list[Any]:
    """The lines at the end that all point there."""
    ending = takewhile(lambda line: line.history_type != "-" and getattr(line, column) == at, reversed(lines))
    return list(reversed(list(ending))) or [lines[-1]]


def _called(edition: Edition) -> str:
    """`edition 8 (its page), “Imported a.xlsx”, by demo`."""
    reason = edition.reason if len(edition.reason) <= LONGEST_REASON_CHARACTERS else f"{edition.reason[:LONGEST_REASON_CHARACTERS]}…"
    by = f" by {edition.by.get_username()}" if edition.by else ""
    return f"edition {edition.number} ({PAGE.format(edition.number)}), “{reason}”{by} on {edition.made_at:%-d %b %Y},"


def _counted(lines: Sequence[Any]) -> str:
    """`2 references and 1 funding entry`."""
    rows = dict.fromkeys((line.instance_type, line.instance_type._meta.pk.value_from_object(line)) for line in lines)  # in an order that stays
    by_table = Counter(model._meta.model_name for model, _ in rows)
    return formats.listed([f"{number} {noun_of(table, number)}" for table, number in by_table.items()])


def _listed(lines: Sequence[Any]) -> str:
    """`the initiative “AI plan (France)” and 2 more`, each row once."""
    named = list(dict.fromkeys(_named(line) for line in lines[: 20 * NAMED_AT_MOST]))
    more = [f"{len(named) - NAMED_AT_MOST} more"] if len(named) > NAMED_AT_MOST else []
    return formats.listed([*named[:NAMED_AT_MOST], *more])


def _named(line: Any) -> str:
    """`the funding entry “Fjord Bank's grant (3 Mar 2026)”`: never a key or an id."""
    noun = line.instance_type._meta.verbose_name
    try:
        return f"the {noun} “{_name(line.instance)}”"
    except ObjectDoesNotExist:  # what it is named after is gone
        return f"a {noun}"


def _name(row: models.Model) -> str:
    if isinstance(row, FundingEntry):
        return entries_in_words([row.key]).get(row.key) or f"{row.initiative.name} ({row.announced_on})"
    if isinstance(row, Quantity):
        return f"{vocabulary.MEASURES[row.measure]}: {row.initiative.name}"
    if isinstance(row, Point):
        return row.text[:LONGEST_REASON_CHARACTERS]
    return f"{row.initiative.name}: {row.article}" if isinstance(row, Reference) else str(row)
