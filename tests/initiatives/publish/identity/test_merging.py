"""Merges of organizations and initiatives: nothing that pointed to either is lost, totals stand, and undoing gives the record as it was."""

from collections import Counter
from typing import Any

import pytest
from django.contrib.auth.models import User

from initiatives import publish
from initiatives.models import (
    Article,
    Comment,
    Correction,
    Draft,
    Edition,
    Funder,
    FundingCount,
    FundingEntry,
    IdentityChange,
    Initiative,
    InitiativeName,
    Organization,
    Participation,
    Quantity,
    Reference,
    ValueNote,
)
from initiatives.models.edition import recorded_models
from initiatives.publication import PublicationRefused
from initiatives.publish import identity
from initiatives.recount import recount_all
from tests.at_once import at_once

pytestmark = pytest.mark.django_db
NOT_COMPARED = {"changed_at", "search_vector"}


def everything() -> dict[str, Counter[str]]:
    """Every row of the record and its counts, without the moment of the last change."""
    models = [*recorded_models().values(), FundingCount]
    return {model.__name__: Counter(_told(row) for row in model._default_manager.values()) for model in models}


def _told(row: dict[str, Any]) -> str:
    return str({column: value for column, value in row.items() if column not in NOT_COMPARED})


@pytest.fixture
def article() -> Article:
    return Article.objects.create(url="https://news.example.org/1", title="Boats", publisher="Example News", published="2026-03-04", text="Boats.")


@pytest.fixture
def boats(article: Article) -> Initiative:
    return initiative("boats", article, owners=["NOR"])


@pytest.fixture
def ships(article: Article) -> Initiative:
    return initiative("ships", article, owners=["NOR"])


def initiative(slug: str, article: Article, owners: list[str]) -> Initiative:
    """An initiative with an entry that an organization of its own pays with the ministry."""
    row = Initiative(slug=slug, name=slug.title(), countries=owners, kind="adoption", status="announced", announced="2026", summary=f"{slug}.")
    with publish.editing(None, f"Added {slug}") as session:
        session.save(row)
        session.save(Reference(initiative=row, article=article))
        entry = FundingEntry(
            initiative=row,
            amount=1_000_000,
            currency="NOK",
            stage="announced",
            origin="public",
            scope="ai",
            announced_on="2026-03-04",
            tier=1,
            source=article,
        )
        session.save(entry)
        session.save(Comment(initiative=row, speaker="Ada", actor="official", stance="supportive", position="Good.", source=article))
        session.save(Quantity(initiative=row, measure="gpus", value=10, hedge="exact", status="planned", relation="new", source=article))
    return row


def organization(name: str, **columns: Any) -> Organization:
    row = Organization(name=name, **columns)
    with publish.editing(None, f"Added {name}") as session:
        session.save(row)
    return row


def take_part(row: Initiative, who: Organization, role: str = "partner", status: str = "confirmed") -> Participation:
    part = Participation(initiative=row, organization=who, role=role, status=status, source=row.references.get().article)
    with publish.editing(None, "Takes part") as session:
        session.save(part)
    return part


def pay(row: Initiative, who: Organization, share: str | None = None) -> Funder:
    funder = Funder(entry=row.funding.get(), organization=who, share=share)
    with publish.editing(None, "Pays") as session:
        session.save(funder)
    return funder


def test_everything_that_pointed_to_an_organization_points_to_the_one_that_is_kept(boats: Initiative, ships: Initiative) -> None:
    kept, other = organization("Ministry of Boats"), organization("Boat Ministry", kind="government", country_id="NOR")
    take_part(boats, other)
    pay(ships, other)
    identity.add_name("organization", other.slug, "MoB", None, None)
    note = ValueNote.objects.create(subject_table="organization", subject_id=other.pk, text="Look again.")
    correction = Correction.objects.create(subject_table="organization", subject_id=other.pk, label="Boat Ministry", page="/", message="No.")

    change = identity.merge("organization", kept.slug, other.slug, None, taken=["kind", "country_id"])

    kept.refresh_from_db()
    assert (kept.name, kept.kind, kept.country_id) == ("Ministry of Boats", "government", "NOR")
    assert set(kept.names.values_list("name", "slug")) == {("MoB", ""), ("Boat Ministry", "boat-ministry")}
    assert boats.participations.get().organization == ships.funding.get().funders.get().organization == kept
    assert not Organization.objects.filter(name="Boat Ministry").exists()
    note.refresh_from_db()
    correction.refresh_from_db()
    assert note.subject_id == correction.subject_id == kept.pk
    assert identity.leads_to("organization", "boat-ministry") == "ministry-of-boats"
    assert (change.other_slug, change.edition_id) == ("boat-ministry", Edition.objects.current_number())
    assert other.history.model.objects.filter(id=other.pk, history_type="-").exists()


