"""Tells a page that keeps readers out (bot checks, consent, log-in) from an article; must not know the network."""

import re
from collections.abc import Sequence

LONGEST_WALL = 2000  # code points; an article that is longer may speak of cookies
LONGEST_NOTICE = 700  # code points; short articles speak of captchas, and end with "subscribe to read more"
END = 300  # code points at the end of a stub, in which it says that the rest must be paid for
_BOT_CHECK = re.compile(
    r"checking (?:your browser|that you are|if the site|your connection)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)\b|"
    r"i(?:'|’)?a?m not a robot|enable javascript and cookies|turn on javascript|unusual (?:traffic|activity) (?:from|detected)|press (?:and|&) hold",
    re.I,
)
_BOT_NOTICE = re.compile(r"^\W*(?:just a moment|attention required)|captcha|cloudflare|ddos|security check|bot (?:detection|protection)", re.I | re.M)
_CONSENT = re.compile(
    r"before you continue|we value your privacy|accept (?:all )?cookies|manage (?:your )?(?:cookie|privacy) (?:settings|choices)|"
    r"consent to (?:the use of )?cookies|we and our \d* ?partners",
    re.I,
)
_LOG_IN = re.compile(
    r"(?:log ?in|sign ?in|subscribe|register)(?: now)? to (?:continue|read|view|access|unlock)|subscribers? only|already a subscriber|"
    r"please (?:log|sign) ?in|create (?:a free|an) account to|this (?:content|article|story) is (?:for|available to|reserved for)\s(?:\w+\s)?"
    r"(?:members|subscribers)|to continue reading|remaining free articles|unlock (?:this|the full) (?:article|story)|"
    r"nur für abonnenten|réservé aux abonnés",
    re.I,
)
_REFUSAL = re.compile(
    r"^\W*(?:access denied|403 forbidden|forbidden\W|(?:error )?404\b|page not found|error 5\d\d|50[0234]\b|"
    r"service (?:temporarily )?unavailable|too many requests|bad gateway|internal server error|site under maintenance|down for maintenance)",
    re.I,
)
# How a line begins that tells of the server's own trouble, and what else such a page says.
_ERROR = re.compile(
    r"^\W*(?:(?:http )?(?:error|status)[\W_]{0,3}(?:code )?[45]\d\d\b|[45]\d\d\W{1,4}(?:error|internal|bad gateway|service|gateway|not found|page|"
    r"forbidden)|(?:internal )?server error|(?:oops|sorry|uh.?oh)\W{1,3}.{0,40}(?:wrong|error|problem|not found|trouble)|something went wrong|"
    r"(?:an|a) (?:unexpected |internal |application |server |fatal )?error (?:has )?occurred|application error|fatal error|"
    r"error establishing a database|database error|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|"
    r"(?:the )?page (?:was )?not found|"
    r"(?:this )?site (?:is )?(?:under|down for) maintenance|we(?:'|’)?(?: a)?re (?:experiencing|having) (?:technical|some) )",
    re.I,
)
_NO_ENTRY = re.compile(r"^\W*(?:(?:error )?40[13]\b|access denied|forbidden)", re.I)
LONGEST_ERROR, LONGEST_TOLD = 700, 80  # code points of a page of error, and of what is shown of it
_BOT, _LOGIN = "a bot check", "a log-in or subscription"
REFUSAL = "a refusal"  # of the server, for whatever cause: it tells nothing of the other pages
WALLED = ("The page is ", ", not an article. ")  # around what it is, in the words for an editor


def wall_in(title: str, text: str) -> str | None:
    """What the page is in words ("a bot check"), where a short page says what only walls say; None for anything else."""
    if len(text) > LONGEST_WALL:
        return None
    page = f"{title}\n{text}"
    if _BOT_CHECK.search(page):
        return _BOT
    if _LOG_IN.search(text[-END:]) or _LOG_IN.search(page[:LONGEST_NOTICE]):
        return _LOGIN
    return _notice_in(page) if len(text) <= LONGEST_NOTICE else None


def refuses_entry(*lines: str) -> bool:
    """Whether one of the lines says that entry is forbidden; a page that is missing or a server that failed says something else."""
    return any(_NO_ENTRY.search(line) for line in lines)


def error_in(lines: Sequence[str], text: str) -> str:
    """The line by which a short page says that its server failed, or has no such page; empty for anything else, and for a page that refuses."""
    if len(text) > LONGEST_ERROR or refuses_entry(*lines):
        return ""
    told = next((line for line in lines if _ERROR.search(line)), "")
    return " ".join(told.split())[:LONGEST_TOLD]


def _notice_in(page: str) -> str | None:
    shapes = ((_BOT, _BOT_NOTICE), ("a consent page", _CONSENT), (REFUSAL, _REFUSAL))
    return next((words for words, shape in shapes if shape.search(page)), None)
