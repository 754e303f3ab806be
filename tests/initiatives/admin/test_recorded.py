"""Saving, refusing and removing in the administration."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from initiatives import publish
from initiatives.models import Article, Comment, Country, Edition, Funder, FundingCount, FundingEntry, Initiative, Organization, Point
from initiatives.recount import recount_all
from tests.initiatives.admin.conftest import entry_of, fields_of, words_of

COUNTED = ("entry", "family", "gross", "net", "held", "reason", "country", "stage", "scope", "usd_net")


def change_of(row: Any) -> str:
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"


def opened(client: Client, row: Any) -> dict[str, str]:
    return fields_of(client.get(change_of(row)))


def counted(entry: FundingEntry) -> Any:
    return FundingCount.objects.get(snapshot__day=None, entry=entry)


def test_a_changed_amount_is_counted_at_once_in_the_next_edition(signed_in: Client, hub: Initiative) -> None:
    entry, before = hub.funding.get(), Edition.objects.current_number()
    answer = signed_in.post(change_of(entry), {**opened(signed_in, entry), "amount": "250000000"})
    assert answer.status_code == 302, words_of(answer)
    assert counted(entry).net == 250_000_000
    assert Edition.objects.current_number() == before + 1


@pytest.mark.parametrize(("column", "typed", "words"), [("currency", "ZZZ", "is not a currency"), ("period", "2030-2020", "is not a period")])
def test_what_no_other_entrance_lets_in_is_refused_at_its_field(signed_in: Client, hub: Initiative, column: str, typed: str, words: str) -> None:
    entry, edition = hub.funding.get(), Edition.objects.current_number()
    answer = signed_in.post(change_of(entry), {**opened(signed_in, entry), column: typed})
    assert words in words_of(answer)
    assert f'value="{typed}"' in answer.content.decode()
    assert Edition.objects.current_number() == edition


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "data:text/html,x", "https://news.example/a b"])
def test_an_article_has_an_address_of_the_web(signed_in: Client, hub: Initiative, typed: str) -> None:
    article, edition = Article.objects.get(), Edition.objects.current_number()
    answer = signed_in.post(change_of(article), {**opened(signed_in, article), "url": typed})
    assert "is not a web address" in words_of(answer)
    assert Edition.objects.current_number() == edition


def test_one_change_leaves_one_line_of_history_with_the_person(signed_in: Client, administrator: User, hub: Initiative) -> None:
    entry = hub.funding.get()
    before = entry.history.count()
    signed_in.post(change_of(entry), {**opened(signed_in, entry), "note": "As the ministry says."})
    assert entry.history.count() == before + 1
    assert entry.history.first().history_user == administrator


def test_saving_what_stands_already_leaves_no_history_and_no_edition(signed_in: Client, hub: Initiative) -> None:
    entry, edition = hub.funding.get(), Edition.objects.current_number()
    lines = entry.history.count()
    assert signed_in.post(change_of(entry), opened(signed_in, entry)).status_code == 302
    assert (entry.history.count(), Edition.objects.current_number()) == (lines, edition)


def test_a_new_entry_gets_its_key_and_counts(signed_in: Client, hub: Initiative) -> None:
    sent = fields_of(signed_in.get("/admin/initiatives/fundingentry/add/"))
    source = Article.objects.get()
    sent |= {"initiative": str(hub.pk), "amount": "5", "currency": "EUR", "stage": "committed", "origin": "public", "scope": "ai"}
    sent |= {"announced_on": "2026-05", "tier": "1", "source": str(source.pk), "relation": "new"}
    answer = signed_in.post("/admin/initiatives/fundingentry/add/", sent)
    assert answer.status_code == 302, words_of(answer)
    assert counted(FundingEntry.objects.get(key="exampleland-ai-hub#2")).net == 5


def test_a_payer_of_an_entry_is_saved_beside_it(signed_in: Client, hub: Initiative) -> None:
    entry, ministry = hub.funding.get(), Organization.objects.get()
    sent = opened(signed_in, entry) | {"funders-TOTAL_FORMS": "1", "funders-0-organization": str(ministry.pk), "funders-0-share": "0.5"}
    answer = signed_in.post(change_of(entry), sent | {"funders-0-entry": str(entry.pk), "funders-0-id": "", "funders-0-described": ""})
    assert answer.status_code == 302, words_of(answer)
    assert entry.funders.get().organization == ministry


def test_a_refusal_of_a_part_stands_in_its_row_and_saves_nothing(signed_in: Client, hub: Initiative) -> None:
    entry = hub.funding.get()
    sent = opened(signed_in, entry) | {"note": "typed", "funders-TOTAL_FORMS": "1", "funders-0-organization": "", "funders-0-described": ""}
    answer = signed_in.post(change_of(entry), sent | {"funders-0-share": "0.5", "funders-0-entry": str(entry.pk), "funders-0-id": ""})
    assert answer.status_code == 200
    assert "name the funder, or describe it in words" in words_of(answer)
    entry.refresh_from_db()
    assert entry.note is None
    assert not Funder.objects.exists()


def test_parts_of_an_initiative_are_added_and_removed_on_its_page(signed_in: Client, hub: Initiative) -> None:
    source = Article.objects.get()
    sent = opened(signed_in, hub) | {"points-TOTAL_FORMS": "1", "points-0-kind": "goal", "points-0-aspect": "compute", "points-0-country": ""}
    sent |= {
        "points-0-text": "More computing for research.",
        "points-0-source": str(source.pk),
        "points-0-initiative": str(hub.pk),
        "points-0-id": "",
    }
    assert signed_in.post(change_of(hub), sent).status_code == 302
    point = Point.objects.get()
    again = opened(signed_in, hub) | {"points-0-DELETE": "on"}
    assert signed_in.post(change_of(hub), again).status_code == 302
    assert not Point.objects.exists()
    assert [line.history_type for line in Point.history.filter(id=point.pk)] == ["-", "+"]


def test_a_relation_that_closes_a_circle_is_refused_beside_the_field(signed_in: Client, hub: Initiative) -> None:
    first = hub.funding.get()
    with publish.editing(None, "More") as session:
        second = entry_of(hub, first.source, relation="part-of", related_to=first, amount=10)
        session.save(second)
    answer = signed_in.post(change_of(first), opened(signed_in, first) | {"relation": "part-of", "related_to": str(second.pk)})
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["related_to"]
    first.refresh_from_db()
    assert first.relation == "new"


def test_a_restatement_firmer_than_what_it_restates_is_refused(signed_in: Client, hub: Initiative) -> None:
    first = hub.funding.get()
    with publish.editing(None, "More") as session:
        second = entry_of(hub, first.source, relation="restates", related_to=first)
        session.save(second)
    answer = signed_in.post(change_of(second), opened(signed_in, second) | {"stage": "disbursed"})
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors


def test_of_two_people_who_open_the_same_entry_the_second_is_told_and_keeps_what_was_typed(signed_in: Client, hub: Initiative) -> None:
    entry = hub.funding.get()
    one, other = opened(signed_in, entry), opened(signed_in, entry)
    signed_in.post(change_of(entry), {**one, "amount": "200000000"})
    answer = signed_in.post(change_of(entry), {**other, "note": "Typed by the second."})
    words = words_of(answer)
    assert answer.status_code == 200
    assert "Somebody else saved this after you opened it" in words
    assert "amount was €100 m, is now €200 m" in words
    assert "Typed by the second." in words
    entry.refresh_from_db()
    assert (entry.amount, entry.note) == (200_000_000, None)


def test_a_part_changed_meanwhile_makes_the_form_stale_too(signed_in: Client, hub: Initiative) -> None:
    entry = hub.funding.get()
    sent = opened(signed_in, entry)
    with publish.editing(None, "Meanwhile") as session:
        session.save(Funder(entry=entry, described="several ministries"))
    answer = signed_in.post(change_of(entry), {**sent, "note": "Too late."})
    assert "several ministries" in words_of(answer)
    entry.refresh_from_db()
    assert entry.note is None


def test_after_being_told_the_second_person_may_save(signed_in: Client, hub: Initiative) -> None:
    entry = hub.funding.get()
    sent = opened(signed_in, entry)
    signed_in.post(change_of(entry), {**sent, "amount": "200000000"})
    told = signed_in.post(change_of(entry), {**sent, "note": "Mine."})
    assert signed_in.post(change_of(entry), fields_of(told)).status_code == 302
    entry.refresh_from_db()
    assert entry.note == "Mine."


def test_a_renamed_organization_keeps_its_former_name_with_its_last_day(signed_in: Client, hub: Initiative) -> None:
    ministry = Organization.objects.get()
    sent = opened(signed_in, ministry) | {"name": "Ministry of Digital Affairs", "since": "2026-01-01"}
    answer = signed_in.post(change_of(ministry), sent)
    assert answer.status_code == 302, words_of(answer)
    ministry.refresh_from_db()
    former = ministry.names.get()
    assert (ministry.name, ministry.slug) == ("Ministry of Digital Affairs", "ministry-of-digital-affairs")
    assert (former.name, former.slug, str(former.until)) == ("Ministry of Science", "ministry-of-science", "2025-12-31")


def test_a_renamed_organization_is_found_by_its_former_name_and_offered_once(signed_in: Client, hub: Initiative) -> None:
    ministry = Organization.objects.get()
    signed_in.post(change_of(ministry), opened(signed_in, ministry) | {"name": "Ministry of Digital Affairs"})
    asked = "/admin/autocomplete/?app_label=initiatives&model_name=funder&field_name=organization&term=ministry+of+sci"
    assert [found["text"] for found in signed_in.get(asked).json()["results"]] == ["Ministry of Digital Affairs"]


def test_after_every_kind_of_change_the_counts_are_those_of_a_fresh_recount(signed_in: Client, hub: Initiative) -> None:
    first = hub.funding.get()
    with publish.editing(None, "More") as session:
        part = entry_of(hub, first.source, relation="part-of", related_to=first, amount=10_000_000)
        session.save(part)
    signed_in.post(change_of(first), opened(signed_in, first) | {"amount": "70000000", "stage": "committed"})
    signed_in.post(change_of(part), opened(signed_in, part) | {"scope": "wider"})
    signed_in.post(change_of(hub), opened(signed_in, hub) | {"countries": "FRA,DEU", "name": "Joint Hub"})
    signed_in.post("/admin/initiatives/initiative/", {"action": "mark_completed", "_selected_action": [str(hub.pk)]})
    hub.refresh_from_db()
    assert (hub.name, hub.status, FundingCount.objects.filter(country="joint").count()) == ("Joint Hub", "completed", 2)
    kept = list(FundingCount.objects.order_by("entry").values(*COUNTED))
    recount_all()
    assert list(FundingCount.objects.order_by("entry").values(*COUNTED)) == kept


def test_an_entry_that_others_point_at_is_not_removed(signed_in: Client, hub: Initiative) -> None:
    first = hub.funding.get()
    with publish.editing(None, "More") as session:
        session.save(entry_of(hub, first.source, relation="restates", related_to=first))
    page = signed_in.get(change_of(first).replace("change", "delete"))
    assert "point at it" in words_of(page)
    signed_in.post(change_of(first).replace("change", "delete"), {"post": "yes"})
    assert FundingEntry.objects.filter(pk=first.pk).exists()


def test_a_removed_entry_leaves_the_totals_and_a_line_of_history(signed_in: Client, hub: Initiative) -> None:
    entry = hub.funding.get()
    answer = signed_in.post(change_of(entry).replace("change", "delete"), {"post": "yes"})
    assert answer.status_code == 302
    assert not FundingCount.objects.filter(snapshot__day=None).exists()
    assert FundingEntry.history.first().history_type == "-"


def test_removing_chosen_rows_is_all_or_nothing(signed_in: Client, hub: Initiative) -> None:
    first = hub.funding.get()
    with publish.editing(None, "More") as session:
        second = entry_of(hub, first.source, relation="restates", related_to=first)
        other = entry_of(hub, first.source, amount=7)
        session.save(second)
        session.save(other)
    sent = {"action": "delete_selected", "_selected_action": [str(first.pk), str(other.pk)], "post": "yes"}
    signed_in.post("/admin/initiatives/fundingentry/", sent)
    assert FundingEntry.objects.count() == 3


def test_a_bulk_action_leaves_one_line_a_row_and_one_edition(signed_in: Client, hub: Initiative) -> None:
    before, lines = Edition.objects.current_number(), hub.history.count()
    sent = {"action": "mark_paused", "_selected_action": [str(hub.pk)]}
    assert signed_in.post("/admin/initiatives/initiative/", sent).status_code == 302
    hub.refresh_from_db()
    assert (hub.status, hub.history.count(), Edition.objects.current_number()) == ("paused", lines + 1, before + 1)


def test_an_article_that_the_record_rests_on_is_not_removed(signed_in: Client, hub: Initiative) -> None:
    source = Article.objects.get()
    assert "rest on it" in words_of(signed_in.get(change_of(source).replace("change", "delete")))
    signed_in.post(change_of(source).replace("change", "delete"), {"post": "yes"})
    assert Article.objects.filter(pk=source.pk).exists()


def test_a_body_of_countries_can_be_added_and_owns_an_initiative(signed_in: Client, hub: Initiative) -> None:
    added = {"code": "HANSA", "name": "Hanseatic League", "region": "Europe", "is_actor": "on"}
    answer = signed_in.post("/admin/initiatives/country/add/", added)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    assert Country.objects.get(code="HANSA").is_actor
    assert Country.history.get(code="HANSA").history_user.username == "ada"
    assert signed_in.post(change_of(hub), opened(signed_in, hub) | {"countries": "FRA, HANSA"}).status_code == 302
    hub.refresh_from_db()
    assert hub.countries == ["FRA", "HANSA"]


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("amount", "0"), ("amount", "-5"), ("amount", "9" * 40), ("amount", "many"), ("amount", "NaN"), ("currency", "EURO"),
        ("announced_on", "2026-13"), ("announced_on", "2026-02-30"), ("announced_on", "soon"), ("period", "2030"), ("stage", "comitted"),
        ("source", "999999999999999999999"), ("related_to", "abc"), ("tier", "9"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_in_words_and_kept(signed_in: Client, hub: Initiative, column: str, typed: str) -> None:
    entry = hub.funding.get()
    answer = signed_in.post(change_of(entry), {**opened(signed_in, entry), column: typed})
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors
    entry.refresh_from_db()
    assert entry.amount == 100_000_000


def test_a_day_in_the_future_is_taken_and_the_pages_go_on(signed_in: Client, hub: Initiative) -> None:
    entry = hub.funding.get()
    assert signed_in.post(change_of(entry), opened(signed_in, entry) | {"announced_on": "2031-01-01"}).status_code == 302
    assert Client().get("/ledger/").status_code == 200
    assert Client().get("/charts/funding-over-time/").status_code == 200
    assert signed_in.get("/admin/initiatives/fundingentry/").status_code == 200


def test_control_characters_go_and_damaged_letters_are_mended(signed_in: Client, hub: Initiative) -> None:
    entry = hub.funding.get()
    signed_in.post(change_of(entry), opened(signed_in, entry) | {"note": "Co\x0bsts Â£5 m"})
    entry.refresh_from_db()
    assert entry.note == "Costs £5 m"


def test_text_from_outside_is_shown_as_text(signed_in: Client, hub: Initiative) -> None:
    evil = "<script>alert(1)</script>"
    with publish.editing(None, "Evil") as session:
        source = Article(url="https://news.example/evil", title=evil, publisher=evil)
        session.save(source)
        session.save(Organization(name=evil))
        session.save(Comment(initiative=hub, speaker=evil, actor="other", stance="neutral", position=evil, source=source))
    Article.objects.filter(pk=source.pk).update(url="javascript:alert(1)")  # as a row that came before such addresses were refused
    for model in ("article", "organization", "comment"):
        row_page = signed_in.get(f"/admin/initiatives/{model}/").content.decode()
        assert evil not in row_page
        assert 'href="javascript:' not in row_page
    for row in (source, Organization.objects.get(name=evil), Comment.objects.get(), hub):
        assert evil not in signed_in.get(change_of(row)).content.decode()
        assert evil not in signed_in.get(change_of(row).replace("change", "history")).content.decode()
        assert evil not in signed_in.get(change_of(row).replace("change", "delete")).content.decode()
