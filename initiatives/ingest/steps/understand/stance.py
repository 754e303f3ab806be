"""How a speaker stands towards the initiative, only where words or the speaker's own part in it show it; must not know who wrote the article."""

import re
from dataclasses import dataclass

SUPPORTIVE, CAUTIOUS, CRITICAL, NEUTRAL, UNCLEAR = "supportive", "cautious", "critical", "neutral", "unclear"

CRITICAL_CUES = (
    (
        3,
        r"panic|throwing (?:money|billions|millions|cash)|expensive (?:lesson|mistake|toy|hobby|folly)|wast(?:e|es|ed|ing|eful)\b|"
        r"vanity|white elephant|boondoggle|gimmick|folly|reckless|pointless|futile",
    ),
    (
        3,
        r"(?:doesn[’'‘]t|does not|don[’'‘]t|do not|will not|won[’'‘]t|cannot|can[’'‘]t|never) (?:guarantee|work|help|solve|buy|"
        r"change|fix|deliver|make sense|add up|close the gap|catch up)",
    ),
    (
        3,
        r"doomed|will fail|bound to fail|has failed|failure|disaster\w*|mistake|wrong (?:way|approach|priorit\w+|answer|question|"
        r"problem)|too little|too late|hype\b|bubble|delusion\w*|illusion|nonsense|absurd|naive",
    ),
    (
        2,
        r"corporate welfare|handouts?|subsid(?:y|ies) for|line the pockets|taxpayers? (?:will|must|should not|shouldn)|no plan|"
        r"nobody asked|smoke and mirrors|slogan|window dressing|public relations|pr stunt|marketing",
    ),
    (
        3,
        r"blan(?:k|che) che(?:que|ck)|press release|price tag|old money|castles? in the (?:air|sky)|rounding error|drop in the ocean|fig ?leaf|"
        r"empty (?:promise|words|shell)|lip service|pie in the sky|(?:talk|announcing|promising) is cheap|too thin(?:ly)?|not a single|nobody "
        r"(?:has |had )?(?:asked|explained|wants|believes|checked)|no one (?:has |had )?(?:asked|explained|wants|believes)|(?:count|sold|"
        r"sell|announc)\w* (?:the same|it) [\w ]{0,20}(?:twice|times)|never (?:been )?(?:paid|spent|built|delivered|published|asked)|have not "
        r"published|before they (?:had|have)|without (?:customers|users|a plan|clients)|where (?:is|are|will) the [\w ]+ (?:com(?:e|ing) from)",
    ),
    (
        2,
        r"opposite of|risk-averse|hierarchical|lost its way|misguided|ill-?(?:conceived|advised|judged)|short-?sighted|"
        r"unrealistic|far-?fetched|overrated|overpriced|irresponsible|betray\w*|scandal\w*",
    ),
    (
        2,
        r"oppose[sd]?\b|reject(?:s|ed)?\b|condemn\w*|against (?:this|the plan|the project)|should (?:be scrapped|be stopped|never "
        r"have|not have)|scrap (?:it|the)|stop (?:it|this|the)|instead of (?:schools|hospitals|nurses|teachers)",
    ),
)
CAUTIOUS_CUES = (
    (
        3,
        r"must (?:extend|go) beyond|will depend on|depends (?:on|entirely)|only if\b|unless\b|as long as|provided that|not "
        r"(?:just|only|merely) (?:about|a matter|building)|beyond just|is not enough|isn[’'‘]t enough|alone (?:will|is|are|does) "
        r"not",
    ),
    (
        3,
        r"step backward|be careful|careful\w*|caution\w*|watched closely|warn\w*|beware|risks?\b|dangers?\b|worr(?:y|ied|ies)|"
        r"concern\w*|afraid|fear\w*|doubt\w*|remains to be seen|too early|wait and see|open question",
    ),
    (
        2,
        r"i hope|we hope|hope (?:that|the)|should (?:also|first|not|be)|needs? to (?:be|ensure|make sure|explain|show|prove)|must "
        r"(?:not|be|also|ensure|prioriti[sz]e|explain|show|come)|have to (?:explain|show|prove|be careful)",
    ),
    (
        2,
        r"\bbut\b|however|although|even so|on the other hand|caveat|no matter how|the question is|whether (?:it|the|we|this)|"
        r"challeng\w+|hurdles?|obstacles?|difficult\w*|(?:easy|simple) part|hard(?:er|est)? (?:part|one|to)|not (?:easy|simple|yet|clear)",
    ),
    (
        2,
        r"would cost|cost(?:s)? a great deal|eats? (?:water|power|up)|cannot ignore|go on leaking|nobody (?:has|knows)|no one "
        r"(?:has|knows)|without owning|lack(?:s|ing)?\b|shortage|missing|not enough|strain\w*|burden|behind schedule|delays?\b|"
        r"bottleneck|expensive|costly",
    ),
    (
        2,
        r"if (?:we|they|it|the)\b[^.]{0,60}\b(?:not|no|fails?)\b|without (?:a|the|enough|clear|safeguards|talent|rules)|at what "
        r"(?:cost|price)|who (?:pays|will pay)|safeguards?|transparen\w+|accountab\w+",
    ),
)
SUPPORTIVE_CUES = (
    (4, r"(?:not|never) (?:going to )?(?:make|repeat) (?:that|this|the same) mistake|no other (?:country|place|nation|state) (?:can|could|has)"),
    (
        3,
        r"necessary|overdue|strategic investment|only way|right (?:step|move|thing|time|answer)|step forward|welcome\w*|milestone|"
        r"historic|breakthrough|game.?chang\w+|landmark|turning point|great day|proud|delighted|excited|thrilled",
    ),
    (
        3,
        r"cannot afford (?:to|not)|can[’'‘]t afford (?:to|not)|no time to lose|essential|crucial|vital|indispensable|must act|"
        r"urgent\w*|support (?:this|the|it)|back (?:this|the|it)|applaud\w*|congratulat\w*|praise\w*",
    ),
    (
        2,
        r"opportunit\w+|promis(?:e|es|ing)\b|benefits?\b|strengthen\w*|boost\w*|accelerat\w*|unlock\w*|empower\w*|transform\w*|"
        r"build the|at home|own (?:models?|roof|machines?|terms)|put (?:us|our|the country) (?:on|at|among|ahead)",
    ),
    (
        2,
        r"\bwe (?:will|shall|want|are (?:building|investing|ready|determined|going)|can|have|need)\b|\bour (?:engineers|companies|"
        r"scientists|people|children|country|nation|students|language)\b|gives? (?:our|us|every)|ready to|look forward",
    ),
    (
        1,
        r"lead(?:s|ing|er|ers)?\b|future|ambition|confidence|jobs\b|growth|prosper\w*|innovat\w+|faster|better|best|love to|"
        r"open(?:s|ed)? (?:the )?(?:doors?|drawers)|grow\b|stronger|independent|sovereign\w*|talent",
    ),
)
NEUTRAL_CUES = re.compile(
    r"\bnothing to do with|\bthere (?:was|is|were) no\b|no truth (?:in|to)|(?:does|did|do) not comment|(?:did|does) not meet the (?:requirements|"
    r"criteria|conditions)|"
    r"\bno (?:proposal|plans?|decision) (?:of|for|to|has)|has (?:had|received) no|is not (?:weighing|considering|planning)|"
    r"den(?:y|ies|ied)\b|no comment|declined to comment|cannot confirm|neither confirm",
    re.IGNORECASE,
)
_CUES = {
    stance: tuple((weight, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for weight, pattern in cues)
    for stance, cues in ((CRITICAL, CRITICAL_CUES), (CAUTIOUS, CAUTIOUS_CUES), (SUPPORTIVE, SUPPORTIVE_CUES))
}
TURN = re.compile(r"^\W*(?:but|yet|however|still|even so)\b", re.IGNORECASE)
CLEAR_SCORE = 2  # one plain cue; a single weak one ("growth") shows nothing
TOLD_WEIGHT = 3
TOLD = (
    (
        SUPPORTIVE,
        re.compile(r"\b(?:reject|dismiss|brush|den[yi]|rebuff|counter)\w* (?:aside |off )?(?:the |such |this |that |any )?"
            r"(?:criticisms?|accusations?|charges?|doubts?|"
            r"objections?)\b", re.IGNORECASE),
    ),
    (
        CRITICAL,
        re.compile(
            r"\b(?:scoff\w*|critici[sz]\w+|critics?|dismiss\w*|mock\w*|slam(?:s|med)|attack(?:s|ed) the|denounc\w+|condemn\w*|"
            r"blast(?:s|ed)|lash(?:es|ed) out|complain\w*|oppos(?:e|es|ed|ition|nents?)"
            r"|ridicul\w+|lament\w*|rejected|accus\w+|derid\w+|not everybody agrees|not everyone agrees|cool welcome|fierce|angry|"
            r"rival(?:s)? (?:say|said)|object(?:s|ed)|retort(?:s|ed))\b",
            re.IGNORECASE,
        ),
    ),
    (
        CAUTIOUS,
        re.compile(
            r"\b(?:warn(?:s|ed|ing)?|caution(?:s|ed)?|worr(?:y|ies|ied)|sceptic\w*|skeptic\w*|doubt(?:s|ed|ful)?|less sure|fear(?:s|"
            r"ed)|urg(?:es|ed)|reservations?|hesita\w+|concern(?:s|ed)?|counter(?:s|ed)|not convinced|unimpressed"
            r"|more soberly|remind(?:s|ed)|mixed|wary|guarded|on the other hand|unconvinced|then came the warning)\b",
            re.IGNORECASE,
        ),
    ),
    (
        SUPPORTIVE,
        re.compile(
            r"\b(?:welcom(?:es|ed)|prais(?:es|ed)|hail(?:s|ed)|applaud\w*|defend(?:s|ed)|enthus\w+|cheer(?:s|ed)|boast(?:s|ed)|"
            r"celebrat\w+|back(?:s|ed) the plan|supporters?|proponents?|proud(?:ly)?)\b", re.IGNORECASE
        ),
    ),
)  # fmt: skip
CAMPS = (
    (SUPPORTIVE, re.compile(r"\b(?:advocates|supporters?|proponents?|backers?|defenders?)\b", re.IGNORECASE)),
    (CRITICAL, re.compile(r"\b(?:critics?|opponents?|detractors?|opposition|shadow|(?:finance|budget|digital|technology) critic)\b", re.IGNORECASE)),
    (CAUTIOUS, re.compile(r"\b(?:sceptics?|skeptics?|doubters?)\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stance, and in words what shows it; `reason` is None where nothing does."""

    stance: str
    reason: str | None = None


def judge(words: str, title: str | None = None, takes_part: bool = False, around: str = "") -> Judgement:
    """The stance of a speaker's words towards the initiative.

    Words that name risks, conditions or faults decide; else words of support; else the part of a speaker who answers for the initiative
    (`takes_part`: an official of its owner, an executive of a participant), or a camp named as such ("critics"). Where none speaks, `unclear`.
    `around` are the text's own words beside the quotation: "warned", "scoffed", "defended the plan".
    """
    if NEUTRAL_CUES.search(words):
        return Judgement(NEUTRAL, f"denies or declines: “{_quoted(NEUTRAL_CUES, words)}”")
    scores = {stance: sum(weight for weight, pattern in cues if pattern.search(words)) for stance, cues in _CUES.items()}
    scores[CAUTIOUS] += 2 if TURN.search(words) else 0
    told, verb = _told(around)
    if told is not None:
        scores[told] += TOLD_WEIGHT
    if takes_part:
        return _of_participant(words, scores)
    best = max((CRITICAL, CAUTIOUS, SUPPORTIVE), key=lambda stance: scores[stance])
    if scores[best] < CLEAR_SCORE:
        return _of_camp(title or "")
    return Judgement(best, _because(best, words) or f"the text says “{verb}”")


def _of_participant(words: str, scores: dict[str, int]) -> Judgement:
    """Whoever answers for the initiative supports it unless the words plainly weigh against it; then that is caution, not criticism."""
    against = scores[CRITICAL] + scores[CAUTIOUS]
    if against >= 3 and against > scores[SUPPORTIVE] + 1:
        return Judgement(CAUTIOUS, _because(CAUTIOUS, words) or _because(CRITICAL, words))
    return Judgement(SUPPORTIVE, _because(SUPPORTIVE, words) or "speaks for the initiative's owner or a participant")


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


def _because(stance: str, words: str) -> str | None:
    found = [cue.group() for _, pattern in _CUES[stance] for cue in [pattern.search(words)] if cue]
    return f"says “{found[0]}”" if found else None


def _quoted(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.search(words)
    return found.group() if found else ""
