"""Says who pays a sum, through whom it passes and who receives it, from the names beside it; must not know the record."""

import re
from dataclasses import replace

from initiatives.ingest.steps.understand.mentions import Mention, code_of, find_mentions
from initiatives.ingest.steps.understand.money.subjects import own_subject
from initiatives.ingest.steps.understand.passages import containing, sentences
from initiatives.ingest.steps.understand.passing import ways_of
from initiatives.ingest.values import Funder, MoneyClaim, OrganizationClaim, Span
from initiatives.names.countries import COUNTRIES

_PAYS_AFTER = re.compile(
    r"\b(?:will|would|is to|are to|plans? to|intends? to|means to|has|have|wants? to|to)?\s*(?:invest|fund|grant|provid|contribut|pledg|pay|paid|"
    r"spend|spent|commit|suppl|allocat|allott|promis|put|add|lend|giv|gave|award|hand)\w*\b", re.I
)  # fmt: skip
_BEFORE_PAYER = re.compile(r"\b(?:from|by|of)\s+(?:the\s+)?$", re.I)
_PAYER_BEHIND = re.compile(
    r"^(?:\s\([^)]*\))?,?\s(?:(?:is|are|comes?|will|would|came|to|come|be|paid|provided|covered)\s){0,4}(?:from|by)\s(?!20\d\d)"
)
# Who only tells of the money: a source before or after its name, an agency in brackets at the head of a line.
_TELLS_BEFORE = re.compile(
    r"\b(?:according to|as told to|told|reported by|quoted by|cited by|citing|seen by|shown to|published by|"
    r"interview with|reports? (?:by|from|in))\s(?:the\s)?$",
    re.I,
)
_TELLS_AFTER = re.compile(
    r"^(?:,[^,.]{1,60},)?\s(?:has |have |had )?(?:said|says|told|reports?|reported|wrote|writes|"
    r"estimates?|estimated|expects?|forecasts?|reckons?|calculates?)\b"
    r"(?!\s(?:\w+\s){0,3}(?:it|they|he|she|its|their)\s)",
    re.I,
)
_DATELINE = re.compile(r"^[^\n(]{0,60}[(/]$")
_AFTER_DATELINE = re.compile(r"^[^()\n/]{0,20}[)/]\s?(?:[—–:-]|\d|[A-Z][a-z]{2,8}\.?\s\d)")
_STATE_AFTER = re.compile(r"^(?:['’]s?)?\s(?:(?:federal|national|central|coalition|new)\s)?(?:government|cabinet|state)\b", re.I)
_STATE_BEFORE = re.compile(r"\b(?:government|state|cabinet)\sof\s(?:the\s)?$", re.I)
_WHOLLY_A_STATE = re.compile(r"(?:[Tt]he )?(?:(.+?)(?:['’]s?)? (?:[Ff]ederal )?[Gg]overnment|[Gg]overnment of (.+))")
_OF_ANOTHER = re.compile(r"\bthat\s(?!(?:it|they|its)\b)|\b(?:who|which|where|while|whose)\s", re.I)
_WITH_ARTICLE = ("United ", "Netherlands", "Philippines", "Hong Kong SAR", "Bahamas", "Maldives", "Gambia", "Czech Republic", "Dominican Republic")
_PRIVATE_KINDS = frozenset({"company", "startup"})
_PRIVATE_PAYERS = _PRIVATE_KINDS | {"ngo"}
_STATE_HOUSE = re.compile(r",? (?:the|an?|its) (?:[\w’'-]+ )?(?:state|sovereign|public|government|national)\b", re.I)
_NEAR_CHARACTERS = 70
_REGION = re.compile(
    r"(?:the|an?|its|their)\s(?P<house>(?:[a-z]+\s)?(?:regional|local|provincial|municipal|city|state|federal|central|cantonal)\s"
    r"(?:government|authorit(?:y|ies)|council|administration))\b"
)
_UNNAMED = re.compile(r"\b(?:private (?:partners?|investors?|companies|capital|money)|pension funds|financial institutions|industry)\b", re.I)


