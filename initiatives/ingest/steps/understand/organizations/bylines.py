"""The line that says who wrote an article and where, in which nobody acts; and the publisher, who tells and takes no part."""

import re
from dataclasses import replace

from initiatives.ingest.values import Article, Context, OrganizationClaim
from initiatives.text import fold

LONGEST_LINE_CHARACTERS = 120
BY = re.compile(
    r"\s*(?:by|von|par|por|di|door|av|af|od|text|texte|author|autor(?:in)?|(?:written|reporting|reported|story) by)\b:?\s+(?=\S)", re.IGNORECASE
)
JOINING = (
    "and und et y e i in for für pour of de du des la le von van der den da do dos and/or with staff reporter reporters writer writers correspondent "
    "correspondents editor editors our special contributor senior chief agencies agency desk bureau news team the a an at on am à • | – — - / &"
)
NAMES_ONLY = re.compile(rf"(?:(?:{'|'.join(re.escape(word) for word in JOINING.split())})|[^\W\d_a-z]\S*|[0-9][\w.,:/-]*)")
THE = re.compile(r"^(?:the|die|der|das|le|la|el|il) ")
OFFICIAL = "official"
TAKES_PART_ITSELF = ("government", "state-company")
MEDIA, MENTIONED = "media", "mentioned"


def is_in_byline(text: str, start: int, end: int) -> bool:
    """Whether a stretch of the text stands in a line that says who wrote the article: `By Staff Writer, Seoul Post`."""
    line = _line(text, start, end)
    begun = BY.match(line)
    return begun is not None and _is_names_only(line[begun.end() :])


def without_the_publisher(article: Article, context: Context, claims: tuple[OrganizationClaim, ...]) -> tuple[OrganizationClaim, ...]:
    """The claims with the article's publisher as one who is only mentioned, and without those named in the line that ends with it. An office or a
    house of the record that publishes its own news takes part like any other."""
    publisher = _plain(article.publisher or "")
    if not publisher:
        return claims
    stay = [claim for claim in claims if not _is_signed(article.text, claim, publisher)]
    if article.article_class == OFFICIAL:
        return tuple(stay)
    houses = {_plain(name) for known in context.organizations if known.kind != MEDIA for name in (known.name, *known.aliases)}
    return tuple(_as_publisher(claim) if _is_only_publisher(claim, publisher, houses) else claim for claim in stay)


def _as_publisher(claim: OrganizationClaim) -> OrganizationClaim:
    return replace(claim, kind=MEDIA, role=MENTIONED)


def _is_only_publisher(claim: OrganizationClaim, publisher: str, houses: set[str]) -> bool:
    return _plain(claim.name or "") == publisher and publisher not in houses and claim.kind not in TAKES_PART_ITSELF


def _is_signed(text: str, claim: OrganizationClaim, publisher: str) -> bool:
    """`Jane Doe, Seoul Post`: a line of names that ends with the publisher's."""
    line = _line(text, claim.evidence.start, claim.evidence.end).strip(" .|)")
    return _plain(line).endswith(publisher) and _plain(line) != publisher and _is_names_only(line)


def _line(text: str, start: int, end: int) -> str:
    """The line around a stretch; empty where it is longer than such lines are."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    return text[first:last] if last - first <= LONGEST_LINE_CHARACTERS else ""


def _is_names_only(line: str) -> bool:
    """Whether every word is a name, a number or joins names: no sentence, which would have a verb."""
    words = line.replace(",", " ").split()
    return bool(words) and not line.rstrip().endswith((".", "!", "?")) and all(NAMES_ONLY.fullmatch(word.strip('()[]“”"')) for word in words)


def _plain(name: str) -> str:
    return THE.sub("", " ".join(fold(name).split()))
