"""Names the initiative of an article and says of which kind it is; must not know the record."""

import re
from collections.abc import Sequence

from initiatives.ingest.steps.understand import titles
from initiatives.ingest.values import Article, InitiativeClaim

TITLE_WEIGHT, LEAD_WEIGHT, CORE_WEIGHT, LEAD_LENGTH = 4, 2, 6, 500  # a lead is the first 500 code points
_WORDS = {
    "foundation-model": r"foundation(?:al)? (?:ai )?models?|language models?|\bLLMs?\b|basic ai model|sovereign (?:ai )?models?|"
    r"national (?:ai )?model|largest (?:\w+ )?ai model|\bai models?\b|large model|\bGPT\b",
    "compute": r"data cent(?:er|re)s?|supercomput\w+|\bcomput(?:e|ing)\b(?! science)|computing (?:power|cluster|capacity)|gigafactor\w+|"
    r"ai factor(?:y|ies)|\bGPUs?\b|exascale|processors|ai infrastructure|ai campus",
    "strategy": r"strateg(?:y|ies)|action plan|road ?map|national (?:ai )?plan|five-year plan|master plan|\bmission\b|policy framework|"
    r"budget 20\d\d|ai plan|plan for ai|\bagenda\b",
    "fund": r"(?:state|national|growth|sovereign|investment|venture|industry) (?:\w+ )?fund\b|\bfund of\b|fund for|"
    r"(?<!Public Investment )(?<!Investment )(?<!wealth )(?<!sovereign )(?<!development )\bfund\b(?!s)",
    "research-hub": r"research (?:hub|cent(?:er|re)|institute|and development (?:plan|hub))|cent(?:er|re) of excellence|scaling hub|"
    r"(?<!development )(?<!scaling )\bhub\b|laborator(?:y|ies)|public research|research plan|platform for science|for science",
    "talent": r"\bskills\b|scholarships?|talent (?:programme|program|plan)|train(?:ing)? (?:of )?(?:\d[\d,]* )?(?:teachers|students|workers|"
    r"specialists)|ai literacy|curriculum",
    "adoption": r"adoption|small (?:firms|businesses)|use of ai in|public services|deploy\w* ai|ai vouchers?|uptake",
    "data": r"data (?:space|library|commons|trust)|open data|datasets?|data sharing|national data",
    "safety": r"safety institute|ai safety|security institute|ai act|alignment|red[- ]team\w*",
    "chips": r"semiconductors?|chip (?:plant|industry|factory|fab)|\bfabs?\b|wafers?|chips act",
    "energy": r"power (?:plants?|generation|grid)|nuclear (?:plant|reactor)|gigawatts? of|renewable energy for",
}
_CORE = re.compile(
    r"\b(?:core|heart|centrepiece|centerpiece|backbone) of (?:the|this|its) (?:project|plan|initiative|programme|program|effort|"
    r"strategy)\b[^.\n]{0,200}",
    re.I,
)
_KINDS = {kind: re.compile(words, re.I) for kind, words in _WORDS.items()}


def find_initiative(article: Article, owners: Sequence[str] = ()) -> InitiativeClaim:
    """The name that the article introduces, else a proper name in it, else a short one of its headline; and its kind. Never raises on any text.

    `owners` are the codes of the countries that own it, as far as they are known.
    """
    kind = _kind(article)
    named = titles.introduced(article.text) or titles.proper(article.text)
    return InitiativeClaim(named.text, kind, named) if named else InitiativeClaim(titles.short(article, owners), kind)


def _kind(article: Article) -> str:
    weighed = (
        (TITLE_WEIGHT, article.title),
        (LEAD_WEIGHT, article.text[:LEAD_LENGTH]),
        (CORE_WEIGHT, " ".join(_CORE.findall(article.text))),
        (1, article.text),
    )
    weights = {kind: sum(weight * len(words.findall(piece)) for weight, piece in weighed) for kind, words in _KINDS.items()}
    return max(weights, key=lambda kind: weights[kind]) if any(weights.values()) else "strategy"
