"""Every kind of fault in one file, named at once: no fault keeps another from being found."""

import json
from pathlib import Path

import pytest

from initiatives.exchange.load import load
from initiatives.exchange.problems import Refused
from initiatives.models import Edition, Initiative
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

pytestmark = pytest.mark.django_db

ELSEWHERE = "https://elsewhere.example/"


def key(number: int) -> str:
    return f"fjord-computer#{number}"


FUNDING = [
    entry(key(1), stage="comitted", amount=0, currency="kroner", hedge="nearly", tier=9, period="2030-2026", source=ELSEWHERE),
    entry(key(2), stage="comitted", relation="restates"),
    entry(key(3), tier=9, related_to=key(4)),
    entry(key(4), note=7, relation="part-of", related_to=key(5)),
    entry(key(5), origin="state", relation="tranche-of", related_to=key(4)),
    entry(key(6), scope="all", relation="cancels", related_to=key(7)),
    entry(key(7), new_money="some"),
    entry(key(8), instrument="gift", relation="part-of", related_to=key(6)),
    entry(key(9), currency="kroner", amount_low=2_000_000, amount_high=500_000),
    entry("other#1", announced_on="2025-02-30"),
    entry(key(10), within=7, amount=None),
    entry(key(11), usd_as_published="2", relation="restates", related_to=key(10)),
    entry(key(12), channel=7, relation="restates", related_to=key(7), stage="disbursed"),
    entry(key(13), recipient_country="NRW", relation="restates", related_to="absent#1"),
    entry(key(13), hedge="nearly", relation="repeats", related_to="absent#2"),
    entry(key(16), relation="repeats", related_to="absent#2"),
    entry(key(14), hedge="nearly", funders=[funder(share=2), funder("A", share=0.7, country="NRW"), funder("B", share=0.4), 7]),
    entry(key(15), funders="all") | {"key": 7},
    7,
    entry(key(17), hedge="nearly", relation="restates", related_to=key(2), stage="disbursed", amount=5),
]
BROKEN = initiative(
    colour="red", kind="computer", countries=["NRW", "NOR", "NOR"], start="2026", end="2025", themes=["Upper", "a b"], funding=FUNDING,
    participants=[
        participant("A", status="sure"), participant("A", status="sure"), participant(None, status="sure"),
        participant("Fjord Machines", kind="startup", status="sure"),
    ],
    quantities=[
        quantity("fjord-computer~1", measure="watts"), quantity("fjord-computer~1", hedge="nearly", relation="part-of"),
        quantity("x", value=0, source=ELSEWHERE),
        quantity("fjord-computer~2", value=0, relation="part-of", related_to="fjord-computer~2"),
        quantity("fjord-computer~3", by=1, relation="part-of", related_to="fjord-computer~9"),
        quantity("fjord-computer~4", by=1, related_to="fjord-computer~1"),
    ],
    points=[point(aspect="A b", kind="model"), point(text=7, source=ELSEWHERE)],
    commentary=[comment(actor="person", position=""), comment(stance="good", date="soon", source=ELSEWHERE)],
    articles=[article(**{"class": "blog"}), article(published="soon"), article(url="ftp://news.example/")],
)  # fmt: skip
SECOND = initiative(
    "second",
    status="begun",
    funding=[entry("second#1", relation="restates", related_to=key(7), stage="committed", tier=9)],
    points={},
    participants=[participant("Fjord Machines", country="SWE", role="boss")],
)
WANTED = {  # line, field: what the message says
    (1, "colour"): "unknown key", (1, "kind"): "is not a kind", (1, "countries"): "is not a country or actor", (1, "themes"): '"a b" is not a tag',
    (1, "end"): "lies before the start",
    (1, "funding[0].stage"): "is not a stage", (1, "funding[0].amount"): "is not above 0", (1, "funding[0].currency"): "is not a currency",
    (1, "funding[0].hedge"): "is not a hedge", (1, "funding[0].tier"): "is not a tier", (1, "funding[0].period"): "is not a period",
    (1, "funding[0].source"): "is not among the articles",
    (1, "funding[1].stage"): "is not a stage", (1, "funding[1].related_to"): "Name the key of the other entry",
    (1, "funding[2].tier"): "is not a tier", (1, "funding[2].related_to"): "stands at something new",
    (1, "funding[3].note"): "is not text", (1, "funding[3].related_to"): "runs in a circle",
    (1, "funding[4].origin"): "is not an origin", (1, "funding[4].related_to"): "runs in a circle",
    (1, "funding[5].scope"): "is not a scope", (1, "funding[6].new_money"): "is not a word for new money",
    (1, "funding[7].instrument"): "is not an instrument", (1, "funding[7].related_to"): "holds no money",
    (1, "funding[8].currency"): "is not a currency", (1, "funding[8].amount_low"): "is above 1000000",
    (1, "funding[8].amount_high"): "is below 1000000",
    (1, "funding[9].key"): "is not a key of this initiative", (1, "funding[9].announced_on"): "does not exist",
    (1, "funding[10].within"): "is not text",
    (1, "funding[11].usd_as_published"): "is not a number", (1, "funding[11].relation"): "this is its first figure",
    (1, "funding[12].channel"): "is not text", (1, "funding[12].relation"): "Use tranche-of",
    (1, "funding[13].recipient_country"): "is not a country or actor",
    (1, "funding[13].related_to"): '"absent#1" is not the key of an entry',
    (1, "funding[15].relation"): "is not a relation", (1, "funding[15].related_to"): '"absent#2" is not the key of an entry',
    (1, "funding[14].key"): "stands on line 1, funding[13] already", (1, "funding[14].relation"): "is not a relation",
    (1, "funding[14].hedge"): "is not a hedge",
    (1, "funding[16].hedge"): "is not a hedge", (1, "funding[16].funders"): "the shares add up to 1.1",
    (1, "funding[16].funders[0].share"): "is not a share", (1, "funding[16].funders[0].organization"): "one of the two",
    (1, "funding[16].funders[1].country"): "is not a country or actor", (1, "funding[16].funders[3]"): "is not an object",
    (1, "funding[17].key"): "is not text", (1, "funding[17].funders"): "is not a list", (1, "funding[18]"): "is not an object",
    (1, "funding[19].hedge"): "is not a hedge",
    (1, "participants[0].status"): "is not a status", (1, "participants[1].organization"): "stands at participants[0] already",
    (1, "participants[1].status"): "is not a status", (1, "participants[2].status"): "is not a status",
    (1, "participants[2].organization"): "one of the two", (1, "participants[3].status"): "is not a status",
    (1, "participants[3].kind"): "contradicts organizations.csv line 2",
    (1, "quantities[0].measure"): "is not a measure", (1, "quantities[1].key"): "stands at quantities[0] already",
    (1, "quantities[1].hedge"): "is not a hedge", (1, "quantities[1].related_to"): "Name the key of the other quantity",
    (1, "quantities[2].key"): "is not a key of this initiative", (1, "quantities[2].value"): "is not above 0",
    (1, "quantities[2].source"): "is not among the articles", (1, "quantities[3].value"): "is not above 0",
    (1, "quantities[3].related_to"): "leads back to", (1, "quantities[4].by"): "is not a year",
    (1, "quantities[4].related_to"): "is not a quantity of this initiative", (1, "quantities[5].by"): "is not a year",
    (1, "quantities[5].related_to"): "stands at something new",
    (1, "points[0].aspect"): "is not an aspect", (1, "points[0].country"): "names the country that is followed", (1, "points[1].text"): "is not text",
    (1, "points[1].source"): "is not among the articles",
    (1, "commentary[0].actor"): "is not an actor", (1, "commentary[0].position"): "says nothing", (1, "commentary[1].stance"): "is not a stance",
    (1, "commentary[1].date"): "is not", (1, "commentary[1].source"): "is not among the articles",
    (1, "articles[0].class"): "is not a class", (1, "articles[1].published"): "is not", (1, "articles[1].url"): "stands at articles[0] already",
    (1, "articles[2].url"): "is not a web address",
    (2, ""): "not JSON",
    (3, "status"): "is not a status", (3, "funding[0].tier"): "is not a tier", (3, "funding[0].relation"): "Use tranche-of",
    (3, "points"): "is not a list",
    (3, "participants[0].country"): "contradicts", (3, "participants[0].role"): "is not a role",
    (4, "slug"): "stands on line 3 already", (4, "name"): "the key stands twice", (4, "funding[0].key"): "stands on line 3, funding[0] already",
}  # fmt: skip
WANTED_BESIDE = {(3, "kind"): "is not a kind of organization", (4, "name"): "stands at", (5, "aliases"): "is a name of"}


