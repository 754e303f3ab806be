"""Through whom a sum passes, and who receives it."""

import pytest

from initiatives.ingest.language_model import NoLanguage
from initiatives.ingest.line import understand
from initiatives.ingest.steps.understand.passing import ways_of
from initiatives.ingest.values import Article, Context, MoneyClaim
from tests.initiatives.ingest.known import known_organizations

CONTEXT = Context(organizations=known_organizations())


def read(text: str) -> MoneyClaim:
    return understand(Article(text, published="2026-06-30"), CONTEXT, NoLanguage(), None).money[0]


@pytest.mark.parametrize(
    ("text", "channel", "recipients"),
    [
        (
            "Japan's Ministry of Economy, Trade and Industry pays 387.3 billion yen through NEDO to Noetra and AIST for a national AI model.",
            "NEDO",
            ("Noetra", "AIST"),
        ),
        ("Noetra and AIST will receive 387.3 billion yen from METI for Japan's national AI model.", None, ("Noetra", "AIST")),
        ("METI will give Noetra 387.3 billion yen for a Japanese AI model. The money passes through NEDO.", "NEDO", ("Noetra",)),
        ("India will spend Rs 500 crore on AI compute via C-DAC.", "C-DAC", ()),
        ("Germany's ministry of research grants Fraunhofer and DFKI €40 million for AI.", None, ("Fraunhofer", "DFKI")),
        (
            "The Norwegian government will spend 1 billion kroner on AI research through the Research Council of Norway, with grants to NTNU, SINTEF "
            "and the University of Oslo.",
            "Research Council of Norway",
            ("NTNU", "SINTEF", "University of Oslo"),
        ),
        ("The government of Canada pays CAD 40 million to Mila for AI, administered by CIFAR.", "CIFAR", ("Mila",)),
    ],
)
def test_the_channel_and_the_grantees_are_read(text: str, channel: str | None, recipients: tuple[str, ...]) -> None:
    claim = read(text)
    assert (claim.channel, claim.recipients) == (channel, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "According to Gartner, the German government will spend €40 million on AI.",
        "The German government will spend €40 million on AI, according to KfW.",
        "Nvidia and Deutsche Telekom will build an AI cloud for €1 billion, the German government said.",
        "Japan's METI will spend 10 billion yen on AI through 2030.",
        "Germany will pay €40 million to build an AI factory with SAP.",
    ],
)
def test_who_tells_builds_or_takes_part_receives_nothing(text: str) -> None:
    claim = read(text)
    assert (claim.channel, claim.recipients) == (None, ())


def test_who_passes_money_on_or_receives_it_does_not_pay_it() -> None:
    claim = read("METI awarded 10 billion yen to Sakura Internet, SoftBank and KDDI for AI chips, paid out by NEDO.")
    assert [funder.organization for funder in claim.funders] == ["METI"]
    assert claim.recipients == ("Sakura Internet", "SoftBank", "KDDI")


def test_what_is_said_where_the_money_is_told_again_belongs_to_its_first_telling() -> None:
    text = "Japan will spend 387.3 billion yen on a national AI model. METI pays the 387.3 billion yen through NEDO to Noetra."
    first = read(text)
    assert (first.evidence.start, first.channel, first.recipients) == (text.index("387.3"), "NEDO", ("Noetra",))


def test_each_name_is_where_it_stands() -> None:
    text = "METI pays 387.3 billion yen through NEDO to Noetra for Japan's national AI model."
    understood = understand(Article(text, published="2026-06-30"), CONTEXT, NoLanguage(), None)
    ways = ways_of(understood.money[0], understood.organizations, text)
    assert ways.channel is not None
    assert [text[each.start : each.end] for each in (ways.channel, *ways.recipients)] == ["NEDO", "Noetra"]
