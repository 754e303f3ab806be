"""Loading a file whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import models

from initiatives.exchange.load import load
from initiatives.exchange.problems import Refused
from initiatives.models import (
    Article,
    Comment,
    Country,
    Edition,
    Funder,
    FundingCount,
    FundingEntry,
    Initiative,
    Organization,
    OrganizationName,
    Participation,
    Point,
    Quantity,
    Reference,
)
from initiatives.publish import publish
from tests.initiatives.exchange.files import (
    ADDRESS,
    article,
    comment,
    entry,
    funder,
    initiative,
    participant,
    point,
    quantity,
    write,
    write_organizations,
)
from tests.initiatives.publish.publications import entry_to_publish, publication

pytestmark = pytest.mark.django_db

RECORDED = (Initiative, FundingEntry, Funder, Participation, Quantity, Point, Comment, Article, Reference, Organization, OrganizationName)


def rows() -> int:
    return sum(model._default_manager.count() for model in RECORDED)


def history_rows() -> int:
    return sum(history(model).count() for model in RECORDED)


def history(model: type[models.Model]) -> Any:
    return model.history  # type: ignore[attr-defined]


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        load(path)
    return str(refused.value)


def test_a_file_fills_the_record_and_makes_an_edition(tmp_path: Path) -> None:
    report = load(write(tmp_path, initiative()))
    assert (report.new, len(report.changed), report.unchanged, report.edition) == (1, 0, 0, 1)
    assert Initiative.objects.get().countries == ["NOR"]
    assert FundingCount.objects.get().country == "NOR"
    assert str(report) == "record.jsonl: 1 new, 0 changed, 0 unchanged"


def test_every_row_that_is_loaded_has_one_line_of_history(tmp_path: Path) -> None:
    load(write(tmp_path, initiative()))
    assert history_rows() == rows() == 11
    assert {line.history_type for line in history(Participation).all()} == {"+"}
    assert history(FundingEntry).get().history_change_reason == "Loaded from record.jsonl"


def test_the_same_file_again_changes_nothing(curated: Path) -> None:
    before, edition = history_rows(), Edition.objects.current_number()
    report = load(curated)
    assert (report.new, len(report.changed), report.unchanged, report.edition) == (0, 0, 257, None)
    assert (history_rows(), Edition.objects.current_number()) == (before, edition)


def test_one_changed_owner_leaves_exactly_one_line_of_history_that_shows_it(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(), initiative("second")))
    before = history_rows()
    report = load(write(tmp_path, initiative(countries=["NOR", "SWE"]), initiative("second")))
    assert (report.changed, report.unchanged) == (["fjord-computer"], 1)
    assert history_rows() == before + 1
    newest, older = history(Initiative).filter(slug="fjord-computer")
    assert (newest.history_type, newest.countries, older.countries) == ("~", ["NOR", "SWE"], ["NOR"])
    assert FundingCount.objects.get(entry__key="fjord-computer#1").country == "joint"


@pytest.mark.parametrize(
    ("part", "value", "model"),
    [
        ("participants", [participant("Fjord Machines", status="reported")], Participation),
        ("points", [point(text="Models that speak every dialect of Norwegian.")], Point),
        ("commentary", [comment(stance="critical")], Comment),
        ("quantities", [quantity("fjord-computer~1", value="0.5")], Quantity),
        ("articles", [article(title="Norden builds a larger computer")], Article),
        ("funding", [entry("fjord-computer#1", funders=[funder("Ministry of Fjords", country="NOR", share=1)])], Funder),
    ],
)
def test_one_changed_value_leaves_one_line_of_history(tmp_path: Path, part: str, value: list[Any], model: type[models.Model]) -> None:
    load(write(tmp_path, initiative()))
    before = history_rows()
    line = json.dumps(initiative() | {part: value}).replace('"0.5"', "0.5")
    report = load(write(tmp_path, line))
    assert report.changed == ["fjord-computer"]
    assert history_rows() == before + 1
    assert history(model).latest().history_type == "~"


def test_what_the_file_leaves_out_of_a_list_is_removed_with_its_history(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(points=[point(), point(text="A second goal.")])))
    report = load(write(tmp_path, initiative()))
    assert report.rows == {("removed", "points"): 1}
    assert Point.objects.get().text == "Models that speak Norwegian."
    assert history(Point).latest().history_type == "-"


def test_a_list_that_is_left_out_is_left_as_it_is_stored(tmp_path: Path) -> None:
    load(write(tmp_path, initiative()))
    shorter = {key: value for key, value in initiative().items() if key != "points"}
    assert load(write(tmp_path, shorter)).unchanged == 1
    assert Point.objects.count() == 1


def test_all_faults_of_a_file_are_told_at_once_and_nothing_is_stored(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        initiative("good"),
        initiative(kind="computer", announced="2025-02-30", funding=[entry("fjord-computer#1", stage="comitted", amount=0)]),
        "{not json",
        initiative("last", countries=["NRW"], themes=["Upper Case"]),
    )
    words = refusal(path)
    assert 'record.jsonl line 2, kind: "computer" is not a kind. Use one of: strategy,' in words
    assert 'record.jsonl line 2, announced: "2025-02-30" does not exist: Feb 2025 has 28 days.' in words
    expected = '"comitted" is not a stage. Use one of: pledged, announced, budgeted, committed, disbursed.'
    assert f"record.jsonl line 2, funding[0].stage: {expected}" in words
    assert 'record.jsonl line 2, funding[0].amount: "0" is not above 0. Use null where it is undisclosed.' in words
    assert "record.jsonl line 3: not JSON" in words
    assert 'record.jsonl line 4, countries: "NRW" is not a country or actor of the record.' in words
    assert 'record.jsonl line 4, themes: "Upper Case" is not a tag.' in words
    assert words.endswith("record.jsonl: 7 faults. Nothing of this file was stored.")
    assert rows() == 0
    assert Edition.objects.current() is None


def test_a_slug_twice_in_one_file_is_refused_naming_both_lines(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(), name="a.jsonl"))
    words = refusal(write(tmp_path, initiative(status="paused"), initiative(countries=["SWE"]), name="b.jsonl"))
    assert words.startswith('b.jsonl line 2, slug: "fjord-computer" stands on line 1 already.')
    assert Initiative.objects.get().status == "underway"


def test_a_key_twice_is_refused_naming_both_places(tmp_path: Path) -> None:
    words = refusal(write(tmp_path, initiative(funding=[entry("fjord-computer#1"), entry("fjord-computer#1")])))
    assert 'line 1, funding[1].key: "fjord-computer#1" stands on line 1, funding[0] already.' in words


def test_a_slug_in_a_later_file_is_an_update_and_reported_as_such(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(), name="a.jsonl"))
    report = load(write(tmp_path, initiative(status="paused"), initiative("second"), name="b.jsonl"))
    assert str(report) == "b.jsonl: 1 new, 1 changed, 0 unchanged"


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"colour": "red"}, "colour", "unknown key. The keys here are: slug, name,"),
        ({"name": None}, "name", '"null" is not text.'),
        ({"name": "x" * 201}, "name", "has 201 characters. Use at most 200."),
        ({"slug": "Fjord Computer"}, "slug", '"Fjord Computer" is not a slug.'),
        ({"countries": []}, "countries", "the list is empty. Name at least one."),
        ({"end": "2024"}, "end", '"2024" lies before the start, 2025.'),
        ({"summary": "   "}, "summary", "is empty."),
        ({"funding": {}}, "funding", "is not a list."),
        ({"funding": [7]}, "funding[0]", "is not an object."),
        ({"funding": [entry("other#1")]}, "funding[0].key", "Use fjord-computer# and a number."),
        ({"funding": [entry("fjord-computer#1", amount="1 million")]}, "funding[0].amount", '"1 million" is not a number.'),
        ({"funding": [entry("fjord-computer#1", amount=True)]}, "funding[0].amount", '"true" is not a number.'),
        ({"funding": [entry("fjord-computer#1", amount=10**18)]}, "funding[0].amount", "does not fit."),
        ({"funding": [entry("fjord-computer#1", amount_low=2_000_000)]}, "funding[0].amount_low", "is above 1000000."),
        ({"funding": [entry("fjord-computer#1", currency="kroner")]}, "funding[0].currency", "Use an ISO 4217 code such as USD"),
        ({"funding": [entry("fjord-computer#1", period="2030-2026")]}, "funding[0].period", "for example 2026-2030."),
        ({"funding": [entry("fjord-computer#1", relation="restates")]}, "funding[0].related_to", "Name the key of the other entry."),
        ({"funding": [entry("fjord-computer#1", related_to="x#1")]}, "funding[0].related_to", "Use null, or name a relation."),
        (
            {"funding": [entry("fjord-computer#1", relation="restates", related_to="absent#1")]},
            "funding[0].related_to",
            '"absent#1" is not the key of an entry.',
        ),
        ({"funding": [entry("fjord-computer#1", source="https://elsewhere.example/")]}, "funding[0].source", "is not among the articles"),
        ({"funding": [entry("fjord-computer#1", funders=[funder()])]}, "funding[0].funders[0].organization", "one of the two"),
        (
            {"funding": [entry("fjord-computer#1", funders=[funder("A", share=0.7), funder("B", share=0.4)])]},
            "funding[0].funders",
            "the shares add up to 1.1.",
        ),
        ({"participants": [participant("A"), participant("A")]}, "participants[1].organization", "stands at participants[0] already."),
        ({"commentary": [comment(position="")]}, "commentary[0].position", "Put the position in words, or give the quote."),
        ({"points": [point(kind="model")]}, "points[0].country", "A model names the country that is followed"),
        ({"quantities": [quantity("fjord-computer~1", relation="part-of", related_to="fjord-computer~1")]}, "quantities[0].related_to", "leads back"),
        ({"articles": [article(), article()]}, "articles[1].url", "stands at articles[0] already."),
        ({"articles": [article(url="ftp://news.example/")]}, "articles[0].url", "is not a web address."),
        ({"articles": [article(url="http://[news.example/")]}, "articles[0].url", "is not a web address."),
        ({"articles": [article(url="https://news.example:99999999/")]}, "articles[0].url", "is not a web address."),
        ({"colour\u202e\n": "red"}, "colour\\u202e\\n", "unknown key."),
        ({"x" * 5000: "red"}, "x" * 60 + "…", "unknown key."),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_the_way_out(tmp_path: Path, change: dict[str, Any], field: str, words: str) -> None:
    told = refusal(write(tmp_path, initiative(**change)))
    assert f"record.jsonl line 1, {field}: " in told
    assert words in told
    assert rows() == 0


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"\xff\xfe", "line 1: byte 1 (0xff) is not UTF-8. Save the file as UTF-8."),
        ('{"slug": "a", "slug": "b", "kind": "x"}', 'line 1, kind: "x" is not a kind.'),
        ('{"slug": "a", "slug": "b"}', "line 1, slug: the key stands twice in one object."),
        ('{"slug": NaN}', "line 1: not JSON that can be read: NaN is not a number in JSON."),
        ('{"slug": 1e99999999999999999999}', "line 1: a number has an exponent that no number can have."),
        ("[1, 2]", "is not an object. Write one initiative a line"),
        ("[" * 100_000, "line 1: not JSON that can be read"),
        ('{"slug": "a\x00b"}', "line 1: not JSON: Invalid control character"),
    ],
)
def test_a_line_that_is_no_object_is_refused_in_words(tmp_path: Path, line: str | bytes, words: str) -> None:
    assert words in refusal(write(tmp_path, line))


def test_half_a_character_is_written_out_in_the_message(tmp_path: Path) -> None:
    told = refusal(write(tmp_path, json.dumps(initiative(kind="comp\ud800ute"))))
    assert 'line 1, kind: "comp\\ud800ute" is not a kind.' in told


def test_the_lines_after_one_that_is_too_long_are_checked_as_well(tmp_path: Path) -> None:
    told = refusal(write(tmp_path, b'{"slug": "' + b"x" * (9 * 1024 * 1024) + b'"}', "[1, 2]"))
    assert "line 1: the line is longer than 8,388,608 bytes." in told
    assert 'line 2: "[1, 2]" is not an object.' in told


def test_control_characters_and_damaged_text_are_cleaned_on_entry(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(summary="Worth\u0000 Â£5 million.\u0007")))
    assert Initiative.objects.get().summary == "Worth £5 million."


def test_a_circle_is_refused_with_its_entries(tmp_path: Path) -> None:
    one = entry("fjord-computer#1", relation="part-of", related_to="fjord-computer#2")
    two = entry("fjord-computer#2", relation="part-of", related_to="fjord-computer#1")
    assert "runs in a circle" in refusal(write(tmp_path, initiative(funding=[one, two])))


def test_a_firmer_stage_as_a_restatement_is_refused(tmp_path: Path) -> None:
    firmer = entry("second#1", relation="restates", related_to="fjord-computer#1", stage="committed")
    words = refusal(write(tmp_path, initiative(), initiative("second", funding=[firmer])))
    assert "line 2, funding[0].relation: " in words
    assert "Use tranche-of" in words


def test_a_relation_reaches_into_other_lines_and_into_what_is_stored(tmp_path: Path) -> None:
    part = entry("second#1", relation="part-of", related_to="fjord-computer#1", amount=400_000)
    load(write(tmp_path, initiative("second", funding=[part]), initiative()))
    restated = entry("third#1", relation="restates", related_to="second#1")
    load(write(tmp_path, initiative("third", funding=[restated])))
    assert {count.family for count in FundingCount.objects.all()} == {"fjord-computer#1"}
    assert FundingCount.objects.get(entry__key="fjord-computer#1").net == 600_000


def test_an_entry_that_others_point_at_cannot_be_left_out(tmp_path: Path) -> None:
    part = entry("second#1", relation="part-of", related_to="fjord-computer#1", amount=400_000)
    load(write(tmp_path, initiative(), initiative("second", funding=[part])))
    words = refusal(write(tmp_path, initiative(funding=[])))
    assert "line 1, funding: fjord-computer#1 is stored and missing here" in words
    load(write(tmp_path, initiative(funding=[]), initiative("second", funding=[])))
    assert not FundingEntry.objects.exists()
    assert not FundingCount.objects.exists()


def test_the_later_of_two_replacements_is_put_behind_the_earlier(tmp_path: Path) -> None:
    first = entry("fjord-computer#2", relation="replaces", related_to="fjord-computer#1", announced_on="2025-04-01")
    later = entry("fjord-computer#3", relation="replaces", related_to="fjord-computer#1", announced_on="2025-05-01", amount=3_000_000)
    path = write(tmp_path, initiative(funding=[entry("fjord-computer#1"), first, later]))
    load(path)
    moved = FundingEntry.objects.select_related("related_to").get(key="fjord-computer#3")
    assert moved.related_to is not None
    assert moved.related_to.key == "fjord-computer#2"
    assert load(path).unchanged == 1


def test_an_article_that_two_initiatives_cite_otherwise_keeps_both_citations(tmp_path: Path) -> None:
    path = write(tmp_path, initiative(), initiative("second", articles=[article(title="Another headline")]))
    load(path)
    assert Article.objects.get(url=ADDRESS).title == "Norden builds a computer"
    assert Reference.objects.get(initiative__slug="second").cited_as == {"title": "Another headline"}
    assert load(path).unchanged == 2


def test_the_organizations_beside_a_file_give_their_other_names(tmp_path: Path) -> None:
    write_organizations(tmp_path, "Ministry of Fjords,government,NOR,MoF|海の省", "Fjord Machines,company,NOR,")
    load(write(tmp_path, initiative(participants=[participant("Fjord Machines"), participant("MoF", kind="government", role="funder")])))
    ministry = Organization.objects.get(name="Ministry of Fjords")
    assert [name.name for name in ministry.names.all()] == ["MoF", "海の省"]
    assert ministry.participations.get().role == "funder"
    assert not Organization.objects.filter(name="MoF").exists()


def test_a_participant_that_contradicts_the_organizations_is_refused(tmp_path: Path) -> None:
    write_organizations(tmp_path, "Fjord Machines,startup,NOR,")
    words = refusal(write(tmp_path, initiative()))
    assert 'line 1, participants[0].kind: "company" contradicts organizations.csv line 2, where Fjord Machines has "startup".' in words


def test_a_table_of_organizations_is_loaded_by_itself_or_refused_whole(tmp_path: Path) -> None:
    load(write_organizations(tmp_path, "Fjord Machines,company,NOR,FM"))
    report = load(write_organizations(tmp_path, "Fjord Machines,startup,NOR,FM"))
    assert report.rows == {("changed", "organizations"): 1}
    words = refusal(write_organizations(tmp_path, "Ny,firm,NOR,", "Fjord Machines,company,NRW,", "Ny,company,NOR,FM"))
    assert 'organizations.csv line 2, kind: "firm" is not a kind of organization.' in words
    assert 'organizations.csv line 3, country: "NRW"' in words
    assert Organization.objects.get().kind == "startup"


def test_a_former_name_in_a_file_leads_to_the_organization_of_today(tmp_path: Path) -> None:
    path = write(tmp_path, initiative())
    load(path)
    machines = Organization.objects.get(name="Fjord Machines")
    OrganizationName.objects.create(organization=machines, name="Fjord Machines", until="2026-01-01")
    Organization.objects.filter(pk=machines.pk).update(name="Nordic Machines")
    assert load(path).unchanged == 1
    write_organizations(tmp_path, "Fjord Machines,company,NOR,")
    assert load(path).unchanged == 1
    assert not Organization.objects.filter(name="Fjord Machines").exists()


def test_participants_that_nobody_named_are_described(tmp_path: Path) -> None:
    unnamed = participant(None, kind=None, country=None, described="major banks", status="expected")
    load(write(tmp_path, initiative(participants=[unnamed])))
    assert Participation.objects.get().described == "major banks"


def test_an_actor_that_is_no_country_may_own_an_initiative(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(countries=["ASEAN"]), initiative("bahamas", countries=["BHS"])))
    assert Country.objects.get(code="ASEAN").is_actor
    assert {count.country for count in FundingCount.objects.all()} == {"ASEAN", "BHS"}


def test_a_file_with_a_byte_order_mark_and_blank_lines_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbf" + json.dumps(initiative()).encode(), b"", b"  ")
    assert load(path).new == 1


def test_an_entry_dated_ahead_is_taken(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(funding=[entry("fjord-computer#1", announced_on="2031-01-01")])))
    assert FundingCount.objects.get().rate_mark == "provisional"


def test_what_the_desk_published_from_an_article_stays_when_a_file_does_not_know_of_it(tmp_path: Path) -> None:
    path = write(tmp_path, initiative())
    load(path)
    publish(publication(entries=(entry_to_publish(stage="announced"),)), None, "Accepted")
    stored = rows()
    report = load(path)
    assert (report.unchanged, report.edition) == (1, None)
    assert rows() == stored
    report = load(write(tmp_path, initiative(points=[], status="paused")))
    assert report.rows == {("changed", "initiatives"): 1, ("removed", "points"): 1}
    assert Comment.objects.filter(speaker="Ola Nordmann").exists()
    assert FundingEntry.objects.filter(key="fjord-computer#2").exists()
