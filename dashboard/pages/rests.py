"""What a chart without money rests on, as its page says it; knows no drawing and no rows of the chart."""

from dataclasses import dataclass
from typing import Final

from dashboard.exports.tables import RESTS_ON
from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.words import Part, Sentence
from dashboard.queries.citations import Citations, citations
from dashboard.queries.publications import Publication
from initiatives import formats

PUBLISHERS_NAMED: Final = 6
# What the rows of a kind are called, one and several.
CALLED: Final = {
    "participants": ("participation", "participations"),
    "comments": ("comment", "comments"),
    "quantities": ("stated quantity", "stated quantities"),
    "initiatives": ("reference", "references"),
}
LISTS: Final = {"participants": "organizations", "comments": "commentary", "quantities": "initiatives", "initiatives": "initiatives"}


@dataclass(frozen=True, slots=True)
class Rests:
    """The facts beside the chart (a figure and its words), who published what it rests on, and the articles that most rests on."""

    facts: tuple[tuple[str, Sentence], ...]
    publishers: str
    articles: tuple[Publication, ...]


def rests(slug: str, filters: Filters) -> Rests:
    """The rows, articles and publishers behind one chart; three statements at most."""
    found = citations(filters, RESTS_ON[slug])
    one, several = CALLED[found.of]
    facts = (
        (formats.count(found.rows), (Part(one if found.rows == 1 else several, links.to(LISTS[found.of], filters, keep="all", view=None, by=None)),)),
        (formats.count(found.articles), (Part("article that they rest on" if found.articles == 1 else "articles that they rest on", "#cite"),)),
        (formats.count(len(found.publishers)), (Part("publisher" if len(found.publishers) == 1 else "publishers"),)),
    )
    return Rests(facts, publishers(found), found.named)


def publishers(found: Citations) -> str:
    """`1,031 participations from 412 addresses of 187 publishers: Reuters 41, GOV.UK 33 and 185 others`."""
    one, several = CALLED[found.of]
    if not found.rows:
        return f"No {one} with a source is in this selection"
    named = [f"{name} {formats.count(number)}" for name, number in found.publishers[:PUBLISHERS_NAMED]]
    others = len(found.publishers) - len(named)
    listed = formats.listed([*named, *([formats.counted(others, "other")] if others else [])])
    addresses = formats.counted(found.articles, "address", "addresses")
    return f"{formats.counted(found.rows, one, several)} from {addresses} of {formats.counted(len(found.publishers), 'publisher')}: {listed}"
