"""Finds people with what the text says of them: title, affiliation, place; must not know what they said."""

import re
from dataclasses import dataclass

from initiatives.ingest.steps.understand.appositions import Described, describe
from initiatives.ingest.steps.understand.capitals import Run, Word, runs
from initiatives.ingest.steps.understand.lexicon import (
    HONORIFICS,
    INSTITUTIONS,
    MEDIA,
    MEN,
    PROGRAMMES,
    TITLE_OPENERS,
    TITLES,
    WOMEN,
    alternatives,
    words,
)
from initiatives.ingest.steps.understand.mentions import code_of
from initiatives.ingest.steps.understand.speech import SPOKEN
from initiatives.ingest.values import Context, Reading

TITLE = rf"(?:{alternatives(TITLES)})"
NO_SCOPE = r"(?:(?!\b(?:that|which|who|with|together|writes?|is|was|are|were|will|has|have|by|after|before|said|says|while|when)\b)[^.;:()“”\"\n])"
TITLE_BEFORE = re.compile(
    rf"(?P<title>\b{TITLE}(?: (?:and|&) (?:[\w-]+ ){{0,2}}{TITLE})?(?: (?:of|for|on|at|to) {NO_SCOPE}{{1,150}}?)?)(?P<gap>,? )$", re.IGNORECASE
)
SCOPE_OPENS = re.compile(rf"(?P<title>\b{TITLE} (?:of|for|on)(?: the)?)(?P<gap> )$", re.IGNORECASE)
HOUSE_NOUN_BEFORE = re.compile(
    r"\b(?:of|at|for) (?:the |an? )?(?:[\w-]+ ){0,2}(?:company|firm|group|giant|bank|start-?up|\w*maker|operator|retailer)$"
)
OF_BEFORE = re.compile(r"\b(?:of|at)(?: the)? $")
UNFINISHED = re.compile(r"(?:\band|,)\s*$")
LEADING = re.compile(r"(?:(?<=[\s(“\"—])|^)(?P<lead>(?:[\w’'&-]+ ){1,7})$")
LIST_BEFORE = re.compile(r"((?:[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*, )*[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)* and )$")
STOPS = words(
    "the a an one its his her their our said says say told adds added and by with from as to of that where when while was is "
    "beside , who for in at on but"
)
SPOKE_AFTER = re.compile(rf" (?:also |later |then |has |had )?{SPOKEN}\b")
SPOKE_BEFORE = re.compile(rf"\b{SPOKEN} $", re.IGNORECASE)
FIRM_TITLES = (
    "CEO", "CFO", "CTO", "COO", "[Cc]hief", "[Ff]ounder", "[Cc]o-founder", "[Cc]hairman", "[Cc]hair", "[Dd]irector", "[Ss]pokes\\w+", "[Aa]nalyst",
    "[Ee]xecutive", "[Ee]conomist", "[Vv]ice", "[Pp]rofessor", "[Rr]esearcher",
)  # fmt: skip
PLAIN_WORD = re.compile(r"[^\W_]+")
LOOK_BACK_CHARACTERS = 190  # the longest title seen has 130
LONGEST_NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class Person:
    """A person where the text names them in full: `text[start:end]` is the name; `first` to `last` also covers title and description."""

    name: str
    start: int
    end: int
    first: int
    last: int
    title: str | None = None
    affiliation: str | None = None
    place: str | None = None
    woman: bool | None = None
    sure: bool = True  # False where only the language model says that this is a person

    @property
    def family_name(self) -> str:
        """The last word of the name; where names begin with it, `answers_to` knows the first too."""
        return self.name.split()[-1]


def find_people(text: str, reading: Reading, context: Context) -> tuple[Person, ...]:
    """People named with two words or more, in reading order, each mention of a full name once."""
    known = frozenset(name for organization in context.organizations for name in (organization.name, *organization.aliases))
    labelled = [(entity.start, entity.end) for entity in reading.entities if entity.label == "PERSON"]
    found = (_person(text, run, labelled, known, bool(reading.tokens)) for run in runs(text, reading))
    return tuple(person for person in found if person is not None)


