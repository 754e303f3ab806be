"""Weighs by keywords whether an article is about a national AI effort; must not know the record or a model."""

import re

from initiatives.ingest.steps.understand.mentions import find_mentions
from initiatives.ingest.steps.understand.passages import sentences
from initiatives.ingest.values import Article

# Weights of the rule: a logistic score of counts that are capped, so that a long article does not win by its length.
BIAS, AI, STATE, TIED, PLACED, DEED, BACKED, TITLE_TIE, NO_STATE, BUSINESS, PRIVATE_SITE = -2.2, 0.4, 0.6, 0.8, 0.5, 0.3, 0.5, 1.0, -2.0, -1.3, -3.0
PASSING = -2.0  # AI is neither in the title nor in the first third: the text is about something else
CAP = 4

_AI = re.compile(
    r"\bA\.?I\.?\b|\b[A-Z]\w*AI\b|\bartificial intelligence\b|\bmachine learning\b|\b(?:large |foundation(?:al)? |national )?language models?\b|"
    r"\bfoundation(?:al)? models?\b|"
    r"\b(?:sovereign|national|public) (?:compute|computing)\b|\bAI-|\bGPUs?\b|\bgraphics processors?\b|\bexascale\b|\binteligencia artificial\b|"
    r"\binteligência artificial\b|\bkünstliche\w* Intelligenz\b|"
    r"\bintelligence artificielle\b|\bKI\b|\bIA\b|\bsupercomput\w+|\bcomputing power\b|"
    r"\b(?:peta|exa)[ -]?flops?\b|\b[Hh]igh-performance comput\w+|\bHPC\b|\bEuroHPC\b|\b(?:language|speech) (?:technolog\w+|data|corp(?:us|ora))\b|"
    r"\b(?:text|texts) and speech\b|\bspeech (?:recognition|models?)\b|\b\d+[ -]billion[ -]parameters?\b|\bmachine translation\b|"
    r"人工智能|人工知能|인공지능"
)  # fmt: skip
_STATE = re.compile(
    r"\b(?:governments?|ministr(?:y|ies)|(?:prime |deputy |digital |finance |science |ict |economy |innovation )*minister|cabinet|"
    r"council of ministers|parliament|european commission|european union|the commission|"
    r"presidency|president (?:[A-Z]|of the (?:republic|country))|chancellor|white house|congress|senate|house committee|department of|federal|"
    r"state fund|the state(?:'s|’s)?\b|state-(?:run|owned|backed)|research councils?|national (?:computer|library)|public bod(?:y|ies)|"
    r"sovereign (?:wealth|fund|ai)|"
    r"public (?:funding|money|funds|research|investment|sector)|national (?:\w+ ){0,3}(?:strategy|plan|mission|programme|program|fund|model|hub|"
    r"centre|center|institute|office|initiative|task force|compute|research)|"
    r"public-private|state budget|budget 20\d\d|taxpayers?|gobierno|ministerio|regierung|gouvernement|governo|undersecretary|eurohpc|"
    r"public investment fund|investment authority|country's|"
    r"joint undertaking|digital europe|horizon europe|member states?|recovery plan|agency for|armed forces|(?:state|military|army|publicly)-owned|"
    r"public (?:compan(?:y|ies)|broadcaster|library|computer|system|models?|purchase)|development bank|council of state)\b", re.I
)  # fmt: skip
_DEED = re.compile(
    r"\b(?:strateg\w+|plans?|planned|funds?|funding|invest\w*|launch\w*|budget\w*|programmes?|programs?|initiatives?|missions?|projects?|"
    r"announc\w+|bids?|bets?|hubs?|support\w*|subsid\w+|pledg\w+|"
    r"unveil\w*|build\w*|develop\w*|allocat\w+|approv\w+|memorandum|agree\w*|promis\w+|voted|led|owns?|paid|presents?|presented|opens?|opened|"
    r"names?|hosts?|lined up|suppl\w+|grants?|granted|picked|compete|drive|start\w*|puts?|gives?|spend\w*|buys?|trains?|creat\w+|establish\w*|"
    r"adopt\w*|backs?|provid\w+|sets? aside|commit\w*|destin\w+)\b", re.I
)  # fmt: skip
_BUSINESS = re.compile(
    r"\b(?:net income|quarter(?:ly)?|earnings|series [a-f]\b|funding rounds?|(?:in|a) \w* ?round led by|valuation|shareholders?|gaming|"
    r"analysts (?:expect|forecast|had|polled|raised|lifted|cut|predict|estimate)\w*|"
    r"forecasts on|share price|stock|blog post|plus and pro|"
    r"columnists?|in this column|op-ed|editorial|essay|"
    r"lawsuits?|plaintiffs?|class action|judges?|copyright|revenue of|chatbot|subscribers?|app\b|second rounds|IPO)\b", re.I
)  # fmt: skip
_PRIVATE_SITE = re.compile(
    r"\b(?:planning (?:application|permission)|local (?:council|residents)|residents can|council planners|"
    r"told \w+ council|appl(?:y|ies|ied) for (?:\w+ )?permits?|change of land use|rezon(?:e|ed|ing)|"
    r"neighbours[’']? association|county (?:board|commissioners))\b",
    re.I,
)


