"""Tells a page that keeps readers out (bot checks, consent, log-in) from an article; must not know the network."""

import re

LONGEST_WALL = 2000  # code points; an article that is longer may speak of cookies
_WALLS = (
    ("a bot check", re.compile(
        r"checking (?:your browser|that you are|if the site|your connection)|just a moment\b|verify(?:ing)? (?:that )?you are (?:a )?human|"
        r"are you a (?:robot|human)|not an? (?:robot|bot)|"
        r"captcha|cloudflare|ddos|unusual traffic|enable javascript and cookies|turn on javascript|attention required|security check|"
        r"bot (?:detection|protection)|press (?:and|&) hold", re.I)),
    ("a consent page", re.compile(r"before you continue|we value your privacy|accept (?:all )?cookies|manage (?:your )?(?:cookie|"
        r"privacy) (?:settings|choices)|consent to (?:the use of )?cookies", re.I)),
    ("a log-in or subscription", re.compile(
        r"(?:log ?in|sign ?in|subscribe|register) to (?:continue|read|view|access)|subscribers? only|already a subscriber|please (?:log|"
        r"sign) ?in|create (?:a free|an) account to|this content is for (?:members|subscribers)", re.I)),
    ("a refusal", re.compile(r"^\W*(?:access denied|403 forbidden|forbidden|404 not found|page not found|error 5\d\d|service unavailable|"
        r"too many requests)", re.I)),
)  # fmt: skip


def wall_in(title: str, text: str) -> str | None:
    """What the page is in words ("a bot check"), where a short page says what only walls say; None for anything else."""
    if len(text) > LONGEST_WALL:
        return None
    return next((words for words, shape in _WALLS if shape.search(f"{title}\n{text}")), None)
