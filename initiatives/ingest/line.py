"""The pure steps of the line composed; must not know Django, the network, a clock or which language model is used.

Article ─┬─ relevance ── yes | maybe | no ───────────────────────────────┐
         ├─ places ───── owners, mentioned ──┐                           │
         ├─ kind ─────── name and kind       │                           │
         ├─ money ◂───── owners ─────────────┤  (title and text)         ├─▸ Understanding
         ├─ language ─── reading ─┐          │                           │
         │     organizations ◂────┴──────────┤                           │
         │     quotes, points, attribution ◂─┘                           │
         └─ warnings ◂── money, quotes, rates ───────────────────────────┘

Understanding + Record ─▸ initiative ─▸ organizations ─▸ relations ─▸ DraftValue
"""

from dataclasses import replace

from initiatives.ingest.steps.draft import compose, unmatched
from initiatives.ingest.steps.extract.languages import ENGLISH, written_in
from initiatives.ingest.steps.understand import kind, places, quantities, relevance, warnings
from initiatives.ingest.steps.understand.attribution import find_attribution
from initiatives.ingest.steps.understand.funding import with_funders
from initiatives.ingest.steps.understand.money import find_money, find_title_money
from initiatives.ingest.steps.understand.organizations import find_organizations
from initiatives.ingest.steps.understand.organizations.bylines import without_the_publisher
from initiatives.ingest.steps.understand.passages import LONGEST_READ_CHARACTERS
from initiatives.ingest.steps.understand.people import find_people
from initiatives.ingest.steps.understand.points import find_points
from initiatives.ingest.steps.understand.quotes import find_quotes
from initiatives.ingest.values import (
    Article,
    Context,
    CountryClaim,
    DraftValue,
    Language,
    OrganizationClaim,
    Record,
    Understanding,
    Warning,  # noqa: A004
)
from initiatives.ledger.rates import Rates

FOREIGN = "only its sums were read. Read it yourself, or hand in a translation."
NO_MODEL = Warning(
    "no-language-model", "No language model is installed: organizations and speakers were found by rules alone, and more may be missing."
)
KEYWORDS_ONLY = Warning(
    "keywords-only", "Keywords alone judged what the article is about, without an embedding model, and they are wrong more often."
)


def understand(
    article: Article, context: Context, language: Language, rates: Rates | None, judged: relevance.Relevance | None = None
) -> Understanding:
    """Everything read from one article; offsets count code points of its text. Never raises on any text.

    `judged` is the judgement of its relevance where that was made before; without it the keywords judge.
    """
    weaker = _weaker(language, judged)
    judged = judged or relevance.judge(article)
    if article.language != ENGLISH:
        return _in_another_language(article, judged, rates)
    relevant = judged.verdict != "no"
    countries = places.find_countries(article, context.country_hints)
    owners = tuple(country.code for country in countries if country.role == "owner")
    reading = language.read(article.text)
    people = find_people(article.text[:LONGEST_READ_CHARACTERS], reading, context)
    organizations = without_the_publisher(article, context, find_organizations(article.text, reading, context, owners, people))
    money = with_funders(find_money(article, owners, relevant), organizations, article.text)
    quotes = find_quotes(article.text, reading, context, organizations, owners, people)
    doubts = warnings.find_warnings(article, money, quotes, rates)
    return Understanding(
        verdict=judged.verdict,
        relevance=judged.score,
        countries=countries if relevant else _only_mentioned(countries),
        initiative=kind.find_initiative(article, owners) if relevant else None,
        money=money,
        title_money=find_title_money(article, owners, money),
        organizations=organizations if relevant else _only_named(organizations),
        quotes=quotes,
        points=find_points(article.text, reading, context) if relevant else (),
        quantities=quantities.find_quantities(article.text),
        attributions=find_attribution(article.text, reading, context, people),
        warnings=(*_of_the_article(article), *doubts, *weaker),
    )


def draft(article: Article, context: Context, record: Record, language: Language, rates: Rates | None) -> DraftValue:
    """All that an article adds to the record, as proposals with reasons."""
    return compose(article, understand(article, context, language, rates), record, rates)


def draft_of(
    article: Article,
    understanding: Understanding,
    record: Record,
    rates: Rates | None,
    chosen: str | None = None,
    told_beside: frozenset[str] = frozenset(),
) -> DraftValue:
    """The draft of an article that was understood already, for callers who gather the record of the owners that were found. `chosen` is the
    initiative that an editor wants its sums looked up in, `told_beside` the entries that other reports of its story brought."""
    return compose(article, understanding, record, rates, chosen, told_beside)


def unmatched_draft_of(article: Article, understanding: Understanding) -> DraftValue:
    """The draft of an article at which matching stopped: no proposals, and a warning."""
    return unmatched(article, understanding)


def _weaker(language: Language, judged: relevance.Relevance | None) -> tuple[Warning, ...]:
    """What is read less well for want of a model."""
    by_keywords = judged is not None and judged.version == relevance.KEYWORDS
    return ((NO_MODEL,) if language.name == "none" else ()) + ((KEYWORDS_ONLY,) if by_keywords else ())


def _in_another_language(article: Article, judged: relevance.Relevance, rates: Rates | None) -> Understanding:
    """The sums alone, whose grammar knows many languages; rules for English would read nonsense in everything else."""
    money = find_money(article, (), judged.verdict != "no")
    return Understanding(
        verdict=judged.verdict,
        relevance=judged.score,
        money=money,
        title_money=find_title_money(article, (), money),
        warnings=(*_of_the_article(article), *warnings.find_warnings(article, money, (), rates)),
    )


def _of_the_article(article: Article) -> tuple[Warning, ...]:
    """What concerns the article as a whole: its language, and what was doubtful when it was taken from its page."""
    foreign = () if article.language == ENGLISH else (Warning("language", f"{written_in(article.language)}: {FOREIGN}"),)
    return (*foreign, *(Warning(doubt.code, doubt.message) for doubt in article.doubts))


def _only_named(organizations: tuple[OrganizationClaim, ...]) -> tuple[OrganizationClaim, ...]:
    return tuple(replace(claim, role="mentioned") for claim in organizations)


def _only_mentioned(countries: tuple[CountryClaim, ...]) -> tuple[CountryClaim, ...]:
    return tuple(CountryClaim(country.code, "mentioned", country.evidence) for country in countries)
