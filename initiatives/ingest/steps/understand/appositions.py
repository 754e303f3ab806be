"""Reads what stands behind a person's name: "…, chief executive of Acme, …", "… (based in Oslo)"; must not know who the person is."""

import re
from dataclasses import dataclass

from initiatives.ingest.steps.understand.lexicon import INSTITUTIONS, TITLES, alternatives
from initiatives.ingest.steps.understand.speech import SPOKEN, VERB

TITLE = rf"(?:{alternatives(TITLES)})"
HAS_TITLE = re.compile(
    rf"\b{TITLE}\b|^an? (?:[\w-]+ ){{0,2}}(?:\w{{3,}}(?:ologist|tician|graphist|apist|ician|ineer)|lawyer|farmer|"
    rf"teacher|nurse|pupil|student|baker|driver|"
    rf"miner|grower|shopkeeper|translator|novelist|pensioner|volunteer|breeder|surgeon|physician|pharmacist|judge|mother|father|worker)\b",
    re.IGNORECASE,
)
SPEAKS = re.compile(rf"\b{SPOKEN} (?:that|the|of|it)\b")
PART = re.compile(r"\s*(?P<mark>,|–|—|-(?= )|\()\s*(?P<part>[^,;:“”\"()\n—–]{2,140}?)(?=\s*(?:[,;:“”\"()\n—–]|\.(?:\s|$)|$))")
AFFILIATED = re.compile(r"^(?P<title>.*?)\s+(?P<link>at|of|for|with|from)\s+(?:the\s+)?(?P<object>[^,]*?(?P<name>(?:[A-ZÀ-Þ0-9]|[a-z][A-Z])[^,]*))$")
PLACED = re.compile(r"^(?P<rest>.*?)\s*\b(?:who (?:lives|works) in|based in|living in|in|from)\s+(?P<place>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*)$")
ALWAYS_OF = re.compile(
    r"\b(?:CEO|CFO|CTO|COO|chief\b.*|founder|co-founder|chair\w*|spokes\w+|columnist|editor|reporter|correspondent|journalist|"
    r"lawyer|official|executive|employee|member|partner|owner|"
    r"boss)$",
    re.IGNORECASE,
)
INSTITUTION = re.compile(rf"\b(?:{alternatives(INSTITUTIONS)})(?!\w)")
NAMES_A_SPEAKER = re.compile(rf"[A-ZÀ-Þ][\w’-]+ {SPOKEN}$")
NOUN_BEFORE = re.compile(
    r"^.*\b(?:company|firm|group|start-?up|\w*maker|giant|agency|fund|bank|developer|laboratory|lab|university|institute|"
    r"ministry|operator|provider|investor|association|federation|union|lobby|think[- ]tank|chamber)\s+(?=[A-ZÀ-Þ])"
)
AT_THE = re.compile(
    r"^(?P<title>.+?) (?:at|of) (?P<name>the (?:foundation|company|firm|ministry|fund|bank|institute|agency|centre|center|"
    r"university|council|commission|group|start-?up))$"
)
OF_HOUSE = re.compile(
    r" (?:of|from|at) (?:the )?(?P<name>(?:[A-ZÀ-Þ][\w’&-]*(?:,? (?:and|of|for|the) | |, (?=[A-ZÀ-Þ])))*(?:[A-ZÀ-Þ][\w’&-]*|"
    r"ministry|department))"
)
OWNED = re.compile(r"^(?P<owner>(?:the [\w-]+|[A-ZÀ-Þ][\w&-]*(?: [A-ZÀ-Þ][\w&-]*){0,4}))[’']s (?P<title>[a-z].+)$")
HEADS = re.compile(r" (?:heads|leads|runs|chairs|directs|headed|led|ran|chaired) (?P<house>[^.,;:“”\"\n]{3,70})")
ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|currently|now|formerly)\s+", re.IGNORECASE)
MORE_OF_LIST = re.compile(r"^(?:[a-z][\w-]*|[A-ZÀ-Þ][\w-]*)(?: [\w-]+){0,3}$|^(?:and )?[\w-]+(?: [\w-]+){0,2} and [\w-]+(?: [\w-]+){0,4}$")
VERB_FIRST = re.compile(rf"^(?:{VERB}|who|which|and|but|in|on|at|while|when|as|has|had|will|is|was|(?!acting\b)[a-z]+ing)\b")
MINISTERIAL = re.compile(r"\b(?:minister|secretary|undersecretary|commissioner)\b.*\b(?:of|for)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a person beside the name; `start` or `end` is where it reaches to. `clause` is true for "who runs the fund"."""

    start: int
    end: int = 0
    title: str | None = None
    affiliation: str | None = None
    place: str | None = None
    clause: bool = False


def describe(text: str, end_of_name: int) -> Described:
    """The description right behind a name, of one to four parts between commas; empty where none of them says what the person is."""
    nothing = Described(end_of_name, end_of_name)
    first = PART.match(text, end_of_name)
    if first is None:
        return _of_house(text, end_of_name) or _heading(text, end_of_name) or nothing
    if re.match(r"who\b", first.group("part")) and first.group("mark") == ",":
        return Described(end_of_name, first.end(), clause=True)
    if not HAS_TITLE.search(first.group("part")[:70]) or SPEAKS.search(first.group("part")) or _is_clause(first.group("part")):
        return nothing
    parts, end = _parts(text, first)
    return _read(parts, end_of_name, end)


def _is_clause(part: str) -> bool:
    """Whether a part goes on with the sentence, or names another who speaks ("spokesman Jo Lund said")."""
    return VERB_FIRST.match(part) is not None or NAMES_A_SPEAKER.search(part) is not None


def _of_house(text: str, end_of_name: int) -> Described | None:
    """ "Jo Lund of the Trade Ministry": an affiliation without a comma."""
    found = OF_HOUSE.match(text, end_of_name)
    return Described(end_of_name, found.end(), affiliation=found.group("name"), clause=True) if found else None


def _heading(text: str, end_of_name: int) -> Described | None:
    """ "Jo Lund heads the country's new agency": a head without a title."""
    found = HEADS.match(text, end_of_name)
    return Described(end_of_name, end_of_name, title=f"head of {found.group('house')}", clause=True) if found else None


def _parts(text: str, first: re.Match[str]) -> tuple[list[str], int]:
    """The parts that belong together: a list inside one title is one part, and an institution or a bracket may follow."""
    parts, end = [first.group("part")], first.end()
    while (more := PART.match(text, end)) is not None and len(parts) < 4:
        part = more.group("part")
        if more.group("mark") == "," and MINISTERIAL.search(parts[0]) and _continues(part, text, more.end()):
            parts[-1] = f"{parts[-1]}, {part}"
        elif (more.group("mark") == "," and INSTITUTION.search(part) and part[0].isupper()) or (more.group("mark") == "(" and PLACED.match(part)):
            parts.append(part)
        else:
            break
        end = more.end()
    return parts, end


def _continues(part: str, text: str, end: int) -> bool:
    if VERB_FIRST.match(part) or not MORE_OF_LIST.match(part):
        return False
    return " and " in f" {part} " or re.match(r",[^.,;:“”\"\n]{2,40}(?:,| and )", text[end:]) is not None


def _read(parts: list[str], start: int, end: int) -> Described:
    title, place = _placed(parts[0] if OWNED.match(parts[0]) else ARTICLE.sub("", parts[0]))
    affiliation = None
    for part in parts[1:]:
        rest, found = _placed(part)
        place = place or found
        affiliation = affiliation or (rest.strip() or None)
    owned = OWNED.match(title)
    title, of = (owned.group("title"), _house(owned.group("owner"))) if owned else _affiliated(title)
    return Described(start, end, title or None, affiliation or of, place)


def _house(owner: str) -> str | None:
    return None if owner in ("the country", "the nation", "the state", "the party", "the government") else owner


def _placed(part: str) -> tuple[str, str | None]:
    found = PLACED.match(part)
    return (found.group("rest").strip(), found.group("place")) if found else (part.strip(), None)


def _affiliated(title: str) -> tuple[str, str | None]:
    """Divides "chief executive of the American chip company Nvidia"; a professor of a subject and a minister of a field stay whole."""
    found = AFFILIATED.match(title)
    common = AT_THE.match(title)
    if common:
        return common.group("title"), common.group("name")
    if found is None or (found.group("link") != "at" and MINISTERIAL.search(title)):
        return title, None
    name = NOUN_BEFORE.sub("", found.group("name"))
    certain = found.group("link") in ("at", "with", "from") or ALWAYS_OF.search(found.group("title")) or INSTITUTION.search(name)
    named_as_house = NOUN_BEFORE.match(found.group("object")) is not None
    return (found.group("title"), name) if certain or named_as_house else (title, None)
