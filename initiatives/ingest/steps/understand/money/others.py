"""Tells sums that others pay, owe or must have (fees, deposits, forecasts, thresholds) and what each receiver may get; must not know the ledger."""

import re

from initiatives.ingest.steps.understand.money.marks import PEOPLE
from initiatives.ingest.steps.understand.money.wording import Wording
from initiatives.names.countries import COUNTRIES

# Fees, fines and securities: what somebody pays for a thing, not what an initiative is given.
_PRICE = re.compile(
    r"\b(?:fees?|fines?|penalt(?:y|ies)|deposits?|rents?|tariffs?|salar(?:y|ies)|wages?|bail|bond|toll|tuition|price tag|target price|"
    r"subscriptions?|tickets?|(?<!state )(?<!government )(?<!federal )(?<!credit )guarantee)\b"
    r"(?:\s(?:of|is|are|was|were|would be|will be|comes? to|between|up to|about|some|at))*\s*$|"
    r"\b(?:must|have to|has to|need to|needs to) (?:deposit|lodge|prove|show|post)\s(?:\w+\s)?$|\bborrowed\s(?:\w+\s)?$",
    re.I,
)  # fmt: skip
# "Foreign companies that invest at least $100 million pay no taxes".
_THRESHOLD = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|investors?|businesses|applicants?|anyone|those|projects?|models?)\s(?:that|who|which)\s"
    r"(?:invest|spend|put|commit|cost|earn|bring|pay|have|turn over)\w*\s(?:(?:in|up|at least|more than|over|a minimum of|above)\s)*$",
    re.I,
)
# What a market, a sector or the economy is to be worth, however the sentence turns.
_OUTPUT = re.compile(
    r"\b(?:\d[\d.,]*\s?(?:%|per cent|percent) of (?:the )?(?:GDP|gross domestic product|economy|output)|GDP),?\s(?:or|i\.e\.|about|some|which is)\s"
    r"(?:\w+\s)?$|"
    r"\b(?:sector|services|software|industry|market|economy|exports|companies|ecosystem)\b(?:[^.;]|\.\d){0,60}\b(?:should|could|will|would|"
    r"may|to|is|are)\s"
    r"(?:be\s)?(?:worth|generate|earn|reach|yield|contribute|add|save)\s(?:\w+\s){0,2}$",
    re.I,
)
_PREDECESSOR = re.compile(r"\b(?:predecessors?|forerunner|earlier (?:model|version|project|centre|computer))\b(?:[^.;]|\.\d){0,80}$", re.I)
_STATES = set(PEOPLE) | {capital for country in COUNTRIES.values() for capital in country.capitals}
_COMPARED = re.compile(
    r"\b(?:double|twice|triple|treble|half|three times|four times|five times|ten times|fraction of|compared (?:with|to)|as against|against|"
    r"from|above|"
    r"below)\s(?:this|last|the (?:current|previous|present))\s(?:fiscal |financial |budget )?(?:year|budget|plan|period)['’]s\s(?:\w+\s)?$",
    re.I,
)
# "Bell said it would spend $500 million": a company, where the name is not of a state.
_SAID_IT_WOULD = re.compile(
    r"^(?P<name>(?:[A-Z][\w&.’'-]*\s){1,4})(?:said|says|announced|has announced|has said|added|vowed)(?:\s(?:on )?[A-Z]\w+day|"
    r" that)?\s(?:it|they)\s"
    r"(?:would|will|plans? to|is to|intends? to|had|has)\s(?:spend|invest|spent|invested|build)\b"
)
_OF_A_STATE = re.compile(
    r"\b(?:government|ministry|ministers?|president|council|commission|department|state|agency|treasury|fund|cabinet|"
    r"university)\b",
    re.I,
)
# What is taken away, asked for by bidders, or paid for a machine that stands already.
_TAKEN_AWAY = re.compile(
    r"\b(?:cut|cuts|cutting|slash\w*|axed|scrapped|cancell?ed|withdrew|sav(?:e[sd]?|ing)|minus|reduc\w+)\s(?:(?:spending|the|its|budgets?|"
    r"costs?|by|"
    r"about|another|some|nearly|of)\s)*$|\b(?:bids?|applications|applicants|bidders)\s(?:asked for|sought|requested|totall?ed|worth)\s(?:\w+\s)?$|"
    r"\b(?:present|existing|current|old|older|ageing|previous)\s(?:super)?(?:machine|computer|system|centre|center|cluster|facility)\b"
    r"(?:[^.;]|\.\d){0,40}\bfor\s$|\b(?:parent|umbrella|wider|larger|overarching)\s(?:programme|program|plan|strategy|fund)\b(?:[^.;]|\.\d){0,40}$|"
    r"\bsurplus of\s(?:\w+\s)?$|\b(?:quoted|charges|charged|would have (?:cost|charged))\s(?:\w+\s){0,2}$|"
    r"\bthe same\s(?:[\w-]+\s){1,5}would (?:have )?(?:cost|come to)\s(?:\w+\s){0,2}$|"
    r"\b(?:funds?|bank|holding|foundation|endowment|giant),?\s(?:which|that)\s(?:\w+\s)?(?:has|holds|manages|controls|oversees|owns)\s"
    r"(?:(?:about|some|over|nearly|more than|around)\s)*$",
    re.I,
)
_GONE = re.compile(
    r"^\s(?:was|were|had been) spent\b|^(?:[^.;]|\.\d){0,40}\bunder a (?:pending|proposed|separate) (?:bill|law|plan|programme)\b", re.I
)
_SEPARATE = re.compile(r"\b(?:paid for|funded|financed|budgeted|counted) separately\b", re.I)
_HAD_PROMISED = re.compile(
    r"\bhad (?:announced|promised|pledged|planned|foreseen|earmarked|set aside|approved|allotted|wanted|asked for)\b"
    r"(?:(?!\b(?:and|but) (?:got|received)\b)[^.;]|\.\d){0,80}$",
    re.I,
)
_REPORTED = re.compile(r"\b(?:said|says|told|added|according to|announced that|stated|reported|disclosed|confirmed|explained)\b", re.I)
_OF_IT_FOR_AI = re.compile(
    r"^(?:\s\([^)]*\))?\sof (?:that|this|it|which|the (?:total|sum|money|amount))\s(?:is|are|was|will be|goes|will go|"
    r"would go)\s(?:set aside |earmarked |meant |"
    r"reserved )?(?:for|to|on)\s(?:AI|artificial intelligence)\b"
)
_ITSELF = re.compile(
    r"\b[Ff]or the (?:programme|program|plan|strategy|initiative|project|model|centre|center) (?:itself|as a whole)\b(?:[^.;]|\.\d){0,60}$|"
    r"^(?:Together|Altogether|In all|In total|All told)\b(?:[^.;]|\.\d){0,50}$"
)
_COSTS = re.compile(r"\b(?:costs?|needs?|takes?|requires?)\s(?:\w+\s){0,2}$", re.I)
_TO_CARRY_OUT = re.compile(r"^(?:\s\([^)]*\))?\sto (?:put (?:it )?(?:into practice|in place)|implement|carry (?:it )?out|reali[sz]e|execute)\b")
# What each receiver may get, which says nothing of the whole.
_PER_RECEIVER = re.compile(
    r"(?<!\bwill )(?<!\bto )(?<!\bwould )\b(?:grants?|loans?|vouchers?|awards?|subsid(?:y|ies)|stipends?|scholarships?|prizes?|"
    r"support|funding|aid|credits?)\s(?:worth\s|"
    r"of\s)?(?:up to|"
    r"as much as|a maximum of)\s*$|\b(?:may|can|could) (?:apply for|receive|get|claim|win|draw|borrow|obtain)\s(?:(?:up to|as much as|"
    r"grants of|loans of|"
    r"a|an|about)\s)*$",
    re.I,
)
_EACH = re.compile(
    r"^\s(?:each|apiece|per (?:company|firm|project|team|head|person|start-?up|student|applicant|school|pupil)|for each|to each)\b", re.I
)
_ONE_YEAR = re.compile(
    r"\b(?:in|for|during|over) (?:the|its|their) (?:first|second|third|opening|initial) (?:\w+\s)?(?:year|phase|stage|step|round|"
    r"months?)(?:,| alone| it is)?\s"
    r"(?:\w+\s){0,2}$",
    re.I,
)
_WHOLE_FIELD = re.compile(
    r"^(?:\s\([^)]*\))?\s(?:has |have |is |was |were )?(?:been )?(?:allocated |earmarked |set aside |reserved )?(?:to|for|on|in)\s(?:the\s)?"
    r"(?:entire\s|"
    r"whole\s|wider\s)?"
    r"(?:ICT|education|health(?: care)?|infrastructure|defen[cs]e|roads|agriculture|security|energy|digital (?:economy|transformation|"
    r"infrastructure|training|skills|services)|"
    r"ministry|innovation and)\b",
    re.I,
)


