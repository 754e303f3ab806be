"""What an article calls its initiative."""

import time

import pytest

from initiatives.ingest.steps.understand.kind import find_initiative
from initiatives.ingest.steps.understand.titles import introduced
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The state will pay for a centre called the Maribor AI Foundry.", "Maribor AI Foundry"),
        ("It opens a centre in Maribor that is to be called “Maribor AI Foundry”.", "Maribor AI Foundry"),
        ("The programme, dubbed Alba Nova, trains a model.", "Alba Nova"),
        ("The supercomputer known as Alice Example will start in May.", "Alice Example"),
        ("The project runs under the name of Open Voices and costs €3 million.", "Open Voices"),
        ("The fund, named Horizon for AI, is small.", "Horizon for AI"),
        ("Le projet, baptisé Albert, coûtera 3 millions.", "Albert"),
    ],
)
def test_a_name_that_the_article_introduces_beats_the_headline_and_has_its_passage(text: str, name: str) -> None:
    claim = find_initiative(Article(f"Work begins.\n{text} The National AI Plan helps.", "Government to build a centre"))
    assert claim.name == name
    assert claim.evidence is not None
    assert f"Work begins.\n{text}"[claim.evidence.start : claim.evidence.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "A start-up called Example Labs gets the order.",
        "The ministry named Example Corp. as its partner.",
        "An expert named Ada Example spoke.",
        "The project is called a success.",
    ],
)
def test_a_firm_or_a_person_that_is_named_is_no_initiative(text: str) -> None:
    assert introduced(text) is None


def test_a_proper_name_with_a_programmes_word_beats_the_headline() -> None:
    assert find_initiative(Article("The money comes through the National Digital Mission.", "Delhi pays")).name == "National Digital Mission"


def test_a_house_that_only_takes_part_gives_no_name() -> None:
    article = Article("The Northern Computing Centre will run it.", "Government sets aside €4 million for a public language model")
    assert find_initiative(article).name == "Public language model"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Government sets aside over €1 billion for public AI research", "Public AI research"),
        ("Cabinet adopts national AI strategy to end of decade", "National AI strategy"),
        ("Norway to build a new supercomputer for AI, minister says", "Supercomputer for AI"),
        ("Korea unveils 150 trillion-won fund for strategic technologies", "Fund for strategic technologies"),
        ("Chile to spend on AI", "AI funding (Chile)"),
        ("France to spend €1.5 billion on AI", "AI funding (France)"),
        ("Kenya lifts AI budget", "AI budget"),
        ("Computers for all", "Computers for all"),
        ("Prime minister opens tech week", "Prime minister opens tech week"),
        ("Lithium money buys Chile two AI computing centres, says minister", "AI computing centres (Chile)"),
        ("Denmark: who pays for the national AI supercomputer?", "National AI supercomputer (Denmark)"),
        ("Half of firms cannot say what their AI strategy is good for", "AI strategy"),
    ],
)
def test_a_headline_gives_a_short_name_without_its_verb(title: str, name: str) -> None:
    assert find_initiative(Article("Money is set aside.", title)).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Japan’s government announced a plan to spend 1 trillion yen on a national foundation model.", "National foundation model (Japan)"),
        ("In December the ministry in Lisbon promised €40 million. The money goes to an AI skills programme.", "AI skills programme (Portugal)"),
        ("On Tuesday a national artificial intelligence strategy was adopted in Hanoi.", "National artificial intelligence strategy (Vietnam)"),
        ("In December the ministry promised money for the schools of the whole country and for those who teach there every day.",
         "In December the ministry promised money for the schools of the whole country"),
    ],
)  # fmt: skip
def test_without_a_headline_no_sentence_is_cut_into_a_name(text: str, name: str) -> None:
    assert find_initiative(Article(text)).name == name


def test_a_sentence_about_money_alone_is_named_by_its_country() -> None:
    assert find_initiative(Article("Norway will spend 1 billion kroner on artificial intelligence."), ("NOR",)).name == "AI funding (Norway)"


@pytest.mark.parametrize("piece", ["Plan ", "called ", "project ", "of the ", "AI ", "A programme, ", "is called A"])
def test_hostile_words_cost_little(piece: str) -> None:
    begun = time.process_time()
    find_initiative(Article(piece * 4_000, piece * 60))
    assert time.process_time() - begun < 5
