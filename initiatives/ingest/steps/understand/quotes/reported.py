"""Finds reported speech: opinions that the text gives in its own words as somebody's; must not know quotation marks' styles."""

import re

from initiatives.ingest.steps.understand.lexicon import alternatives, words
from initiatives.ingest.steps.understand.passages import trim
from initiatives.ingest.steps.understand.quotes.direct import Attributed
from initiatives.ingest.steps.understand.quotes.speakers import Cast, Speaker, Spoken, as_speaker, pronoun_in, unnamed
from initiatives.ingest.steps.understand.speech import OPINION_FORMS, SPOKEN
from initiatives.ingest.values import Reading, Span

TRAILING = re.compile(
    rf"^(?P<words>.{{12,400}}?),\s+(?P<who>[^,;]{{1,90}}?(?:, "
    rf"[^;]{{3,120}},)?)\s+(?P<verb>{SPOKEN})\b(?P<rest>(?! that\b)[^,;.]{{0,60}})(?=[.;]|$)",
    re.DOTALL,
)
TRAILING_INVERTED = re.compile(rf"^(?P<words>.{{12,400}}?),\s+(?P<verb>{SPOKEN})\s+(?!that\b)(?P<who>[^;]{{3,160}}?)(?=[.;]|$)", re.DOTALL)
LEADING = re.compile(
    rf"^(?P<who>.{{1,200}}?)\s+(?:also |later |then |has |had )?(?P<verb>{SPOKEN})(?P<to>(?: (?!that\b|in\b|the\b|it\b|he\b|she\b|"
    rf"they\b)(?:the )?[\w-]+){{0,4}}?)\s+(?:on \w+ )?(?:that\s+)?(?P<words>(?:the|a|an|it|he|she|they|we|there|this|that|no|"
    rf"only|[A-Z]\w+|[a-z]+s)\b.{{12,400}})$",
    re.DOTALL,
)
SAID_THAT = re.compile(rf"^(?P<who>.{{1,200}}?)\s+(?P<verb>{SPOKEN})\s+(?P<to>(?:[\w’'-]+ ){{0,8}})that\s+(?P<words>.{{12,400}})$", re.DOTALL)
MIDDLE = re.compile(rf"^(?P<lead>[^,]{{2,40}}), (?P<who>[^,]{{1,60}}?) (?P<verb>{SPOKEN}), (?P<words>.{{12,400}})$", re.DOTALL)
COLON = re.compile(r"^(?P<who>(?:An?|One|Another|Some|Several)\b[^:]{3,90}?)\s*:\s+(?P<words>[a-z].{12,400})$", re.DOTALL)
REGARDED = re.compile(
    r"^(?P<who>.{1,120}?)\s+(?P<verb>spoke|speaks|described|describes|sees|saw|regards|regarded|praised|"
    r"hailed)\s+(?:of\s+)?.{3,160}?\s+as\s+(?P<words>(?:the|an?|one)\s.{8,200})$",
    re.DOTALL,
)
ACCORDING = re.compile(r"^According to (?P<who>[^,]{3,60}(?:, [^,]{3,100})?), (?P<words>.{12,400})$", re.DOTALL)
ACCORDING_TRAILING = re.compile(r"^(?P<words>.{12,400}?), according to (?P<who>[^;]{3,160})$", re.DOTALL)
ADDING = re.compile(r"\b(?:adding|saying|noting|arguing|warning|stressing) that (?P<words>[^“”«»„\"]{12,300})$")
FACTUAL = words("report reports reported announce announces announced announcing reveal revealed confirm confirmed describe")
OPINIONS = re.compile(rf"^(?:{alternatives(OPINION_FORMS)})$", re.IGNORECASE)
BACKSHIFTED = re.compile(r"\bwould\b.*\bwould\b|\bhad\b.*\bwould\b|\bwould\b.*\bhad\b", re.DOTALL)
LAST_CLAUSE = re.compile(r"(?:, and although [^,]{5,90}, | although [^,]{5,90}, )(?P<words>.+)$", re.DOTALL)
STYLES = (COLON, ACCORDING, ACCORDING_TRAILING, TRAILING, TRAILING_INVERTED, MIDDLE, SAID_THAT, REGARDED, LEADING)
DATELINE = re.compile(r"^(?:[A-ZÀ-Þ][A-ZÀ-Þ /,.]+|[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?, [A-ZÀ-Þ]\w+ \d+)[^.;“]{0,24}?(?: [–—-] |: )")
FEWEST_WORDS = 5
MARKS = re.compile(r"[“”«»„\"]")


