"""What the words around a mention say of an organization, as named signs that can be weighed; must not know which role they point to."""

import re
from collections.abc import Sequence

from initiatives.ingest.steps.understand.lexicon import words as set_of
from initiatives.ingest.steps.understand.organizations.phrases import phrases_of
from initiatives.ingest.steps.understand.organizations.vocabulary import NOTHING, VERB_CLASSES, classes_of

WORD = re.compile(r"[^\W\d_][\w’'.-]*\w|[^\W\d_]|[$€£¥₹₩]?\d[\d.,]*|[$€£¥₹₩]")
PREPOSITIONS = set_of("by with from at to of in for under through including like on via between among as unlike over than behalf around into")
PASSED_OVER = set_of(
    "also now then has have had will would shall can could may might must to be been being jointly already together therefore thus still is are was",
    "were not only just both each recently initially however widely currently mainly largely partly in",
)
BEING = set_of("is are was were be been being gets got")
CLAUSE = re.compile(r"[,;:–—](?!\d)|\b(?:while|but|whereas) ")
CLAUSE_END = re.compile(r"[;:–—]|,(?!\d)|\b(?:while|but|whereas|and the)\b")
APPOSITION = re.compile(r"^, (?:an?|the|its|one of the|[A-Z][\w’']+(?:[’']s)?) (?P<words>[^,.;]{3,90})")
ASIDE = re.compile(r"^(?: \([^)]{1,60}\))?(?:, (?!which|who|and|but|while|said)[^,.;]{3,90},)?(?: \([^)]{1,60}\))?")
RELATIVE = re.compile(r"^,? (?:which|that|who|whose)\b")
SPOKEN = re.compile(r"[“\"„«]")
REACH_BEFORE, REACH_AFTER, BETWEEN = 12, 14, 5
AMONG_THEM = re.compile(r"^(?: and others)?,? (?:among (?:them|others)|to name a few|for (?:example|instance)),?(?= )")
Signs = set[str]


def signs_of(before: str, after: str) -> Signs:
    """The signs of one mention from the words before and after it within its sentence."""
    said = phrases_of(before, after)
    after = AMONG_THEM.sub("", after)
    before = before[:1].lower() + before[1:]  # "Led by …" at the beginning of a sentence
    ahead = WORD.findall(_last_clause(before))[-REACH_BEFORE:]
    found = (_governing("object", ahead) if before.rstrip().endswith(":") else _before(ahead)) | _after(after)
    found |= {f"near={kind}" for word in (*ahead, *WORD.findall(after)[:REACH_AFTER]) for kind in _kinds(word) if kind in FAR_REACHING}
    if SPOKEN.search(after) or SPOKEN.search(before):
        found.add("beside a quotation")
    return found | said


MONEY = frozenset(("money",))
NUMBER = re.compile(r"[$€£¥₹₩]\d?|\d")
IN_CAPITALS = re.compile(r"GPUs?$|CEO$|MPs?$|MEPs?$")


def _kinds(word: str) -> frozenset[str]:
    """The classes of a common word; capitals are names, and a number beside a mark of currency is money."""
    if word[0] in "$€£¥₹₩":
        return MONEY
    return classes_of(word) if word.islower() or IN_CAPITALS.match(word) else NOTHING


FAR_REACHING = frozenset(("rival", "market", "politics", "past", "scholar", "chips", "site", "press"))


def _last_clause(before: str) -> str:
    """The words from the last stop on that hold something that governs; what stands before it is said of others."""
    cuts = [found.end() for found in CLAUSE.finditer(before)]
    return next((before[cut:] for cut in reversed(cuts) if _governs(WORD.findall(before[cut:]))), before)


def _governs(words: Sequence[str]) -> bool:
    """Whether something stands there that governs the name; the noun that it stands beside ("the development bank") does not."""
    at = next((index for index in range(len(words) - 1, -1, -1) if words[index].lower() in PREPOSITIONS), len(words))
    return any(_kinds(word) for word in words[:at])


