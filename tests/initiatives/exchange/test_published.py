"""Files beside what the desk published: nothing of it is lost in a dump, and nothing of it is overwritten unseen."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from initiatives.exchange.dump import dump_initiatives
from initiatives.exchange.load import load
from initiatives.models import Article, Comment, FundingEntry, Initiative, Organization, Quantity, Reference
from initiatives.publication import ParticipationToPublish, PointToPublish
from initiatives.publish import publish
from tests.initiatives.exchange.files import ADDRESS, article, comment, entry, initiative, point, quantity, write
from tests.initiatives.exchange.stored import refusal
from tests.initiatives.publish.publications import ARTICLE, PASSAGE, entry_to_publish, publication

pytestmark = pytest.mark.django_db

TEXT = "Norden builds a computer.\n\nKari Nordmann asks where the power comes from."
EVIDENCE = {"start": 27, "end": 40, "text": "Kari Nordmann"}


def dumped(folder: Path, name: str = "dumped.jsonl") -> Path:
    output = io.StringIO()
    dump_initiatives(output)
    path = folder / name
    path.write_text(output.getvalue(), encoding="utf-8")
    return path


def only(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A record of which the desk published a part; the file that the other part came from."""
    path = write(tmp_path, initiative())
    load(path)
    parts = {
        "participations": (ParticipationToPublish(None, "major banks", "investor", "expected", PASSAGE),),
        "points": (PointToPublish("hurdle", "energy", "The grid is full.", passage=PASSAGE),),
    }
    publish(publication(entries=(entry_to_publish(stage="announced"),), **parts), None, "Accepted")
    return path


def emptied() -> None:
    FundingEntry.objects.update(relation="new", related_to=None)
    for model in (Reference, FundingEntry, Initiative, Article, Organization):
        model._default_manager.all().delete()


@pytest.mark.usefixtures("desk")
def test_what_the_desk_published_comes_out_whole(tmp_path: Path) -> None:
    value = only(dumped(tmp_path))
    passage = {"start": 32, "end": 55, "text": "gives a million kroner."}
    for kind in ("funding", "participants", "points", "commentary"):
        assert [item.get("evidence") for item in value[kind]] == [None, passage]
    assert value["commentary"][1]["place"] == "Oslo"
    assert [(item.get("rests_on"), item.get("text")) for item in value["articles"]] == [(None, None), ("Example Wire", ARTICLE.text)]


@pytest.mark.usefixtures("desk")
def test_loading_what_was_dumped_after_a_publication_changes_nothing(tmp_path: Path) -> None:
    report = load(dumped(tmp_path))
    assert (report.unchanged, report.edition) == (1, None)


@pytest.mark.usefixtures("desk")
def test_a_dump_fills_an_empty_record_with_all_of_it(tmp_path: Path) -> None:
    path = dumped(tmp_path)
    emptied()
    load(path)
    assert Article.objects.get(url=ARTICLE.url).text == ARTICLE.text
    assert Comment.objects.get(speaker="Ola Nordmann").place == "Oslo"
    assert dumped(tmp_path, "again.jsonl").read_bytes() == path.read_bytes()
    assert load(path).edition is None


def test_a_file_that_says_nothing_of_a_passage_or_a_place_leaves_it(tmp_path: Path) -> None:
    told = initiative(commentary=[comment(place="Oslo", evidence=EVIDENCE)], articles=[article(text=TEXT, rests_on="Example Wire")])
    load(write(tmp_path, told))
    assert load(write(tmp_path, initiative())).unchanged == 1
    load(write(tmp_path, initiative(commentary=[comment(place="Bergen", stance="neutral")])))
    row = Comment.objects.select_related("source").get()
    assert (row.place, row.evidence, row.source.rests_on, row.source.text) == ("Bergen", EVIDENCE, "Example Wire", TEXT)


def test_a_comment_of_another_article_does_not_inherit_the_passage(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(points=[point(evidence=EVIDENCE)], commentary=[comment(place="Oslo", evidence=EVIDENCE)])))
    other = f"{ADDRESS}/2"
    load(write(tmp_path, initiative(points=[point(source=other)], commentary=[comment(source=other)], articles=[article(), article(other)])))
    row = Comment.objects.get()
    assert (row.place, row.evidence) == (None, None)
    assert only(dumped(tmp_path))["points"] == [point(source=other)]


