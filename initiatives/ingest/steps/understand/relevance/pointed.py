"""Tells a text that comes to the point at once: a state, or its country, does something for AI in the title or the first sentences."""

import re
from collections.abc import Sequence

from initiatives.ingest.steps.understand.mentions import find_mentions
from initiatives.ingest.steps.understand.passages import sentences
from initiatives.ingest.steps.understand.relevance.keywords import names_a_deed, names_a_state, names_ai, sounds_of_business
from initiatives.ingest.values import Article

FIRST_SENTENCES = 2
SHORT_SENTENCES = 4  # a text of no more has too few words for counting
_OFFICE = r"(?:[’']s (?:[\w-]+ ){0,2}(?:government|budget|cabinet|parliament|ministry|minister|president|state|treasury|senate|council))?"
_ACTS = re.compile(
    rf"^{_OFFICE},? (?:also |now |today )?(?:will|would|is to|are to|has|have|had|plans?|aims?|wants?|intends?|expects?|agree[sd]?|"
    r"pledge[sd]?|promise[sd]?|"
    r"commit(?:s|ted)?|spends?|spent|invest(?:s|ed)?|allocate[sd]?|earmark(?:s|ed)?|launch(?:es|ed)?|fund(?:s|ed)?|back(?:s|ed)?|puts?|sets? aside|"
    r"unveil(?:s|ed)?|announce[sd]?|approve[sd]?|opens?|buys?|builds?|adopt(?:s|ed)?|raise[sd]?|bets?|to)\b"
)
_SUM = re.compile(
    r"\d[\d.,]*\s?(?:bn|mn|m|tn|crore|lakh|hundred|thousand|millions?|billions?|trillions?|[kmbt])\b|[£$€¥₹₩]\s?\d|\b[A-Z]{3}\s?\d", re.I
)
_PUBLIC_BODY = re.compile(r"\b(?:council|commission|agency|authority|treasury|state budget|budget)\b", re.I)


def is_pointed(article: Article) -> bool:
    """Whether the title or one of the first sentences says that a state does something for AI, with a sum or a deed. Never raises on any text."""
    return any(_says_it(piece) for piece in _first(article))


def is_short(article: Article) -> bool:
    """Whether the text has too few sentences for a judgement by counting."""
    return len(sentences(article.text)) <= SHORT_SENTENCES


def _first(article: Article) -> Sequence[str]:
    pieces = [article.text[cut.start : cut.end] for cut in sentences(article.text)[:FIRST_SENTENCES]]
    return [article.title, *pieces, f"{article.title}. {pieces[0]}"] if pieces else [article.title]


def _says_it(piece: str) -> bool:
    if not names_ai(piece) or sounds_of_business(piece):
        return False
    acts = _a_country_acts(piece)
    public = acts or names_a_state(piece) or _PUBLIC_BODY.search(piece) is not None
    return public and (_SUM.search(piece) is not None or (acts and names_a_deed(piece)))


def _a_country_acts(piece: str) -> bool:
    return any(_ACTS.match(piece[each.end : each.end + 80]) for each in find_mentions(piece) if each.form in ("name", "capital", "institution"))
