"""Says through whom a sum passes and who receives it, from the words beside it; must not know the record or who pays."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from initiatives.ingest.steps.understand.passages import containing, sentences
from initiatives.ingest.values import MoneyClaim, OrganizationClaim, Span

_THROUGH = (
    r"(?:\b(?:through|via|by way of|administered by|managed by|distributed by|handed out by|disbursed by|paid out by|channel(?:l)?ed (?:through|by)|"
    r"passes? (?:through|on by)|run by)\s(?:the\s|its\s(?:\w+\s){0,2}agency\s|the\s(?:\w+\s){0,2}agency\s)?)"
)
_ACRONYM = re.compile(rf"{_THROUGH}(?P<name>[A-Z][A-Z\d&-]{{2,9}})\b(?!\s[A-Z])")
_NO_RECEIVER = re.compile(
    r"\b(?:according|compared|thanks|due|access|next|close|related|in addition|addition|belongs?|similar|relative|told|said|prior|up|contrary|owing|"
    r"testified|led|answer|subject)\sto\s(?:the\s)?$",
    re.I,
)
_GIVES = re.compile(
    r"\b(?:gives?|gave|given|giving|grants?|granted|granting|awards?|awarded|awarding|pays?|paid|paying|lends?|lent|lending|hands?|handed|handing|"
    r"allocates?|allocated|offers?|offered|backs?|backed)\s(?:both\s)?(?:the\s)?$",
    re.I,
)
_AUXILIARY = r"(?:will|would|is|are|was|were|has|have|had|to|each|also|now|together|can|may|should|jointly|been|be)"
_RECEIVE = re.compile(
    rf"^(?:\s\([^)]*\))?,?\s(?:(?:{_AUXILIARY}\s){{0,4}}(?:receiv\w+|gets?|got|getting|obtain\w*|secur\w+|share|wins?|won)|"
    rf"(?:{_AUXILIARY}\s){{1,4}}(?:given|granted|awarded|handed|paid|allocated))\b(?:[^.;,]|[.,]\d){{0,40}}$",
    re.I,
)
_JOINS = re.compile(r"^(?:,|\sand|,\sand|\sas well as)\s(?:the\s)?$")
_OF_THE_MONEY = re.compile(r"\b(?:money|funds|funding|sum|grants?|amount|support|subsid\w+|it)\b", re.I)
_MOST_BETWEEN = 120  # code points from a sum to whom it goes


@dataclass(frozen=True, slots=True)
class Named:
    """An organization as it stands in the text: its name there, and half-open code points."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ways:
    """Which way a sum goes: the agency that passes it on, None where none is named, and who receives it in reading order."""

    channel: Named | None = None
    recipients: tuple[Named, ...] = ()


def ways_of(claim: MoneyClaim, organizations: Iterable[OrganizationClaim], text: str) -> Ways:
    """The way of one sum by its own sentence, and for the channel the next one too. Never raises on any text."""
    spans = sentences(text)
    if not spans:
        return Ways()
    own, named = containing(spans, claim.evidence.start), [each for each in organizations if each.name and each.kind != "media"]
    channel = _channel(own, named, text) or _said_after(own, spans, named, text)
    others = [each for each in _names(named, own, text) if channel is None or each.name != channel.name]
    return Ways(channel, tuple(_recipients(claim, others, text, own)))


def _channel(span: Span, organizations: list[OrganizationClaim], text: str) -> Named | None:
    """Who stands behind "through" in a stretch of text: an organization that was found, else an abbreviation in capitals."""
    said = text[span.start : span.end]
    for each in _names(organizations, span, text):
        if re.search(rf"{_THROUGH}$", text[span.start : each.start]):
            return each
    match = _ACRONYM.search(said)
    return Named(match["name"], span.start + match.start("name"), span.start + match.end("name")) if match else None


def _said_after(own: Span, spans: tuple[Span, ...], organizations: list[OrganizationClaim], text: str) -> Named | None:
    """The channel of the next sentence, where that speaks of the money: "The money passes through NEDO"."""
    following = next((span for span in spans if span.start >= own.end), None)
    if following is None or not _OF_THE_MONEY.match(text[following.start : following.end].partition(" ")[2]):
        return None
    return _channel(following, organizations, text)


def _names(organizations: list[OrganizationClaim], span: Span, text: str) -> list[Named]:
    """The organizations that a stretch of text names, in its order."""
    found = []
    for name in dict.fromkeys(each.evidence.text for each in organizations):
        match = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)").search(text, span.start, span.end)
        if match:
            found.append(Named(name, match.start(), match.end()))
    return sorted(found, key=lambda each: each.start)


def _recipients(claim: MoneyClaim, named: list[Named], text: str, own: Span) -> Iterator[Named]:
    """Those behind "to", between "gives" and the sum, or before "receive"; then whom "and" or a comma joins to them."""
    last: Named | None = None
    for each in named:
        is_next = last is not None and _JOINS.match(text[last.end : each.start]) is not None
        if is_next or _is_receiver(each, claim, text, own) or _leads_on(each, named, claim, text):
            last = each
            yield each


def _is_receiver(each: Named, claim: MoneyClaim, text: str, own: Span) -> bool:
    start, end = claim.evidence.start, claim.evidence.end
    before = text[own.start : each.start]
    if each.start >= end:
        between = text[end : each.start]
        return len(between) <= _MOST_BETWEEN and re.search(r"\bto\s(?:the\s|both\s)?$", between) is not None and not _NO_RECEIVER.search(before)
    return each.end <= start and (_GIVES.search(before) is not None or _RECEIVE.match(text[each.end : start]) is not None)


def _leads_on(each: Named, named: list[Named], claim: MoneyClaim, text: str) -> bool:
    """Whether a name begins a list at whose end those stand who receive: "Noetra and AIST will receive"."""
    following = next((other for other in named if other.start >= each.end), None)
    if following is None or following.end > claim.evidence.start or not _JOINS.match(text[each.end : following.start]):
        return False
    return _RECEIVE.match(text[following.end : claim.evidence.start]) is not None or _leads_on(following, named, claim, text)
