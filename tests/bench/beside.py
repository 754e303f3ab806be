"""Requests a second beside Datasette, the two taking turns in one run; knows how neither works."""

import statistics
from collections.abc import Iterator

from tests.bench import clients, servers
from tests.bench.addresses import AGGREGATE, Question, questions
from tests.bench.findings import Finding, at_least
from tests.bench.places import Place

TURNS = 3
TOLERANCE = 1e-6


class DifferentAnswers(Exception):
    """The two sides do not add up to the same, so a comparison says nothing."""


def measure(place: Place, seconds: float) -> Iterator[Finding]:
    """Every question to both, in turns."""
    with servers.product(place) as ours, servers.datasette(place) as theirs:
        same_answer(ours.address, theirs.address)
        for question in questions():
            yield compared(place, question, ours.address, theirs.address, seconds)


def compared(place: Place, question: Question, ours: str, theirs: str, seconds: float) -> Finding:
    """The middle of some turns. What the site keeps is forgotten first, as after a publication, and before every turn where nothing may be kept."""
    rates: dict[str, list[float]] = {"ours": [], "theirs": []}
    for turn in range(TURNS):
        if turn == 0 or question.once_each:
            place.forget()
        if turn == 0 and not question.once_each:
            clients.latencies(theirs, question.theirs)
            clients.latencies(ours, question.ours)
        for side, address, paths in (("theirs", theirs, question.theirs), ("ours", ours, question.ours)):
            rates[side].append(clients.throughput(address, paths, seconds, start=turn * len(paths) // TURNS))
    middle = {side: statistics.median(some) for side, some in rates.items()}
    return at_least(place.size, question.what, question.times, middle["ours"], middle["theirs"], "requests/s")


def same_answer(ours: str, theirs: str) -> None:
    """Both sides count the same dollars for every country. Raises DifferentAnswers."""
    path = AGGREGATE.format(name="funding-by-country", query="origin=public")
    their_sums = {row["country"]: row["usd"] for row in clients.fetched_json(theirs, path)}
    our_sums = {row["country"]: row["public"] for row in clients.fetched_json(ours, "/charts/funding-by-country.json?origin=public")["rows"]}
    for country, dollars in their_sums.items():
        if abs(float(our_sums[country]) - dollars) > TOLERANCE * max(1.0, dollars):
            raise DifferentAnswers(f"{country}: {our_sums[country]} here, {dollars} from Datasette")
