"""Decides which candidates are organizations, by the record, their own words, the words around them and the language model; must not know roles."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from initiatives.ingest.steps.understand.capitals import NEVER_NAMES
from initiatives.ingest.steps.understand.lexicon import INSTITUTIONS, LEGAL_FORMS, MEDIA, MEDIA_NAMES, SEATS, WELL_KNOWN, words
from initiatives.ingest.steps.understand.mentions import code_of
from initiatives.ingest.steps.understand.organizations.acting import does_as_houses_do, is_dealt_with
from initiatives.ingest.steps.understand.organizations.candidates import STRONG_HEADS, Candidate, candidates, is_programme
from initiatives.ingest.steps.understand.organizations.cues import (
    ACTS_AFTER,
    ADJECTIVE_USE,
    AGENT_BEFORE,
    AS_ROLE,
    ATTRIBUTED,
    CHOSEN_AFTER,
    CHOSEN_BEFORE,
    INCLUDING,
    INDEFINITE,
    LIST_GAP,
    NOUN_AFTER,
    NOUN_BEFORE,
    PLAUSIBLE,
    THING_AFTER,
    THING_AFTER_COMMA,
    THING_BEFORE,
    TITLE_BEFORE,
    TOLD_AFTER,
    TOLD_BEFORE,
)
from initiatives.ingest.steps.understand.organizations.refusals import is_refused
from initiatives.ingest.steps.understand.people import Person
from initiatives.ingest.values import Entity, KnownOrganization, Reading

GOVERNMENT_AT_LARGE = words(
    "Cabinet Council_of_Ministers Union_Cabinet Parliament House Congress Senate Kingdom State Government Federal_Government "
    "Union Lok_Sabha Bundestag",
    "White_Paper Ministry Department Agency Fund Bank University Company Group Council Commission Committee Centre Center "
    "Institute Foundation Court Crown Authority Party Board Bureau Corporation Coalition Office Association Society Alliance Opposition",
)
WEAK_WORDS = words(
    "Research Energy Service Services Systems Network Networks Group Capital Partners Technologies Technology Electronics "
    "Industries Union School Exchange Trust",
    "Software Motors Ventures Labs Lab Cloud Securities Telecom League Board Society Alliance Administration Co AG SA SE AB NV",
)
SURE_FUNDS = re.compile(r"\b(?:Investment|Sovereign|Wealth|Pension|Monetary|Reserve|Development|Innovation|Endowment|Oil) Fund\b|\bFund of [A-Z]")


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names an organization; `known` is the record's organization of that name, `confidence` 0 to 1."""

    candidate: Candidate
    confidence: float
    known: KnownOrganization | None = None


class Names:
    """The record's organizations by every name they have."""

    def __init__(self, organizations: Sequence[KnownOrganization]) -> None:
        """Names are read as they are written; legal forms do not matter."""
        self._by_name: dict[str, KnownOrganization] = {}
        for organization in organizations:
            for name in (organization.name, *organization.aliases):
                self._by_name.setdefault(bare(name), organization)
                self._by_name.setdefault(name, organization)

    def find(self, name: str) -> KnownOrganization | None:
        """The organization of that name or alias, legal forms aside."""
        return self._by_name.get(name) or self._by_name.get(bare(name))

    def all(self) -> frozenset[str]:
        """Every name."""
        return frozenset(self._by_name)


@lru_cache(maxsize=20_000)  # the names of the record are asked for again with every article
def bare(name: str) -> str:
    """A name without article, legal forms and what stands in brackets: `Preferred Networks, Inc.` is `Preferred Networks`."""
    kept = re.sub(r"\s*\([^)]*\)", "", name).replace(",", "").split()
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept.pop()
    return " ".join(kept[1:] if kept[:1] in (["The"], ["the"]) and len(kept) > 1 else kept)


def find_names(text: str, reading: Reading, names: Names, people: tuple[Person, ...]) -> list[Named]:
    """Every place where an organization is named, in reading order."""
    found = [(candidate, _judge(text, candidate, reading.entities, names, people)) for candidate in candidates(text, reading, names.all())]
    return [
        Named(candidate, confidence, names.find(candidate.text))
        for candidate, confidence in _spread(text, found)
        if confidence is not None and confidence > 0
    ]