def find_reported(cast: Cast, direct: list[Attributed], reading: Reading) -> list[tuple[Span, Speaker]]:
    """The reported words and their speaker, sentence by sentence. Plain facts that a house announces are left out."""
    found: list[tuple[Span, Speaker]] = []
    last: Spoken | None = None
    pending = list(direct)
    for sentence in cast.sentences:
        while pending and pending[0].quoted.outer.start < sentence.start:
            one = pending.pop(0)
            last = Spoken(max(one.end, one.quoted.outer.end), one.speaker, one.person) if one.speaker != Speaker() else last
        spoken = _reported(cast, sentence, last, direct)
        if spoken is not None:
            found.append(spoken)
    return found


def _reported(cast: Cast, sentence: Span, last: Spoken | None, direct: list[Attributed]) -> tuple[Span, Speaker] | None:
    dateline = DATELINE.match(cast.text[sentence.start : sentence.end])
    sentence = Span(sentence.start + (dateline.end() if dateline else 0), sentence.end)
    words = cast.text[sentence.start : sentence.end].rstrip(".!?…")
    if MARKS.search(words):
        return _added(cast, sentence, words, direct)
    for style in STYLES:
        found = style.match(words)
        speaker = _speaker(cast, sentence, found, last) if found else None
        if found is not None and speaker is not None and len(found.group("words").split()) >= FEWEST_WORDS:
            start, end = found.span("words")
            return trim(cast.text, sentence.start + start, sentence.start + end), speaker
    return _free(cast, sentence, words, last)


def _added(cast: Cast, sentence: Span, words: str, direct: list[Attributed]) -> tuple[Span, Speaker] | None:
    """What a sentence adds to a quotation of its own: "…,” she said, adding that nobody had been asked"."""
    found = ADDING.search(words)
    quoted = [one for one in direct if sentence.start <= one.quoted.outer.start < sentence.end]
    if found is None or not quoted or len(found.group("words").split()) < FEWEST_WORDS:
        return None
    start, end = found.span("words")
    return Span(sentence.start + start, sentence.start + end), quoted[-1].speaker


def _speaker(cast: Cast, sentence: Span, found: re.Match[str], last: Spoken | None) -> Speaker | None:
    """Whose opinion it is; None for a house that only announces and where nobody is named."""
    start, end = (sentence.start + edge for edge in found.span("who"))
    who = cast.text[start:end]
    pronoun = pronoun_in(who)
    if pronoun in ("he", "she"):
        person = cast.meant_by_pronoun(pronoun, start, last)
        return as_speaker(person) if person else None
    mentions = cast.between(start, end)
    verb = found.groupdict().get("verb") or "contradicted"
    if mentions:
        return None if verb.lower() in FACTUAL else as_speaker(mentions[0].person)
    speaker = None if "verb" not in found.groupdict() and found.re is not COLON else unnamed(cast, start, end, last)
    if speaker is None or (speaker.is_house and (not OPINIONS.match(verb) or verb.lower() in FACTUAL)):
        return None
    return speaker if speaker.title or speaker.affiliation else None


def _free(cast: Cast, sentence: Span, words: str, last: Spoken | None) -> tuple[Span, Speaker] | None:
    """Reported speech that goes on without a verb of its own, right behind a quotation: "Supply had worsened, and it would cost a great deal"."""
    if last is None or not 0 <= sentence.start - last.end <= 40 or not BACKSHIFTED.search(words):
        return None
    clause = LAST_CLAUSE.search(words)
    start = sentence.start + (clause.start("words") if clause else 0)
    return trim(cast.text, start, sentence.start + len(words)), last.speaker
