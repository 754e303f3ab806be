"""How a speaker stands by rules of language alone, only where words or the speaker's own part show it; must not know weights."""

import re
from dataclasses import dataclass

from initiatives.ingest.steps.understand.stance.cues import (
    AGAINST,
    ASKS,
    CAMPS,
    CAUTIOUS,
    CLEAR_SCORE,
    CONTRASTED,
    CRITICAL,
    CUES,
    EXPERT,
    NEUTRAL,
    NEUTRAL_CUES,
    OWN_PART,
    PRAISES,
    STRONG_NOT,
    SUPPORTIVE,
    TOLD,
    TOLD_WEIGHT,
    TURN,
    UNCLEAR,
)

NEITHER = re.compile(r"\bneither \w+ nor \w+", re.IGNORECASE)
MILD = ("warn", "caution")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stance, and in words what shows it; `reason` is None where nothing does."""

    stance: str
    reason: str | None = None


def by_rules(words: str, title: str | None = None, takes_part: bool = False, around: str = "") -> Judgement:
    """The stance of a speaker's words towards the initiative.

    Words that name risks, conditions or faults decide; else words of support; else the part of a speaker who answers for the initiative
    (`takes_part`: an official of its owner, an executive of a participant), or a camp named as such ("critics"). Where none speaks, `unclear`.
    `around` are the text's own words beside the quotation: "warned", "scoffed", "defended the plan".
    """
    if NEITHER.search(words) and not takes_part:
        return Judgement(CAUTIOUS, f"takes neither side: “{_quoted(NEITHER, words)}”")
    if NEUTRAL_CUES.search(words):
        return Judgement(NEUTRAL, f"denies or declines: “{_quoted(NEUTRAL_CUES, words)}”")
    scores = {stance: sum(weight for weight, pattern in cues if pattern.search(words)) for stance, cues in CUES.items()}
    scores[CAUTIOUS] += 2 if TURN.search(words) else 0
    told, verb = _told(around)
    if told is not None:
        scores[told] += TOLD_WEIGHT
    if takes_part:
        return _of_participant(words, scores)
    return _of_outsider(words, title or "", scores, told, verb, around)


def _of_participant(words: str, scores: dict[str, int]) -> Judgement:
    """Whoever answers for the initiative supports it unless the words plainly weigh against it; then that is caution, not criticism."""
    supportive = scores[SUPPORTIVE] + (2 if OWN_PART.search(words) else 0)
    against = scores[CRITICAL] + scores[CAUTIOUS]
    if against >= 3 and against > supportive + 1:
        return Judgement(CAUTIOUS, because(CAUTIOUS, words) or because(CRITICAL, words))
    return Judgement(SUPPORTIVE, because(SUPPORTIVE, words) or "speaks for the initiative's owner or a participant")


def _of_outsider(words: str, title: str, scores: dict[str, int], told: str | None, verb: str, around: str) -> Judgement:
    """Whoever looks on from outside is judged by the words, then by the text's verb; a plain denial beside doubt is criticism."""
    best = max((CRITICAL, CAUTIOUS, SUPPORTIVE), key=lambda stance: scores[stance])
    doubted = told == CAUTIOUS and not verb.lower().startswith(MILD)
    if best == CAUTIOUS and doubted and STRONG_NOT.search(words) and not scores[SUPPORTIVE] and not EXPERT.search(title):
        return Judgement(CRITICAL, f"says “{_quoted(STRONG_NOT, words)}”, and the text “{verb}”")
    if scores[best] >= CLEAR_SCORE:
        return Judgement(best, because(best, words) or f"the text says “{verb}”")
    camp = _of_camp(title)
    return camp if camp.stance != UNCLEAR else _by_turn_of_phrase(words, around)


def _by_turn_of_phrase(words: str, around: str) -> Judgement:
    """An onlooker's weaker signs: a question or condition is caution, a denial or belittling word criticism, a kind word support."""
    if ASKS.search(words):
        return Judgement(CAUTIOUS, f"asks or makes conditions: “{_quoted(ASKS, words)}”")
    if AGAINST.search(words):
        return Judgement(CRITICAL, f"denies or belittles: “{_quoted(AGAINST, words)}”")
    if CONTRASTED.search(around):
        return Judgement(CRITICAL, f"the text sets it against what went before: “{_quoted(CONTRASTED, around).strip()}”")
    if PRAISES.search(words):
        return Judgement(SUPPORTIVE, f"says “{_quoted(PRAISES, words)}”")
    return Judgement(UNCLEAR)


def _told(around: str) -> tuple[str | None, str]:
    """The side on which the text's own words put the speaker, and the word that does; critical before cautious before supportive."""
    for stance, told in TOLD:
        found = told.search(around)
        if found:
            return stance, found.group()
    return None, ""


def _of_camp(title: str) -> Judgement:
    """Unnamed people whom the text itself puts on a side."""
    for stance, camp in CAMPS:
        if camp.search(title):
            return Judgement(stance, f"is one of the “{title}”")
    return Judgement(UNCLEAR)


def because(stance: str, words: str) -> str | None:
    found = [cue.group() for _, pattern in CUES.get(stance, ()) for cue in [pattern.search(words)] if cue]
    return f"says “{found[0]}”" if found else None


def _quoted(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.search(words)
    return found.group() if found else ""
