"""Cleans a passage of those who get money, and knows houses of the state that have a private sound; must not decide an origin."""

import re
from decimal import Decimal

from initiatives.ingest.steps.understand.money.printed import Printed

# Whoever is helped does not pay, and a court or a broadcaster of the state is no payer.
_RECEIVERS = re.compile(
    r"\b(?:to|for|among|help\w*|support\w*|aid\w*|back\w*|fund|finance|encourag\w+|attract\w*)\s(?:(?!and\b|from\b|by\b)[\w-]+\s){0,3}?"
    r"(?:companies|firms|start-?ups|developers|businesses|industry|entrepreneurs)\b|"
    r"\b(?:companies|firms|start-?ups|businesses)\s(?:may|can|could|will be able to)\s(?:apply|receive|get|borrow|claim|obtain)\b|"
    r"\b(?:federal|state) (?:judges?|courts?|jury|prosecutors?|broadcaster|television|media|news agency)\b|\bministry statement\b",
    re.I,
)
_HOUSES = re.compile(
    r"\b(?:recovery (?:plan|fund|facility)|NextGenerationEU|NSF|NIH|DARPA|UKRI|EPSRC|DFG|BNDES|Finep|FAPESP|KfW|Bpifrance|Business Finland|Vinnova|"
    r"CDP|Temasek|PIF|Mubadala|ADQ|QIA|Khazanah|Innovate UK|InvestEU|state-owned|Bank of China|China Construction Bank|Agricultural Bank of China|"
    r"Foundation for (?:Science|Research)|(?:Science|Research|Swiss National Science) Foundation|National Infrastructure Fund|export-import bank|"
    r"development bank|policy bank|central bank|statutory board)\b"
)
_SIDES = (
    r"(?:state|government|public|budget|treasury|federal|EU|taxpayers?)",
    r"(?:compan\w+|business(?:es)?|industry|private|firms|investors|sponsors|donors)",
)
_BOTH_SIDES = re.compile(
    rf"\bfrom (?:the )?{_SIDES[0]}\b[^.]{{0,60}}\b(?:from|by) (?:the )?{_SIDES[1]}\b|"
    rf"\bfrom (?:the )?{_SIDES[1]}\b[^.]{{0,60}}\b(?:from|by) (?:the )?{_SIDES[0]}\b",
    re.I,
)
_PRIVATE_SHARE = re.compile(
    rf"\b(?:private \w+|{_SIDES[1]})\s(?:(?:would|will|are to|is to|should|must|could)\s)?(?:bring|pay|provide|cover|contribute|add|put up|"
    r"supply|bear|carry|match)s?\s(?:in\s)?(?:about\s|some\s|the other\s|up to\s|at least\s)?(?:\d[\d.,]*\s?(?:%|per ?cent)|half|a third|"
    r"two thirds|a quarter|the rest|"
    r"the remainder|most|the balance)\b",
    re.I,
)
_PAYS_A_SHARE = re.compile(
    rf"\b{_SIDES[0]}\s(?:(?:would|will|is to|should|could)\s)?(?:pa(?:ys?|id)|covers?|contributes?|bears?|provides?|puts? up)\s(?:\w+\s)?"
    r"(?:half|a third|two thirds|a quarter|most|\d+\s?(?:%|per ?cent))(?!\w)", re.I
)  # fmt: skip
_REST_FROM = re.compile(
    rf"\b(?:the rest|the remainder|the other half|the balance|half|what is missing)\s(?:(?:would|will|is to|should|could|is)\s)?"
    rf"(?:comes?|paid|covered|borne|provided)\s(?:from|by)\s(?:the\s)?(?:\w+\s)?{_SIDES[1]}\b", re.I
)  # fmt: skip
TOLERANCE = Decimal("0.02")  # of a whole, by which its printed parts may miss it


def without_receivers(text: str) -> str:
    """The same text without those who are given money and without courts and media of the state; houses of the state named as such."""
    return _HOUSES.sub("the state", _RECEIVERS.sub("", text))


def is_paid_by_both(sentence: str, following: str) -> bool:
    """Whether the words give the state and companies a share each."""
    if any(_BOTH_SIDES.search(text) or _PRIVATE_SHARE.search(text) for text in (sentence, following)):
        return True
    return any(_PAYS_A_SHARE.search(text) and _REST_FROM.search(text) for text in (sentence, following, f"{sentence} {following}"))


def adds_up(whole: Printed, public: list[Printed], private: list[Printed]) -> bool:
    """Whether one public and one private part make the whole."""
    pairs = ((one.low + other.low) for one in public for other in private if {one.currency, other.currency} == {whole.currency})
    return any(abs(total - whole.low) <= whole.low * TOLERANCE for total in pairs)
