"""Which report an article rests on ("according to the South China Morning Post"); must not know who takes part in the initiative."""

import re

from initiatives.ingest.steps.understand.capitals import Run, runs
from initiatives.ingest.steps.understand.lexicon import MEDIA, MEDIA_NAMES, alternatives
from initiatives.ingest.steps.understand.mentions import code_of
from initiatives.ingest.steps.understand.passages import LONGEST_READ_CHARACTERS, evidence
from initiatives.ingest.steps.understand.people import Person, find_people
from initiatives.ingest.values import Attribution, Context, Reading, Span

PRODUCER = "attribution"
VERSION = "1"
BEFORE = re.compile(
    r"(?:\baccording to|\bciting|\bas (?:first )?reported by|\b(?:first )?reported by|\bcited by|\bin a report by|\breports? "
    r"(?:by|in|from)|\btold|\bquoted by|\bseen by|\breview(?:ed)? by|\bsource:|\bvia|\bin an interview with|\bbroken by)"
    r" (?:a report (?:by|in|from) |reports? (?:by|in|from) )?(?:the )?(?:news agency |newspaper |business daily |daily |"
    r"weekly |magazine |broadcaster |state news agency |news site )?(?:the )?$",
    re.IGNORECASE,
)
NEWS_NOUN = re.compile(
    r"\b(?:news agency|newspaper|business daily|daily|weekly|magazine|broadcaster|news site|news outlet|outlet|portal) (?:the "
    r")?$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^ (?:\([A-Z]+\) )?(?:reported|reports|has reported|first reported|wrote|writes|learned|said it had learned|revealed|had "
    r"broken the story|broke the story|quoted)\b"
)
MEDIUM = re.compile(rf"(?:^|\s)(?:{alternatives(MEDIA)})$")


def find_attribution(text: str, reading: Reading, context: Context, people: tuple[Person, ...] | None = None) -> tuple[Attribution, ...]:
    """The media and reports that the article says it rests on, in reading order, each once, at its first such mention.

    A ministry, a company or a person to whom a statement is attributed is no report. `people` are those of the text, where they were found already.
    """
    text = text[:LONGEST_READ_CHARACTERS]
    media = {name for organization in context.organizations if organization.kind == "media" for name in (organization.name, *organization.aliases)}
    people = find_people(text, reading, context) if people is None else people
    found: dict[str, Attribution] = {}
    for run in runs(text, reading):
        if _is_source(text, run, media) and not any(person.first <= run.start < person.last for person in people):
            found.setdefault(run.text, Attribution(run.text, evidence(text, Span(run.start, run.end), PRODUCER, VERSION, 0.85)))
    return tuple(found.values())


def _is_source(text: str, run: Run, media: set[str]) -> bool:
    before, after = text[max(0, run.start - 70) : run.start], text[run.end : run.end + 40]
    is_medium = run.text in MEDIA_NAMES or run.text in media or bool(MEDIUM.search(run.text) and len(run.words) > 1)
    named_as_one = NEWS_NOUN.search(before) is not None and code_of(run.text) is None
    said = BEFORE.search(before) is not None or AFTER.match(after) is not None
    return (is_medium or named_as_one) and (said or (named_as_one and AFTER.search(after) is not None))
