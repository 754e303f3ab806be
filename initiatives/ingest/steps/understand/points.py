"""What an article gives as goal, rationale, hurdle, opportunity and model of an initiative, by cues; must not know the record."""

import re

from initiatives.ingest.steps.understand.aspects import tags_in
from initiatives.ingest.steps.understand.mentions import countries_in
from initiatives.ingest.steps.understand.passages import LONGEST_READ_CHARACTERS, evidence, sentences, trim
from initiatives.ingest.steps.understand.quotes.marks import find_quoted
from initiatives.ingest.values import Context, PointClaim, Reading, Span

PRODUCER = "points"
VERSION = "1"
CONFIDENCE = 0.7
MOST_ASPECTS = {"hurdle": 2, "rationale": 2}  # "concerns about sustainability and operational costs" are two

CUES: tuple[tuple[str, str], ...] = (
    (
        "model",
        r"mirrors? (?:the )?(?:strateg|approach|model|polic|path|example|effort)\w*|modell?ed (?:on|after)|follow(?:s|ed|ing)? "
        r"(?:in )?the (?:example|footsteps|lead|model|path)|inspired by|patterned (?:on|after)"
        r"|tak(?:es|ing) (?:its cue|a leaf)|borrow(?:s|ed|ing)? from|emulat(?:es?|ed|ing)|cop(?:y|ies|ied) (?:of|the|from)|"
        r"echo(?:es|ed|ing)? (?:the|strateg)|answer to (?:the )?(?:US|U\.S\.|American|Chinese|European|Stargate)"
        r"|equivalent (?:of|to) (?:the )?(?:US|U\.S\.|American|Stargate)|much like (?:the )?(?:US|U\.S\.|United States|China)|"
        r"just as (?:the )?(?:US|U\.S\.|United States|China) (?:did|does|has)|akin to|along the lines of",
    ),
    (
        "opportunity",
        r"holds? (?:out )?promise|promis(?:es|ing) (?:for|to)|opportunit(?:y|ies)|potential (?:to|for|of)|(?:could|can|may|might|"
        r"would|will) (?:also )?(?:help|boost|accelerate|optimi[sz]e|transform|unlock|speed up|cut|save|improve|create|"
        r"strengthen|generate|add|benefit|draw in|attract|raise|make it easier)|expect(?:s|ed)? (?:[\w ]{1,30} )?to (?:generate|"
        r"create|add|boost|bring|improve|cut|save|raise)|opens? (?:up|the (?:door|way))|paves? the way|benefits? (?:for|of|"
        r"include)|upside",
    ),
    (
        "hurdle",
        r"hurdles?|obstacles?|(?-i:challeng(?:e|es|ing))\b|bottlenecks?|strain(?:s|ed|ing)? (?:\w+ )?(?:\w+ )?(?:grids?|resources|"
        r"budgets?|supply|network)|rais(?:es|ed|ing) (?:\w+ )?(?:concerns?|questions?|doubts?|fears?)|concerns? (?:about|over)"
        r"|lack(?:s|ed|ing)? (?:of|the|enough|sufficient)\b|shortages?|scarc\w+|immense \w+ (?:required|needed)|drawbacks?|"
        r"barriers?|risks? (?:of|that|is|are|remain|being)|at risk|burdens? (?:on|for)|depends? (?:heavily )?on (?:foreign|"
        r"imported|American|US|U\.S\.)"
        r"|eats? (?:up )?(?:water|power)|(?:water|power|energy|electricity) (?:use|consumption|demand)|costs? (?:are|is|have|"
        r"could|remain) (?:high|rising|soar)|brain drain|slow(?:s|ed)? (?:down|by)|delay(?:s|ed)|constraints?|remains? (?:unclear|"
        r"uncertain|"
        r"unresolved|open)|cannot ignore|not yet (?:secured|found|agreed)|struggl(?:e|es|ed|ing)|export (?:controls|restrictions|"
        r"curbs|rules)|opposition from|critics|skeptic\w*|sceptic\w*|hard to (?:find|get|hire|keep)|limit(?:s|ed) by|resource "
        r"demands",
    ),
    (
        "rationale",
        r"urgent\w*|urgency|because|influence wane|wan(?:e|ed|ing)\b|(?:has|have|had) (?:lost|fallen|lagged|slipped)|los(?:t|s of|"
        r"ing) (?:ground|influence|its|the lead)|lag(?:s|ged|ging)? (?:behind)?|fall(?:s|en|ing)? behind|fell behind|left behind"
        r"|economic security|national security|reduc(?:e|es|ing) (?:its |the |their )?(?:dependence|reliance)|dependen(?:ce|t|cy) "
        r"on|relian(?:ce|t) on|views? (?:\w+ )?(?:AI|it|this|artificial intelligence) as|sees (?:AI|it|this|artificial "
        r"intelligence) as"
        r"|regain\w*|does not want \w+ (?:industry|companies|firms)|(?:would|does) rather lead|hang on foreign|driven by|"
        r"motivated by|in response to|amid (?:fears|concerns|competition)|fears? (?:that|of)|in order not to|cannot afford|"
        r"pointing to the"
        r"|race (?:with|against|between)|why own such|to keep (?:up|pace)|catch up",
    ),
    (
        "goal",
        r"aim(?:s|ed|ing)? (?:to|at|of|is)|goals? (?:is|are|of|was)|objectives? (?:is|are|of)|seek(?:s|ing)? to|sought to|(?<!not "
        r")designed to|intend(?:s|ed) to|(?<!not )meant to|hop(?:es|ing) to|want(?:s|ed)? to (?:be|build|become|create|develop|"
        r"train|raise|double|lead|make)"
        r"|target(?:s|ed|ing)? (?:is|of|to)|ambition (?:is|of|to)|(?:the )?core of the (?:project|plan|initiative|programme|"
        r"program)|centrepiece|centerpiece|first on its list|in order to|so that|with the (?:aim|goal|objective|view)|is to (?:be|"
        r"become|"
        r"build|reach|cover|give|create|train|make|develop|serve|widen|enable)|are to (?:be (?:trained|built|created)|reach|"
        r"build)|will be used (?:to|for)|plans? to (?:build|develop|create|train|double|raise)|to become (?:a|an|the|one)|"
        r"promised .{0,40} to raise|has the aim",
    ),
)
_CUES = tuple((kind, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for kind, pattern in CUES)
CLAUSE_CUT = re.compile(
    r";\s+|,?\s+(?:but|while|whereas|yet)\s+(?=[a-z]+\s)|\s+and\s+(?=(?:raises?|strains?|views?|sees|wants?|aims?|hopes?|"
    r"threatens?|puts|brings|adds|makes)\b)"
)
REPORT_TAIL = re.compile(r",\s+(?:according to|said|says|reported|reports)\b.*$", re.DOTALL)
LEAD_IN = re.compile(
    r"(?:With|Led|Backed|Funded|Under|By|As|After|Although|While|Since|In|At|On|For|To|Using|Through)\b.*,\s+(?=[\w’' -]{2,60}$)", re.DOTALL
)
AND = re.compile(r"\s+and\s+")
FEWEST_WORDS = 5
BULLET = re.compile(r"[•*–—-]\s+")


def find_points(text: str, reading: Reading, context: Context) -> tuple[PointClaim, ...]:
    """Points in reading order, with whole sentences or clauses as evidence. Sentences in which somebody is quoted are left to commentary.

    `country` of a model is whose approach is followed. A clause is one point, unless an "and" in it joins two things: then each has its passage.
    """
    text = text[:LONGEST_READ_CHARACTERS]
    spoken = [passage.outer for passage in find_quoted(text)]
    unspoken = [sentence for sentence in sentences(text) if not any(span.start < sentence.end and sentence.start < span.end for span in spoken)]
    found = [point for sentence in unspoken for clause in _clauses(text, sentence) for point in _points(text, clause)]
    return tuple(_without_repeats(found))


def _clauses(text: str, sentence: Span) -> list[Span]:
    """The sentence, or its coordinate clauses; none of a heading."""
    bullet = BULLET.match(text, sentence.start)
    sentence = Span(bullet.end(), sentence.end) if bullet and bullet.end() < sentence.end else sentence
    words = text[sentence.start : sentence.end]
    if len(words.split()) < FEWEST_WORDS or words[-1] not in ".!?…。":
        return []
    edges = [0, *(edge for cut in CLAUSE_CUT.finditer(words) for edge in cut.span()), len(words)]
    return [trim(text, sentence.start + start, sentence.start + end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _points(text: str, clause: Span) -> list[PointClaim]:
    words = text[clause.start : clause.end]
    kind, cue = next(((kind, found) for kind, cue in _CUES if (found := cue.search(words))), (None, None))
    if kind is None or cue is None or len(words.split()) < FEWEST_WORDS:
        return []
    tail = REPORT_TAIL.search(words)
    span = Span(clause.start, clause.start + tail.start()) if tail and tail.start() > cue.end() else clause
    country = _followed(words) if kind == "model" else None
    if kind == "model" and country is None:
        return []
    span = Span(span.start + _lead(words[: cue.start()]), span.end)
    aspects = _aspects(kind, text[clause.start + cue.start() : span.end]) or _aspects(kind, text[span.start : span.end])
    passages = [span, *_second(text, Span(clause.start + cue.end(), span.end), kind)]
    return [
        PointClaim(evidence(text, passage, PRODUCER, VERSION, CONFIDENCE), kind, aspect, country)
        for passage, aspect in zip(passages, aspects, strict=False)
    ]


def _lead(before: str) -> int:
    """How much of a clause only leads up to its subject: "With public money behind it, the plan aims …"."""
    lead = LEAD_IN.match(before)
    return lead.end() if lead else 0


def _second(text: str, complement: Span, kind: str) -> list[Span]:
    """The second of two things said in one clause, where an "and" divides them and each touches an aspect of its own."""
    halves = AND.split(text[complement.start : complement.end])
    if kind not in MOST_ASPECTS or len(halves) != 2:
        return []
    first, second = (_aspects(kind, half)[:1] for half in halves)
    return [trim(text, complement.end - len(halves[1]), complement.end)] if first and second and first != second else []


def _aspects(kind: str, words: str) -> tuple[str, ...]:
    """The aspects a point is filed under: hurdles and rationales may have two; money named beside a goal does not make it one of cost."""
    found = tags_in(words)
    if kind in ("goal", "model"):
        found = tuple(aspect for aspect in found if aspect != "cost")
    if kind == "model":
        return found[:1] or ("competition",)
    return found[: MOST_ASPECTS.get(kind, 1)]


def _followed(words: str) -> str | None:
    """Whose approach is followed: the country named after the cue, else any named in the clause."""
    cue = next(cue for kind, cue in _CUES if kind == "model").search(words)
    after = countries_in(words[cue.start() :]) if cue else []
    return after[0] if after else None


def _without_repeats(points: list[PointClaim]) -> list[PointClaim]:
    return list({(point.evidence.start, point.evidence.end, point.kind, point.aspect): point for point in points}.values())
