"""Writing what one decision adds to the record."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Sum

from initiatives.models import (
    Article,
    Comment,
    Draft,
    Edition,
    EditionPart,
    FundingCount,
    FundingEntry,
    Initiative,
    Organization,
    Participation,
    Point,
    Quantity,
    Reference,
)
from initiatives.publication import InitiativeToPublish, OrganizationToPublish, ParticipationToPublish, PublicationRefused
from initiatives.publish import publish
from initiatives.recount import recount_all
from tests.initiatives.publish.publications import ARTICLE, entry_to_publish, publication

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]


def history(model: Any) -> Any:
    return model.history


def total() -> Decimal:
    return FundingCount.objects.aggregate(total=Sum("usd_net"))["total"] or Decimal(0)


def test_everything_decided_stands_in_the_record_with_its_source_and_passage(editor: User) -> None:
    publish(publication(), editor, "Accepted")
    entry = FundingEntry.objects.select_related("source", "related_to").get(key="fjord-computer#3")
    assert entry.source.url == ARTICLE.url
    assert entry.related_to is not None
    assert entry.related_to.key == "fjord-computer#1"
    assert entry.evidence == {"start": 32, "end": 55, "text": "gives a million kroner."}
    assert Comment.objects.get(speaker="Ola Nordmann").place == "Oslo"
    assert Point.objects.get(kind="hurdle").text == "The grid is full."
    assert Quantity.objects.get(key="fjord-computer~2").value == 800
    assert Reference.objects.get(article__url=ARTICLE.url).initiative.slug == "fjord-computer"
    assert Article.objects.get(url=ARTICLE.url).rests_on == "Example Wire"


def test_a_restatement_adds_nothing_and_the_edition_goes_up_by_one(editor: User) -> None:
    before, edition = total(), Edition.objects.current_number()
    assert publish(publication(), editor, "Accepted").number == edition + 1
    assert EditionPart.objects.filter(edition=edition + 1).exists()  # kept, so that it can be cited
    assert total() == before
    row = FundingCount.objects.select_related("reason_entry").get(entry__key="fjord-computer#3")
    assert (row.reason, row.net) == ("restates", Decimal(0))
    assert row.reason_entry is not None
    assert row.reason_entry.key == "fjord-computer#1"
    assert recount_all() == []


def test_the_history_names_the_editor_and_the_reason(editor: User) -> None:
    publish(publication(), editor, "Accepted: The Fjord Computer, again")
    for model in (FundingEntry, Comment, Point, Quantity, Participation, Reference, Article, Organization):
        line = history(model).latest()
        assert (line.history_user, line.history_type, line.history_change_reason) == (editor, "+", "Accepted: The Fjord Computer, again")


def test_a_participation_that_is_recorded_already_is_left_as_it_is(editor: User) -> None:
    publish(publication(), editor, "Accepted")
    assert sorted(str(row) for row in Participation.objects.select_related("organization")) == [
        "Fjord Machines, lead",
        "Oslo Laboratory, partner",
        "major banks, investor",
    ]


def test_a_new_initiative_is_made_with_an_address_of_its_own(editor: User) -> None:
    new = InitiativeToPublish("Fjord Computer", ("NOR", "SWE"), "compute", "announced", "2025-04", "Another one.")
    publish(publication(slug=None, new_initiative=new, entries=(entry_to_publish(relation="new", related_to=None),)), editor, "Accepted")
    made = Initiative.objects.get(slug="fjord-computer-2")
    assert made.countries == ["NOR", "SWE"]
    assert FundingCount.objects.get(entry__key="fjord-computer-2#1").country == "joint"


def test_one_entry_of_a_publication_may_lie_in_another(editor: User) -> None:
    whole = entry_to_publish(relation="new", related_to=None, amount=Decimal(5_000_000))
    part = entry_to_publish(relation="part-of", related_to=None, related_new=0, amount=Decimal(2_000_000))
    publish(publication(entries=(whole, part)), editor, "Accepted")
    assert FundingCount.objects.get(entry__key="fjord-computer#3").net == 3_000_000


def test_a_replacement_aimed_at_a_restatement_acts_on_the_money(editor: User) -> None:
    publish(publication(), editor, "Accepted")
    newer = entry_to_publish(relation="replaces", related_to="fjord-computer#3", amount=Decimal(2_000_000), announced_on="2025-05-01")
    publish(publication(entries=(newer,), article=replace(ARTICLE, url="https://news.example/third")), editor, "Accepted")
    stored = FundingEntry.objects.select_related("related_to").get(key="fjord-computer#4")
    assert stored.related_to is not None
    assert stored.related_to.key == "fjord-computer#1"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"slug": "absent"}, "slug", "is not an initiative of the record"),
        ({"slug": None}, "slug", "choose an initiative of the record, or name a new one"),
        ({"entries": (entry_to_publish(stage="committed"),)}, "entries-0-relation", "Use tranche-of"),
        ({"entries": (entry_to_publish(related_to="absent#1"),)}, "entries-0-related_to", "is not the key of an entry"),
        ({"entries": (entry_to_publish(related_to=None),)}, "entries-0-related_to", "Name its key"),
        ({"entries": (entry_to_publish(currency="YEN"),)}, "entries-0-currency", "ISO 4217"),
        ({"entries": (entry_to_publish(announced_on="2025-13"),)}, "entries-0-announced_on", "month 13"),
        ({"entries": (entry_to_publish(announced_on="2025-13", usd_as_published=Decimal(5)),)}, "entries-0-announced_on", "month 13"),
        ({"entries": (entry_to_publish(recipient_country="NRW"),)}, "entries-0-recipient_country", "is not a country"),
        ({"entries": (entry_to_publish(amount_low=Decimal(2_000_000)),)}, "entries-0-amount_low", "is above 1000000"),
        ({"entries": (entry_to_publish(channel="x" * 201),)}, "entries-0-channel", "200"),
        ({"article": replace(ARTICLE, title="x" * 501)}, "article-title", "500"),
    ],
)
def test_what_cannot_be_written_is_refused_in_words_and_nothing_is(editor: User, changes: dict[str, Any], field: str, words: str) -> None:
    before = (FundingEntry.objects.count(), Comment.objects.count(), Article.objects.count(), Edition.objects.count())
    with pytest.raises(PublicationRefused) as refused:
        publish(publication(**changes), editor, "Accepted")
    assert [fault.field for fault in refused.value.faults] == [field]
    assert words in refused.value.faults[0].message
    assert (FundingEntry.objects.count(), Comment.objects.count(), Article.objects.count(), Edition.objects.count()) == before


def test_a_country_of_an_organization_that_does_not_exist_is_refused(editor: User) -> None:
    stranger = ParticipationToPublish(OrganizationToPublish(None, "Stranger", "company", "XXX"), None, "partner", "reported")
    with pytest.raises(PublicationRefused, match="participations-0-country"):
        publish(publication(participations=(stranger,)), editor, "Accepted")


def test_the_article_of_a_draft_keeps_its_row_and_takes_what_was_decided(editor: User) -> None:
    article = Article.objects.create(url="https://news.example/draft", title="As read", text=ARTICLE.text)
    draft = Draft.objects.create(article=article, proposal={})
    publish(publication(), editor, "Accepted", draft)
    article.refresh_from_db()
    assert (article.url, article.title, article.text) == (ARTICLE.url, ARTICLE.title, ARTICLE.text)


def test_an_address_of_another_article_is_refused(editor: User) -> None:
    article = Article.objects.create(url="https://news.example/draft", title="As read", text=ARTICLE.text)
    draft = Draft.objects.create(article=article, proposal={})
    with pytest.raises(PublicationRefused, match="another article of the record has this address"):
        publish(publication(article=replace(ARTICLE, url="https://news.example/fjord")), editor, "Accepted", draft)


def test_a_second_initiative_of_the_same_name_and_owner_is_refused_and_one_of_another_owner_is_not(fjord: None) -> None:
    again = InitiativeToPublish("fjord  COMPUTER", ("NOR",), "compute", "announced", "2025-04-02", "A machine.")
    with pytest.raises(PublicationRefused, match="Choose it, or give the new one a name that tells the two apart"):
        publish(publication(slug=None, new_initiative=again, entries=()), None, "Again")
    publish(publication(slug=None, new_initiative=replace(again, countries=("SWE",)), entries=()), None, "Another's")
    assert Initiative.objects.filter(name__iexact="fjord computer").count() == 1
    assert Initiative.objects.filter(countries=["SWE"]).exists()
