"""Whoever writes facts, by whichever path, leaves one true line of history a row that changed, and none for a row that did not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from initiatives.exchange.load import load
from initiatives.models import Article, Edition, Funder, FundingEntry, Initiative, Organization, Participation
from initiatives.models.edition import recorded_models
from initiatives.publish import PutBack, editing, publish, put_back, undo
from initiatives.reference import load_statistics
from tests.initiatives.admin.conftest import fields_of
from tests.initiatives.exchange.files import entry, funder, initiative, participant, write
from tests.initiatives.publish.publications import publication

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]

Rows = dict[tuple[str, Any], dict[str, Any]]


def kept_columns(model: Any) -> list[str]:
    kept = {field.attname for field in model.history.model._meta.concrete_fields}
    return [field.attname for field in model._meta.concrete_fields if field.attname in kept and not field.generated]


def rows() -> Rows:
    """Every recorded row as its history ought to have it."""
    return {
        (name, row[model._meta.pk.attname]): row
        for name, model in recorded_models().items()
        for row in model._default_manager.values(*kept_columns(model))
    }


def newest_numbers() -> dict[str, int]:
    return {name: getattr(model.history.order_by("-history_id").first(), "history_id", 0) for name, model in recorded_models().items()}


@contextmanager
def one_true_line_a_change(changes_something: bool = True) -> Iterator[None]:
    """Compares the whole record before and after with the lines that were written in between."""
    before, numbers = rows(), newest_numbers()
    yield
    after = rows()
    written: dict[tuple[str, Any], list[Any]] = {}
    for name, model in recorded_models().items():
        for line in model.history.filter(history_id__gt=numbers[name]).order_by("history_id"):
            written.setdefault((name, getattr(line, model._meta.pk.attname)), []).append(line)
    expected = {at: kind(before.get(at), after.get(at)) for at in {*before, *after} if before.get(at) != after.get(at)}
    assert {at: [line.history_type for line in lines] for at, lines in written.items()} == {at: [one] for at, one in expected.items()}
    for at, (line,) in written.items():
        true = after.get(at) or before[at]
        assert {column: getattr(line, column) for column in true} == true
        assert line.history_change_reason
    assert bool(expected) == changes_something


def kind(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str:
    return "+" if before is None else "-" if after is None else "~"


def whole() -> FundingEntry:
    return FundingEntry.objects.get(key="fjord-computer#1")


def a_file(tmp_path: Path, **changes: Any) -> Path:
    """The record's file again, with changes."""
    folder = tmp_path / "again"
    folder.mkdir(exist_ok=True)
    plain = entry("fjord-computer#1", period="2025-2029", funders=[funder("Ministry of Fjords", country="NOR")])
    part = entry("fjord-computer#2", relation="tranche-of", related_to="fjord-computer#1", amount=400_000, stage="budgeted")
    return write(folder, initiative(**{"funding": [plain, part], **changes}))


def test_a_file_that_says_the_same_again_leaves_nothing(tmp_path: Path) -> None:
    with one_true_line_a_change(changes_something=False):
        load(a_file(tmp_path))


def test_a_file_with_other_owners_funders_and_participants(tmp_path: Path) -> None:
    other = [entry("fjord-computer#1", period="2025-2029", funders=[funder("Ministry of Seas", country="SWE"), funder(described="banks")])]
    with one_true_line_a_change():
        load(a_file(tmp_path, countries=["NOR", "SWE"], funding=other, participants=[participant("Fjord Works")], points=[], summary="Other words."))
    assert Initiative.objects.get().countries == ["NOR", "SWE"]
    assert Funder.objects.count() == 2


def test_statistics_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "stats.csv"
    file.write_text("iso3,year,gdp_usd,population,source\nNOR,2024,480000000000,5500000,A bank\n", encoding="utf-8")
    load_statistics()
    with one_true_line_a_change():
        load_statistics(file)
    with one_true_line_a_change(changes_something=False):
        load_statistics(file)


