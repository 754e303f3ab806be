"""The words by which a stage is said, before, around and behind a sum; must not know whether they are meant."""

import re

SUM = "§"  # stands for the sum in the clause that holds it
_HOUSE = (
    r"(?:parliaments?|lawmakers|legislators|MPs|(?:the )?(?:senate|congress|house|chamber|lower house|upper house)|(?:national |federal |general )?"
    r"assembly|legislature|bundestag|bundesrat|knesset|diet|riksdag|storting|folketing|eduskunta|sejm|lok sabha|rajya sabha|duma|rada|majlis|cortes)"
)
_PASSES = (
    r"(?:approved|passed|voted(?: for| through)?|adopted|backed|cleared|endorsed|ratified|authori[sz]ed|appropriated|waved through|"
    r"signed off(?: on)?|(?:gave|given) (?:its |the |their )?(?:final )?(?:approval|assent|backing|go-ahead|green light))"
)
_BUDGET = r"(?:budget(?: law| act)?|spending bill|finance (?:act|law)|appropriations? (?:act|bill|law))"
_PAPER = r"(?:contracts?|deals?|agreements?|orders?|tenders?|grants?|awards?|letters? of award|purchase orders?)"
_SIGNED = r"(?:signed|inked|concluded|sealed|finali[sz]ed|awarded|placed|let|countersigned)"
_WON = r"(?:won|wins|secured|secures|landed|lands|clinched|clinches|bagged|bags|picked up|took home)"
_NEAR = r"(?:[^.,;:]|[.,]\d){0,50}"

