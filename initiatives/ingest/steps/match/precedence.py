"""Puts entries that fit a sum alike in order: first what totals count, of a payer who is named, the newest; must not weigh them."""

from initiatives.dates import first_day
from initiatives.ingest.steps.match.agreements import names_a_funder
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.values import Candidate
from initiatives.ledger.values import DEFAULT_BASIS, reaches

Place = tuple[float, bool, bool, bool, int, str]


def place_of(candidate: Candidate, search: Search) -> Place:
    """Where a candidate stands among all, the likeliest first. A part of a pledge beside an announcement of the same envelope would count twice."""
    entry = search.known.entries[candidate.key]
    return (
        -candidate.score,
        candidate.relation != "cancels",
        not reaches(entry.stage, DEFAULT_BASIS),
        not names_a_funder(entry, search),
        -first_day(entry.announced_on).toordinal(),
        candidate.key,
    )
