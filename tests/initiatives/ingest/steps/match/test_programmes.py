"""By which names an initiative is known in a text."""

import pytest

from initiatives.ingest.steps.match.programmes import named_by, names_of, spoken_of
from initiatives.ingest.values import KnownInitiative
from initiatives.text import fold


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("Slovenian AI Factory (SLAIF)", "SLAIF"),
        ("Gefion and the Danish Centre for AI Innovation", "Gefion"),
        ("National Circuit Fund, Phase III (Big Fund III)", "Big Fund III"),
        ("National Circuit Fund, Phase III (Big Fund III)", "National Circuit Fund"),
    ],
)
def test_a_name_holds_the_names_that_brackets_commas_and_joins(name: str, piece: str) -> None:
    assert piece in names_of(name)


@pytest.mark.parametrize("name", ["Growth Fund (150 trillion won)", "Gigafactory bid (Riverton and Hillside)", "Centres (health, farming, cities)"])
def test_sums_and_lists_of_single_words_are_no_names(name: str) -> None:
    assert set(names_of(name)) == {name, name.split(" (")[0]}


def test_who_runs_it_is_not_its_name() -> None:
    known = KnownInitiative("centres", "National computing centres (Corfo)", ("CHL",), organizations=("Corfo",))
    assert named_by(fold("Corfo opens an office."), known) is None
    assert named_by(fold("The National Computing Centres open."), known) == "National computing centres"


def test_a_name_of_common_words_is_meant_where_the_article_speaks_of_such_a_thing() -> None:
    strategy = KnownInitiative("strategy", "German AI Strategy", ("DEU",))
    assert spoken_of(fold("its strategy for artificial intelligence"), strategy) == "strategy for artificial intelligence"
    assert spoken_of(fold("a fund for artificial intelligence"), strategy) is None
    assert spoken_of(fold("Compute Roadmap"), KnownInitiative("other", "Compute Roadmap", ("GBR",))) is None