def _person(text: str, run: Run, labelled: list[tuple[int, int]], known: frozenset[str], read_by_model: bool) -> Person | None:
    prefix, name = _split(run)
    before = text[max(0, run.start - LOOK_BACK_CHARACTERS) : run.start]
    opens_scope = SCOPE_OPENS.search(before) if _names_a_title(before) else None
    scoped = None if _has_title(prefix) or not _names_a_title(before) else TITLE_BEFORE.search(before) or opens_scope
    unfinished = scoped is not None and scoped.group("gap") == " " and UNFINISHED.search(scoped.group("title")) is not None
    name = _without_scope(name, labelled, opens_scope is not None, unfinished)
    if not prefix and scoped is None and OF_BEFORE.search(before):
        return None  # the field of a ministry, the town of a university
    honoured = any(word.text in HONORIFICS for word in prefix)
    if scoped and HOUSE_NOUN_BEFORE.search(scoped.group("title")):
        return None  # "the chief executive of the dairy group Halden Meieri": a house without its head's name
    if not _could_be(name, honoured, known) or run.text in known:
        return None
    head = _before(text, run, prefix, name, scoped)
    after = describe(text, name[-1].end)
    sure = bool(head.title or after.title or after.clause or honoured)
    if not sure and not (_is_labelled(name, labelled) if read_by_model else _speaks(text, run.start, name[-1].end)):
        return None
    return _told(text, name, head, after, prefix, sure)


def _names_a_title(before: str) -> bool:
    """Whether any title stands there at all: a look-up, where trying each title at each place takes a hundred times as long."""
    return not TITLES.isdisjoint(PLAIN_WORD.findall(before.lower()))


def _told(text: str, name: list[Word], head: Described, after: Described, prefix: list[Word], sure: bool) -> Person:
    marks = {word.text for word in prefix} | {word.lower() for word in (head.title or after.title or "").split()}
    return Person(
        name=" ".join(text[name[0].start : name[-1].end].split()),
        start=name[0].start,
        end=name[-1].end,
        first=head.start,
        last=after.end,
        title=head.title or after.title,
        affiliation=head.affiliation or after.affiliation,
        place=after.place,
        woman=True if marks & WOMEN else (False if marks & MEN else None),
        sure=sure,
    )


def _split(run: Run) -> tuple[list[Word], list[Word]]:
    """The words of a run up to its last title or honorific, and the name after them."""
    last = -1
    for index, word in enumerate(run.words[:-1]):
        if _is_title(word.text):
            last = index
    return list(run.words[: last + 1]), list(run.words[last + 1 :])


def _is_title(word: str) -> bool:
    return word in HONORIFICS or word.lower() in TITLES or word.lower() in TITLE_OPENERS


def _has_title(prefix: list[Word]) -> bool:
    return any(word.text.lower() in TITLES and word.text not in HONORIFICS for word in prefix)


def _without_scope(name: list[Word], labelled: list[tuple[int, int]], opens_scope: bool, unfinished: bool) -> list[Word]:
    """The name alone where a ministry's subject runs into it ("Minister of Digital Affairs Jo Lund"), or a country's adjective."""
    inside = [word for word in name if any(start <= word.start and word.end <= end for start, end in labelled)]
    if unfinished or opens_scope:
        certain = bool(labelled) and not unfinished
        return inside if len(inside) >= 2 else ([] if certain or len(name) < 3 else name[-2:])
    while len(name) > 2 and code_of(name[0].text):
        name = name[1:]
    return name


def _could_be(name: list[Word], honoured: bool, known: frozenset[str]) -> bool:
    texts = [word.text for word in name]
    if not (1 if honoured else 2) <= len(texts) <= LONGEST_NAME_WORDS or " ".join(texts) in known:
        return False
    if (
        texts[-1] in INSTITUTIONS | MEDIA | PROGRAMMES
        or texts[-1].lower() in TITLES
        or any(any(letter.isdigit() for letter in word) for word in texts)
    ):
        return False
    return (
        not any(code_of(" ".join(texts[start:])) for start in range(len(texts))) and not code_of(texts[0]) and len(texts[-1]) > 1 and len(texts) > 1
    )


