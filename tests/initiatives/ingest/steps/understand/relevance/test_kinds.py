"""Kinds of efforts and of look-alikes that few keywords give away: the classifier that comes with the product tells them apart."""

import pytest
from django.conf import settings

from initiatives.ingest import embedding_model
from initiatives.ingest.run import classifiers
from initiatives.ingest.steps.understand.relevance import judge
from initiatives.ingest.values import Article


def verdict(title: str, text: str) -> str:
    model = embedding_model.load(settings.EMBEDDING_MODEL)
    article = Article(text, title)
    return judge(article, model.embed(article), classifiers.own(model.name)).verdict


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Andean republic orders its first big computer",
            "The public machine will reach 75 petaflops and stand at the technical university. The secretariat for innovation pays for it "
            "over two years. Laboratories that train models for clinics and tax offices come first.",
        ),
        (
            "Old spinning mill becomes AI factory",
            "Half of the machine comes from the EuroHPC Joint Undertaking, the rest from the research ministry. Small firms may train "
            "their models there from May.",
        ),
        (
            "Sagas and shipping news for the machine",
            "The language institute and the national broadcaster hand over 20,000 hours of recordings so that models learn the tongue. "
            "The culture ministry pays for rights and cleaning.",
        ),
        (
            "Tutors for all schools, price to follow",
            "The education ministry signed an agreement with a maker of AI assistants. All pupils get access in autumn; no sum was named.",
        ),
        (
            "Export licence clears processors for the republic's hall",
            "The licence for 4,000 AI processors has been granted. A developer builds the hall in the highlands, and a quarter of it is "
            "reserved for the government.",
        ),
        (
            "State holding buys into maker of language models",
            "The holding takes 15 per cent of the start-up for 30 million euros. The council of ministers agreed on Tuesday.",
        ),
    ],
)
def test_an_effort_of_a_state_without_the_usual_words_is_a_hit(title: str, text: str) -> None:
    assert verdict(title, text) == "yes"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Planners to rule on campus for AI beside the canal",
            "A developer from Phoenix wants to build 180 megawatts for a cloud firm and names 1.5 billion dollars of its own. The town "
            "has to decide on the permit in June. Residents fear the noise.",
        ),
        (
            "Province lowers property tax, hall operator stays",
            "The private operator of data centres for AI had threatened to leave. It will pay a third less tax for ten years and "
            "expands with the money of its shareholders.",
        ),
        (
            "Insurer installs supercomputer of its own",
            "The insurer reckons storms on a new supercomputer in its cellar. It cost 20 million out of its own pocket.",
        ),
        (
            "Hydrogen undertaking picks ports",
            "The joint undertaking gives six ports 90 million euros for electrolysers. Member states add as much.",
        ),
        (
            "State holding buys into ferry line",
            "The holding takes 15 per cent of the ferry line for 30 million euros. The council of ministers agreed on Tuesday.",
        ),
        (
            "National archive dries its flooded cellar",
            "The culture ministry pays 5 million for driers and new shelves. The oldest charters were upstairs.",
        ),
        (
            "Model maker rolls out voice for its assistant",
            "The company's assistant now speaks with six voices. Subscribers pay nothing more; the update comes on Monday.",
        ),
    ],
)
def test_what_only_looks_like_one_is_no_hit(title: str, text: str) -> None:
    assert verdict(title, text) != "yes"
