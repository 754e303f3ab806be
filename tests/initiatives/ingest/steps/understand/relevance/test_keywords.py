"""What is about a national AI effort, and what only looks like it."""

import pytest

from initiatives.ingest.steps.understand.relevance import judge
from initiatives.ingest.steps.understand.relevance.keywords import weigh
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Norway to fund six AI centres",
            "The Norwegian government will put 1 billion kroner into research on artificial intelligence, the minister said.",
        ),
        ("Parliament votes AI budget", "Parliament in Lisbon voted €20 million for a national language model. The ministry will run it."),
        (
            "Sovereign fund opens AI arm",
            "The sovereign wealth fund of Oman founded a company for AI infrastructure. The state invests 100 million rials.",
        ),
        (
            "Republic orders 90-petaflop machine",
            "The 90-petaflop system is paid from the state budget. The science ministry gives a fifth of the hours to machine translation. "
            "The agency for innovation builds a 20-billion-parameter model on it.",
        ),
        (
            "Joint undertaking funds HPC hall",
            "The EuroHPC joint undertaking pays half of the HPC hall in Riga. Member states provide the rest of the petaflops.",
        ),
        (
            "Member states fund language data for speech recognition",
            "Under Digital Europe fourteen member states provide speech data for machine translation. A public broadcaster gives 9,000 hours.",
        ),
    ],
)
def test_a_states_ai_effort_is_a_hit(title: str, text: str) -> None:
    assert judge(Article(text, title)).verdict == "yes"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Chatbot maker raises $3bn",
            "The start-up raised $3 billion in a funding round led by a venture firm. It builds AI models and has a valuation of $40 billion.",
        ),
        ("Chip maker's earnings rise", "Net income rose in the quarter on demand for AI. Analysts raised their price targets."),
        ("Roads first in the budget", "The finance minister will spend more on roads and water. Parliament debates it on Monday."),
        ("Cabinet clears space mission", "The cabinet approved a national space mission worth 60 billion rupees."),
        ("How I learned to cook with AI", "I asked an AI app for a recipe. It was good."),
    ],
)
def test_private_rounds_earnings_and_programmes_without_ai_are_none(title: str, text: str) -> None:
    assert judge(Article(text, title)).verdict == "no"


@pytest.mark.parametrize(
    "ruling",
    [
        "The town council refused the rezoning.",
        "The developer applied for permits.",
        "A change of land use is needed.",
        "The neighbours’ association protests.",
        "The county board voted a tax break.",
    ],
)
def test_a_permit_or_ruling_makes_no_states_effort_of_a_private_site(ruling: str) -> None:
    text = "A developer will build an AI campus in Portugal with 2 billion dollars of its own. It plans AI halls for a cloud firm. "
    alone, ruled = weigh(Article(text, "Developer plans AI campus")), weigh(Article(text + ruling, "Developer plans AI campus"))
    assert ruled < alone
    assert judge(Article(text + ruling, "Developer plans AI campus")).verdict == "no"


def test_analysts_that_comment_do_not_make_business_news_of_a_states_plan() -> None:
    text = "The ministry funds an AI plant with 10 million. Analysts {} room for it."
    assert weigh(Article(text.format("see"), "State funds AI plant")) > weigh(Article(text.format("forecast"), "State funds AI plant"))


def test_the_doubtful_are_between() -> None:
    text = "A cloud company said it will build AI data centres in Portugal. Its president thanked the government for a permit."
    assert judge(Article(text, "Cloud company to build in Portugal")).verdict in ("maybe", "yes")


def test_a_score_runs_from_nothing_to_one() -> None:
    assert 0 <= judge(Article("")).score <= 1
