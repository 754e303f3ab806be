"""Tells what markets, economies and companies turn over, export, earn or expect from what a state pays; must not know the ledger."""

import re

from initiatives.ingest.steps.understand.money.wording import Wording

_FIGURES = r"(?:exports?|revenues?|sales|turnover|GDP|gross domestic product|earnings|output|market|shipments)"
_CAME_TO = (
    r"(?:reach(?:ed|es)?|hit|hits|came to|stood at|stands at|gr[eo]w\w*|rose|climbed|exceed(?:ed|s)|passed|surpassed|topped|amount(?:ed|s) to|"
    r"total\w*|brought in|earned)"
)
# "Exports of computer services, which reached $690 million": the clause of the sum no longer says of what.
_REACHED = re.compile(rf"\b{_FIGURES}\b(?:[^.;]|\.\d){{0,100}}\b{_CAME_TO}\s(?:[\w%.]+\s){{0,5}}$", re.I)
_SOLD = re.compile(r"\b(?:exported|exports|sold|sells)\s(?:[^.;,]|[.,]\d){1,60}\b(?:worth|for)\s(?:\w+\s){0,3}$", re.I)
_THEY_REACHED = re.compile(rf"^(?:They|These)\s(?:\w+\s)?{_CAME_TO}\b")
_NAMED_BEFORE = re.compile(r"\b(?:exports?|revenues?|sales|turnover|earnings|shipments)\b", re.I)
_OF_THE_WORLD = re.compile(
    r"\b(?:global|worldwide|world|international)\s(?:[\w-]+\s){0,3}(?:spending|expenditure|outlays?|market|demand|sales)\b|"
    r"\b(?:spending|expenditure|outlays?|investment|demand)\b(?:[^.;]|\.\d){0,60}\b(?:around the world|across the world|the world over|worldwide|"
    r"globally)\b",
    re.I,
)
_HOUSE = re.compile(
    r"\b(?:Gartner|IDC|Forrester|Statista|McKinsey|Deloitte|PwC|Omdia|TrendForce|Counterpoint|Canalys|Goldman Sachs|Morgan Stanley|JPMorgan|"
    r"Bloomberg Intelligence|[Aa]nalysts?|[Mm]arket researchers?|[Cc]onsultancy)\b"
)
_FORESEES = re.compile(
    r"\b(?:puts?|estimat\w+|expect\w*|forecast\w*|project(?:s|ed|ion|ions)\b|predict\w*|sees|reckons?|according to|foresees?|will (?:reach|total|"
    r"grow|be worth))\b",
    re.I,
)
_OF_A_MARKET = re.compile(r"\b(?:spending on|spend on|market|demand|sales|shipments|revenues?|industry|sector)\b", re.I)
_GUIDANCE = re.compile(
    r"\b(?:guid(?:ed|es) (?:for|to|towards?)|(?:its|revenue|sales|profit|earnings) (?:guidance|outlook)|guidance (?:of|for|is|was|to))\b(?:[^.;]|"
    r"\.\d){0,60}$",
    re.I,
)


def is_result(words: Wording) -> bool:
    """Whether a sum is what a market, an economy or a company reached or is expected to reach."""
    if _REACHED.search(words.before) or _GUIDANCE.search(words.before) or _SOLD.search(words.before):
        return True
    if _THEY_REACHED.match(words.sentence) and _NAMED_BEFORE.search(words.previous):
        return True
    return _OF_THE_WORLD.search(words.clause) is not None or _is_forecast(words.sentence)


def _is_forecast(sentence: str) -> bool:
    """ "Gartner puts spending on AI at $1.5 trillion": a house of analysts, what it does, and of what it speaks."""
    return all(cue.search(sentence) for cue in (_HOUSE, _FORESEES, _OF_A_MARKET))
