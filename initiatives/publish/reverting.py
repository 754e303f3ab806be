"""Puts rows back to what their histories say they were, as one edition; and says what that would do to the totals, without writing anything."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import Sum

from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import BASES, DEFAULT_SCOPES, STAGES, Entry, reaches
from initiatives.models import Edition, FundingCount, FundingEntry, Initiative
from initiatives.models.edition import recorded_models
from initiatives.publication import BasisEffect, Fault, PublicationRefused
from initiatives.publish.editing import Editing, editing
from initiatives.publish.undoing import RowChange
from initiatives.recount.recorded import connected, recorded

DOLLAR = "USD"
NOTHING = Decimal(0)
NEW = "new"


@dataclass(frozen=True, slots=True)
class PutBack:
    """A row that is to be as a line of its history has it; gone where `line` is None. `columns` are the fields' names, None for all of them."""

    model: type[models.Model]
    pk: Any
    line: Any
    columns: tuple[str, ...] | None = None


def put_back(wanted: Sequence[PutBack], by: User | None, reason: str, check: Callable[[], None]) -> Edition | None:
    """The edition that it made, None where the record is so already. `check` is called when nobody else can publish any more; what it raises ends it.

    Raises PublicationRefused, in words; and then nothing was written."""
    with transaction.atomic():
        with editing(by, reason) as session:
            check()
            for one in in_order(wanted):
                _put(session, one)
        return Edition.objects.current() if session.touched.anything else None


def foreseen(wanted: Sequence[PutBack]) -> list[BasisEffect]:
    """What the totals of all countries in the default scopes are and would be at each basis, in dollars."""
    before, after = _families(wanted)
    rates = load_rates()
    now, then = _by_stage(before, rates), _by_stage(after, rates)
    counted = FundingCount.objects.filter(snapshot__day=None, scope__in=DEFAULT_SCOPES).order_by().values_list("stage").annotate(Sum("usd_net"))
    totals = {stage: total or NOTHING for stage, total in counted}
    effects = []
    for basis in BASES:
        stages = [stage for stage in STAGES if reaches(stage, basis)]
        total = sum((totals.get(stage, NOTHING) for stage in stages), NOTHING)
        gain = sum((then.get(stage, NOTHING) - now.get(stage, NOTHING) for stage in stages), NOTHING)
        effects.append(BasisEffect(basis, total, total + gain))
    return effects


def of_changes(changes: Iterable[RowChange]) -> list[PutBack]:
    """What takes back the changes of an edition."""
    return [PutBack(change.model, change.pk, None if change.kind == "+" else change.before) for change in changes if change.kind]


def in_order(wanted: Sequence[PutBack]) -> Iterator[PutBack]:
    """What others point at comes first when rows come back, and goes last when they go."""
    place = {model: at for at, model in enumerate(_parents_first())}
    coming = sorted((one for one in wanted if one.line is not None), key=lambda one: (place[one.model], one.pk))
    going = sorted((one for one in wanted if one.line is None), key=lambda one: (place[one.model], one.pk), reverse=True)
    yield from coming
    yield from going


def _parents_first() -> list[type[models.Model]]:
    """The recorded models, each after those that it points at."""
    ordered: list[type[models.Model]] = []

    def add(model: type[models.Model]) -> None:
        for field in model._meta.concrete_fields:
            target = field.related_model
            if isinstance(target, type) and target is not model and target in left and target not in ordered:
                add(target)
        if model not in ordered:
            ordered.append(model)

    left = list(recorded_models().values())
    for model in left:
        add(model)
    return ordered


def _put(session: Editing, one: PutBack) -> None:
    row = one.model._default_manager.filter(pk=one.pk).first()
    if one.line is None:
        if row is not None:
            session.remove(row)
        return
    if row is None and one.columns is not None:
        raise PublicationRefused((Fault("id", str(one.pk), "it is not in the record any more. Put the whole row back first."),))
    session.save(_as_line(row or one.model(pk=one.pk), one))


