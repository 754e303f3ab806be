"""Puts the mentions of each organization together and says what they show; must not know how names are recognised."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from initiatives.ingest.steps.understand.lexicon import INSTITUTIONS, PROGRAMMES, words
from initiatives.ingest.steps.understand.mentions import countries_in
from initiatives.ingest.steps.understand.organizations.cues import LIST_GAP
from initiatives.ingest.steps.understand.organizations.kinds import home_of, kind_of
from initiatives.ingest.steps.understand.organizations.names import Named, Names, bare, find_names
from initiatives.ingest.steps.understand.organizations.natures import natures_of
from initiatives.ingest.steps.understand.organizations.roles import LEAD, MENTIONED
from initiatives.ingest.steps.understand.organizations.standing import lead_in, standing, with_others
from initiatives.ingest.steps.understand.organizations.unnamed import find_unnamed, status_of
from initiatives.ingest.steps.understand.organizations.weighing import Features, features, group_of, weigh
from initiatives.ingest.steps.understand.passages import LONGEST_READ_CHARACTERS, containing, evidence, sentences
from initiatives.ingest.steps.understand.people import Person, find_people
from initiatives.ingest.values import Context, OrganizationClaim, Reading, Span

PRODUCER = "organizations"
VERSION = "1"
CALLED_BY_HEAD = re.compile(
    r"\b[Tt]he (ministry|department|agency|foundation|fund|commission|authority|council|institute|university|bank|centre|"
    r"center|office)\b(?! of| for)"
)
COMMON_FIRST_WORDS = words(
    "national federal public state royal international central general european digital artificial advanced new global united bank university"
)
MOST_MENTIONS = 20  # the first ones say what an organization does; a page of one name a thousand times says no more
REACH_CHARACTERS = 400  # of a sentence, before and after a name; a page without full stops costs no more
LATE = 2 / 3
SHORTEST_PLACED_CHARACTERS = 400  # the last third of two sentences is no end of an article
STATE_AT_LARGE = (" government", " presidency")


@dataclass(slots=True)
class _House:
    """All mentions of one organization."""

    first: Named
    mentions: list[Span] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    kind: str = "company"

    @property
    def name(self) -> str:
        return self.first.candidate.text


def find_organizations(
    text: str, reading: Reading, context: Context, owners: tuple[str, ...] = (), people: tuple[Person, ...] | None = None
) -> tuple[OrganizationClaim, ...]:
    """Organizations at their first mention, in reading order, with kind, country, role and status. Never raises on any text.

    `owners` are the codes of the countries that own the initiative, `people` those of the text, where they were found already.
    The unnamed ("major banks") have `name` None and `described`.
    """
    text = text[:LONGEST_READ_CHARACTERS]
    cuts = sentences(text)
    people = find_people(text, reading, context) if people is None else people
    named, houses, signs = _read(text, reading, context, owners, cuts, people)
    claims = [claim for house, each in zip(houses, signs, strict=True) if (claim := _claim(text, house, each, named, cuts, owners)) is not None]
    claims = _with_a_lead(claims)
    return tuple(sorted([*claims, *find_unnamed(text, cuts)], key=lambda claim: claim.evidence.start))


def roles_signs(text: str, reading: Reading, context: Context, owners: tuple[str, ...]) -> list[tuple[str, Features]]:
    """Each organization's name with the signs that its role is weighed by, for learning their weights."""
    _, houses, signs = _read(text, reading, context, owners, sentences(text), find_people(text, reading, context))
    return [(house.name, each) for house, each in zip(houses, signs, strict=True)]


def _read(
    text: str, reading: Reading, context: Context, owners: tuple[str, ...], cuts: tuple[Span, ...], people: tuple[Person, ...]
) -> tuple[list[Named], list[_House], list[Features]]:
    """Every mention, the organizations that they are of, and the signs of each."""
    named = find_names(text, reading, Names(context.organizations), people)
    houses = _gather(text, named)
    groups = [group_of(house.name, house.kind) for house in houses]
    places = [
        _place(text, groups, index, houses)
        | _abroad(text, house, cuts, owners)
        | standing(text, cuts, house.mentions[0], groups, index)
        | natures_of(text, house.name, house.mentions[0])
        for index, house in enumerate(houses)
    ]
    signs = [_features(text, house, place, named, cuts, owners) for house, place in zip(houses, places, strict=True)]
    return named, houses, with_others(signs)


