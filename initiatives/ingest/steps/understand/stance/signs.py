"""The signs by which a stance is weighed: who speaks, what the words hold, what the text says beside them; must not know the weights."""

import re

from initiatives.ingest.steps.understand.stance.cues import AGAINST, ASKS, CONTRASTED, CUES, OWN_PART, PRAISES, STRONG_NOT, TOLD, TURN

Signs = dict[str, float]
MOST_OF_A_SCORE = 6.0
POLITICIAN = re.compile(
    r"\b(?:opposition|shadow|senators?|mps?|meps?|lawmakers?|legislators?|"
    r"deput(?:y|ies)(?! (?:minister|director|secretary|head|governor|chief|prime))|"
    r"congress\w+|representatives?|councillors?|parliamentarians?|rapporteur|party|greens?|labour|minority|critics?|opponents?|former)\b",
    re.IGNORECASE,
)
INTERESTED = re.compile(
    r"\b(?:unions?|unionists?|association|forum|watch|watchdog|alliance|chamber|federation|network|residents?|rights|society|league|coalition|"
    r"confederation|guild|cooperative|campaign\w*|activists?|advocates?|collective|against|tenants?|taxpayers?|environmental|ngo|pensioner|farmer|"
    r"neighbours?)\b",
    re.IGNORECASE,
)
SCHOLAR = re.compile(
    r"\b(?:university|institute of technology|college|faculty|school of|teaches|studies|professor|doctoral|academy)\b", re.IGNORECASE
)
OFFICE = re.compile(r"\b(?:rector|president|chancellor|dean|lead\w*|chief|head|director|coordinator|principal)\b", re.IGNORECASE)
RULING = re.compile(r"\b(?:ruling|governing|coalition)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\?|\d+")
TURNS_INSIDE = re.compile(r"[.,;] ?(?:but|yet|still|only|however|and not)\b|\. Still\b", re.IGNORECASE)
PAIRED = re.compile(r"^(?:The|Our|They|We|It|You|I)\b[^.]{8,70}\. (?:The|They|It|Nobody|Who|We|But|A|An)\b")
DENIED = re.compile(r"\b(?:den(?:y|ies|ied)|declin\w+|to laughter|laughed|wanted to know|explain(?:s|ed)|held|ruled)\b", re.IGNORECASE)
ASKED = re.compile(r"\b(?:asked (?:about|whether|if|why|how|who)|replied|answered|responded)\b", re.IGNORECASE)
ADDED = re.compile(r"\b(?:(?:more|rather|was|is) (?:sober|reserved|formal)|grumbl\w+|quipp?\w+|jok\w+|sigh\w*|shrug\w*)\b", re.IGNORECASE)
FIRST_WORDS = 1
PLAIN = frozenset(("always", "short", "middling", "long"))
SHORT, LONG = 9, 22


def side_of(title: str, affiliation: str, actor: str, takes_part: bool, around: str) -> str:
    """Who speaks, as far as it tells of a stance: one who takes part, a politician, one with an interest, a scholar, else the kind of actor."""
    described = f"{title} {affiliation}"
    if takes_part:
        return "part, scholar" if actor == "academic" and not OFFICE.search(title) else "part"
    if POLITICIAN.search(described) and not RULING.search(described):
        return "politician"
    if INTERESTED.search(described):
        return "interested"
    if actor != "other":
        return actor
    return "academic" if SCHOLAR.search(f"{described} {around}") else "other"


def signs_of(words: str, side: str, around: str) -> Signs:
    """Each sign with its strength from 0 to 1; most are also given for the side that speaks."""
    found: Signs = {"always": 1.0, f"side {side}": 1.0}
    camp = "part" if side.startswith("part") else "onlooker"
    for name, strength in {**_by_cues(words), **_by_text(around), **_by_form(words)}.items():
        found[name] = strength
        found[f"{camp}: {name}"] = strength
    found.update({f"word {word}": 1.0 for word in _words(words)})
    found.update({f"{camp}: word {word}": 1.0 for word in _words(words)})
    return found


def shows_anything(signs: Signs) -> bool:
    """Whether a turn of phrase or the text beside it speaks for some stance, more than who speaks, how long and in which words."""
    return any(name not in PLAIN and not name.startswith(("side ", "word ", "part: ", "onlooker: ")) for name in signs)


def _by_cues(words: str) -> Signs:
    scores = {f"cue {stance}": sum(weight for weight, cue in cues if cue.search(words)) for stance, cues in CUES.items()}
    return {name: min(score, MOST_OF_A_SCORE) / MOST_OF_A_SCORE for name, score in scores.items() if score}


def _by_text(around: str) -> Signs:
    told = next((stance for stance, pattern in TOLD if pattern.search(around)), None)
    given = (("contrasted", CONTRASTED), ("declines", DENIED), ("asked", ASKED), ("in a tone", ADDED))
    return {**({f"told {told}": 1.0} if told else {}), **{name: 1.0 for name, pattern in given if pattern.search(around)}}


def _by_form(words: str) -> Signs:
    given = (
        ("own part", OWN_PART), ("against", AGAINST), ("strong not", STRONG_NOT), ("asks", ASKS), ("praises", PRAISES), ("turns", TURN),
        ("turns inside", TURNS_INSIDE), ("paired", PAIRED),
    )  # fmt: skip
    found = {name: 1.0 for name, pattern in given if pattern.search(words)}
    length = len(words.split())
    found["short" if length < SHORT else "long" if length > LONG else "middling"] = 1.0
    return found


def _words(words: str) -> set[str]:
    found = [word.lower().replace("’", "'") for word in WORD.findall(words)]
    return {"number" if word.isdigit() else word for word in found} | {f"first {word}" for word in found[:FIRST_WORDS]}
