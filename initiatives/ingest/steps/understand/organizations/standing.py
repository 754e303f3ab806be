"""Where in an article an organization stands, among which others, and what its sentence is about, as signs; must not know roles."""

import re
from collections.abc import Sequence

from initiatives.ingest.values import Span

BULLET = re.compile(r"^\s*(?:[-–—*•·]|\(?[a-z\d]{1,3}[.)])\s+", re.MULTILINE)
OPENING = re.compile(r"^\W*(?:[Tt]he |[Ii]n \w+,? the |[A-Z]{4,}[^—–-]{0,30} [—–-] (?:The )?)?$")
SPEAKER = re.compile(
    r"(?:\b(?:lecturer|professor|economist|analyst|researcher|lawyer|partner|director|head|president|chair\w*|fellow|scientist|historian|"
    r"spokes\w+|secretary|executive|manager|engineer|columnist|coordinator|dean|rector|founder|officer|adviser|student)\b[\w\s,’'-]{0,40}|"
    r"\bwho (?:teaches|studies|follows|works|researches|heads|leads|runs|advises)\b[\w\s]{0,30}|[A-Z][\w’-]+ [A-Z][\w’-]+)"
    r" (?:at|of|for|with|from) (?:the )?(?:[\w-]+ ){0,5}$"
)
ABOUT = (
    ("money", re.compile(r"[$€£¥₹₩]|\b(?:[mb]illions?|trillions?|crore|lakh|bn|euros?|dollars?|loans?|grants?|funding|costs?)\b")),
    (
        "a comparison",
        re.compile(
            r"\b(?:compar\w+|contrast|unlike|rivals?|elsewhere|neighbour\w*|competit\w+|alternatives?|for its part|previous|earlier|former\w*|"
            r"last (?:year|month|week)|days after|came (?:as|days|weeks)|separately|rescue|already)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "a study",
        re.compile(
            r"\b(?:stud(?:y|ies)|report|survey|index|ranking|estimates?|forecasts?|statement carried|"
            r"according to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "a court",
        re.compile(r"\b(?:courts?|auditors?|complain\w+|lawsuit|appeal|ruling|approv\w+|threw out|opinion|licen[cs]e|permit)\b", re.IGNORECASE),
    ),
    ("users", re.compile(r"\b(?:users?|customers?|clients?|tenants?|pupils|students|beneficiar\w+|graduates?)\b", re.IGNORECASE)),
    (
        "taking part",
        re.compile(r"\b(?:tak\w+ part|partners?|consortium|members?|involved|jointly|together|contribut\w+|participa\w+)\b", re.IGNORECASE),
    ),
    ("a quotation", re.compile(r"[“\"„«‘]")),
    ("a year", re.compile(r"\b(?:since|in|until|from) (?:19|20)\d\d\b")),
    (
        "a withdrawal",
        re.compile(
            r"\b(?:withdr[ae]w\w*|stayed away|no part|not (?:taking part|involved|signed)|pulled out|unsuccessful|second|lost|dropped|gave up)\b"
        ),
    ),
    (
        "a tender",
        re.compile(
            r"\b(?:bids?|bidders?|tender\w*|candidates?|contenders?|shortlist\w*|appli(?:ed|cants?|cations?)|qualified|in the fray|"
            r"interest(?:ed)?)\b"
        ),
    ),
    ("a licence", re.compile(r"\b(?:certif\w+|licen[cs]\w*|authori[sz]\w+|permi\w+|audit\w*|review\w*|inspect\w*|regulat\w+|watchdog)\b")),
    ("data", re.compile(r"\b(?:texts?|recordings?|archives?|speech|corpus|data ?sets?|annotat\w+|translat\w+|pages)\b")),
    ("power", re.compile(r"\b(?:electricity|power|megawatts?|MW|grid|heat|water|land|solar|hydropower)\b")),
    (
        "training people",
        re.compile(
            r"\b(?:teach\w*|lessons|courses?|training|trainers|curricul\w+|scholarships|internships|graduates|"
            r"engineers)\b"
        ),
    ),
    (
        "a product abroad",
        re.compile(r"\b(?:chatbots?|assistants?|open model|base weights|Llama|Qwen|GPT|Falcon|Gemma|DeepSeek|Claude|ChatGPT|Mistral)\b"),
    ),
    ("what is open", re.compile(r"\b(?:may|might|could|would|hopes?|wants?|talks|negotiat\w+|asked|possible|expected)\b")),
)
FIRST_SENTENCES, LIST_LINES = 3, 12
LEADS = frozenset(("does steer", "by<steer", "rule lead"))
SURE = 0.6


def standing(text: str, cuts: tuple[Span, ...], mention: Span, groups: Sequence[str], index: int) -> set[str]:
    """Signs of the first mention. `groups` are the groups of all organizations in reading order, `index` this one's place in them."""
    number = sum(cut.end <= mention.start for cut in cuts[: FIRST_SENTENCES + 1])
    sentence = next((cut for cut in cuts if cut.start <= mention.start < cut.end), mention)
    found = {f"sentence {number + 1}" if number < FIRST_SENTENCES else "further down", f"house {index + 1}" if index < 2 else "house of several"}
    found |= {f"beside {what}" for what, pattern in ABOUT if pattern.search(text, max(sentence.start, mention.start - 400), sentence.end)}
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    found |= {"opens a paragraph"} if OPENING.match(line[-60:]) else set()
    found |= {"house of a speaker"} if SPEAKER.search(line[-110:]) else set()
    return found | {f"after a {group}" for group in ("ministry", "state", "payer") if group in groups[:index]}


def lead_in(text: str, start: int) -> str:
    """The words before a colon that an item of a list hangs on ("Taking part are:"), for an item that begins at `start`; else empty."""
    lines = text[max(0, start - 1500) : start].split("\n")
    if len(lines) < 2 or not BULLET.match(lines[-1] + " x"):
        return ""
    for line in reversed(lines[-LIST_LINES:-1]):
        if line.rstrip().endswith(":"):
            return line.strip()[-200:]
        if line.strip() and not BULLET.match(line):
            return ""
    return ""


def with_others(all_signs: list[dict[str, float]]) -> list[dict[str, float]]:
    """The signs of each organization with one more where the words say of another that it leads."""
    leading = [any(signs.get(sign, 0.0) >= SURE for sign in LEADS) for signs in all_signs]
    for index, signs in enumerate(all_signs):
        signs["another leads" if sum(leading) - leading[index] else "no other leads"] = 1.0
    return all_signs
