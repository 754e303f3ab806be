"""Who is meant by the words around a quotation: a name, a family name, a pronoun, an unnamed person or a house; must not know the quotation."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from initiatives.ingest.steps.understand.capitals import WORD
from initiatives.ingest.steps.understand.lexicon import PEOPLE_NOUNS, TITLES, alternatives
from initiatives.ingest.steps.understand.passages import containing
from initiatives.ingest.steps.understand.people import Person
from initiatives.ingest.values import OrganizationClaim, Span

HE = re.compile(r"\b(?:he|she|they|who)\b", re.IGNORECASE)
THIS_PERSON = re.compile(r"\b(?:this|the|that) (?:same )?(?:person|source|official|executive|people)\b", re.IGNORECASE)
HOUSE = re.compile(
    r"\b(?:the|its|their) (?:[\w-]+ ){0,2}?(?P<noun>ministry|department|agency|company|firm|start-?up|foundation|fund|bank|"
    r"commission|authority|council"
    r"|institute|university|centre|center|government|presidency|office|group|association|chipmaker|developer|application|statement|consortium)\b",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    rf"\b(?:(?:an?|one|another|the|some|many|several|two|three|other|senior|second|third|first|former|local|industry) )*"
    rf"(?P<title>(?:[\w-]+ ){{0,3}}(?:{alternatives(PEOPLE_NOUNS | TITLES)}|advocate|resident|supporter|opponent|observer|"
    rf"insider|staffer|aide|ones)(?:s|es)?(?: of [\w -]{{3,40}})?)",
    re.IGNORECASE,
)
SOMEBODY = re.compile(
    r"^\W*(?:the|an?|one|another|this|that|some|many|several|two|three|forty) (?P<title>[a-z][\w-]*(?: [a-z][\w-]*){0,2})\W*$", re.IGNORECASE
)
THE_TITLE = re.compile(rf"(?:^|,|\b(?:and|but|as))\s*\W?(?:the|her|his|our) (?:[\w-]+ ){{0,1}}?(?P<title>{alternatives(TITLES)})\W*$", re.IGNORECASE)
SPOKE_TO = re.compile(
    r"\b(?:spoke|talked|speaks|talks) (?:to|with) (?:[\w ]{0,30})?$|\b(?:interviewed|interview with|met|asked|conversation with) (?:[\w ]{0,30})?$"
)
IT = re.compile(r"^\W*it\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name` is None for the unnamed; `is_house` is true where an institution speaks as such."""

    name: str | None = None
    title: str | None = None
    affiliation: str | None = None
    place: str | None = None
    is_house: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One place outside quotations where a person is named, in full or by family name."""

    start: int
    end: int
    person: Person


class Cast:
    """Everybody an article names, and where."""

    def __init__(
        self, text: str, people: tuple[Person, ...], organizations: tuple[OrganizationClaim, ...], spoken: list[Span], sentences: tuple[Span, ...]
    ) -> None:
        """`spoken` are the quotations' spans: names inside them introduce nobody."""
        self.text = text
        self.people = _with_houses(people, organizations)
        self.organizations = organizations
        self.sentences = sentences
        self.mentions = sorted(_mentions(text, self.people, spoken), key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self.mentions]

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin in `start` … `end`, in reading order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def meant_by_pronoun(self, pronoun: str, position: int, last: "Spoken | None") -> Person | None:
        """The person whom he or she means: whoever was introduced since the last quotation, else its speaker, else the last one named."""
        fitting = [mention for mention in self.between(0, position) if _fits(mention.person, pronoun)]
        since = [mention for mention in fitting if last is None or mention.start > last.end]
        if since:
            sentence = containing(self.sentences, since[-1].start)
            return next(mention.person for mention in since if mention.start >= min(sentence.start, since[-1].start))
        if last is not None and last.person is not None and _fits(last.person, pronoun):
            return last.person
        return fitting[-1].person if fitting else None

    def interviewed(self) -> list[Person]:
        """People to whom the text says it spoke."""
        return [mention.person for mention in self.mentions if SPOKE_TO.search(self.text[max(0, mention.start - 60) : mention.start])]

    def titled(self, phrase: str, position: int) -> Person | None:
        """The person whom "the minister" means: the last one named before with that title."""
        found = THE_TITLE.search(phrase)
        if found is None:
            return None
        wanted = set(found.group("title").lower().split())
        fitting = [mention.person for mention in self.between(0, position) if wanted <= _title_words(mention.person)]
        return fitting[-1] if fitting else None

    def house_in(self, start: int, end: int) -> str | None:
        """The organization that stands in `start` … `end`, by name or as "the ministry"."""
        phrase = self.text[start:end]
        named = [claim.name for claim in self.organizations if claim.name and claim.name in phrase]
        if named:
            return max(named, key=len)
        found = HOUSE.search(phrase)
        return self.house_called(found.group("noun"), start) if found else None

    def house_called(self, noun: str, position: int) -> str | None:
        """The last organization named before `position` that can be called by that noun ("the foundation", "the company")."""
        wanted = noun.lower().replace("center", "centre")
        before = [claim for claim in self.organizations if claim.name and claim.evidence.start < position]
        fitting = [
            claim.name
            for claim in before
            if wanted in (claim.name or "").lower().replace("center", "centre") or wanted in CALLED.get(claim.kind or "", ())
        ]
        return fitting[-1] if fitting else None