DISBURSED = re.compile(
    rf"{SUM}{_NEAR} (?:has|have) (?:now |already )?(?:reached|arrived)\b|"
    r"\b(?:disbursed|paid out|(?:has|have|had|was|were) (?:already )?(?:been )?(?:paid|spent)|leaves the building|transferred to|"
    rf"(?:released|paid|wired|transferred|handed over) (?:the |another |some |about |nearly |a first )?{SUM}\s(?:{_NEAR}\s)?to\b|"
    rf"(?:has|have) (?:already |so far )?received (?:the |about |some |nearly )?{SUM}\sfrom\b|"
    rf"payments? (?:of|worth|totall?ing) {SUM}\s(?:were|was|have been|has been) made)",
    re.I,
)
COMMITTED = re.compile(
    r"\b(?:(?:was|were|has been|have been|been) (?:awarded|contracted|granted|signed|assigned|ordered|procured)|awarded|"
    r"awards\s(?!ceremon|season|for\b)(?=[a-z§\d€$£¥₩₹A-Z])(?:a|an|the|up|some|contracts?|grants?|§)|"
    r"signed (?:a|an|the) (?:\w+ ){0,2}(?:contract|deal|agreement)|contracted|under contract|selected for funding|(?:have|"
    r"has) (?:already )?been (?:assigned|committed)|"
    rf"{_PAPER} (?:\w+ ){{0,2}}(?:is|are|was|were|has been|have been) (?:now |finally |already )?{_SIGNED}|"
    rf"{_SIGNED} (?:a |an |the |its |their |another )?(?:\w+ ){{0,2}}{SUM}(?:\s[\w’'-]+){{0,4}}\s{_PAPER}|"
    rf"{_SIGNED} {_NEAR}{_PAPER}{_NEAR} (?:worth|of|for|valued at|over|totall?ing|at) (?:about |some |nearly |up to |over )?{SUM}|"
    rf"{_WON} (?:a |an |the |its |this )?{_NEAR}{SUM}(?:\s[\w’'-]+){{0,4}}\s(?:{_PAPER}|bid|bidding)|"
    rf"{_WON} {_NEAR}{_PAPER}{_NEAR} (?:worth|of|for|valued at) (?:about |some |nearly |up to )?{SUM}|"
    rf"{_PAPER}[^.;:]{{0,60}}{SUM}[^.;:]{{0,60}} (?:went|goes|fell|falls) to\b|"
    rf"(?:placed|placing) (?:an? |the )?(?:\w+ )?orders? {_NEAR}{SUM}|"
    rf"(?:ordered|bought|purchased|procured) {_NEAR}(?:for|worth|at a cost of) (?:about |some |nearly )?{SUM}|"
    rf"(?:has|have|had|was|were) (?:been )?(?:selected|chosen|picked) (?:for|to (?:build|supply|run|operate|deliver)) {_NEAR}{SUM})",
    re.I,
)
BOUGHT_FOR_A_PAPER = re.compile(rf"\b(?:contracts? (?:worth|valued|of)|{_PAPER} (?:worth|valued at|of) {SUM})", re.I)
BUDGETED = re.compile(
    rf"\b(?:{_HOUSE} (?:on \w+ |has |have |had |also |finally |today |yesterday |narrowly |unanimously ){{0,3}}{_PASSES}|board (?:has |have )?"
    r"(?:voted|approved|passed|backed|adopted)|"
    rf"(?:approved|adopted|passed|voted|cleared|authori[sz]ed|backed) by (?:the )?(?:{_HOUSE}|board)|appropriat(?:ed|es|ion|ions)\b|signed into law|"
    r"voted|enacted|supplementary budget (?:passed|approved)|"
    rf"(?:adopted|passed|enacted|final) (?:20\d\d |state |federal |national |supplementary |central ){{0,2}}{_BUDGET}|"
    rf"{_BUDGET},? (?:for (?:fiscal )?20\d\d,? )?(?:(?:that|which) (?:was |has been |were )?)?(?:passed|adopted|enacted|voted)|"
    rf"{_BUDGET}{_NEAR},? (?:that|which) {_HOUSE} (?:\w+ )?{_PASSES})\b",
    re.I,
)
PLEDGED = re.compile(
    r"\b(?:pledg\w+|promis\w+|vow\w*|mobili[sz]\w+|hopes?|hoping|aims?|aiming|seeks?|seeking|consider\w*|mull\w*|(?:could|might)(?! not)|intends?|"
    r"means to|wants?|wish\w*|in talks|target(?:s|ed|ing)?|"
    r"campaign|proposed|proposes|asks?|asked|call(?:s|ed|ing)? for(?! (?:proposals|tenders?|bids|applications|projects))|bid|think(?:s|"
    r"ing) (?:about|of)|"
    r"ambition|leverag\w+|unlock\w*|crowd\w* in|attract|said to plan|are said|"
    r"weigh(?:s|ed|ing)|would like|float(?:s|ed|ing)|moot(?:s|ed)|ponder\w*|toy(?:s|ed|ing) with|lobb(?:y|ies|ied|ying) for|"
    r"(?-i:may) (?:also |now |yet )?(?:spend|invest|give|put|lend|provide|be|pay|contribute|set aside|fund))\b",
    re.I,
)
# Behind the sum they say what it is for ("the €40 million programme aims to …"), not how firm it is.
SAID_OF_ITS_PURPOSE = re.compile(r"(?:aim|seek|hop|want|attract|unlock|leverag|target|bid|ask|campaign|ambition)\w*", re.I)
# By those who would pay: a decision or a proposal of their own, which no house has voted.
DECIDED = re.compile(
    r"\b(?:(?:government|cabinet|council of ministers|ministers|commission|treasury|finance ministry) (?:\w+ )?(?:approved|adopted|passed|cleared|"
    r"endorsed|backed|agreed|proposed|proposes|signed off)|approved by (?:the )?(?:government|cabinet|council of ministers))\b",
    re.I,
)
# Weaker than a wish: "wants €5 million included in the budget" is none yet.
IN_THE_BUDGET = re.compile(
    r"\b(?:(?:is|are|was|were)\s(?:(?:already|now|all|fully)\s)?(?:part of|in)|(?:included|provided for|foreseen|set aside|written|entered|"
    r"contained|covered|anchored)\s(?:in|into|by))\s(?:the\s|this year['’]s\s|next year['’]s\s)?(?:(?:20\d\d|state|national|federal|central|"
    r"government|ministry['’]s|adopted|approved)\s){0,3}budget(?! (?:proposal|request|debate|talks|draft))\b", re.I
)  # fmt: skip
PROPOSED_BUDGET = re.compile(
    r"\b(?:draft (?:\w+ )?budget|budget (?:proposal|request|bill|draft)|proposed (?:in the )?(?:\w+ )?budget|tabled|proposed budget)\b", re.I
)
CUES = (
    ("disbursed", DISBURSED),
    ("committed", COMMITTED),
    ("committed", BOUGHT_FOR_A_PAPER),
    ("budgeted", BUDGETED),
    ("announced", DECIDED),
    ("pledged", PLEDGED),
    ("budgeted", IN_THE_BUDGET),
)