def _as_line(row: Any, one: PutBack) -> Any:
    kept = {field.attname for field in type(one.line)._meta.concrete_fields}
    for field in one.model._meta.concrete_fields:
        wished = one.columns is None or field.attname in one.columns
        if field.attname in kept and not field.generated and not field.primary_key and wished:
            setattr(row, field.attname, getattr(one.line, field.attname))
    return row


def _families(wanted: Sequence[PutBack]) -> tuple[list[Entry], list[Entry]]:
    """The entries of every family that is touched, as they are and as they would be."""
    entries = {one.pk: one for one in wanted if one.model is FundingEntry}
    owners = {one.pk: one for one in wanted if one.model is Initiative and one.line is not None and one.columns in (None, ("countries",))}
    related = {one.line.related_to_id for one in entries.values() if one.line is not None and one.line.related_to_id}
    owned = set(FundingEntry.objects.filter(initiative__in=owners).values_list("pk", flat=True))
    around = recorded(connected({*entries, *related, *owned}))
    now = {around.ids[entry.key][0]: entry for entry in around.entries}
    initiative_of = {pk: around.ids[entry.key][1] for pk, entry in now.items()}
    then = {pk: entry for pk, entry in now.items() if pk not in entries or entries[pk].line is not None}
    keys = {pk: entry.key for pk, entry in now.items()} | {pk: one.line.key for pk, one in entries.items() if one.line is not None}
    for pk, one in entries.items():
        if one.line is not None:
            initiative_of[pk] = one.line.initiative_id
            then[pk] = _entry(one, now.get(pk), keys, _owners(one.line.initiative_id, owners))
    for pk, entry in then.items():
        if initiative_of[pk] in owners:
            then[pk] = replace(entry, owners=tuple(owners[initiative_of[pk]].line.countries))
    return list(now.values()), _without_loose_ends(then.values())


def _owners(initiative_id: int, wanted: Mapping[int, PutBack]) -> tuple[str, ...]:
    if initiative_id in wanted:
        return tuple(wanted[initiative_id].line.countries)
    return tuple(Initiative.objects.filter(pk=initiative_id).values_list("countries", flat=True).first() or ())


def _entry(one: PutBack, now: Entry | None, keys: Mapping[int, str], owners: tuple[str, ...]) -> Entry:
    """The entry as its line has it; where only some columns are put back, with the others as they are."""
    line = one.line
    values = {
        "key": line.key,
        "amount": line.amount,
        "currency": line.currency,
        "announced_on": line.announced_on,
        "stage": line.stage,
        "relation": line.relation,
        "related_to": keys.get(line.related_to_id),
        "scope": line.scope,
        "origin": line.origin,
        "recipient_country": line.recipient_country_id,
        "hedge": line.hedge,
        "usd_as_published": line.usd_as_published,
    }
    if now is None or one.columns is None:
        return Entry(**values, owners=owners)
    names = {column.removesuffix("_id") for column in one.columns}
    return replace(now, **{name: value for name, value in values.items() if name in names})


def _without_loose_ends(entries: Iterable[Entry]) -> list[Entry]:
    """What would point at nothing counts as new; the record refuses to be so, and says it when it is asked to."""
    listed = list(entries)
    keys = {entry.key for entry in listed}
    return [entry if entry.relation == NEW or entry.related_to in keys else replace(entry, relation=NEW, related_to=None) for entry in listed]


def _by_stage(entries: Sequence[Entry], rates: Rates) -> dict[str, Decimal]:
    counted = count(list(entries), rates)
    sums: dict[str, Decimal] = {}
    for entry in entries:
        usd = rates.convert(counted[entry.key].net, entry.currency, DOLLAR, entry.announced_on) if entry.scope in DEFAULT_SCOPES else None
        sums[entry.stage] = sums.get(entry.stage, NOTHING) + (usd or NOTHING)
    return sums
