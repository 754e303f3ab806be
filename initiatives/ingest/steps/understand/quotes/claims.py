"""Puts quotations together: marks, speakers, reported speech, interviews; must not know how each is found."""

from initiatives.ingest.steps.understand.passages import evidence, sentences
from initiatives.ingest.steps.understand.people import find_people
from initiatives.ingest.steps.understand.quotes.direct import Attributed, attribute
from initiatives.ingest.steps.understand.quotes.marks import find_quoted
from initiatives.ingest.steps.understand.quotes.speakers import Cast
from initiatives.ingest.values import Context, OrganizationClaim, QuoteClaim, Reading

PRODUCER = "quotes"
VERSION = "1"


def find_quotes(
    text: str, reading: Reading, context: Context, organizations: tuple[OrganizationClaim, ...] = (), owners: tuple[str, ...] = ()
) -> tuple[QuoteClaim, ...]:
    """Quotations in reading order, direct and reported, with what the text says of their speakers. Never raises on any text."""
    passages = find_quoted(text)
    cast = Cast(text, find_people(text, reading, context), organizations, [passage.outer for passage in passages], sentences(text))
    direct = attribute(cast, passages, reading)
    return tuple(_claim(text, one) for one in direct)


def _claim(text: str, one: Attributed) -> QuoteClaim:
    speaker = one.speaker
    return QuoteClaim(evidence(text, one.quoted.words, PRODUCER, VERSION, 0.9), speaker.name, speaker.title, speaker.affiliation, speaker.place)
