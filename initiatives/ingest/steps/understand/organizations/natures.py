"""What an organization is by its own name and by the noun beside it, finer than its kind, as signs; must not know roles."""

import re

from initiatives.ingest.values import Span

NATURES = (
    ("computing centre", r"(?:[Ss]uper)?[Cc]omput(?:ing|e|er)\b|\b[Dd]ata ?[Cc]ent(?:er|re)s?\b|\bCloud\b|\bHosting\b|\bHPC\b|"
        r"\bInformati\w+ Cent|Rechenzentrum"),
    ("grant giver", r"\b(?:Research|Science|Innovation|Arts|Technology) (?:Council|Fund|Agency|Authority|Board|Foundation)\b|"
        r"\b(?:Science|Research) Foundation\b|\bFunding Agency\b|\bResearch and Innovation\b|\b(?:Development|Investment|"
        r"Infrastructure) (?:Bank|Fund)\b|"
        r"\bInvestment (?:Authority|Corporation|Company|Board)\b|\bWealth\b|\bPension\b|\bEndowment\b|\bDonors?\b"),
    ("carrier", r"\b(?:[Tt]ele(?:kom|com|fon|n[oó]r)\w*|Mobile|Communications|Fib(?:er|re)|Broadband|Singtel|Swisscom|Safaricom|Orange|Vodafone)\b"),
    ("grid", r"\b(?:Power|Energy|Electric\w*|Grid|Water|Nuclear|Utilit\w+)\b"),
    ("planner", r"\b(?:Planning|Development|Economic|Advisory|Expert) (?:Council|Commission|Committee|Board)\b|\bTask Force\b"),
    ("programme office", r"\b(?:Mission|Programme|Initiative|Project|AI (?:Office|Agency|Institute|Cent(?:re|er)|Hub|Council|Authority)|"
        r"Artificial Intelligence)\b"),
    ("regulator", r"\b(?:Regulator\w*|Data Protection|Competition|Audit\w*|Court|Ombudsman|Inspectorate|Watch|Commerce)\b"),
    ("club", r"\b(?:Association|Federation|Union|Chamber|Confederation|Society|League|Party|Alliance|Forum|Coalition|Network|Guild|Lobby)\b"),
    ("thinkers", r"\b(?:Analys\w+|Consult\w+|Advisors?|Advisers?|Securities|Brokers?|Policy|Studies|Economics?|Strateg\w+|Insights?|"
        r"Partners|Markets?|Foresight)\b"),
    ("school", r"\b(?:Universi\w+|Polytechnic\w*|Politechnika|College|School|Academy|Institute of (?:Technology|Science)|ETH|EPFL|IIT|KAIST|MIT)\b"),
    ("laboratory", r"\b(?:Lab(?:s|orator\w+)?|Institut\w*|Research(?: Cent(?:re|er))?|Cent(?:re|er) (?:of|for))\b"),
    ("bank", r"\b(?:Banks?|Banco|Banque|Finance|Credit|Capital|Ventures?|Holdings?|Fund)\b"),
)  # fmt: skip
NOUNS = (
    ("computing centre", r"(?:super)?comput(?:ing|er) (?:cent(?:re|er)|cooperative|co-operative|service|provider|institute)|data ?cent(?:re|"
        r"er) (?:operator|company|firm|owner)|"
        r"cloud (?:provider|company|operator|firm|service)|operator|host|hosting (?:firm|company|provider)"),
    ("grant giver", r"(?:development|investment|state|public) (?:bank|agency|fund|lender)|lender|insurers?|investors?|(?:research|"
        r"science) council|sovereign (?:wealth )?fund|"
        r"wealth fund|donors?|charity|philanthrop\w+|state holding|funding (?:agency|body)"),
    ("carrier", r"(?:telecom\w*|telecommunications|mobile|phone|network) (?:operator|company|group|giant|firm|carrier)s?|carriers?"),
    ("maker", r"(?:chip|computer|server|hardware|machine|equipment|processor|graphics)[- ]?(?:maker|manufacturer|designer|company|firm|"
        r"giant|builder|group|supplier|vendor)s?|"
        r"manufacturers?|suppliers?|vendors?|contractors?|maker"),
    ("software", r"(?:software|technology|tech|cloud|internet|AI) (?:group|company|firm|giant|maker|house)s?|start-?ups?|developers?"),
    ("thinkers", r"think[- ]?tanks?|consultanc(?:y|ies)|brokerages?|analysts?|law firms?|research (?:firm|house|company)|advisers?|"
        r"consultants?|rating agenc(?:y|ies)"),
    ("club", r"(?:lobby|pressure|rights|civil|trade|industry|employers|environmental|consumer)[\w ]{0,12} (?:group|body|association|"
        r"organi[sz]ation)s?|unions?|associations?|part(?:y|ies)|"
        r"chambers?|federations?|campaigners?"),
    ("press", r"(?:news)?papers?|dail(?:y|ies)|weekl(?:y|ies)|broadcasters?|portals?|(?:news )?agenc(?:y|ies)|magazines?|websites?|news site"),
    ("laboratory", r"research (?:institutes?|organi[sz]ations?|cent(?:re|er)s?|laborator(?:y|ies))|institutes?|laborator(?:y|ies)"),
    ("school", r"universit(?:y|ies)|colleges?|schools?|polytechnics?"),
    ("rival", r"rivals?|competitors?|neighbours?|neighbors?"),
)  # fmt: skip
_NATURES = tuple((nature, re.compile(pattern)) for nature, pattern in NATURES)
_BEFORE = tuple((nature, re.compile(rf"\b(?:{pattern})(?: (?:such as|like|called|named))?,? (?:the )?$", re.IGNORECASE)) for nature, pattern in NOUNS)
_AFTER = tuple(
    (nature, re.compile(rf"^(?: \([^)]{{1,40}}\))?, (?:an?|the|its|one of the|[\w’']+[’']s?) (?:[\w-]+ ){{0,4}}?(?:{pattern})\b", re.IGNORECASE))
    for nature, pattern in NOUNS
)
REACH_CHARACTERS = 70


def natures_of(text: str, name: str, mention: Span) -> set[str]:
    """The natures that the name shows, and those of the noun before it ("the chipmaker …") or behind it ("…, a consultancy")."""
    found = next(({f"named {nature}"} for nature, pattern in _NATURES if pattern.search(name)), set())
    before, after = text[max(0, mention.start - REACH_CHARACTERS) : mention.start], text[mention.end : mention.end + REACH_CHARACTERS]
    found |= {f"called {nature}" for nature, pattern in _BEFORE if pattern.search(before)}
    return found | {f"called {nature}" for nature, pattern in _AFTER if pattern.match(after)}
