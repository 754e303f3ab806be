"""Puts quotations together: marks, speakers, reported speech, interviews; must not know how each is found."""

import re

from initiatives.ingest.steps.understand.aspects import aspects_in
from initiatives.ingest.steps.understand.passages import LONGEST_READ_CHARACTERS, containing, evidence, sentences
from initiatives.ingest.steps.understand.people import Person, find_people
from initiatives.ingest.steps.understand.quotes.actors import actor_of, country_of, house_of
from initiatives.ingest.steps.understand.quotes.direct import attribute
from initiatives.ingest.steps.understand.quotes.interviews import find_answers
from initiatives.ingest.steps.understand.quotes.marks import find_quoted
from initiatives.ingest.steps.understand.quotes.reported import find_reported
from initiatives.ingest.steps.understand.quotes.speakers import Cast, Speaker
from initiatives.ingest.steps.understand.stance import judge
from initiatives.ingest.values import Context, OrganizationClaim, QuoteClaim, Reading, Span

PRODUCER = "quotes"
VERSION = "1"
REACH_CHARACTERS = 240  # back through the paragraph: "X is not convinced. “…,” he said. “…”"
AFTER_QUOTATION = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)[.!?](?:\s|$)|[\n“\"«„]")
UNQUOTED = re.compile(r"[“„«\"][^”“»\"\n]*[”“»\"]?")
CONFIDENCE = {True: 0.9, False: 0.6}


def find_quotes(
    text: str,
    reading: Reading,
    context: Context,
    organizations: tuple[OrganizationClaim, ...] = (),
    owners: tuple[str, ...] = (),
    people: tuple[Person, ...] | None = None,
) -> tuple[QuoteClaim, ...]:
    """Quotations in reading order, direct and reported, with what the text says of their speakers. Never raises on any text.

    `organizations` are those found in the same text, `owners` the codes of the countries that own the initiative, `people` those of the text,
    where they were found already.
    """
    text = text[:LONGEST_READ_CHARACTERS]
    passages = find_quoted(text)
    people = find_people(text, reading, context) if people is None else people
    cast = Cast(text, _without_houses(people, organizations), organizations, [passage.outer for passage in passages], sentences(text))
    direct = attribute(cast, passages, reading)
    answers = find_answers(cast)
    spoken = [(one.quoted.words, one.speaker, True) for one in direct]
    spoken += [(span, speaker, True) for span, speaker in answers if not any(_overlap(span, words) for words, _, _ in spoken)]
    spoken += [(span, speaker, False) for span, speaker in find_reported(cast, direct, reading)]
    claims = [_claim(cast, span, speaker, is_direct, organizations, owners) for span, speaker, is_direct in spoken]
    return tuple(sorted(claims, key=lambda claim: claim.evidence.start))


def _without_houses(people: tuple[Person, ...], organizations: tuple[OrganizationClaim, ...]) -> tuple[Person, ...]:
    """Everybody named, without what only looks like a person and was read as an organization."""
    houses = [Span(claim.evidence.start, claim.evidence.end) for claim in organizations]
    return tuple(person for person in people if person.sure or not any(_overlap(Span(person.start, person.end), house) for house in houses))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _claim(
    cast: Cast, span: Span, speaker: Speaker, direct: bool, organizations: tuple[OrganizationClaim, ...], owners: tuple[str, ...]
) -> QuoteClaim:
    text = cast.text
    house = house_of(text, speaker, organizations)
    actor = actor_of(speaker, house)
    country = country_of(speaker, house, actor, owners)
    around = _around(cast, span)
    takes_part = _takes_part(speaker, house, actor, country, owners, around)
    judged = judge(text[span.start : span.end], speaker.title, takes_part, around, actor, speaker.affiliation)
    return QuoteClaim(
        evidence(text, span, PRODUCER, VERSION, CONFIDENCE[direct]),
        speaker=speaker.name,
        title=speaker.title,
        affiliation=speaker.affiliation,
        place=speaker.place,
        country=country,
        actor=actor,
        direct=direct,
        stance=judged.stance,
        stance_reason=judged.reason,
        aspects=aspects_in(text[span.start : span.end]),
    )


