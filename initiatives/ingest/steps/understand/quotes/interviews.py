"""Finds the answers of an interview printed as a transcript, where no quotation marks stand; must not know other styles."""

import re

from initiatives.ingest.steps.understand.passages import trim
from initiatives.ingest.steps.understand.quotes.speakers import Cast, Speaker, as_speaker
from initiatives.ingest.values import Span

LINE = re.compile(r"^(?P<label>[A-ZÀ-Þ][\w.’' -]{0,40}?)\s*:[ \t]+(?P<words>\S[^\n]*)$", re.MULTILINE)
QUESTION = re.compile(r"^(?:Q|Question|Interviewer|Reporter|Journalist|Moderator|Host|Editor)$")
ANSWER = re.compile(r"^(?:A|Answer)$")
ASKED = re.compile(r"^[^\n:“\"]{8,200}\?[ \t]*$", re.MULTILINE)
FEWEST_LINES = 3
FEWEST_WORDS = 4


def find_answers(cast: Cast) -> list[tuple[Span, Speaker]]:
    """The words of each answer with its speaker; none where the text is no transcript."""
    lines = [line for line in LINE.finditer(cast.text) if len(line.group("words").split()) >= FEWEST_WORDS or "?" in line.group("words")]
    labels = {line.group("label") for line in lines}
    asks = any(QUESTION.match(label) for label in labels) or sum("?" in line.group("words") for line in lines) >= 2
    asked = len(ASKED.findall(cast.text)) >= FEWEST_LINES - 1  # questions on lines of their own, without a label
    if len(lines) < FEWEST_LINES or not (asked or (asks and len(labels) >= 2)):
        return []
    found = ((line, _speaker(cast, line.group("label"))) for line in lines)
    return [(trim(cast.text, *line.span("words")), speaker) for line, speaker in found if speaker is not None]


def _speaker(cast: Cast, label: str) -> Speaker | None:
    """The person a label means: by name, family name or initials; `A` is whoever is named first."""
    if QUESTION.match(label):
        return None
    if ANSWER.match(label):
        return as_speaker(cast.mentions[0].person) if cast.mentions else Speaker()
    for person in cast.people:
        initials = "".join(word[0] for word in person.name.split())
        if (
            label in (person.name, person.family_name, initials, initials.replace("", ".").strip(".") + ".")
            or label.split()[-1] == person.family_name
        ):
            return as_speaker(person)
    return None
