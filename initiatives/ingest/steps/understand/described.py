"""Describes an initiative that nobody has named in the words of the trade: what it is, and whose; must not know the record."""

import re
from collections.abc import Sequence

from initiatives.ingest.steps.understand.mentions import find_mentions
from initiatives.ingest.values import Article
from initiatives.names.countries import name_of

LEAD_LENGTH = 700
_QUALITY = (
    r"(?:(?:national|sovereign|public|state|shared|domestic|regional|homegrown|second|first|new|large|largest|open|"
    r"[A-Z][a-z]+(?:ese|ian|ish|an|i)?)\s){0,2}"
)
_MATTER = r"(?:AI|artificial[- ]intelligence|(?:large )?language|foundation(?:al)?(?: AI)?|GPU|(?:super)?computing|compute|supercomputer)"
_THING = (
    r"(?:strateg(?:y|ies)|action plans?|plans?|programmes?|programs?|policy|policies|funds?|hubs?|institutes?|centres?|centers?|"
    r"supercomputers?|models?|(?:giga)?factor(?:y|ies)|campus|road ?maps?|missions?|agency|clouds?|clusters?|infrastructure|packages?|"
    r"networks?|platforms?|budget|alliance|research|skills|training|facilit(?:y|ies)|data cent(?:re|er)s?|machines?)"
)
_BETWEEN = r"(?:(?!and\b|or\b|to\b|in\b|of\b|the\b)[a-z-]+\s){0,2}?"
_PHRASE = re.compile(rf"(?<![\w-])(?P<quality>{_QUALITY})(?P<rest>{_MATTER}\s{_BETWEEN}{_THING}(?:\s{_THING})?)(?![\w-])")
_MACHINE = re.compile(r"(?<![\w-])(?P<quality>)(?P<rest>(?:exascale |national |public )?supercomputers?|AI (?:giga)?factor(?:y|ies))(?![\w-])")
_AI = re.compile(r"\bAI\b|\bartificial intelligence\b")
_PLAIN = re.compile(r"^(?:new|first|second|large|largest|[A-Z].*)$")


def described(article: Article, owners: Sequence[str] = ()) -> str | None:
    """For example "AI computing centres (Chile)"; None where neither title nor lead speaks of such a thing. Never raises on any text.

    `owners` are the codes of the countries whose initiative it is; without them the first that is named stands for them.
    """
    texts = (article.title, article.text[:LEAD_LENGTH])
    found = next((match for pattern in (_PHRASE, _MACHINE) for text in texts if (match := pattern.search(text))), None)
    if found is None:
        return None
    quality = [word for word in found["quality"].split() if not _PLAIN.match(word)]
    words = " ".join([*quality, found["rest"]])
    country = name_of(owners[0]) if len(owners) == 1 else _country(article) if not owners else None
    return words[:1].upper() + words[1:] + (f" ({country})" if country else "")


def funding(article: Article, owners: Sequence[str]) -> str | None:
    """ "AI funding (Norway)" for a text that says no more than that; None where it names no AI or has not one owner."""
    return f"AI funding ({name_of(owners[0])})" if len(owners) == 1 and _AI.search(article.text[:LEAD_LENGTH]) else None


def _country(article: Article) -> str | None:
    """The country that the title, or else the lead, names first."""
    for text in (article.title, article.text[:LEAD_LENGTH]):
        named = next(iter(find_mentions(text)), None)
        if named is not None:
            return name_of(named.code)
    return None