def is_of_others(words: Wording) -> bool:
    """Whether a sum is a price, a threshold or a forecast, and so never the initiative's own."""
    before = words.before
    if _GONE.match(words.after) or _SEPARATE.search(words.sentence):
        return True
    if _HAD_PROMISED.search(before) and not _REPORTED.search(words.sentence):
        return True
    return any(cue.search(before) for cue in (_PRICE, _THRESHOLD, _OUTPUT, _PREDECESSOR, _COMPARED, _TAKEN_AWAY))


def company_that_spends(words: Wording) -> bool:
    """Whether the sentence of a sum opens with a company that says what it spends itself."""
    said = _SAID_IT_WOULD.match(words.sentence)
    name = said["name"].strip() if said else ""
    return bool(name) and _OF_A_STATE.search(name) is None and not _STATES & {name, name.removeprefix("The ")}


def is_of_a_whole_field(words: Wording) -> bool:
    """Whether a sum is for a field of which an initiative is at most a part: "allocated Sh13 billion to ICT"."""
    return _WHOLE_FIELD.match(words.after) is not None


def is_per_receiver(words: Wording) -> bool:
    """Whether a sum is the most that one receiver gets, or what one year or phase costs."""
    return any((_PER_RECEIVER.search(words.before), _EACH.match(words.after), _ONE_YEAR.search(words.before)))


def is_named_as_its_own(words: Wording) -> bool:
    """Whether the words name a sum as that of the initiative, whatever sums stand before it: "of that is for AI", "for the programme itself"."""
    carried_out = _COSTS.search(words.before) is not None and _TO_CARRY_OUT.match(words.after) is not None
    return carried_out or _OF_IT_FOR_AI.match(words.after) is not None or _ITSELF.search(words.before) is not None
