"""Finds the capitalised runs of words that names are made of; must not know which are people, organizations or places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from initiatives.ingest.steps.understand.lexicon import LEGAL_FORMS, words
from initiatives.ingest.steps.understand.passages import sentences
from initiatives.ingest.values import Reading

WORD = re.compile(r"\w+(?:[.’'\-/&+]\w+)*\+?")
POSSESSIVE = re.compile(r"[’'‘](?:s|S)$|[’'‘]$")
PARTICLES = words("al el bin bint ibn de del della da dos das du di van von der den ten ter la le")
OPENERS = words(
    "the a an this that these those it its he his she her they their we our you your i my in on at by for from with without to of as",
    "but and or nor so yet if when while where what who whom whose which why how because since after before until during under over",
    "between among against about around across behind beyond through despite both either neither each every all any some no none not",
    "only just even still also then there here once now today yesterday tomorrow meanwhile however moreover although though unlike like",
    "such many most much more less few several other another one two three four five six seven eight nine ten half asked according",
    "given compared whether is are was were be been being do does did has have had will would can could may might should must said says",
    "last next first second third earlier later recently instead nevertheless nonetheless therefore thus overall together within apart",
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october",
    "november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun yes perhaps maybe already almost",
    "nearly",
)
FIRST_NAMES = words("Jan April June May August Will")
NEVER_NAMES = words("ai it ict agi gpu gpus cpu cpus r&d us uk eu un ceo cfo cto coo gdp llm llms api vat faq ok tv ml hpc dc pm cs ps ev evs iot")


@dataclass(frozen=True, slots=True)
class Word:
    """One capitalised word; a possessive `'s` is not part of it but ends a name. `opens` is true for the first word of a sentence."""

    start: int
    end: int
    text: str
    possessive: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring capitalised words: `text[start:end]`."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    possessive: bool


def runs(text: str, reading: Reading) -> tuple[Run, ...]:
    """Runs of capitalised words in reading order, without the small words that a sentence begins with."""
    tags = {token.start: token.part_of_speech for token in reading.tokens}
    return tuple(run for group in _groups(text, capitalised(text)) if (run := _run(text, group, tags)) is not None)


@lru_cache(maxsize=2)  # people, organizations and quotations each ask for those of the same text
def capitalised(text: str) -> tuple[Word, ...]:
    """Every word that is written with a capital, or in mixed case such as xAI."""
    openings = {sentence.start + _lead(text, sentence.start) for sentence in sentences(text)}
    return tuple(_word(match, openings) for match in WORD.finditer(text) if _has_capital(match.group()))


def _lead(text: str, start: int) -> int:
    """How many marks (quotation marks, bullets, brackets) stand before the first word of a sentence."""
    found = WORD.search(text, start, start + 8)
    return found.start() - start if found else 0


def _has_capital(word: str) -> bool:
    return word[0].isupper() or (any(letter.isupper() for letter in word[1:]) and not word[0].isdigit())


def _word(match: re.Match[str], openings: set[int]) -> Word:
    bare = POSSESSIVE.sub("", match.group())
    opens = match.start() in openings or match.string[max(0, match.start() - 1) : match.start()] in '“"‘«„•'
    return Word(match.start(), match.start() + len(bare), bare, bare != match.group(), opens)


def _groups(text: str, words: Sequence[Word]) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in words:
        if groups and _adjoins(text, groups[-1][-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _adjoins(text: str, before: Word, word: Word) -> bool:
    between = text[before.end : word.start]
    return not before.possessive and not word.opens and _is_gap(between, before.text)


def _is_gap(between: str, before: str) -> bool:
    """A blank, an initial's or a title's stop, an ampersand, or the particle of a family name."""
    if between in (" ", "\u00a0", " & "):
        return True
    if between == ". ":
        return len(before) <= 4 or before in LEGAL_FORMS
    middle = between.strip().split()
    return bool(middle) and between[0] == " " and all(part in PARTICLES for part in middle) and "\n" not in between


def _run(text: str, group: list[Word], tags: dict[int, str]) -> Run | None:
    kept = list(group)
    while kept and not _is_first_name(kept) and (kept[0].text.lower() in OPENERS or (kept[0].opens and len(kept) > 1 and _is_common(kept[0], tags))):
        kept.pop(0)
    while kept and kept[-1].text.lower() in OPENERS:
        kept.pop()
    if not kept:
        return None
    return Run(kept[0].start, kept[-1].end, text[kept[0].start : kept[-1].end], tuple(kept), kept[-1].possessive)


def _is_first_name(group: list[Word]) -> bool:
    """`Jan Holt`, `April Moe`: the name of a month right before one that is no number."""
    return len(group) == 2 and group[0].text in FIRST_NAMES and group[1].text.lower() not in OPENERS and not group[1].text[0].isdigit()


def _is_common(word: Word, tags: dict[int, str]) -> bool:
    """Whether the language model takes a sentence's first word for no name ("Specialists", "Nearly")."""
    return tags.get(word.start, "PROPN") not in ("PROPN", "NOUN", "ADJ", "X")