def weigh(article: Article) -> float:
    """The logarithm of the odds that the article is about a national, governmental or sovereign AI effort. Never raises on any text."""
    text = f"{article.title}.\n{article.text}"
    pieces = [text[span.start : span.end] for span in sentences(text)]
    with_ai = [piece for piece in pieces if _AI.search(piece)]
    if not with_ai:
        return BIAS
    counts = {
        AI: len(with_ai),
        STATE: sum(names_a_state(piece) for piece in pieces),
        TIED: sum(_is_tied(piece) for piece in with_ai),
        PLACED: sum(_is_placed(piece) for piece in with_ai),
        DEED: sum(_DEED.search(piece) is not None for piece in with_ai),
    }
    weight = BIAS + sum(each * min(CAP, count) for each, count in counts.items()) + (0 if counts[STATE] else NO_STATE)
    if _AI.search(article.title):  # then what a state does elsewhere in the text is about it too
        weight += BACKED * min(CAP, sum(_is_tied(piece) for piece in pieces if piece not in with_ai))
    weight += TITLE_TIE if _AI.search(article.title) and (_is_tied(article.title) or _is_placed(article.title)) else 0
    weight += 0 if _AI.search(article.title) or any(piece in with_ai for piece in pieces[: len(pieces) // 3 + 1]) else PASSING
    weight += BUSINESS * min(3, sum(_BUSINESS.search(piece) is not None for piece in pieces))
    return weight + (PRIVATE_SITE if _PRIVATE_SITE.search(text) else 0)


def names_ai(piece: str) -> bool:
    """Whether a piece of text names artificial intelligence or what it runs on."""
    return _AI.search(piece) is not None


def names_a_deed(piece: str) -> bool:
    """Whether something is done in it: planned, paid, opened."""
    return _DEED.search(piece) is not None


def sounds_of_business(piece: str) -> bool:
    """Whether it has the words of earnings, rounds, opinion or courts."""
    return _BUSINESS.search(piece) is not None


def names_a_state(piece: str) -> bool:
    """Whether it names a state's office, money or institution."""
    return _STATE.search(piece) is not None or any(each.form == "institution" for each in find_mentions(piece))


def _is_tied(piece: str) -> bool:
    """A sentence in which a state does something."""
    return _DEED.search(piece) is not None and names_a_state(piece)


def _is_placed(piece: str) -> bool:
    """A sentence in which something is done by a country, or in one."""
    return _DEED.search(piece) is not None and any(each.form in ("name", "capital") for each in find_mentions(piece))
