"""Tells sums of earlier years, already spent, or of companies that are named in passing; must not know the ledger."""

import re

from initiatives.ingest.steps.understand.money.wording import Wording

_PAST_YEAR = re.compile(
    r"\b(?:last year|a year (?:ago|earlier)|(?:the )?(?:previous|prior|preceding) (?:\w+ )?(?:year|budget|plan|strategy|period|government)|"
    r"the year before|"
    r"two years ago|(?:between|from) (?P<span>20\d\d) (?:and|to) 20\d\d|(?:in|of|since|during) (?P<year>(?:19|20)\d\d))\b", re.I
)  # fmt: skip
_PAST_VERB = re.compile(
    r"\b(?:spent|gave|invested|put|paid|had|was|were|received|cost|got|promised|pledged|announced|committed|allocated|drew|raised|granted|approved|"
    r"launched|founded|set up|established|created|opened|stood at|amounted to|came to|made)\b", re.I
)  # fmt: skip
_LAST_YEARS = re.compile(r"\b(?:last|the previous) year['’]s\s(?:\w+\s)?$", re.I)
_IN_MONEY_OF_TODAY = re.compile(r"^\s(?:in|at) (?:today['’]s|current|present-day) (?:money|prices|terms|dollars|euros|pounds)\b", re.I)
_OF_THE_SUM = re.compile(r"^\s(?:of|from)\s(?:the|this|that)\s(?:sum|money|total|amount|budget|package|plan|pot)\b", re.I)
_INTO_IT = re.compile(r"^\s(?:in)?to\s(?:it|this|the (?:project|model|centre|center|machine|programme|program|computer|initiative))\b", re.I)
_WHICH_COST = re.compile(r"\b(?:which|that) (?:has |had )?cost\b(?:[^.;,]|[.,]\d){0,30}$", re.I)
_GIANT = re.compile(
    r"\b(?:Microsoft|Google|Alphabet|Amazon|AWS|Meta|OpenAI|Nvidia|NVIDIA|Apple|Oracle|Anthropic|xAI|Alibaba|Tencent|ByteDance|Huawei|Samsung|"
    r"TSMC|Foxconn|"
    r"Tesla|Intel|IBM|SoftBank|DeepSeek|World Bank|Blackstone)(?:['’]s)?\b(?:[^.;]|\.\d){0,60}$"
)
_TAKES_PART = re.compile(
    r"\b(?:further|itself|also|rest|remaining|match\w*|contribut\w+|puts? in|putting in|adds?|adding|joins?|joint\w*|together|consortium|"
    r"shares?|each|of which|"
    r"including|partners?|co-\w+|begin|start|initial\w*|among them|half|another|participat\w+|commit\w* to the|of (?:this|that|it))\b", re.I
)  # fmt: skip


def is_said_in_passing(words: Wording, published: str | None) -> bool:
    """Whether a sum that stands behind the first sentence is of an earlier time or of a company that is named without taking part."""
    if _OF_THE_SUM.match(words.after) or _INTO_IT.match(words.after):
        return False
    if not words.previous:
        return _LAST_YEARS.search(words.before) is not None
    if (
        _IN_MONEY_OF_TODAY.match(words.after)
        or _LAST_YEARS.search(words.before)
        or _WHICH_COST.search(words.before)
        or _is_of_the_past(words, published)
    ):
        return True
    return _GIANT.search(words.before) is not None and _TAKES_PART.search(words.sentence) is None


def _is_of_the_past(words: Wording, published: str | None) -> bool:
    """ "Between 2021 and 2023 the state spent €600 million": an earlier year beside a verb of the past, in the clause of the sum."""
    time = _PAST_YEAR.search(words.clause)
    if time is None or _PAST_VERB.search(words.clause) is None:
        return False
    year = time["year"] or time["span"]
    return year is None or published is None or int(year) < int(published[:4])