def _around(cast: Cast, span: Span) -> str:
    """The text's own words in the sentences that the quotation stands in, and in the one that leads up to it in the same paragraph."""
    text = cast.text
    first = containing(cast.sentences, max(span.start - 2, 0))
    start = max(min(first.start, span.start - REACH_CHARACTERS), text.rfind("\n", 0, span.start) + 1)
    stop = AFTER_QUOTATION.search(text, span.end)
    end = stop.start() if stop else len(text)
    return UNQUOTED.sub(" ", f"{text[start : span.start]} {text[span.end : min(end, span.end + REACH_CHARACTERS)]}")


OUTSIDERS = re.compile(
    r"^(?:(?:an?|the|its) )?(?:former|formerly|ex-)|\b(?:opposition|shadow|ranking member|minority leader|critics?|legislators?|lawmakers?|"
    r"senators?|mps?|meps?|"
    r"deput(?:y|ies) (?!(?:\w+ ){0,2}(?:minister|"
    r"director|secretary|"
    r"head|governor|chief|prime))|congress\w+|representatives?|councillors?|parliamentarians?|activists?|campaigners?|analysts?|economists?|"
    r"columnists?|commentators?|reviewers?|residents?|unionists?)\b",
    re.IGNORECASE,
)
RULING = re.compile(r"\b(?:ruling|governing|coalition)\b", re.IGNORECASE)
RIVALS = re.compile(
    r"\b(?:rival|competitor|competes?|own bid (?:failed|lost)|not involved|opposition|lost the (?:bid|tender)|left out|"
    r"less (?:enthusiastic|impressed)|unimpressed|formerly)\b",
    re.IGNORECASE,
)
INTERESTED = re.compile(
    r"\b(?:union|association|forum|watch|alliance|chamber|federation|network|party|residents|rights|society|league|coalition|lobby|"
    r"confederation|syndicate|guild|cooperative|campaign|coach)\b",
    re.IGNORECASE,
)
HIRED = re.compile(r"\b(?:engineer|partner|consultant|adviser|advisor|lawyer|counsel)\b", re.IGNORECASE)
HEADS = re.compile(
    r"\bwho (?:will |is to |also )?(?:heads?|leads?|runs?|oversees?|directs?|coordinates?|chairs?|manages?|founded|(?:is )?in charge of) "
    r"(?:the|it|its|this)\b(?! (?:union|association|opposition|party|chamber|lobby|campaign|protest|cooperative))",
    re.IGNORECASE,
)
LEADS_IT = re.compile(
    r"\b(?:project|programme|program|research|technical|model) (?:leader|manager|director|head|lead|coordinator)\b|\bprincipal investigator\b",
    re.IGNORECASE,
)


def _takes_part(speaker: Speaker, house: OrganizationClaim | None, actor: str, country: str | None, owners: tuple[str, ...], around: str) -> bool:
    """Whether the speaker answers for the initiative: an official of its owner, or somebody of a house that takes part in it."""
    title = speaker.title or ""
    if (
        (OUTSIDERS.search(title) and not RULING.search(title))
        or RIVALS.search(around)
        or (actor != "official" and _is_interested(speaker, house) and not LEADS_IT.search(title))
    ):
        return False
    if actor == "official" and (not owners or country in owners or country is None):
        return True
    if LEADS_IT.search(title) or HEADS.search(around) or LEADS_IT.search(around):
        return True
    if house is not None:
        return house.role != "mentioned" or (house.kind in ("company", "startup", None) and actor == "executive" and speaker.title is not None)
    return speaker.is_house or (actor == "executive" and speaker.affiliation is None and bool(title) and not HIRED.search(title))


def _is_interested(speaker: Speaker, house: OrganizationClaim | None) -> bool:
    """Whether somebody speaks for those who watch and lobby: a union, a chamber, residents; they answer only for what their house does itself."""
    named = f"{speaker.title or ''} {speaker.affiliation or ''}"
    return INTERESTED.search(named) is not None and (house is None or house.role in ("mentioned", "critic"))
