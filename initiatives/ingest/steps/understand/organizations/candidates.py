"""Collects what may be the name of an organization, whole: "Ministry of Economy, Trade and Industry", "Preferred Networks, Inc."; must not decide."""

import re
from dataclasses import dataclass

from initiatives.ingest.steps.understand.capitals import Run, runs
from initiatives.ingest.steps.understand.lexicon import HEADS_OF_NAMES, LEGAL_FORMS, PROGRAMMES, alternatives, words
from initiatives.ingest.steps.understand.mentions import code_of
from initiatives.ingest.values import Entity, Reading

BLANK = "[ \u00a0]"
OF = re.compile(rf"{BLANK}(?:of|for|de|du|des|del|della|für|on){BLANK}(?:the{BLANK})?$")
AND = re.compile(rf"{BLANK}(?:and|&|et|und|y){BLANK}(?:the{BLANK})?$")
COMMA = re.compile(rf",{BLANK}$")
UNSTOPPED_FORMS = frozenset(form for form in LEGAL_FORMS if not form.endswith("."))
LEGAL_TAIL = re.compile(rf",?{BLANK}(?:{alternatives(UNSTOPPED_FORMS)})(?!\w)\.?")
STOPPED_FORMS = (" Inc", " Corp", " Co", " Ltd")
SHORT_FORM = re.compile(rf"{BLANK}?\((?:the{BLANK})?[“\"]?([A-Za-z][\w&+.-]{{1,14}})[”\"]?\)")
LOWER_TAIL = re.compile(rf"{BLANK}(?:ministry|department)\b")
STATE_TAIL = re.compile(rf"{BLANK}(?:government|presidency)\b")
PUBLIC_CLOUD = re.compile(r"\b(?:AI|Sovereign|National|Science|Government|Public|Research|State) Cloud$")
CHIP = re.compile(r"(?:[A-Z]{1,3}\d{2,4}\w?|Blackwell|Hopper|Rubin|Grace|Instinct|Xeon|Gaudi|EPYC|MI\d+\w?)(?: [A-Z]{0,3}\d*\w*)?")
PEOPLES = re.compile(r"\b(?:People|Workers|Farmers|Citizens|Women|Children|King|Queen|Peoples|Teachers|Employers|Consumers|Students)$")
OWNED = ("’s ", "'s ", "’ ", "' ")
LISTED_HEADS = (" Corporation", " Authority", " Commission", " Agency", " Board", " Council")
LONGEST_LIST = 5
STRONG_HEADS = words(
    "Ministry Department Agency Commission Council Office Authority Committee Bureau Centre Center Institute University Federation Association",
    "Secretariat Directorate Foundation Chamber",
)
FIELD = re.compile(r"[a-z](?:ing|logy|ics|tion|ment|gy|ture)$")
PAYING_HEADS = words("Fund Bank Capital Ventures")
HEAD_WORDS = HEADS_OF_NAMES - {"House", "State", "Fund"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may name an organization; `short` is the abbreviation given behind it in brackets."""

    start: int
    end: int
    text: str
    short: str | None = None


def candidates(text: str, reading: Reading, known: frozenset[str]) -> list[Candidate]:
    """Stretches in reading order that do not overlap."""
    found: list[Candidate] = []
    pieces = list(runs(text, reading))
    labelled = [entity for entity in reading.entities if entity.label == "ORG"]
    index = 0
    while index < len(pieces):
        last = max(_last_of_name(text, pieces, index, known), _last_labelled(text, pieces, index, labelled))
        if not found or pieces[index].start >= found[-1].end:
            found.extend(_split(_candidate(text, pieces[index], pieces[last]), known))
        index = last + 1
    return found


def _last_labelled(text: str, pieces: list[Run], first: int, labelled: list[Entity]) -> int:
    """`Communications and Multimedia Commission`: two runs that the language model takes for one house, or whose first is a country's."""
    if first + 1 >= len(pieces) or pieces[first].possessive or not AND.match(text[pieces[first].end : pieces[first + 1].start]):
        return first
    following = pieces[first + 1]
    adjective = code_of(pieces[first].words[0].text) is not None and len(pieces[first].words) > 1 and following.text.split()[-1] in HEAD_WORDS
    inside = any(entity.start <= pieces[first].start and following.end <= entity.end for entity in labelled)
    return first + 1 if (inside or adjective) and not text[: following.start].endswith("the ") else first


def _last_of_name(text: str, pieces: list[Run], first: int, known: frozenset[str]) -> int:
    """The index of the run with which the name that begins at `first` ends."""
    if _is_peoples(text, pieces, first):
        return first + 1
    if pieces[first].possessive:
        return first
    if _has_head(pieces[first].text) and pieces[first].text not in known:
        return _after_head(text, pieces, first, known)
    return _before_tail(text, pieces, first, known)


def _is_peoples(text: str, pieces: list[Run], first: int) -> bool:
    """`Taiwan People’s Party`: a possessive that belongs to the name."""
    following = pieces[first + 1] if first + 1 < len(pieces) else None
    return following is not None and PEOPLES.search(pieces[first].text) is not None and text[pieces[first].end : following.start] in OWNED


def _after_head(text: str, pieces: list[Run], first: int, known: frozenset[str]) -> int:
    """`Ministry of A, B and C`: through "of" and "for", and through a list that ends with "and"."""
    last = first
    while last + 1 < len(pieces) and not pieces[last].possessive:
        gap = text[pieces[last].end : pieces[last + 1].start]
        if not (OF.match(gap) or (last > first and _list_goes_on(text, pieces, first, last, known))):
            break
        last += 1
    return last


def _list_goes_on(text: str, pieces: list[Run], first: int, last: int, known: frozenset[str]) -> bool:
    """Whether `, B and C` or ` and C` belongs to the field of a ministry, and does not name a house of its own."""
    following = pieces[last + 1]
    if _stands_alone(following.text, known, STRONG_HEADS | PAYING_HEADS) or not _has_field(pieces[first].text):
        return False
    gap = text[pieces[last].end : following.start]
    if AND.match(gap):
        return not gap.endswith("the ")
    return COMMA.match(gap) is not None and _ends_with_and(text, pieces, last + 1, known)


def _ends_with_and(text: str, pieces: list[Run], at: int, known: frozenset[str]) -> bool:
    for index in range(at, min(at + LONGEST_LIST, len(pieces) - 1)):
        gap = text[pieces[index].end : pieces[index + 1].start]
        if _stands_alone(pieces[index + 1].text, known, STRONG_HEADS):
            return False
        if AND.match(gap):
            return True
        if not COMMA.match(gap):
            return False
    return False


def _before_tail(text: str, pieces: list[Run], first: int, known: frozenset[str]) -> int:
    """`Economy, Trade and Industry Ministry`: a list whose last run ends with the head or is followed by it."""
    last = first
    while last + 1 < len(pieces) and last - first < LONGEST_LIST and not pieces[last].possessive:
        gap = text[pieces[last].end : pieces[last + 1].start]
        if not (COMMA.match(gap) or AND.match(gap)) or gap.endswith("the ") or _stands_alone(pieces[last].text, known):
            return first
        last += 1
        if AND.match(gap):
            is_one = (
                _is_ministry(text, pieces[last]) or _is_listed(text, pieces[first], pieces[last]) or _is_of_two_fields(text, pieces[first : last + 1])
            )
            return last if is_one else first
    return first


def _is_listed(text: str, first: Run, last: Run) -> bool:
    """`the Ports, Customs and Free Zone Corporation`: one article before a list of plain fields."""
    return last.text.endswith(LISTED_HEADS) and text[: first.start].endswith("the ") and len(first.words) == 1 and not first.text.isupper()


def _is_of_two_fields(text: str, parts: list[Run]) -> bool:
    """`the Poznan Supercomputing and Networking Center`: one article, two fields, and one head behind both."""
    first, last = parts[0], parts[-1].text.split()
    whole = len(parts) == 2 and len(last) == 2 and last[1] in STRONG_HEADS and text[: first.start].endswith(("the ", "The "))
    return whole and all(FIELD.search(word) for word in (first.text.split()[-1], last[0]))


def _is_ministry(text: str, run: Run) -> bool:
    return run.text.endswith((" Ministry", " Department")) or LOWER_TAIL.match(text, run.end) is not None


def _has_head(name: str) -> bool:
    return not HEAD_WORDS.isdisjoint(re.split(r"[ -]", name))


def _has_field(name: str) -> bool:
    return not STRONG_HEADS.isdisjoint(name.split())


def _stands_alone(name: str, known: frozenset[str], heads: frozenset[str] = HEAD_WORDS) -> bool:
    """Whether a run names a country or a house of its own, so that it is no part of another's name."""
    return name in known or bool(code_of(name)) or not heads.isdisjoint(name.split()) or name.split()[-1] in LEGAL_FORMS


def _candidate(text: str, first: Run, last: Run) -> Candidate:
    end = last.end
    for tail in (LOWER_TAIL, LEGAL_TAIL):
        found = tail.match(text, end)
        end = found.end() if found else end
    state = STATE_TAIL.match(text, end) if code_of(first.text) else None
    end = state.end() if state else end
    if text[:end].endswith(STOPPED_FORMS) and text[end : end + 1] == ".":
        end += 1
    short = SHORT_FORM.match(text, end)
    return Candidate(first.start, end, text[first.start : end], short.group(1) if short else None)


def _split(candidate: Candidate, known: frozenset[str]) -> list[Candidate]:
    """A country's adjective before the name of a house that is known without it stands apart: "American Nvidia"."""
    first, _, rest = candidate.text.partition(" ")
    if CHIP.fullmatch(rest) and first.isalpha():  # "NVIDIA H200"
        return [Candidate(candidate.start, candidate.start + len(first), first)]
    if candidate.text not in known and rest in known and code_of(first):
        return [Candidate(candidate.start + len(first) + 1, candidate.end, rest, candidate.short)]
    return [candidate]


def is_programme(name: str) -> bool:
    """Whether the name says that this is a plan, an event or a thing, not a house ("National Quantum Mission")."""
    head = re.split(r" (?:of|for) ", name)[0].split()
    if len(head) < len(name.split()) and not STRONG_HEADS.isdisjoint(head):
        return False
    return name.split()[-1] in PROGRAMMES or bool(PUBLIC_CLOUD.search(name)) or bool(re.search(r"\b(?:19|20)\d\d$|GPT", name))
