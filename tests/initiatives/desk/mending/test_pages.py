"""An editor puts a published value right in a form that shows first what it does, asks what the ledger asks, and loses nothing that was typed."""

import re
from typing import Any

import pytest
from django.test import Client

from initiatives.desk.mending.columns import CHANGEABLE
from initiatives.history.fields import FIELDS
from initiatives.models import Edition, FundingEntry, Initiative, Organization
from initiatives.models.edition import recorded_models
from initiatives.recount import recount_all
from tests.initiatives.desk.changes.conftest import changed, fjord, whole  # noqa: F401  # a fixture of the same small record
from tests.initiatives.desk.changes.test_pages import words

pytestmark = pytest.mark.usefixtures("fjord")


def address(key: str = "fjord-computer#1") -> str:
    return f"/desk/change/fundingentry/{FundingEntry.objects.get(key=key).pk}/"


def sent(client: Client, page: str, **typed: str) -> dict[str, str]:
    """What the form of a page would send, with some fields typed over."""
    form = client.get(page).context["form"]
    version = str(client.get(page).context["version"])
    values = {name: form[name].value() for name in form.fields}
    shown = {name: "" if value is None else ",".join(value) if isinstance(value, list) else str(value) for name, value in values.items()}
    return {**shown, "version": version, "do": "change", "reason": "Read again", **typed}


def test_a_value_is_put_right_and_the_history_says_who_and_why(editor: Client) -> None:
    page = address()
    answer = editor.post(page, sent(editor, page, amount="1.5m", stage="committed"))
    assert answer.status_code == 302
    row: Any = whole()
    assert (row.amount, row.stage) == (1_500_000, "committed")
    line = row.history.first()
    assert (line.history_change_reason, line.history_user.username) == ("Read again", "ada")
    assert recount_all() == []


def test_what_it_does_is_shown_before_anything_is_changed(editor: Client) -> None:
    page, number = address(), Edition.objects.current_number()
    answer = editor.post(page, sent(editor, page, amount="3 m", do="look"))
    shown = words(answer)
    assert "Amount NOK 1 m NOK 3 m" in shown
    assert re.search(r"Announced or firmer \$\S+ \$\S+ \+\$", shown)
    assert (whole().amount, Edition.objects.current_number()) == (1_000_000, number)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("amount", "a lot", "“a lot” is not an amount"),
        ("amount", "3 m EUR", "is in EUR, and the currency beside it is NOK"),
        ("announced_on", "soon", "“soon”"),
        ("announced_on", "", "required"),
        ("related_to", "fjord#9", "no entry of this key"),
        ("related_to", "fjord-computer#2", "new money points at nothing"),
        ("amount_low", "2 m", "the lower bound is above the amount"),
        ("currency", "KRONE", "at most 3"),
        ("reason", "", "Say why in a few words"),
    ],
)
def test_bad_input_is_told_at_its_field_and_what_was_typed_is_kept(editor: Client, field: str, typed: str, said: str) -> None:
    page = address()
    answer = editor.post(page, sent(editor, page, channel="A channel kept", **{field: typed}))
    assert answer.status_code == 422
    assert said in words(answer)
    assert "A channel kept" in answer.content.decode()
    assert whole().channel is None


def test_what_the_ledger_asks_is_confirmed_first(editor: Client) -> None:
    part = address("fjord-computer#2")
    form = sent(editor, part, relation="replaces", stage="pledged", announced_on="2026-06-01")
    asked = editor.post(part, form)
    assert asked.status_code == 422
    assert "say yes to this first" in words(asked)
    assert FundingEntry.objects.get(key="fjord-computer#2").relation == "tranche-of"
    mark = asked.context["effect"].mark
    assert editor.post(part, {**form, "confirmed": mark}).status_code == 302
    assert FundingEntry.objects.get(key="fjord-computer#2").relation == "replaces"


def test_a_stale_form_is_refused_with_what_changed_and_nothing_typed_lost(editor: Client) -> None:
    page = address()
    form = sent(editor, page, note="Typed by me")
    changed("Corrected by somebody else", channel="Ministry of Seas")
    answer = editor.post(page, form)
    assert answer.status_code == 409
    shown = words(answer)
    assert "Corrected by somebody else" in shown
    assert "Typed by me" in answer.content.decode()
    assert whole().note is None
    assert editor.post(page, {**form, "version": str(answer.context["version"])}).status_code == 302
    assert (whole().note, whole().channel) == ("Typed by me", None)


def test_the_owners_of_an_initiative_and_the_home_of_a_house_are_put_right_too(editor: Client) -> None:
    page = f"/desk/change/initiative/{Initiative.objects.get().pk}/"
    assert editor.post(page, sent(editor, page, countries="NOR,SWE")).status_code == 302
    assert Initiative.objects.get().countries == ["NOR", "SWE"]
    house = Organization.objects.get(name="Fjord Machines")
    page = f"/desk/change/organization/{house.pk}/"
    assert editor.post(page, sent(editor, page, kind="university")).status_code == 302
    assert Organization.objects.get(pk=house.pk).kind == "university"
    assert recount_all() == []


def test_a_remark_of_a_reader_is_led_back_to_with_the_edition(editor: Client) -> None:
    page = address()
    answer = editor.post(page, sent(editor, page, amount="2m", correction="7"))
    assert answer["Location"] == f"/desk/corrections/7/?edition={Edition.objects.current_number()}"


@pytest.mark.parametrize("page", ["/desk/change/user/1/", "/desk/change/fundingentry/987654/", "/desk/change/fundingentry/99999999999999999999/"])
def test_only_rows_of_the_record_are_changed_here(editor: Client, page: str) -> None:
    assert editor.get(page).status_code == 404


@pytest.mark.parametrize("table", CHANGEABLE)
def test_every_column_of_a_form_has_its_words_and_its_table_a_form(table: str) -> None:
    model = recorded_models()[table]
    for name in CHANGEABLE[table]:
        assert model._meta.get_field(name).attname in FIELDS[table]


def test_a_form_asks_a_bounded_number_of_questions(editor: Client, django_assert_max_num_queries: Any) -> None:
    page = address()
    with django_assert_max_num_queries(14):
        editor.get(page)