def test_one_role_stands_once_and_as_surely_as_either_was_and_shares_add_up(boats: Initiative) -> None:
    kept, other = organization("Ministry of Boats"), organization("Boat Ministry")
    stands, dropped = take_part(boats, kept, status="expected"), take_part(boats, other, status="confirmed")
    take_part(boats, other, role="lead")
    pay(boats, kept, "0.25")
    pay(boats, other, "0.5")
    note = ValueNote.objects.create(subject_table="participation", subject_id=dropped.pk, text="Sure.")

    identity.merge("organization", kept.slug, other.slug, None)

    assert set(boats.participations.values_list("role", "status", "organization")) == {
        ("partner", "confirmed", kept.pk),
        ("lead", "confirmed", kept.pk),
    }
    note.refresh_from_db()
    assert note.subject_id == stands.pk
    assert [str(share) for share in Funder.objects.values_list("share", flat=True)] == ["0.750000"]


def test_everything_of_an_initiative_moves_and_its_keys_stay(boats: Initiative, ships: Initiative) -> None:
    draft = Draft.objects.create(article=ships.references.get().article, initiative=ships, proposal={})

    identity.merge("initiative", "boats", "ships", None, taken=["summary"])

    boats.refresh_from_db()
    draft.refresh_from_db()
    assert set(boats.funding.values_list("key", flat=True)) == {"boats#1", "ships#1"}
    assert set(boats.quantities.values_list("key", flat=True)) == {"boats~1", "ships~1"}
    assert (boats.commentary.count(), boats.references.count(), boats.summary) == (2, 1, "ships.")
    assert draft.initiative == boats
    assert list(boats.names.values_list("name", "slug")) == [("Ships", "ships")]
    assert identity.leads_to("initiative", "ships") == "boats"
    assert FundingCount.objects.filter(initiative=boats).count() == 2
    assert recount_all() == []


def test_a_new_entry_takes_no_number_that_a_key_has_wherever_it_stands(boats: Initiative, ships: Initiative) -> None:
    target = Initiative(name="Rafts", countries=["NOR"], kind="adoption", status="announced", announced="2026", summary="Rafts.")
    identity.split("initiative", "ships", target, {"fundingentry": [ships.funding.get().pk], "quantity": [ships.quantities.get().pk]}, None)
    article = ships.references.get().article
    with publish.editing(None, "One more") as session:
        entry = FundingEntry(
            initiative=ships, amount=5, currency="NOK", stage="announced", origin="public", scope="ai", announced_on="2026", tier=1, source=article
        )
        session.save(entry)
        quantity = Quantity(initiative=ships, measure="gpus", value=10, hedge="exact", status="planned", relation="new", source=article)
        session.save(quantity)

    assert (entry.key, quantity.key) == ("ships#2", "ships~2")
    assert target.funding.get().key == "ships#1"
    assert target.references.get().article == article


