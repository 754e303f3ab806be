"""Which aspects of an initiative a passage touches: energy, talent, cost …; must not know whether it is for or against it."""

import re

PATTERNS = {
    "energy": r"energy|electric\w*|power grids?|grids?\b|megawatts?|gigawatts?|carbon|emissions?|climate|sustainab\w+|green\b|cooling|"
    r"water\b|nuclear|fusion|renewabl\w+|power (?:supply|plants?|demand|station)",
    "talent": r"talents?\b|skills?\b|skilled|engineers?\b|students?\b|train(?:s|ed)? (?:people|specialists|staff|young|teachers)|"
    r"workforce|brain drain|researchers?\b|scientists?\b|universit\w+|educat\w+|jobs?\b|workers?\b|teachers?\b|young\b",
    "culture": r"culture|cultural|languages?\b|heritage|risk-averse|hierarch\w+|mindset|tradition\w*|speech\b|identity|history\b|write ourselves",
    "sovereignty": r"sovereign\w*|independen\w+|depend(?:s|ent|ence|ency)? on|dependen\w+|self-relian\w+|own (?:models?|machines?|data|roof|"
    r"future|terms|computers?|infrastructure|technology|hardware)|home-?grown|"
    r"foreign (?:suppliers?|technology|cloud|models?)|developed elsewhere|abroad|domestic|autonom\w+|technological influence|"
    r"passive consumer",
    "competition": r"compet\w+|race\b|rivals?\b|catch(?:ing)? up|lag(?:s|ging)?|behind\b|ahead of|lead(?:s|ing)? the world|leaders?\b|"
    r"contest\b|overtak\w+|regain\w*|influence wane|leadership|top (?:three|five|ten)|among the world|world-class",
    "scale": r"scale\b|largest|bigger|big enough|size\b|enormous|billions\b|capacity|computing power|computers?\b|gigawatt|"
    r"foundation\w* model|pooling",
    "cost": r"costs?\b|costly|expensive|budget\w*|money\b|spend\w*|price\w*|bill\b|pay(?:s|ing)?\b|afford\w*|funding|invest\w*|"
    r"subsid\w+|taxpayers?|billions?\b|waste\w*",
    "ethics": r"ethic\w*|bias\w*|fair\w*|transparen\w+|accountab\w+|rights?\b|privacy|trust\w*|responsib\w+|safe(?:ty|guards?)\b|open "
    r"source|weights\b|misuse|deepfakes?|job losses",
    "security": r"security|defen[cs]e|war\b|military|cyber\w*|attack\w*|espionage|export (?:rules|controls)|weapons?|secure\b|secrets?\b",
}
FURTHER = {
    "compute": r"comput\w+|supercomputers?|data cent(?:re|er)s?|GPUs?\b|processors?|clusters?|infrastructure|models?\b",
    "chips": r"chips?\b|semiconductors?|fabs?\b|wafers?",
    "research": r"research\w*|science|scientific|laborator\w+|development hub|universit\w+|discover\w+",
    "adoption": r"adopt\w*|roll-?out|businesses\b|small firms|public services?|healthcare|agriculture|hospitals?|citizens|robots?\b|"
    r"robotics|factories|industry|industrial",
    "growth": r"growth|gdp\b|productivity|prosper\w*|added value|exports?\b|start-?ups?\b|innovation|economy\b",
    "regulation": r"regulat\w+|rules\b|laws?\b|legal|permits?\b|planning\b|governance|oversight",
    "data": r"data(?:sets?| sets?|stores?)?\b|records\b|registr\w+",
}  # beside the aspects of commentary: tags of the record's own points
_COMPILED = {aspect: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for aspect, pattern in PATTERNS.items()}
_FURTHER = {aspect: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for aspect, pattern in FURTHER.items()}
MOST_NAMED = 3


def aspects_in(passage: str) -> tuple[str, ...]:
    """Up to three aspects, the one touched most often first; of equals, the one touched first."""
    return _touched(passage, _COMPILED)


def tags_in(passage: str) -> tuple[str, ...]:
    """The aspects as above, else up to three of the further tags that points have (compute, research, adoption …)."""
    return _touched(passage, _COMPILED) or _touched(passage, _FURTHER)


def _touched(passage: str, patterns: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
    found = {aspect: list(pattern.finditer(passage)) for aspect, pattern in patterns.items()}
    touched = [aspect for aspect, places in found.items() if places]
    return tuple(sorted(touched, key=lambda aspect: (-len(found[aspect]), found[aspect][0].start()))[:MOST_NAMED])
