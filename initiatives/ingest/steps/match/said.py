"""Reads what the words around a sum say of it: a change, a payment out of it, an end, one more of the kind; must not know the record."""

import re

from initiatives.ingest.values import Article, MoneyClaim

_REVISED = re.compile(
    r"\b(?:rais\w+|increas\w+|expand\w+|lift\w*|doubl\w+|tripl\w+|cut|reduc\w+|revis\w+|trim\w+|shr[aiu]nk\w*|lower\w*|scal\w+ (?:up|back|down)|"
    r"(?:ris(?:es|en|ing)|rose|gr[eo]w[ns]?|climb\w*|swell\w*|swollen|swelled|balloon\w*|jump\w*|fall(?:s|en)?|fell|dropped|slid|"
    r"slip\w*) (?:from|to)|"
    r"slash\w*|halv\w+|topp\w+ up|upped|boost\w* (?:from|to)|not the|"
    r"up from|down from|instead of|rather than|(?:less|more|higher|lower) than the|in place of|now (?:stands|totals|worth)|grown)\b", re.I
)  # fmt: skip
_TRANCHE = re.compile(
    r"\b(?:first|second|third|initial|next|latest) (?:tranche|instal?lments?|phase|round|payments?|batch|step|award|grants?)|\bfirst year|"
    r"\bthis year's|\btranche\b|\bbudget(?: line)? for (?:fiscal |the year )?20\d\d|\bbudget for 20\d\d-\d\d|\b(?:federal|draft|union|\w+n) budget\b"
    r"[^.]{0,60}\b(?:20\d\d|provides|contains|includes)\b", re.I
)  # fmt: skip
_ENDED = re.compile(
    r"\b(?:cancel\w*|scrap(?:s|ped|ping)?|axe[sd]?|withdr[ae]w\w*|abandon\w*|shelve[sd]?|call(?:s|ed)? off|halt(?:s|ed)?|terminat\w+|revok\w+|"
    r"rescind\w*|laps(?:e|es|ed|ing)|fall(?:s|en)? away|(?:has|have|was|were|is|did) not (?:been )?(?:selected?|chosen|approved?|granted)|"
    r"(?:will|would) (?:not|never|no longer) be (?:spent|paid|awarded|built|given|granted)(?: out)?|drop(?:s|ped) (?:its|the|plans?|a))\b", re.I
)  # fmt: skip
_ONE_MORE = re.compile(r"\b(?:another|additional(?:ly)?|further|extra|on top|in addition|fresh|(?<!not )(?<!no )new money|comes? on top)\b", re.I)
_FRONTED = re.compile(
    r"\b(?:in addition to|besides|on top of|over and above|beyond|apart from|aside from|alongside)\b(?:[^.;,]|[.,]\d){3,100},\s(?:[^.;,]|[.,]\d)*$",
    re.I,
)
_OUTSIDE = re.compile(
    r"^(?:[^.;,]|[.,]\d){0,50}?,?\s(?:comes? |is |are |and |which comes? )?"
    r"(?:on top of|in addition to|beyond|over and above|separate from|not part of)\b",
    re.I,
)
_PART = re.compile(
    r"\b(?:within|under|as (?:a )?part of|(?:part|piece|slice|half|third|quarter) of|of (?:which|this|that|these)|out of|drawn? from|"
    r"from) (?:the|its|this|that|these|a)\b|\bof (?:which|this|that)\b", re.I
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z0-9£€$])|\n+")
REACH = 200  # code points in which a sum is set beside another
BEFORE, AFTER = 120, 60  # code points around a sum in which a change of it is said


def change_said(claim: MoneyClaim, article: Article, whole_sentence: bool) -> str | None:
    """The word that says that a sum stands in place of an earlier one: near it, or in its sentence where the earlier one stands there too."""
    around = article.text[max(0, claim.evidence.start - BEFORE) : claim.evidence.end + AFTER]
    match = _REVISED.search(sentence_of(claim, article.text) if whole_sentence else around) or _REVISED.search(around)
    return match.group() if match else None


def is_tranche(claim: MoneyClaim, article: Article) -> bool:
    """Whether the sum is called a payment, a first step or a year's budget out of something larger."""
    return _TRANCHE.search(" ".join(_sentences_at(claim, article.text, before=0))) is not None


def is_part_said(claim: MoneyClaim, article: Article) -> bool:
    """Whether the sentence of the sum sets it within something larger."""
    return _PART.search(sentence_of(claim, article.text)) is not None


def end_said(claim: MoneyClaim, article: Article) -> str | None:
    """The word that says that money is called off: in the sentence of the sum, in the one before it, or in the title."""
    for stretch in (*reversed(_sentences_at(claim, article.text, before=1)), article.title):
        if ended := ended_in(stretch):
            return ended
    return None


def ended_in(stretch: str) -> str | None:
    """The word that says in a stretch of text that something is called off."""
    match = _ENDED.search(stretch)
    return match.group() if match else None


def is_one_more(claim: MoneyClaim, article: Article) -> bool:
    """Whether the sum is said to come on top ("another", "a further")."""
    return _ONE_MORE.search(article.text[max(0, claim.evidence.start - 30) : claim.evidence.end + 30]) is not None


def is_beside_said(claim: MoneyClaim, article: Article) -> bool:
    """Whether the sentence of the sum sets it beside something: "in addition to the 2 billion announced in May, 300 million goes to …"."""
    before = article.text[max(0, claim.evidence.start - REACH) : claim.evidence.start]
    after = article.text[claim.evidence.end : claim.evidence.end + REACH]
    return _FRONTED.search(before) is not None or _OUTSIDE.match(after) is not None


def sentence_of(claim: MoneyClaim, text: str) -> str:
    """The sentence that holds the sum."""
    return _sentences_at(claim, text, before=0)[-1]


def _sentences_at(claim: MoneyClaim, text: str, before: int) -> list[str]:
    """The sentence of the sum, and so many before it."""
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    at = max(index for index, start in enumerate(starts[:-1]) if start <= claim.evidence.start)
    return [text[starts[index] : starts[index + 1]] for index in range(max(0, at - before), at + 1)]
