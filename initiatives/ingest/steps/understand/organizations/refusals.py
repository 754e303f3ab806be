"""Capitalised stretches that are never an organization where they stand: money, wires' tags, fields of a minister; must not know the record."""

import re

from initiatives.ingest.steps.understand.lexicon import HONORIFICS, INSTITUTIONS, LEGAL_FORMS, WELL_KNOWN, words
from initiatives.ingest.steps.understand.organizations.bylines import is_in_byline
from initiatives.ingest.steps.understand.organizations.candidates import STRONG_HEADS, Candidate

AMOUNT_AFTER = re.compile(r"[ \u00a0]?\d")
CURRENCY = re.compile(r"[A-Z]{2,3}[$Đđ]?|Rs|Rp|Tk|Sh|KSh|Kč|Ft|VN[Đđ]|VN[Đđ]\d[\d.,]*")
NEIGHBOUR = re.compile(r"(?:Neighbou?ring|Nearby|Mainland|Distant) ")
AMOUNT = re.compile(r"[A-Z][A-Za-z]{0,3}[$€]?\d[\d.,]*(?:bn|mn|tn|m|k)?")
SIGN_OF_MONEY = re.compile(r"[$€£¥]\d")
TAG = re.compile(r"\)\s?(?:[—–-]|The |A |[A-Z])|\s?[—–]")
WITHIN_DATELINE = 60
MINISTER_OF = re.compile(r"\b[Mm]inister (?:of|for) (?:(?:the )?[A-Z&][\w&-]*(?:, | and | & | )){1,8}$")
PLATFORMS = words("LinkedIn Facebook YouTube Twitter X WhatsApp Telegram Instagram Weibo WeChat Bluesky Mastodon Zoom")
WIDE_PLACES = words("Europe Asia Africa America Americas Oceania Scandinavia Brussels West East North South Earth Gulf Arctic Balkans Baltics")


UNITS = words("MW GW TW kW MWh GWh TWh kWh PhD MSc MBA CEO CFO CTO PFLOPS TOPS")
PLAIN = words(
    "Altogether Together Overall Nationwide Worldwide Meanwhile Besides Elsewhere Everybody Nobody Everyone Somebody Others Eleven Twelve Thirteen",
    "Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety Hundreds Thousands",
    "Republic Sultanate Kingdom Emirate Minister Prime_Minister President Vice_President Commons Lords House_of_Commons League Agence Cour Conseil",
    "Development Artificial Nordic Baltic Arab African Asian European U.S U.S. U.K U.K. Digital Economy Innovation Startups Start-ups Banks",
    "Companies",
    "Universities Investors Firms Ministries Agencies Schools Funds Startups_and_Banks",
    "Amharic Oromo Afaan_Oromo Somali Tigrinya Darija Swahili Kiswahili Hausa Yoruba Igbo Zulu Xhosa Tamil Sinhala Bangla Hindi Urdu Khmer Lao "
    "Cantonese Putonghua Mandarin Basque Catalan Galician Welsh Irish Maltese Te_Reo Sami Guarani Quechua Aymara Kinyarwanda Wolof Twi",
)
ADVERB = re.compile(r"[A-Z][a-z]{3,}ly|[A-Z]\w+[’'](?:ve|re|ll|d|m)")
MADE_TO_BE = re.compile(
    r"\b[Mm]inister (?:of|for) (?:the )?$|\b(?:Programme|Program|Strategy|Plan|Policy) (?:for|on|of) (?:[A-Z]\w* |and |, )*(?:and |, )$"
)
CALLED_THING = re.compile(
    r"\b(?:project|programme|program|initiative|effort|model|(?:super)?computer|machine|assistant|chatbot|scheme|system|network(?: of \w+)?|platform|"
    r"cluster|app|tool|plan)s?,? (?:(?:is|was|will be|to be) )?(?:called|named|dubbed|known as|christened) [“\"‘']?$|\bsupercomputer, $"
)
PUT_IN = re.compile(r"\b(?:stakes?|invest\w*|shares?|interest|confidence|trust|partner|house|all) in $", re.IGNORECASE)
OF_A_PERSON = re.compile(
    r"^, (?:an?|the|who) (?:[\w-]+ ){0,3}?(?:\w+ists?|professor|lecturer|lawyer|engineer|teacher|student|researcher|farmer|nurse|doctor|writer|"
    r"(?:runs|teaches|works|heads|leads|studies|lives)) "
)
TWO_WORDS = re.compile(r"[A-Z][a-zà-ÿ’'-]+ [A-Z][a-zà-ÿ’'-]+")
THE_PROJECT = re.compile(r", (?:the|a|its) (?:[\w-]+ )?(?:project|programme|program|initiative|scheme|effort|campaign)\b")
LONGEST_LOOK = 40