def with_funders(money: tuple[MoneyClaim, ...], organizations: tuple[OrganizationClaim, ...], text: str) -> tuple[MoneyClaim, ...]:
    """The claims with the organizations that the sum's sentence names as payers, as its channel and as those who receive it."""
    spans = sentences(text)
    if not spans:
        return money
    read = tuple(_with_ways(claim, organizations, text, _own_words(claim, money, text, spans)) for claim in money)
    return tuple(_with_what_is_said_later(index, read) for index in range(len(read)))


def _with_what_is_said_later(index: int, money: tuple[MoneyClaim, ...]) -> MoneyClaim:
    """The claim with the channel and the grantees that stand where the article says the same money again."""
    claim, again = money[index], [each for each in money if each.restates_in_text == index]
    channel = next((each.channel for each in again if each.channel), None)
    recipients = next((each.recipients for each in again if each.recipients), ())
    return replace(claim, channel=claim.channel or channel, recipients=claim.recipients or recipients)


def _with_ways(claim: MoneyClaim, organizations: tuple[OrganizationClaim, ...], text: str, sentence: Span) -> MoneyClaim:
    """The claim with the way of its money; who passes it on or receives it does not pay it."""
    ways = ways_of(claim, organizations, text)
    channel = ways.channel.name if ways.channel else None
    recipients = tuple(each.name for each in ways.recipients)
    others = tuple(each for each in organizations if each.evidence.text not in (channel, *recipients))
    claim = replace(claim, origin=_origin_of_a_grant(claim, others, text, sentence) if recipients else claim.origin)
    return replace(_with_payers(claim, others, text, sentence), channel=channel, recipients=recipients)


def _origin_of_a_grant(claim: MoneyClaim, payers: tuple[OrganizationClaim, ...], text: str, sentence: Span) -> str:
    """The origin of money that others receive: public where only the state's own houses pay it, whatever companies get it."""
    kinds = {each.kind for each in payers if _pays(each, claim, text, sentence)}
    return "public" if kinds == {"government"} and claim.origin == "private" else claim.origin


def _own_words(claim: MoneyClaim, money: tuple[MoneyClaim, ...], text: str, spans: tuple[Span, ...]) -> Span:
    """The sentence of a sum, without the neighbours' sums and payers where it names its own behind it: "€2 million from A and €3 million from B"."""
    sentence = containing(spans, claim.evidence.start)
    before = max((each.evidence.end for each in money if sentence.start <= each.evidence.end <= claim.evidence.start), default=sentence.start)
    behind = min((each.evidence.start for each in money if claim.evidence.end <= each.evidence.start < sentence.end), default=sentence.end)
    if _PAYER_BEHIND.match(text[claim.evidence.end : behind]):
        return replace(sentence, start=before, end=behind)
    subject = own_subject(text[sentence.start : claim.evidence.start])
    return replace(sentence, start=text.rindex(subject, sentence.start, claim.evidence.start)) if subject else sentence


def _with_payers(claim: MoneyClaim, organizations: tuple[OrganizationClaim, ...], text: str, sentence: Span) -> MoneyClaim:
    """The claim with its payers; a part that a company pays itself is private, whatever the whole is."""
    payer = _beside(claim, organizations, text, sentence)
    if payer is not None and claim.role == "part-of-it" and claim.origin == "public" and payer.kind in _PRIVATE_PAYERS:
        claim = replace(claim, origin="private")
    return replace(claim, funders=_funders(claim, organizations, text, sentence))


def _beside(claim: MoneyClaim, organizations: tuple[OrganizationClaim, ...], text: str, sentence: Span) -> OrganizationClaim | None:
    """The one payer that stands right before a sum, or right behind it after "by" or "from"."""
    paying = [each for each in organizations if _pays(each, claim, text, sentence)]
    near = [each for each in paying if _distance(each, claim, text, sentence) <= _NEAR_CHARACTERS]
    return near[0] if len(near) == 1 and not _is_of_a_state(near[0], text, sentence) else None


def _is_of_a_state(organization: OrganizationClaim, text: str, sentence: Span) -> bool:
    """ "Aral Copper, the state mining company": a company whose money is public."""
    return _STATE_HOUSE.match(text, text.find(organization.evidence.text, sentence.start) + len(organization.evidence.text)) is not None