def _before(words: Sequence[str]) -> Signs:
    at = next((index for index in range(len(words) - 1, max(-1, len(words) - 1 - BETWEEN), -1) if words[index].lower() in PREPOSITIONS), None)
    if not words:
        return {"opens the sentence"}
    found = {f"right before={kind}" for word in words[-2:] for kind in _kinds(word)}
    if at is None or any(_kinds(word) & VERB_CLASSES for word in words[at + 1 :] if word.islower() and not _kinds(word) - VERB_CLASSES):
        return found | _governing("object", words)
    word = words[at].lower()
    return found | {f"after {word}"} | _governing(word, words[:at])


def _governing(function: str, words: Sequence[str]) -> Signs:
    """The class of the nearest word that governs the name, and of those further off."""
    found: Signs = set()
    verbs = next((kinds for word in reversed(words) if (kinds := _kinds(word) & VERB_CLASSES)), NOTHING)
    for word in reversed(words):
        kinds = _kinds(word)
        if kinds and not any(sign.startswith(f"{function}<") for sign in found):
            found |= {f"{function}<{kind}" for kind in kinds}
        found |= {f"{function}<<{kind}" for kind in kinds}
        found |= {f"{function}<{verb} {kind}" for verb in verbs for kind in kinds - VERB_CLASSES}
    return found


def _after(after: str) -> Signs:
    found: Signs = set()
    apposition = APPOSITION.match(after)
    if apposition:
        found |= {f"is a {kind}" for word in WORD.findall(apposition.group("words"))[:6] for kind in _kinds(word)}
    owned = re.match(r"^[’']s? ", after)
    if owned or re.match(r"^ [a-z]", after):
        first = WORD.findall(after[owned.end() if owned else 0 :])[: 3 if owned else 1]
        found |= {f"its {kind}" for word in first for kind in _kinds(word) - VERB_CLASSES}
    rest = after[ASIDE.match(after).end() :]  # type: ignore[union-attr]
    relative = RELATIVE.match(rest)
    rest = rest[relative.end() :] if relative else rest
    if rest[:1] in (",", ".", ";", ":", ")", "") and not relative:
        return found | {"ends a clause"}
    ends = CLAUSE_END.search(rest)
    return found | _predicate(WORD.findall(rest[: ends.start()] if ends else rest)[:REACH_AFTER])


def _predicate(words: Sequence[str]) -> Signs:
    """What the organization does, or what is done to it, and to what."""
    found: Signs = set()
    being, skipped = False, 0
    for index, word in enumerate(words):
        low = word.lower()
        if low in PASSED_OVER or (low.endswith("ly") and not classes_of(low)):
            being = low in BEING or (being and low not in ("to", "have", "has"))
            continue
        kinds = classes_of(low) & VERB_CLASSES
        if kinds:
            function = "is" if being and not low.endswith("ing") else "does"
            return found | {f"{function} {kind}" for kind in kinds} | _objects(function, kinds, words[index + 1 :])
        found |= {f"is a {kind}" for kind in classes_of(low)} if being else set()
        skipped += 1
        if skipped > (4 if being else 1):
            break
    return found


def _objects(function: str, verbs: frozenset[str], words: Sequence[str]) -> Signs:
    found: Signs = set()
    for index, word in enumerate(words[:9]):
        kinds = _kinds(word)
        for kind in kinds - VERB_CLASSES | (MONEY if NUMBER.match(word) else NOTHING):
            found |= {f"{function} {verb} {kind}" for verb in verbs}
        before = words[index - 1].lower() if index else ""
        if before == "to":
            found |= {f"{function} to {kind}" for kind in kinds & VERB_CLASSES}
        if before == "and":
            found |= {f"{function} {kind}" for kind in kinds & VERB_CLASSES}
    return found