def is_refused(text: str, candidate: Candidate) -> bool:
    """Whether what stands around it says that the stretch is money, a wire's tag, a minister's field, a platform, a place, a thing or a person."""
    name, before = candidate.text, text[max(0, candidate.start - 120) : candidate.start]
    if name.split()[0] in HONORIFICS or NEIGHBOUR.match(name) or _is_money(text, candidate) or _is_plain(name, before):
        return True
    if _is_tag(text, candidate) or is_in_byline(text, candidate.start, candidate.end):
        return True
    if MINISTER_OF.search(before) or (MADE_TO_BE.search(before) and STRONG_HEADS.isdisjoint(name.split())):
        return True
    if name in WIDE_PLACES or (name in PLATFORMS and before.endswith(" on ")):
        return True
    if " " not in name and (_is_thing_called(text, name) or _is_town(text, name)):
        return True
    return bool(TWO_WORDS.fullmatch(name) and OF_A_PERSON.match(text[candidate.end : candidate.end + 80]) and not _is_headed(name))


def _is_money(text: str, candidate: Candidate) -> bool:
    name = candidate.text
    if AMOUNT.fullmatch(name) or (name.isupper() and SIGN_OF_MONEY.match(text, candidate.end)):
        return True
    return bool(CURRENCY.fullmatch(name)) and (name[-1].isdigit() or AMOUNT_AFTER.match(text, candidate.end) is not None)


def _is_plain(name: str, before: str) -> bool:
    """Units, adverbs, numbers, languages and common words that a capital makes look like a name."""
    return name in UNITS or name in PLAIN or ADVERB.fullmatch(name) is not None or (name.isupper() and re.search(r"\d\s$", before) is not None)


def _is_tag(text: str, candidate: Candidate) -> bool:
    """`OSLO, May 3 (NTB) -`: the wire in the line before the first sentence."""
    if candidate.end >= 2 * WITHIN_DATELINE or "\n" in text[: candidate.end] or not TAG.match(text, candidate.end):
        return False
    return (candidate.end < WITHIN_DATELINE and candidate.text.isupper()) or text[: candidate.start].endswith("(")


def _is_thing_called(text: str, name: str) -> bool:
    """Whether the article says somewhere that a project, a model or a machine is called so."""
    at = text.find(name)
    while at >= 0:
        before = text[max(0, at - LONGEST_LOOK) : at]
        if before.rstrip("“\"‘' ").endswith(("called", "named", "dubbed", "as", "christened", "supercomputer,")) and CALLED_THING.search(before):
            return True
        if THE_PROJECT.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _is_town(text: str, name: str) -> bool:
    """Whether something is *in* it, as it is in a town, and nobody puts money or trust in it."""
    at = text.find(f" in {name}")
    if at < 0 or not name.istitle() or text[at + 4 + len(name) : at + 5 + len(name)] not in (",", ".", " ", ";") or name in WELL_KNOWN:
        return False
    return PUT_IN.search(text[max(0, at - 30) : at + 4]) is None


def _is_headed(name: str) -> bool:
    return not (STRONG_HEADS | INSTITUTIONS | LEGAL_FORMS).isdisjoint(name.split())
