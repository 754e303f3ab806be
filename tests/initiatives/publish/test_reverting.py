"""Rows as they were, by their histories, and what that does to the totals."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Sum

from initiatives.ledger.values import BASES
from initiatives.models import Edition, Funder, FundingCount, FundingEntry, Initiative
from initiatives.publication import PublicationRefused
from initiatives.publish import PutBack, editing, foreseen, of_changes, publish, put_back, to_take_back, undo
from initiatives.recount import recount_all
from tests.initiatives.publish.publications import entry_to_publish, publication

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]


def whole() -> FundingEntry:
    return FundingEntry.objects.get(key="fjord-computer#1")


def first_line(row: Any) -> Any:
    return type(row).history.filter(id=row.pk).order_by("history_id").first()


def nothing_changed_meanwhile() -> None:
    """Nobody else did anything."""


def change(editor: User, **columns: Any) -> FundingEntry:
    entry = whole()
    for name, value in columns.items():
        setattr(entry, name, value)
    with editing(editor, "Changed") as session:
        session.save(entry)
    return entry


def announced_total() -> Decimal:
    stages = ["announced", "budgeted", "committed", "disbursed"]
    counted = FundingCount.objects.filter(snapshot__day=None, stage__in=stages, scope="ai")
    return counted.aggregate(total=Sum("usd_net"))["total"] or Decimal(0)


def test_one_field_is_put_back_and_the_others_stay(editor: User) -> None:
    entry = change(editor, amount=Decimal(7_000_000), note="Said in parliament")
    made = put_back([PutBack(FundingEntry, entry.pk, first_line(entry), ("amount",))], editor, "A slip", nothing_changed_meanwhile)
    assert made is not None
    assert (whole().amount, whole().note) == (1_000_000, "Said in parliament")
    line: Any = whole().history.first()
    assert (line.history_change_reason, line.history_user) == ("A slip", editor)
    assert recount_all() == []


def test_a_whole_row_is_put_back(editor: User) -> None:
    entry = change(editor, amount=Decimal(7_000_000), note="Said in parliament")
    put_back([PutBack(FundingEntry, entry.pk, first_line(entry))], editor, "A slip", nothing_changed_meanwhile)
    assert (whole().amount, whole().note) == (1_000_000, None)


def test_what_is_so_already_makes_no_edition(editor: User) -> None:
    before = Edition.objects.current_number()
    assert put_back([PutBack(FundingEntry, whole().pk, first_line(whole()))], editor, "", nothing_changed_meanwhile) is None
    assert Edition.objects.current_number() == before


def test_a_removed_initiative_comes_back_with_its_parts_whatever_their_order(editor: User) -> None:
    row, entry, funder = Initiative.objects.get(), whole(), Funder.objects.get()
    with editing(editor, "Removed") as session:
        session.remove(row)
    lines = [model.history.filter(id=one.pk, history_type="+").first() for model, one in ((Funder, funder), (FundingEntry, entry), (Initiative, row))]
    wanted = [PutBack(model, line.id, line) for model, line in zip((Funder, FundingEntry, Initiative), lines, strict=True)]
    put_back(wanted, editor, "Wrongly removed", nothing_changed_meanwhile)
    assert Funder.objects.get().entry == whole()
    assert recount_all() == []


def test_a_field_of_a_row_that_is_gone_is_refused_in_words(editor: User) -> None:
    entry = whole()
    funder = Funder.objects.get()
    with editing(editor, "Removed") as session:
        session.remove(funder)
    with pytest.raises(PublicationRefused, match="Put the whole row back first"):
        put_back([PutBack(Funder, funder.pk, first_line(funder), ("share",))], editor, "", nothing_changed_meanwhile)
    assert not Funder.objects.filter(entry=entry).exists()


def test_what_the_check_finds_ends_it_with_nothing_written(editor: User) -> None:
    entry = change(editor, amount=Decimal(7_000_000))

    def somebody_was_faster() -> None:
        raise LookupError("somebody was faster")

    with pytest.raises(LookupError):
        put_back([PutBack(FundingEntry, entry.pk, first_line(entry))], editor, "", somebody_was_faster)
    assert whole().amount == 7_000_000


@pytest.mark.parametrize("columns", [{"amount": Decimal(7_000_000)}, {"stage": "pledged"}, {"scope": "wider"}])
def test_what_is_foreseen_is_what_comes(editor: User, columns: dict[str, Any]) -> None:
    entry = change(editor, **columns)
    wanted = [PutBack(FundingEntry, entry.pk, first_line(entry))]
    effect = {one.basis: one for one in foreseen(wanted)}["announced"]
    assert effect.before_usd == announced_total()
    put_back(wanted, editor, "", nothing_changed_meanwhile)
    assert effect.after_usd == announced_total()
    assert effect.after_usd != effect.before_usd


def test_the_effect_of_taking_an_edition_back_is_foreseen_without_writing(editor: User) -> None:
    made = publish(publication(entries=(entry_to_publish(relation="new", related_to=None),)), editor, "Accepted")
    before, lines = announced_total(), FundingEntry.history.count()
    effects = {one.basis: one for one in foreseen(of_changes(to_take_back(made)))}
    assert list(effects) == list(BASES)
    assert (announced_total(), FundingEntry.history.count()) == (before, lines)
    undo(made.number, editor)
    assert effects["announced"].after_usd == announced_total() < before


def test_a_removal_of_an_initiative_is_foreseen(editor: User) -> None:
    row, before = Initiative.objects.get(), announced_total()
    with editing(editor, "Removed") as session:
        session.remove(row)
    effects = {one.basis: one for one in foreseen(of_changes(to_take_back(Edition.objects.get(number=Edition.objects.current_number()))))}
    assert (effects["announced"].before_usd, effects["announced"].after_usd) == (Decimal(0), before)


def test_what_a_file_loaded_is_taken_back_too(editor: User) -> None:
    loaded = Edition.objects.get(number=Edition.objects.current_number())
    undo(loaded.number, editor)
    assert not Initiative.objects.exists()
    assert not FundingEntry.objects.exists()
    assert recount_all() == []
