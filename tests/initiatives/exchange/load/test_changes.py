"""What loading a file changes in the record, and what it leaves as it is stored."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import models

from initiatives.exchange.load import load
from initiatives.models import Article, Comment, Edition, Funder, FundingCount, FundingEntry, Initiative, Participation, Point, Quantity, Reference
from initiatives.publish import publish
from tests.initiatives.exchange.files import ADDRESS, article, comment, entry, funder, initiative, participant, point, quantity, write
from tests.initiatives.exchange.stored import history, history_rows, rows
from tests.initiatives.publish.publications import entry_to_publish, publication

pytestmark = pytest.mark.django_db


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


def test_a_slug_in_a_later_file_is_an_update_and_reported_as_such(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(), name="a.jsonl"))
    report = load(write(tmp_path, initiative(status="paused"), initiative("second"), name="b.jsonl"))
    assert str(report) == "b.jsonl: 1 new, 1 changed, 0 unchanged"


def test_an_article_that_two_initiatives_cite_otherwise_keeps_both_citations(tmp_path: Path) -> None:
    path = write(tmp_path, initiative(), initiative("second", articles=[article(title="Another headline")]))
    load(path)
    assert Article.objects.get(url=ADDRESS).title == "Norden builds a computer"
    assert Reference.objects.get(initiative__slug="second").cited_as == {"title": "Another headline"}
    assert load(path).unchanged == 2


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
