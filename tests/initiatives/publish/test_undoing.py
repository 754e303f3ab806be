"""Taking back what one edition changed."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Sum

from initiatives.models import (
    Article,
    Comment,
    Edition,
    Funder,
    FundingCount,
    FundingEntry,
    Initiative,
    Organization,
    OrganizationName,
    Participation,
    Reference,
)
from initiatives.models.edition import recorded_models
from initiatives.publication import InitiativeToPublish, PublicationRefused
from initiatives.publish import changes_of, editing, publish, undo
from initiatives.recount import recount_all
from tests.initiatives.publish.publications import entry_to_publish, publication

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]

COUNTED = ("entry__key", "net", "gross", "usd_net", "reason", "family")


def total() -> Decimal:
    return FundingCount.objects.aggregate(total=Sum("usd_net"))["total"] or Decimal(0)


def counts() -> list[Any]:
    return list(FundingCount.objects.order_by("entry__key").values_list(*COUNTED))


def record() -> dict[str, Any]:
    """Every recorded row but articles, which stay."""
    untold = {"changed_at", "search_name", "search_body", "search_vector"}
    return {
        name: sorted(
            (tuple((key, value) for key, value in row.items() if key not in untold) for row in model._default_manager.values()),
            key=lambda row: str(row),
        )
        for name, model in recorded_models().items()
        if model is not Article
    }


def whole() -> FundingEntry:
    return FundingEntry.objects.get(key="fjord-computer#1")


def test_a_publication_that_is_taken_back_leaves_the_record_and_the_totals_as_they_were(editor: User) -> None:
    before, counted = record(), counts()
    made = publish(publication(entries=(entry_to_publish(relation="new", related_to=None),)), editor, "Accepted")
    assert counts() != counted
    taken_back = undo(made.number, editor)
    assert (taken_back.number, taken_back.undoes) == (made.number + 1, made)
    assert record() == before
    assert counts() == counted
    assert recount_all() == []


def test_every_row_that_goes_leaves_a_line_of_history_with_who_and_why(editor: User) -> None:
    made = publish(publication(), editor, "Accepted")
    undo(made.number, editor, "It was another ministry")
    line: Any = FundingEntry.history.filter(key="fjord-computer#3").first()
    assert (line.history_type, line.history_user, line.history_change_reason) == ("-", editor, "It was another ministry")


def test_the_article_stays_and_is_no_longer_cited(editor: User) -> None:
    made = publish(publication(), editor, "Accepted")
    undo(made.number, editor)
    url = publication().article.url
    assert Article.objects.filter(url=url).exists()
    assert not Reference.objects.filter(article__url=url).exists()


def test_a_changed_row_gets_its_earlier_values_and_its_parts_again(editor: User) -> None:
    entry = whole()
    entry.amount = 7
    with editing(editor, "A wrong amount") as session:
        session.save(entry)
        session.remove(entry.funders.get())
    undo(Edition.objects.current_number(), editor)
    assert whole().amount == 1_000_000
    assert Funder.objects.get(entry=whole()).organization == Organization.objects.get(name="Ministry of Fjords")
    assert recount_all() == []


def test_a_removed_initiative_comes_back_with_all_its_parts(editor: User) -> None:
    before, counted = record(), counts()
    with editing(editor, "Removed") as session:
        session.remove(Initiative.objects.get())
    assert not FundingEntry.objects.exists()
    undo(Edition.objects.current_number(), editor)
    assert record() == before
    assert counts() == counted


def test_a_new_name_is_taken_back_with_the_former_name_that_it_left(editor: User) -> None:
    ministry = Organization.objects.get(name="Ministry of Fjords")
    ministry.name = "Ministry of Seas"
    with editing(editor, "Renamed") as session:
        session.save(ministry)
    assert OrganizationName.objects.filter(name="Ministry of Fjords").exists()
    undo(Edition.objects.current_number(), editor)
    assert Organization.objects.get(pk=ministry.pk).slug == "ministry-of-fjords"
    assert not OrganizationName.objects.filter(name="Ministry of Fjords").exists()


def test_a_new_initiative_goes_unless_something_rests_on_it(editor: User) -> None:
    new = InitiativeToPublish("Fjord Cloud", ("NOR",), "compute", "announced", "2025-11", "A cloud.")
    made = publish(publication(slug=None, new_initiative=new, entries=(entry_to_publish(relation="new", related_to=None),)), editor, "Accepted")
    later = entry_to_publish(relation="part-of", related_to="fjord-cloud#1", amount=Decimal(5))
    publish(publication(entries=(later,)), editor, "Accepted too")
    words = rf"edition {made.number + 1} \(/desk/.*“Accepted too” by .* brought 1 participant and 1 funding entry to .*“Fjord Cloud's support"
    with pytest.raises(PublicationRefused, match=words):
        undo(made.number, editor)
    assert Initiative.objects.filter(slug="fjord-cloud").exists()
    undo(made.number + 1, editor)
    undo(made.number, editor)
    assert not Initiative.objects.filter(slug="fjord-cloud").exists()
    assert recount_all() == []


def test_what_was_changed_again_is_not_taken_back(editor: User) -> None:
    for amount in (7, 8):
        entry = whole()
        entry.amount = Decimal(amount)
        with editing(editor, f"Amount {amount}") as session:
            session.save(entry)
    words = r"“Amount 8” by .* changed the funding entry “MOF's five-year support .* again. Take that edition back first"
    with pytest.raises(PublicationRefused, match=words):
        undo(Edition.objects.current_number() - 1, editor)
    assert whole().amount == 8


def test_of_later_changes_the_last_that_was_not_taken_back_itself_is_named(editor: User) -> None:
    for amount in (7, 8, 9):
        entry = whole()
        entry.amount = Decimal(amount)
        with editing(editor, f"Amount {amount}") as session:
            session.save(entry)
    undo(Edition.objects.current_number(), editor)
    with pytest.raises(PublicationRefused, match=r"“Amount 8” by .* changed"):
        undo(Edition.objects.current_number() - 3, editor)


def test_an_edition_is_taken_back_once_and_the_taking_back_can_be_taken_back(editor: User) -> None:
    made = publish(publication(), editor, "Accepted")
    taken_back = undo(made.number, editor)
    with pytest.raises(PublicationRefused, match=f"edition {taken_back.number} took it back already"):
        undo(made.number, editor)
    undo(taken_back.number, editor)
    assert Comment.objects.filter(speaker="Ola Nordmann").exists()
    assert FundingEntry.objects.filter(key="fjord-computer#3").exists()
    assert recount_all() == []


def test_an_edition_from_before_its_changes_were_noted_is_refused_in_words(editor: User) -> None:
    made = publish(publication(), editor, "Accepted")
    Edition.objects.filter(pk=made.pk).update(marks={})
    with pytest.raises(PublicationRefused, match="what it changed is not known"):
        undo(made.number, editor)


def test_articles_that_the_line_stored_meanwhile_are_none_of_its_changes(editor: User) -> None:
    Article.objects.create(url="https://example.org/other", title="Read meanwhile", klass="press")
    made = publish(publication(), editor, "Accepted")
    named = {change.after.title for change in changes_of(made) if change.model is Article}
    assert named == {publication().article.title}


def test_participations_and_totals_follow(editor: User) -> None:
    before, money = Participation.objects.count(), total()
    made = publish(publication(entries=(entry_to_publish(relation="new", related_to=None),)), editor, "Accepted")
    assert total() > money
    undo(made.number, editor)
    assert (Participation.objects.count(), total()) == (before, money)