def test_the_second_citation_may_bring_the_text(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(), initiative("second", articles=[article(text=TEXT)])))
    assert Article.objects.get().text == TEXT


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("Kari", "is not a passage. Write"),
        ({"start": 0, "end": 4}, "is not a passage. Write"),
        (EVIDENCE | {"start": -1}, "is not the start of a passage."),
        (EVIDENCE | {"end": True}, "is not the end of a passage."),
        (EVIDENCE | {"text": ""}, "is empty."),
        (EVIDENCE | {"end": 41}, "has 13 characters, but from 27 to 41 there are 14."),
        (EVIDENCE | {"start": 28, "end": 41}, '"Kari Nordmann" is not what stands from 28 to 41 of its article, "ari Nordmann "'),
        (EVIDENCE | {"start": 1027, "end": 1040}, "is not what stands from 1027 to 1040 of its article"),
    ],
)
def test_a_passage_that_does_not_stand_in_its_article_is_refused(tmp_path: Path, passage: Any, words: str) -> None:
    told = refusal(write(tmp_path, initiative(commentary=[comment(evidence=passage)], articles=[article(text=TEXT)])))
    assert "line 1, commentary[0].evidence: " in told
    assert words in told


@pytest.mark.usefixtures("desk")
def test_a_passage_is_looked_for_in_the_text_that_is_kept(tmp_path: Path) -> None:
    value = only(dumped(tmp_path))
    del value["articles"][1]["text"]
    value["points"][1]["evidence"] = {"start": 0, "end": 5, "text": "gives"}
    assert 'line 1, points[1].evidence: "gives" is not what stands from 0 to 5 of its article, "The m".' in refusal(write(tmp_path, value))


@pytest.mark.usefixtures("desk")
def test_another_text_of_an_article_that_is_kept_is_refused(tmp_path: Path) -> None:
    value = only(dumped(tmp_path))
    value["articles"][1]["text"] += " And more."
    assert "line 1, articles[1].text: another text of this article is kept here" in refusal(write(tmp_path, value))


def test_two_lines_say_the_same_of_an_article(tmp_path: Path) -> None:
    second = initiative("second", articles=[article(text="Otherwise.", rests_on="Another Wire")])
    told = refusal(write(tmp_path, initiative(articles=[article(text=TEXT, rests_on="Example Wire")]), second))
    assert f'line 2, articles[0].text: line 1, articles[0].text says otherwise of "{ADDRESS}"' in told
    assert "line 2, articles[0].rests_on: line 1, articles[0].rests_on says otherwise" in told


def test_a_key_that_the_desk_gave_is_not_given_to_something_else(tmp_path: Path, desk: Path) -> None:
    entries, quantities = [entry(f"fjord-computer#{n}") for n in (1, 2)], [quantity(f"fjord-computer~{n}") for n in (1, 2)]
    told = refusal(write(tmp_path, only(desk) | {"funding": entries, "quantities": quantities}))
    taken = f"is taken: the desk published it from {ARTICLE.url}, and this one rests on {ADDRESS}. Give this one a number that is free, or take"
    assert f'line 1, funding[1].key: "fjord-computer#2" {taken}' in told
    assert f'line 1, quantities[1].key: "fjord-computer~2" {taken}' in told
    assert FundingEntry.objects.get(key="fjord-computer#2").source.url == ARTICLE.url


@pytest.mark.usefixtures("desk")
def test_a_file_with_the_text_of_an_article_speaks_for_what_was_read_in_it(tmp_path: Path) -> None:
    value = only(dumped(tmp_path))
    del value["commentary"][1], value["funding"][1], value["quantities"][1]
    report = load(write(tmp_path, value))
    assert report.rows == {("removed", "commentary"): 1, ("removed", "funding entries"): 1, ("removed", "quantities"): 1}
    assert not FundingEntry.objects.filter(key="fjord-computer#2").exists()
    assert Quantity.objects.count() == 1


@pytest.mark.usefixtures("desk")
def test_what_such_a_file_leaves_out_must_not_be_pointed_at(tmp_path: Path) -> None:
    value = only(dumped(tmp_path))
    part = entry("second#1", relation="part-of", related_to="fjord-computer#2", amount=400_000)
    load(write(tmp_path, initiative("second", funding=[part])))
    del value["funding"][1]
    assert "line 1, funding: fjord-computer#2 is stored and missing here" in refusal(write(tmp_path, value))


@pytest.mark.usefixtures("desk")
def test_a_passage_that_its_text_no_longer_holds_is_left_out_of_a_dump(tmp_path: Path) -> None:
    Article.objects.filter(url=ARTICLE.url).update(text="Another text.")
    path = dumped(tmp_path)
    assert "evidence" not in path.read_text(encoding="utf-8")
    assert load(path).edition is None