def _gather(text: str, named: list[Named]) -> list[_House]:
    houses: list[_House] = []
    for one in named:
        house = next((house for house in houses if _is_same(text, house, one)), None)
        if house is None:
            house = _House(one, kind=kind_of(text, one))
            houses.append(house)
        house.mentions.append(Span(one.candidate.start, one.candidate.end))
        house.names.update(filter(None, (bare(one.candidate.text), one.candidate.short)))
        if len(bare(one.candidate.text)) > len(bare(house.name)) and bare(one.candidate.text).startswith(bare(house.name)):
            house.kind = kind_of(text, one)
    return houses


def _is_same(text: str, house: _House, one: Named) -> bool:
    name = bare(one.candidate.text)
    if name in house.names or name.casefold() in {known.casefold() for known in house.names}:
        return True
    known, other = house.first.known, one.known
    if known is not None and other is not None:
        return known.slug == other.slug
    words = name.split()
    longer, shorter = sorted((words, bare(house.name).split()), key=len, reverse=True)
    branch = longer is words and longer[len(shorter) :][:1] in (["Cloud"], ["Research"], ["AI"], ["Bank"])  # Naver, then Naver Cloud
    if longer[: len(shorter)] == shorter and not branch and shorter[0].lower() not in COMMON_FIRST_WORDS:
        return len(shorter) > 1 or len(longer) <= 3
    beside = text[house.mentions[-1].end : one.candidate.start] in (", ", " – ", " — ") and name.isupper() and len(house.name.split()) > 2
    return _abbreviates(name, house.name) or (beside and text[one.candidate.end : one.candidate.end + 1] in (",", "–", "—", "."))


def _abbreviates(short: str, name: str) -> bool:
    """Whether capitals are the beginnings of a name's words in order: CENIA for "Centre of Artificial Intelligence" loosely, QIA strictly."""
    if not (short.isupper() and 2 <= len(short) <= 7 and len(name.split()) >= 2):
        return False
    initials = [word[0].upper() for word in name.replace("-", " ").split() if word[0].isupper() or word in ("of", "and", "for")]
    strict = "".join(letter for letter, word in zip(initials, name.replace("-", " ").split(), strict=False) if word[0].isupper())
    return short in (strict, "".join(initials)) or (len(short) > 2 and strict.endswith(short))  # NSF for "U.S. National Science Foundation"


def _place(text: str, groups: list[str], index: int, houses: list[_House]) -> set[str]:
    """Whether a house is the first or only one of its group, and whether it comes early or late."""
    start, end = houses[index].mentions[0].start, max(1, len(text))
    found = set() if end < SHORTEST_PLACED_CHARACTERS else {"early"} if start < end / 4 else {"late"} if start > end * LATE else set()
    found |= {"first of its group"} if groups.index(groups[index]) == index else set()
    found |= {"only one of its group"} if groups.count(groups[index]) == 1 else set()
    return found | ({"named again"} if len(houses[index].mentions) > 1 else set())


def _abroad(text: str, house: _House, cuts: tuple[Span, ...], owners: tuple[str, ...]) -> set[str]:
    """Whether the sentence of the first mention is about other countries than the owners."""
    sentence = containing(cuts, house.mentions[0].start)
    start, end = max(sentence.start, house.mentions[0].start - REACH_CHARACTERS), min(sentence.end, house.mentions[0].end + REACH_CHARACTERS)
    named = set(countries_in(f"{text[start : house.mentions[0].start]} | {text[house.mentions[0].end : end]}"))
    return {"abroad"} if named and named.isdisjoint(owners) else set()