def faults(path: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(Refused) as refused:
        load(path)
    return [(problem.file, problem.line, problem.field, problem.words) for problem in refused.value.problems]


def test_one_of_every_kind_of_fault_is_named_at_once(tmp_path: Path) -> None:
    write_organizations(tmp_path, "Fjord Machines,company,NOR,FM", "Ny,firm,NOR,", "Ny,company,NOR,", "Gammel,company,NOR,FM")
    fourth = json.dumps(initiative("second", funding=[entry("second#1")], points=[], participants=[]))
    path = write(tmp_path, BROKEN, "{not json", SECOND, fourth.replace('{"slug"', '{"name": "Twice", "slug"', 1))
    told = faults(path)
    for file, wanted in (("record.jsonl", WANTED), ("organizations.csv", WANTED_BESIDE)):
        found: dict[tuple[int, str], str] = {}
        for _, line, field, words in (fault for fault in told if fault[0] == file):
            found[line, field] = f"{found.get((line, field), '')} {words}"
        assert {place: found.get(place) for place, words in wanted.items() if words not in found.get(place, "")} == {}
        assert set(found) == set(wanted)
    assert not Initiative.objects.exists()
    assert Edition.objects.current() is None


def test_what_could_not_be_read_is_no_ground_for_another_fault(tmp_path: Path) -> None:
    unclear = entry(key(1), stage="comitted", amount="much")
    restated = entry(key(2), relation="restates", related_to=key(1), stage="disbursed")
    again = entry(key(3), relation="restates", related_to=key(2), stage="disbursed")
    told = faults(write(tmp_path, initiative(funding=[unclear, restated, again])))
    assert [(line, field) for _, line, field, _ in told] == [(1, "funding[0].amount"), (1, "funding[0].stage")]


def test_entries_that_cannot_be_read_are_not_taken_for_removed(tmp_path: Path) -> None:
    part = entry("second#1", relation="part-of", related_to=key(1), amount=400_000)
    load(write(tmp_path, initiative(), initiative("second", funding=[part])))
    told = faults(write(tmp_path, initiative(funding=[entry(key(1)) | {"key": 7}])))
    assert [field for _, _, field, _ in told] == ["funding[0].key"]
    told = faults(write(tmp_path, initiative(funding={}, articles=[article(), article(url=f"{ADDRESS}/2", title="")])))
    assert [field for _, _, field, _ in told] == ["funding", "articles[1].title"]
