"""Participants that an article does not name ("major financial institutions"), and whether taking part is confirmed, reported or expected."""

import re
from collections.abc import Iterable

from initiatives.ingest.steps.understand.passages import evidence, trim
from initiatives.ingest.values import OrganizationClaim, Span

PRODUCER = "organizations"
VERSION = "1"
KINDS = {
    "bank": r"financial institutions|banks|lenders|insurers",
    "fund": r"pension funds|sovereign funds|venture funds|investors|investment funds",
    "university": r"universities",
    "research-institute": r"research institutes|research centres|research centers|laboratories",
    "startup": r"start-?ups",
    "company": r"conglomerates|manufacturers|carmakers|automakers|chipmakers|telecoms operators|telecom operators|cloud providers|"
    r"utilities|trading houses|"
    r"technology companies|tech companies|electronics makers|industrial groups|energy companies|retailers|hyperscalers",
}
ADJECTIVES = (
    r"(?:(?:major|large|leading|big|domestic|foreign|private|public|manufacturing|industrial|several|other|local|national|"
    r"state|regional|global|Japanese|[A-Z][a-z]+(?:an|ese|ish|ian|ch)|unnamed|commercial|mid-sized|smaller) )*"
)
GROUP = re.compile(rf"(?<![\w-])(?P<who>{ADJECTIVES}(?P<noun>{'|'.join(KINDS.values())}))\b(?! [A-Z])")
TAKES_PART = re.compile(
    r"\b(?:involvement|involv\w+|participat\w+|take part|takes part|taking part|join|joins|joined|joining|back|backs|backed|"
    r"consortium|contribut\w+|co-?invest\w*|come in|on board"
    r"|to supply the rest|supply the rest|to invest|will invest|would invest)\b",
    re.IGNORECASE,
)
PAYS = re.compile(r"\b(?:supply the rest|contribut\w+|invest(?:s|ed|ing)?|fund(?:s|ed)?|financ(?:e|es|ed)|put up|money from)\b", re.IGNORECASE)
EXPECTED = re.compile(
    r"\b(?:expected|anticipated|likely|planned|hoped|considering|in talks|being finali[sz]ed|still open|could join|may join|"
    r"might join|would join|are to|is to|slated|foreseen|envisaged)\b",
    re.IGNORECASE,
)
EXPECTED_PART = re.compile(
    r"\b(?:is|are) (?:widely )?(?:expected|anticipated|likely|hoped|slated|set) to (?:join|take part|participate|invest|"
    r"contribute|back|be involved)\b|\b(?:may|might|could) (?:join|take part|participate|invest|contribute)\b"
    r"|\b(?:considering|in talks|negotiating)\b|\b(?:involvement|participation)\b[^.;]{0,60}\b(?:anticipated|expected|likely)\b",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"\b(?:reportedly|said to|according to (?:sources|people|a source|a person)|people familiar|a source familiar|sources? "
    r"(?:said|close)|rumou?red|learned from a source|is understood to)\b",
    re.IGNORECASE,
)


def find_unnamed(text: str, sentences: tuple[Span, ...]) -> list[OrganizationClaim]:
    """Groups that take part without being named, in sentences that say so; in reading order, each description once."""
    found: dict[str, OrganizationClaim] = {}
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        if TAKES_PART.search(words) and '"' not in words and "“" not in words:
            for group in GROUP.finditer(text, sentence.start, sentence.end):
                found.setdefault(group.group("who"), _claim(text, group, words))
    return list(found.values())


def _claim(text: str, group: re.Match[str], sentence: str) -> OrganizationClaim:
    span = trim(text, group.start("who"), group.end("who"))
    status = "expected" if EXPECTED.search(sentence) else ("reported" if REPORTED.search(sentence) else "confirmed")
    kind = next(kind for kind, nouns in KINDS.items() if re.fullmatch(nouns, group.group("noun")))
    role = "funder" if PAYS.search(sentence) else "partner"
    return OrganizationClaim(evidence(text, span, PRODUCER, VERSION, 0.7), None, group.group("who"), kind, None, role, status)


def status_of(surroundings: Iterable[tuple[str, str]]) -> str:
    """`expected` or `reported` where the sentence of the first mention says so of the taking part; else `confirmed`."""
    before, after = next(iter(surroundings), ("", ""))
    if EXPECTED_PART.search(after[:160]) or re.search(r"\b(?:talks|negotiations) with (?:the )?$", before):
        return "expected"
    return "reported" if REPORTED.search(before + " " + after) else "confirmed"
