"""The words that show how somebody stands towards an initiative, in what is said and in what the text says around it; must not judge."""

import re

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
        r"blan(?:k|che) che(?:que|ck)|press release|price tag|old money|pocket money|small change|peanuts|"
        r"castles? in the (?:air|sky)|rounding error|drop in the ocean|fig ?leaf|"
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
CUES = {
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
            r"|ridicul\w+|lament\w*|rejected|accus\w+|derid\w+|not (?:everybody|everyone|all) (?:\w+ ){0,3}(?:agrees?|cheer\w*|happy|"
            r"convinced|pleased|impressed|clapped|smil\w+)|unimpressed|amused|bitter\w*|scathing|sarcastic\w*|sneer\w*|jeer\w*|"
            r"less (?:enthusiastic|impressed|kind|charitable|polite)|old wine|questioned|charged|blunt\w*|dismissive|cool welcome|fierce|angry|"
            r"rival(?:s)? (?:say|said)|object(?:s|ed)|retort(?:s|ed))\b",
            re.IGNORECASE,
        ),
    ),
    (
        CAUTIOUS,
        re.compile(
            r"\b(?:warn(?:s|ed|ing)?|caution(?:s|ed)?|worr(?:y|ies|ied)|sceptic\w*|skeptic\w*|doubt(?:s|ed|ful)?|less (?:sure|certain|"
            r"optimistic|confident)|(?:is|was|were|are|remain\w*|more|sounded) (?:more )?(?:cautious|careful|reserved|guarded|wary|divided)|"
            r"fear(?:s|"
            r"ed)|urg(?:es|ed)|reservations?|hesita\w+|concern(?:s|ed)?|counter(?:s|ed)|not convinced|divided|depends"
            r"|more soberly|remind(?:s|ed)|mixed|wary|guarded|on the other hand|unconvinced|then came the warning)\b",
            re.IGNORECASE,
        ),
    ),
    (
        SUPPORTIVE,
        re.compile(
            r"\b(?:welcom(?:es|ed)|prais(?:es|ed)|hail(?:s|ed)|applaud\w*|defend(?:s|ed)|(?<!less )enthus\w+|"
            r"(?<!not everybody was )cheer(?:s|ed)|boast(?:s|ed)|"
            r"celebrat\w+|back(?:s|ed) the plan|supporters?|proponents?|proud(?:ly)?)\b", re.IGNORECASE
        ),
    ),
)  # fmt: skip
CAMPS = (
    (SUPPORTIVE, re.compile(r"\b(?:advocates|supporters?|proponents?|backers?|defenders?)\b", re.IGNORECASE)),
    (CRITICAL, re.compile(r"\b(?:critics?|opponents?|detractors?|opposition|shadow|(?:finance|budget|digital|technology) critic)\b", re.IGNORECASE)),
    (CAUTIOUS, re.compile(r"\b(?:sceptics?|skeptics?|doubters?)\b", re.IGNORECASE)),
)

OWN_PART = re.compile(
    r"\bwe(?:[’'‘](?:re|ve|ll))? (?:will|shall|want|are|can|have|need|sell|build|make|choose|began|start)|\bour (?:engineers|companies|"
    r"scientists|people|children|country|"
    r"nation|students|language|customers|users)\b",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"\b(?:not|no|none|nobody|no one|nothing|never|neither|nor|cannot|without|hardly|barely|nowhere|zero|only|merely|mere|small|tiny|thin|empty|"
    r"too (?:short|small|slow|late|little|few|many|much|big|dear|weak)|left with|second|twice|again|instead|rather than|same|already existed|"
    r"less|fewer|lose|loses|losing|lost|bill|pays?|pretend\w*|forgot\w*|ignor\w+|excuse|theatre|poster|brochure|ribbons?|signs|speech(?:es)?|"
    r"photograph\w*|slides?|paper|wish(?:es)?|dream\w*|toys?|gift|favour|tenants?|colon\w+|dependen\w+|landlord\w*)\b|n[’'‘]t\b",
    re.IGNORECASE,
)
STRONG_NOT = re.compile(
    r"\b(?:cannot|do not|does not|did not|will not|is not|are not|nobody|no one|nothing|never|not one)\b|n[’'‘]t\b", re.IGNORECASE
)
ASKS = re.compile(r"\?|\b(?:want|like|need|have) to (?:see|know|hear)|\b(?:whether|depends?|until|before (?:I|we|it)|if)\b", re.IGNORECASE)
PRAISES = re.compile(
    r"(?<!not )(?<!neither )(?<!nor )(?<!no )\b(?:good|great|interesting|useful|valuable|sensible|serious|honest|modest|overdue|impressive|"
    r"remarkable|clever|wise|brave|bold|right|"
    r"first time|at last|finally|safer|cheaper|easier|open to|example|deserves?|glad|happy|pleased|grateful)\b",
    re.IGNORECASE,
)
EXPERT = re.compile(r"\b(?:analyst|professor|economist|researcher|expert|lecturer|scientist|fellow|scholar|consultant)s?\b", re.IGNORECASE)
CONTRASTED = re.compile(r"(?:^|[.!?] +|\n)\W*(?:But|Yet|However|Others|Not|Critics|Still|Opponents|Elsewhere)\b")
