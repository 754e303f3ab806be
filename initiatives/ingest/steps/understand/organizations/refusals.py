"""Capitalised stretches that are never an organization where they stand: money, wires' tags, fields of a minister; must not know the record."""

import re

from initiatives.ingest.steps.understand.lexicon import HONORIFICS, words
from initiatives.ingest.steps.understand.organizations.candidates import Candidate

AMOUNT_AFTER = re.compile(r"[ \u00a0]?\d")
CURRENCY = re.compile(r"[A-Z]{2,3}[$Đđ]?|Rs|Rp|Kč|Ft|VN[Đđ]|VN[Đđ]\d[\d.,]*")
NEIGHBOUR = re.compile(r"(?:Neighbou?ring|Nearby|Mainland|Distant) ")
AMOUNT = re.compile(r"[A-Z]{1,3}[$€]?\d[\d.,]*")
TAG = re.compile(r"\)\s?(?:[—–-]|The |A |[A-Z])|\s?[—–]")
WITHIN_DATELINE = 60
MINISTER_OF = re.compile(r"\b[Mm]inister (?:of|for) (?:(?:the )?[A-Z&][\w&-]*(?:, | and | & | )){1,8}$")
PLATFORMS = words("LinkedIn Facebook YouTube Twitter X WhatsApp Telegram Instagram Weibo WeChat Bluesky Mastodon Zoom")
WIDE_PLACES = words("Europe Asia Africa America Americas Oceania Scandinavia Brussels West East North South Earth Gulf Arctic Balkans Baltics")


def is_refused(text: str, candidate: Candidate) -> bool:
    """Whether what stands around it says that the stretch is money, a wire's tag, a minister's field, a platform or a part of the world."""
    name, before = candidate.text, text[max(0, candidate.start - 120) : candidate.start]
    if name.split()[0] in HONORIFICS or AMOUNT.fullmatch(name) or NEIGHBOUR.match(name):
        return True
    if CURRENCY.fullmatch(name) and (name[-1].isdigit() or AMOUNT_AFTER.match(text, candidate.end)):
        return True
    if candidate.end < WITHIN_DATELINE and name.isupper() and TAG.match(text, candidate.end) and "\n" not in text[: candidate.end]:
        return True
    return bool(MINISTER_OF.search(before)) or name in WIDE_PLACES or (name in PLATFORMS and before.endswith(" on "))