CALLED = {
    "company": ("company", "firm", "group", "chipmaker", "developer", "application", "statement"),
    "startup": ("company", "firm", "startup", "start-up"),
    "government": ("agency", "authority", "office", "government", "department"),
    "fund": ("fund", "investor"),
    "bank": ("bank",),
    "ngo": ("foundation", "association"),
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """The last quotation that had a speaker: where it and its attribution end, and who it was."""

    end: int
    speaker: Speaker
    person: Person | None


def as_speaker(person: Person) -> Speaker:
    """A named person as speaker."""
    return Speaker(person.name, person.title, person.affiliation, person.place)


def unnamed(cast: Cast, start: int, end: int, last: Spoken | None) -> Speaker | None:
    """A house or an unnamed person in `start` … `end`; None where nobody stands there."""
    phrase = cast.text[start:end]
    if THIS_PERSON.search(phrase) and last is not None and last.speaker.name is None:
        return last.speaker
    found = UNNAMED.search(phrase)
    house = cast.house_in(start, end)
    if found and house and phrase[found.end() :].lstrip().startswith(house):
        return Speaker(affiliation=house, is_house=True)
    if found and (house is None or found.start() < phrase.find(house)):
        return Speaker(title=found.group("title").strip(), affiliation=house)
    if house or HOUSE.search(phrase) or IT.match(phrase):
        return Speaker(affiliation=house, is_house=True)
    other = SOMEBODY.match(phrase)
    return Speaker(title=other.group("title").strip()) if other else None


def pronoun_in(phrase: str) -> str | None:
    """The pronoun that a phrase begins with, in small letters; None where it begins otherwise."""
    found = HE.search(phrase)
    return found.group().lower() if found and len(phrase[: found.start()].split()) <= 2 else None


def _title_words(person: Person) -> set[str]:
    """The words of a person's title in small letters."""
    return set(re.findall(r"[\w-]+", (person.title or "").lower()))


def _fits(person: Person, pronoun: str) -> bool:
    return person.woman is None or pronoun not in ("he", "she") or person.woman == (pronoun == "she")


def _mentions(text: str, people: tuple[Person, ...], spoken: list[Span]) -> list[Mention]:
    full = [Mention(person.start, person.end, person) for person in people]
    first: dict[str, Person] = {}
    for person in reversed(people):
        first.update(dict.fromkeys((word for word in person.name.split() if len(word) > 2), person))
    taken = {position for person in people for position in range(person.first, person.last)}
    short = [
        Mention(word.start(), word.start() + len(bare), first[bare])
        for word in WORD.finditer(text)
        if (bare := re.sub(r"[’']s$", "", word.group())) in first and word.start() not in taken
    ]
    return [mention for mention in (*full, *short) if not _inside(mention.start, spoken)]


def _inside(position: int, spans: list[Span]) -> bool:
    at = bisect_left(spans, Span(position, position)) - 1
    return at >= 0 and spans[at].start <= position < spans[at].end


def _with_houses(people: tuple[Person, ...], organizations: tuple[OrganizationClaim, ...]) -> tuple[Person, ...]:
    """People whose affiliation is only "the foundation" get its name, if one organization of the text can be so called."""
    return tuple(_with_house(person, organizations) for person in people)


def _with_house(person: Person, organizations: tuple[OrganizationClaim, ...]) -> Person:
    if not person.affiliation or not person.affiliation.startswith("the "):
        return person
    noun = person.affiliation.removeprefix("the ").lower()
    fitting = [claim.name for claim in organizations if claim.name and noun in claim.name.lower() and claim.evidence.start < person.start]
    return replace(person, affiliation=fitting[-1]) if fitting else person