def test_an_accepted_publication(editor: User) -> None:
    with one_true_line_a_change():
        publish(publication(), editor, "Accepted: the article")


def test_single_rows_by_hand_owners_and_funders_too(editor: User) -> None:
    row, paying, source = Initiative.objects.get(), Funder.objects.get(), Article.objects.get()
    bank = Organization.objects.create(name="Fjord Bank", slug="fjord-bank")
    row.countries, paying.organization, paying.share = ["NOR", "FIN"], bank, Decimal("0.5")
    with one_true_line_a_change(), editing(editor, "By hand") as session:
        session.save(row)
        session.save(paying)
        session.save(Funder(entry=whole(), described="banks", order=1))
        session.save(Participation(initiative=row, organization=bank, role="investor", status="reported", source=source))


def test_a_row_that_is_saved_as_it_stands_leaves_nothing(editor: User) -> None:
    with one_true_line_a_change(changes_something=False), editing(editor, "Nothing new") as session:
        session.save(whole())
        session.save(Initiative.objects.get())


def test_a_new_name_with_the_former_one_it_leaves(editor: User) -> None:
    ministry = Organization.objects.get(name="Ministry of Fjords")
    ministry.name = "Ministry of Seas"
    with one_true_line_a_change(), editing(editor, "Renamed") as session:
        session.save(ministry)


def test_a_removal_with_all_that_belongs_to_the_row(editor: User) -> None:
    with one_true_line_a_change(), editing(editor, "Removed") as session:
        session.remove(Initiative.objects.get())
    assert not Funder.objects.exists()


def taken_back(by: User) -> None:
    undo(Edition.objects.current_number(), by)


def put_back_as_entered(by: User) -> None:
    lines = [(Funder, Funder.history.order_by("history_id")[0]), (FundingEntry, FundingEntry.history.filter(key="fjord-computer#1").last())]
    put_back([PutBack(model, line.id, line) for model, line in lines], by, "As entered", lambda: None)


@pytest.mark.parametrize("path", [taken_back, put_back_as_entered])
def test_what_is_taken_or_put_back(editor: User, path: Callable[[User], None]) -> None:
    row = whole()
    row.amount = Decimal(7)
    with editing(editor, "A wrong amount") as session:
        session.save(row)
        session.remove(Funder.objects.get())
    with one_true_line_a_change():
        path(editor)
    assert (whole().amount, Funder.objects.count()) == (1_000_000, 1)


def test_a_publication_that_is_taken_back_and_had_again(editor: User) -> None:
    publish(publication(), editor, "Accepted: the article")
    for _ in range(2):
        with one_true_line_a_change():
            taken_back(editor)


def test_a_form_of_the_administration_with_its_parts(signed_in: Client) -> None:
    address = f"/admin/initiatives/fundingentry/{whole().pk}/change/"
    sent = fields_of(signed_in.get(address))
    with one_true_line_a_change(changes_something=False):
        assert signed_in.post(address, sent).status_code == 302
    bank = Organization.objects.create(name="Fjord Bank", slug="fjord-bank")
    with one_true_line_a_change():
        assert signed_in.post(address, sent | {"amount": "2000000", "funders-0-organization": str(bank.pk)}).status_code == 302


def test_an_action_of_the_administration_on_chosen_rows(signed_in: Client) -> None:
    with one_true_line_a_change():
        signed_in.post("/admin/initiatives/initiative/", {"action": "mark_paused", "_selected_action": [str(Initiative.objects.get().pk)]})


def test_a_removal_in_the_administration(signed_in: Client) -> None:
    part = FundingEntry.objects.get(key="fjord-computer#2")
    with one_true_line_a_change():
        signed_in.post(f"/admin/initiatives/fundingentry/{part.pk}/delete/", {"post": "yes"})
    assert not FundingEntry.objects.filter(pk=part.pk).exists()