def _judge(text: str, candidate: Candidate, entities: tuple[Entity, ...], names: Names, people: tuple[Person, ...]) -> float | None:
    """Confidence that the candidate is an organization; 0.0 where nothing says so, None where something forbids it."""
    if _is_of_person(candidate, people) or _is_place_or_plain(candidate.text) or is_refused(text, candidate):
        return None
    if names.find(candidate.text) is not None and not _is_thing(text, candidate):
        return 0.95
    if is_programme(candidate.text) and not SURE_FUNDS.search(candidate.text) and not _is_fund_that_acts(text, candidate):
        return None
    if (" " not in candidate.text and ADJECTIVE_USE.match(text[candidate.end : candidate.end + 60])) or (
        _is_thing(text, candidate) and not _has_legal_form(candidate.text)
    ):
        return None
    if INDEFINITE.search(text[max(0, candidate.start - 40) : candidate.start]) and not _has_legal_form(candidate.text):
        return None
    return max(_by_its_words(text, candidate, entities), _by_neighbours(text, candidate), _by_model(text, candidate, entities))


def _is_of_person(candidate: Candidate, people: tuple[Person, ...]) -> bool:
    """Whether the stretch is a person's name or title, not the house where the person works."""
    for person in people:
        if person.first <= candidate.start < (person.end if person.title is None else person.last):
            return person.sure and not (person.affiliation and (candidate.text in person.affiliation or person.affiliation in candidate.text))
    return any(candidate.text in person.name.split() for person in people if person.sure)


def _is_place_or_plain(name: str) -> bool:
    if name.lower() in NEVER_NAMES or name in GOVERNMENT_AT_LARGE or len(name) < 2 or not PLAUSIBLE.search(name):
        return True
    place = code_of(name) or code_of(name.title())
    return place is not None and (STRONG_HEADS | {"Government"}).isdisjoint(name.split())


def _is_thing(text: str, candidate: Candidate) -> bool:
    """Whether the words beside it say that it is a model, a machine, a place or a plan."""
    after = text[candidate.end : candidate.end + 90]
    return bool(
        (THING_AFTER.match(after) and " " not in candidate.text and candidate.text not in MEDIA_NAMES and not candidate.text.isupper())
        or THING_AFTER_COMMA.match(after)
        or (re.search(r"\bmodels? (?:the )?$", text[max(0, candidate.start - 20) : candidate.start]))
    )


def _is_fund_that_acts(text: str, candidate: Candidate) -> bool:
    """Whether a fund is spoken of as a house ("from the Archipelago Fund"), not as a pot that is set up."""
    before, after = text[max(0, candidate.start - 14) : candidate.start], text[candidate.end : candidate.end + 60]
    return candidate.text.endswith(" Fund") and bool(
        re.search(r"\b(?:from|by|and) the $", before) or ACTS_AFTER.match(after) or does_as_houses_do(text, candidate)
    )


def _has_legal_form(name: str) -> bool:
    return name.split()[-1] in LEGAL_FORMS - {"Group", "Company", "SA", "SE", "AG", "Holdings"}


def _by_its_words(text: str, candidate: Candidate, entities: tuple[Entity, ...]) -> float:
    parts = candidate.text.split()
    labelled = _labels(candidate, entities)
    if _has_legal_form(candidate.text) or candidate.text in SEATS | MEDIA_NAMES | WELL_KNOWN or SURE_FUNDS.search(candidate.text):
        return 0.9
    if _is_fund_that_acts(text, candidate):
        return 0.7
    heads = ((INSTITUTIONS - WEAK_WORDS) | STRONG_HEADS).intersection(parts) if len(parts) > 1 else set()
    if heads and (parts[-1] in heads or not heads.isdisjoint(STRONG_HEADS) or "Undertaking" in heads or parts[0] in heads):
        return 0.9
    if len(parts) > 1 and parts[-1] in MEDIA and ("ORG" in labelled or ATTRIBUTED.search(text[max(0, candidate.start - 30) : candidate.start])):
        return 0.85
    if len(parts) > 1 and parts[-1] in WEAK_WORDS and ("ORG" in labelled or not labelled):
        return 0.75
    if candidate.text.endswith((" government", " presidency")):
        return 0.6
    return 0.85 if candidate.text.endswith((" ministry", " department")) and len(parts) > 1 else 0.0


