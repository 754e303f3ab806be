"""The phrases that stand around a quotation and say whose it is; must not know people."""

import re

from initiatives.ingest.steps.understand.lexicon import alternatives
from initiatives.ingest.steps.understand.speech import EVALUATION_FORMS, SPOKEN, VERB

VERB_FIRST = re.compile(rf"[\s,]*(?:(?:as|so|also|thus|—|–|-)\s+)?(?P<verb>{SPOKEN})\b\s*(?P<noun>.*)", re.IGNORECASE | re.DOTALL)
NOUN_FIRST = re.compile(
    rf"[\s,]*(?P<noun>.{{1,220}}?)[\s,]+(?:also |later |then |has |had |is quoted as |was quoted as )?(?P<verb>{SPOKEN})\b", re.IGNORECASE | re.DOTALL
)
DASHED = re.compile(r"\s*[–—―-]+\s*(?P<noun>\S.*)", re.DOTALL)
ANY_VERB = re.compile(rf"\b{VERB}\b", re.IGNORECASE)
ACCORDING = re.compile(r"\b(?:according to|in the words of|for|as|per)\s+(?P<noun>[^,“\"]{2,160})[,:]?[^“\"]*$", re.IGNORECASE)
CALLED = re.compile(rf"\b(?:{alternatives(EVALUATION_FORMS)})\b[^.;:]{{0,60}}$", re.IGNORECASE)
FINAL = re.compile(r"[.!?…。！？]$")
SENTENCE_STOP = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bProf)(?<!\bEng)(?<!\bHon)(?<!\bSt)(?<!\b[A-Z])[.!?…][”’\"'»)]*\s+(?=[A-ZÀ-Þ“\"‘«„])|\n"
)
OBJECT_PRONOUN = re.compile(r"\b(?:him|her)\s*:", re.IGNORECASE)