def _claim(
    text: str, house: _House, signs: Features, named: list[Named], cuts: tuple[Span, ...], owners: tuple[str, ...]
) -> OrganizationClaim | None:
    if house.name.endswith(STATE_AT_LARGE[0]):
        return None
    role, share = weigh(signs)
    first = house.first
    return OrganizationClaim(
        evidence(text, Span(first.candidate.start, first.candidate.end), PRODUCER, VERSION, round(first.confidence * (1 + share) / 2, 2)),
        name=first.candidate.text,
        kind=house.kind,
        country=home_of(text, house.first, house.kind, owners),
        role=role,
        status=status_of(_all_surroundings(text, house, named, cuts)[:1]),
    )


def _all_surroundings(text: str, house: _House, named: list[Named], cuts: tuple[Span, ...]) -> list[tuple[str, str]]:
    return [_surroundings(text, span, named, cuts) for span in (*house.mentions, *_called(text, house))[:MOST_MENTIONS]]


def _features(text: str, house: _House, place: set[str], named: list[Named], cuts: tuple[Span, ...], owners: tuple[str, ...]) -> Features:
    home = home_of(text, house.first, house.kind, owners)
    at_home = "unknown" if home is None else "owner" if home in owners else "foreign"
    return features(house.name, group_of(house.name, house.kind), at_home, place, _all_surroundings(text, house, named, cuts))


def _surroundings(text: str, mention: Span, named: list[Named], cuts: tuple[Span, ...]) -> tuple[str, str]:
    """The words before and after a mention within its sentence, those of an enumeration around the whole of it."""
    sentence = cuts[max(0, bisect_right(cuts, Span(mention.start, len(text))) - 1)]
    start, end = mention.start, mention.end
    inside = [one.candidate for one in named if sentence.start <= one.candidate.start < sentence.end]
    for one in reversed([one for one in inside if one.end <= start]):
        if LIST_GAP.match(text[one.end : start]) and text[one.end] != ";":
            start = one.start
    for one in inside:
        if one.start >= end and LIST_GAP.match(text[end : one.start]) and text[end] != ";":
            end = one.end
    before = text[max(sentence.start, start - REACH_CHARACTERS) : start]
    return f"{lead_in(text, start)}{before}", text[end : min(max(end, sentence.end), end + REACH_CHARACTERS)]


def _called(text: str, house: _House) -> list[Span]:
    """Where the organization is called "the ministry", or by the first word of its name, after it was named."""
    heads = {word.lower() for word in house.name.split()}
    by_head = [Span(*found.span()) for found in CALLED_BY_HEAD.finditer(text, house.mentions[0].end) if found.group(1) in heads]
    first, *others = bare(house.name).split()
    if (not others and first == house.name) or first.lower() in COMMON_FIRST_WORDS or countries_in(first) or first in INSTITUTIONS:
        return by_head
    alone = re.compile(rf"(?<![\w-]){re.escape(first)}(?![\w-])(?! {re.escape(house.name[len(first) + 1 :].split(' ')[0])})")
    return by_head + [Span(*found.span()) for found in alone.finditer(text, house.mentions[0].end)]


def _with_a_lead(claims: list[OrganizationClaim]) -> list[OrganizationClaim]:
    """Where nobody leads, the state's own house that is only mentioned does: its ministry is why the article names it."""
    if any(claim.role == LEAD for claim in claims):
        return claims
    candidates = [claim for claim in claims if claim.kind == "government" and claim.role == MENTIONED and _is_ministry(claim.name or "")]
    if len(candidates) != 1:
        return claims
    return [_as_lead(claim) if claim is candidates[0] else claim for claim in claims]


def _as_lead(claim: OrganizationClaim) -> OrganizationClaim:
    return OrganizationClaim(claim.evidence, claim.name, claim.described, claim.kind, claim.country, LEAD, claim.status)


def _is_ministry(name: str) -> bool:
    return bool(re.search(r"\b(?:[Mm]inistry|[Dd]epartment|presidency|Government)\b", name)) and name.split()[-1] not in PROGRAMMES
