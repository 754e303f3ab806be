"""Stances by kind of speaker, owner and aspect."""

from pathlib import Path

from dashboard.queries import selection
from dashboard.queries.stances import stances
from tests.dashboard.conftest import Ask


def test_a_comment_stands_under_its_speaker_its_owner_and_each_of_its_aspects(two_countries: Path, ask: Ask) -> None:
    speakers = {row.value: (row.cautious, row.supportive, row.label) for row in stances(ask("country=NOR"), "actor")}
    assert speakers == {"analyst": (1, 0, "analyst"), "official": (0, 1, "official")}
    assert {row.value: row.comments for row in stances(ask("country=NOR"), "aspect")} == {"energy": 1, "jobs": 1}
    (norway,) = stances(ask("country=NOR"), "country")
    assert (norway.label, norway.comments, norway.doubting) == ("Norway", 2, 1)


def test_each_count_opens_the_comments_that_it_counts(curated: Path, ask: Ask) -> None:
    for by in ("actor", "country", "aspect"):
        for row in stances(ask(), by)[:6]:
            for stance in ("critical", "supportive"):
                found = selection.comments(ask("&".join([*(f"{by}={value}" for value in row.chosen), f"stance={stance}"])))
                assert found.count() == getattr(row, stance), (by, row.value)