CHOSEN_HELPERS = (" has ", " have ", " had ", " was ", " were ", " is ", " are ")


def _by_neighbours(text: str, candidate: Candidate) -> float:
    before, after = text[max(0, candidate.start - 90) : candidate.start], text[candidate.end : candidate.end + 110]
    if NOUN_BEFORE.search(before) or INCLUDING.search(before) or TITLE_BEFORE.search(before):
        return 0.85
    if NOUN_AFTER.match(after) or AS_ROLE.match(after):
        return 0.85
    if AGENT_BEFORE.search(before) and " " in candidate.text:
        return 0.7
    if CHOSEN_AFTER.match(after) and (CHOSEN_BEFORE.search(before) or after.startswith(CHOSEN_HELPERS)):
        return 0.75
    if CHOSEN_BEFORE.search(before) and not candidate.text.islower():
        return 0.75
    if is_dealt_with(text, candidate):
        return 0.7
    if TOLD_BEFORE.search(before) and TOLD_AFTER.match(after):
        return 0.75
    if before.lower().rstrip().endswith(("according to", "according to the", "citing")):
        return 0.8
    return 0.0


def _by_model(text: str, candidate: Candidate, entities: tuple[Entity, ...]) -> float:
    labelled = _labels(candidate, entities)
    if " " not in candidate.text and re.search(r"\bin (?:\w+ and )?$", text[max(0, candidate.start - 24) : candidate.start]):
        return 0.0
    if does_as_houses_do(text, candidate) and (labelled or " " in candidate.text or not _opens_sentence(text, candidate)):
        return 0.65
    mixed = bool(re.search(r"[a-z][A-Z]|[A-Z]{2}[a-z]", candidate.text)) and " " not in candidate.text
    acts = ACTS_AFTER.match(text[candidate.end : candidate.end + 60]) is not None
    if "ORG" in labelled and not THING_BEFORE.search(text[max(0, candidate.start - 30) : candidate.start]):
        alone = " " not in candidate.text and not acts and _opens_sentence(text, candidate)
        return 0.3 if alone else 0.7
    if acts and (mixed or (labelled and labelled <= {"GPE", "PERSON", "PRODUCT", "NORP"} and " " not in candidate.text)):
        return 0.6
    return 0.6 if mixed and not THING_BEFORE.search(text[max(0, candidate.start - 30) : candidate.start]) else 0.0


def _labels(candidate: Candidate, entities: tuple[Entity, ...]) -> set[str]:
    """Labels of the language model's names that cover at least half of the candidate."""
    half = (candidate.end - candidate.start) / 2
    first, behind = bisect_right(entities, candidate.start, key=lambda entity: entity.end), bisect_left(entities, candidate.end, key=_start)
    return {entity.label for entity in entities[first:behind] if min(entity.end, candidate.end) - max(entity.start, candidate.start) > half}


def _start(entity: Entity) -> int:
    return entity.start


def _opens_sentence(text: str, candidate: Candidate) -> bool:
    return bool(re.search(r"(?:^|[.!?”\n•]\s*|[“\"])$", text[max(0, candidate.start - 3) : candidate.start]))


def _spread(text: str, found: list[tuple[Candidate, float | None]]) -> list[tuple[Candidate, float | None]]:
    """In an enumeration that holds an organization the other names are organizations too, if nothing forbids it."""
    confidences = [confidence for _, confidence in found]
    for group in _enumerations(text, [candidate for candidate, _ in found]):
        sure = [index for index in group if (confidences[index] or 0) >= 0.7]
        if sure and (len(group) > 2 or max(confidences[index] or 0 for index in sure) >= 0.75):
            for index in group:
                if confidences[index] is not None:
                    confidences[index] = max(confidences[index] or 0, 0.7)
    return [(candidate, confidence if (confidence or 0) > 0.5 else None) for (candidate, _), confidence in zip(found, confidences, strict=True)]


def _enumerations(text: str, stretches: list[Candidate]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index, candidate in enumerate(stretches):
        gap = text[stretches[index - 1].end : candidate.start] if index else "."
        if LIST_GAP.match(gap):
            groups[-1].append(index)
        else:
            groups.append([index])
    return [group for group in groups if len(group) > 1]