def _distance(organization: OrganizationClaim, claim: MoneyClaim, text: str, sentence: Span) -> int:
    at = text.find(organization.evidence.text, sentence.start, sentence.end)
    end = at + len(organization.evidence.text)
    return claim.evidence.start - end if end <= claim.evidence.start else at - claim.evidence.end


def _funders(claim: MoneyClaim, organizations: tuple[OrganizationClaim, ...], text: str, sentence: Span) -> tuple[Funder, ...]:
    named = [each for each in organizations if each.name and _pays(each, claim, text, sentence)]
    found = tuple(dict.fromkeys(_funder(each) for each in named if _may_pay(each, claim)))
    unnamed = _UNNAMED.search(text[sentence.start : sentence.end])
    if unnamed and claim.origin in ("private", "mixed"):
        found = (*found, Funder(described=unnamed.group()))
    return found or _government(claim, text, sentence) or _unnamed_house(claim, text, sentence)


def _unnamed_house(claim: MoneyClaim, text: str, sentence: Span) -> tuple[Funder, ...]:
    """ "the regional government": a public payer without a name that stands as the subject of this sum alone."""
    house = _REGION.match(text[sentence.start : claim.evidence.start]) if claim.origin == "public" else None
    return (Funder(described=house.group("house")),) if house else ()


def _funder(organization: OrganizationClaim) -> Funder:
    """The payer; "the Kenyan government" under the name that the record gives governments."""
    state = _WHOLLY_A_STATE.fullmatch(organization.name or "")
    code = code_of(state[1] or state[2]) if state else None
    if code is None or COUNTRIES[code].is_actor:
        return Funder(organization=organization.name, country=organization.country)
    return Funder(organization=_government_of(code), country=code)


def _pays(organization: OrganizationClaim, claim: MoneyClaim, text: str, sentence: Span) -> bool:
    if organization.name is None:
        return False
    at = text.find(organization.evidence.text, sentence.start, sentence.end)
    if at < 0:
        return False
    end = at + len(organization.evidence.text)
    if _only_tells(text, at, end):
        return False
    if end <= claim.evidence.start:
        return _PAYS_AFTER.search(text[end : claim.evidence.start]) is not None
    return _BEFORE_PAYER.search(text[claim.evidence.end : at]) is not None


def _only_tells(text: str, start: int, end: int) -> bool:
    """Whether a name stands as the source of what is said: in a dateline or an attribution."""
    line = text.rfind("\n", 0, start) + 1
    before, after = text[max(line, start - 80) : start], text[end : end + 100]
    dateline = len(before) == start - line and _DATELINE.match(before) and _AFTER_DATELINE.match(after)
    return bool(dateline or _TELLS_BEFORE.search(before) or _TELLS_AFTER.match(after))


def _government(claim: MoneyClaim, text: str, sentence: Span) -> tuple[Funder, ...]:
    """The government that the sentence names as the one who pays, under the name that the record gives governments."""
    if claim.origin == "private":
        return ()
    before = text[sentence.start : claim.evidence.start]
    payers = [each for each in find_mentions(before) if _is_a_state(before, each) and _acts(before[each.end :])]
    return tuple(Funder(organization=_government_of(code), country=code) for code in dict.fromkeys(each.code for each in payers))


def _is_a_state(text: str, mention: Mention) -> bool:
    if COUNTRIES[mention.code].is_actor or mention.form == "institution":
        return False
    return bool(_STATE_AFTER.match(text[mention.end : mention.end + 40]) or _STATE_BEFORE.search(text[: mention.start]))


def _acts(after: str) -> bool:
    """Whether the words after a government say that it pays itself, and do not pass to what another does."""
    pays = _PAYS_AFTER.search(after)
    return pays is not None and _OF_ANOTHER.search(after[: pays.start() + 1]) is None


def _government_of(code: str) -> str:
    name = COUNTRIES[code].name
    return f"Government of {'the ' if name.startswith(_WITH_ARTICLE) else ''}{name}"


def _may_pay(organization: OrganizationClaim, claim: MoneyClaim) -> bool:
    if organization.kind == "media":
        return False
    if claim.origin == "public":
        return organization.kind not in _PRIVATE_KINDS
    return claim.origin != "private" or organization.kind != "government"