def _is_labelled(name: list[Word], labelled: list[tuple[int, int]]) -> bool:
    return any(start < name[-1].end and name[0].start < end for start, end in labelled)


def _speaks(text: str, start: int, end: int) -> bool:
    return bool(SPOKE_AFTER.match(text, end) or SPOKE_BEFORE.search(text[max(0, start - 14) : start]))


def _before(text: str, run: Run, prefix: list[Word], name: list[Word], scoped: re.Match[str] | None) -> Described:
    """Title and affiliation that stand before a name."""
    if _has_title(prefix):
        return _from_prefix(text, run, [word for word in prefix if word.text not in HONORIFICS])
    if scoped is None:
        return Described(run.start)
    offset = run.start - len(scoped.string)
    title_start = offset + scoped.start("title")
    lead = LEADING.search(scoped.string[: scoped.start("title")])
    words, start = _lead_words(lead.group("lead") if lead else "", title_start)
    if scoped.group("gap") == ", " and not _is_determined(text, start):
        return Described(run.start)
    end = name[0].start if scoped.re is SCOPE_OPENS else offset + scoped.end("title")
    return _divided(" ".join([*words, text[title_start:end].strip()]), start)


def _lead_words(lead: str, start: int) -> tuple[list[str], int]:
    """The words that belong to a title from behind, up to an article, a verb of speech or a preposition."""
    kept: list[str] = []
    for word in reversed(lead.split(" ")[:-1]):
        if word.lower() in STOPS or re.fullmatch(SPOKEN, word, re.IGNORECASE):
            break
        kept.insert(0, word)
        start -= len(word) + 1
        if word.endswith(("’s", "'s")):
            return _owner(lead, kept, start)
    return kept, start


def _owner(lead: str, kept: list[str], start: int) -> tuple[list[str], int]:
    """The capitalised words before a possessive: the whole of "Steppe Telecom's"."""
    before = lead.split(" ")[:-1]
    for word in reversed(before[: len(before) - len(kept)]):
        if not word[:1].isupper():
            break
        kept.insert(0, word)
        start -= len(word) + 1
    return kept, start


def _is_determined(text: str, start: int) -> bool:
    return bool(re.search(r"(?:\b(?:the|an?|its|his|her|their|our|one)|[’']s)\s+$", text[max(0, start - 12) : start], re.IGNORECASE)) or bool(
        re.match(r"[^,]{1,40}[’']s ", text[start : start + 50])
    )


def _from_prefix(text: str, run: Run, titles: list[Word]) -> Described:
    behind = LIST_BEFORE.search(text[max(0, run.start - LOOK_BACK_CHARACTERS) : run.start])
    start = run.start - len(behind.group(1)) if behind else run.start
    return _divided(text[start : titles[-1].end], start)


def _divided(title: str, start: int) -> Described:
    """`QIA's head of funds` is the title `head of funds` at `QIA`; `Nvidia chief executive` likewise; `Chilean President` stays whole."""
    possessed = re.match(r"(?:the )?(.+?)[’']s (.+)$", title, re.IGNORECASE)
    if possessed:
        owner, rest = possessed.groups()
        return Described(start, title=rest, affiliation=None if code_of(owner) or owner[0].islower() else owner)
    firm = re.match(rf"(?P<firm>(?:[A-ZÀ-Þ0-9][\w&.-]* )+)(?P<title>(?:{'|'.join(sorted(FIRM_TITLES))})\b.*)$", title)
    if firm and not code_of(firm.group("firm")) and not _is_title(firm.group("firm").split()[0]):
        return Described(start, title=firm.group("title"), affiliation=firm.group("firm").strip())
    return Described(start, title=title)