@pytest.mark.slow
@pytest.mark.parametrize("noun", ["organization", "initiative"])
def test_undoing_a_merge_gives_the_record_and_its_counts_as_they_were(noun: str, boats: Initiative, ships: Initiative) -> None:
    kept, other = organization("Ministry of Boats"), organization("Boat Ministry", kind="government")
    take_part(boats, kept, status="expected")
    take_part(boats, other)
    take_part(ships, other)
    pay(boats, kept, "0.25")
    pay(boats, other, "0.5")
    identity.add_name("organization", other.slug, "MoB", None, None)
    draft = Draft.objects.create(article=ships.references.get().article, initiative=ships, proposal={})
    before = everything()
    pair = (kept.slug, other.slug) if noun == "organization" else ("boats", "ships")

    change = identity.merge(noun, *pair, None, taken=["name", "kind", "summary"])
    assert everything() != before
    undone = publish.undo(change.edition_id, None)

    assert everything() == before
    change.refresh_from_db()
    draft.refresh_from_db()
    assert change.undone_with == undone
    assert draft.initiative == ships
    assert identity.leads_to(noun, pair[1]) is None

    publish.undo(undone.number, None)
    change.refresh_from_db()
    assert change.undone_with is None
    assert identity.leads_to(noun, pair[1]) == pair[0]


def test_merging_and_undoing_any_pair_of_the_record_leaves_it_as_it_was(curated: object) -> None:
    before, total = everything(), grand_total()
    rows = list(Initiative.objects.filter(countries=["JPN"]).order_by("pk")[:2])
    busy = [Organization.objects.get(name="SoftBank Corp."), Organization.objects.get(name="SoftBank Group")]
    for noun, (kept, other) in (("initiative", rows), ("organization", busy)):
        change = identity.merge(noun, kept.slug, other.slug, None)
        assert grand_total() == total
        publish.undo(change.edition_id, None)
        assert everything() == before


def grand_total() -> dict[str, Any]:
    """Dollars by country."""
    sums: dict[str, Any] = {}
    for country, usd in FundingCount.objects.values_list("country", "usd_net"):
        sums[country] = sums.get(country, 0) + (usd or 0)
    return sums


def test_undoing_is_refused_where_the_name_was_taken_meanwhile(boats: Initiative) -> None:
    kept, other = organization("Ministry of Boats"), organization("Boat Ministry")
    change = identity.merge("organization", kept.slug, other.slug, None)
    organization("Boat Ministry")

    with pytest.raises(PublicationRefused, match="“Boat Ministry” is the name of another row by now"):
        publish.undo(change.edition_id, None)


def test_a_new_organization_never_takes_an_address_that_leads_on(boats: Initiative) -> None:
    kept, other = organization("Ministry of Boats"), organization("Boat Ministry")
    identity.merge("organization", kept.slug, other.slug, None)

    assert organization("Boat Ministry!").slug == "boat-ministry-2"


def test_what_cannot_be_merged_is_said_and_nothing_is_written() -> None:
    kept = organization("Ministry of Boats")
    for other, said in (("ministry-of-boats", "these are one already"), ("nowhere", "no organization has the address “nowhere”")):
        with pytest.raises(PublicationRefused, match=said):
            identity.merge("organization", kept.slug, other, None)
    assert Edition.objects.current_number() == 1


def test_a_merge_of_what_changed_meanwhile_is_refused(boats: Initiative) -> None:
    kept, other = organization("Ministry of Boats"), organization("Boat Ministry")
    mark = identity.mark_of("organization", kept, other)
    take_part(boats, other)

    with pytest.raises(PublicationRefused, match="changed one of the two meanwhile"):
        identity.merge("organization", kept.slug, other.slug, None, mark=mark)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_merge_the_same_at_once_one_wins_and_the_other_is_told(transactional_db: None) -> None:
    first, second = organization("Ministry of Boats"), organization("Boat Ministry")
    ada = User.objects.create_user("ada")

    raised = at_once(
        lambda: identity.merge("organization", first.slug, second.slug, ada), lambda: identity.merge("organization", second.slug, first.slug, ada)
    )

    assert len(raised) == 1
    assert "was merged into" in str(raised[0])
    assert "by ada" in str(raised[0])
    assert (Organization.objects.count(), IdentityChange.objects.count()) == (1, 1)


def test_an_initiatives_old_name_is_an_alias_that_stays_with_it(boats: Initiative, ships: Initiative) -> None:
    identity.add_name("initiative", "ships", "Barges", None, None)
    identity.merge("initiative", "boats", "ships", None, taken=["name"])

    boats.refresh_from_db()
    assert boats.name == "Ships"
    assert set(InitiativeName.objects.values_list("name", "slug")) == {("Boats", "ships"), ("Barges", "")}
