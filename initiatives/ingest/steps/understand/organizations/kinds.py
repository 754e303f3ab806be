"""What kind of house an organization is and where it is at home, from the record, its name and the words before it; must not know roles."""

import re

from initiatives.ingest.steps.understand.lexicon import MEDIA, MEDIA_HOMES, MEDIA_NAMES
from initiatives.ingest.steps.understand.mentions import countries_in
from initiatives.ingest.steps.understand.organizations.names import Named

BY_NAME = (
    ("multilateral", re.compile(
        r"\b(?:European (?:Union|Commission|Investment)|United Nations|UNESCO|OECD|World Bank|African Union|ASEAN|G7|G20|Joint "
        r"Undertaking|EuroHPC|Nordic Council)\b")),
    ("university", re.compile(
        r"\b(?:Universit\w+|Universidad\w*|College|Polytechnic|Academia|School|Institute of Technology|KAIST|MIT|Stanford|Oxford|Cambridge|"
        r"ETH|EPFL)\b")),
    ("bank", re.compile(r"\b(?:Bank|Banco|Banque|Bancorp|KfW|Bpifrance)\b")),
    ("fund", re.compile(r"\b(?:Fund|Investment Authority|Capital|Ventures|Holdings? Fund|Sovereign Wealth)\b")),
    (
        "government",
        re.compile(
            r"\b(?:[Mm]inistr\w+|Minist[eè]r\w+|[Dd]epartment|Agency|Agencia|Authority|Commission|Council|Government|[gG]overnment|"
            r"Presidency|presidency|Treasury|Office|Bureau|Committee"
            r"|Administration|Secretariat|Directorate|Cabinet|Palace|Kremlin|White House|Blue House|Downing Street|Inspectorate|Aesia)\b"
        ),
    ),
    ("research-institute", re.compile(
        r"\b(?:Institut\w*|Laborator\w+|Labs?|Cent(?:re|er)|Academy|Research|Observatory|Network|CNRS|Inria|CERN|Fraunhofer)\b")),
    ("ngo", re.compile(r"\b(?:Foundation|Association|Society|Federation|Chamber|Trust|Alliance|Forum|Coalition|Union|Watch|Party)\b")),
)  # fmt: skip
COMPANY_FORM = re.compile(
    r"\b(?:Inc|Corp|Corporation|Co|Ltd|Limited|PLC|plc|LLC|GmbH|AG|SE|SA|NV|BV|AB|ASA|SpA|Pte|Sdn|Bhd|Pty|PJSC|JSC|Group|"
    r"Holdings)\b\.?$"
)
NOUNS = (
    ("media", re.compile(r"\b(?:news agency|newspaper|daily|weekly|magazine|broadcaster|news site|news outlet|outlet|portal)s? (?:the )?$|"
        r"\b(?:told|tells|seen by|obtained by|interview with|wrote in) (?:the )?$")),
    ("startup", re.compile(r"\bstart-?ups?\b[^.;]{0,40}$", re.IGNORECASE)),
    ("fund", re.compile(r"\b(?:fund|investor)s? $")),
    ("bank", re.compile(r"\b(?:bank|lender)s? $")),
    ("university", re.compile(r"\buniversit(?:y|ies) $")),
    ("research-institute", re.compile(
        r"\b(?:research (?:centres?|centers?|institutes?|laborator(?:y|ies))|institutes?|laborator(?:y|ies))\b[^.;]{0,30}$")),
    ("government", re.compile(r"\b(?:agency|regulator|ministry|watchdog) $")),
)  # fmt: skip
PAPER = re.compile(r"\b(?:News|Press) Agency\b|(?:Tribune|Courier|Herald|Gazette|Times|Chronicle|Observer|Newswire|Shimbun)$")
DOMESTIC = re.compile(r"\b(?:domestic|home-?grown|local|national champion)\b", re.IGNORECASE)
ADJECTIVE_REACH_CHARACTERS = 34


def kind_of(text: str, named: Named) -> str:
    """One of ORGANIZATION_KINDS: the record's, else by what stands beside the name, else by the name, else a company."""
    name = named.candidate.text
    if named.known is not None and named.known.kind:
        return named.known.kind
    parts = name.split()
    if PAPER.search(name):
        return "media"
    if name in MEDIA_NAMES or (len(parts) > 1 and (parts[-1] in MEDIA or (parts[0] == "The" and not MEDIA.isdisjoint(parts)))):
        return "media"
    before, after = text[max(0, named.candidate.start - 60) : named.candidate.start], text[named.candidate.end : named.candidate.end + 60]
    if re.match(r", (?:an?|the|[A-Z]\w+’s) [^,.;]*\bstart-?up", after):
        return "startup"
    beside = next((kind for kind, pattern in NOUNS if pattern.search(before)), None)
    by_name = None if COMPANY_FORM.search(name) else next((kind for kind, pattern in BY_NAME if pattern.search(name)), None)
    return by_name or beside or "company"


def home_of(text: str, named: Named, kind: str, owners: tuple[str, ...]) -> str | None:
    """ISO code: the record's, else a country in the name or right before it, else the owner's for its state and for "a domestic start-up"."""
    if named.known is not None and named.known.country:
        return named.known.country
    inside = countries_in(named.candidate.text)
    if kind == "media" and named.candidate.text.removeprefix("The ") in MEDIA_HOMES:
        return MEDIA_HOMES[named.candidate.text.removeprefix("The ")]
    if inside:
        return inside[0]
    before = text[max(0, named.candidate.start - ADJECTIVE_REACH_CHARACTERS) : named.candidate.start]
    adjective = re.search(r"(?:^|[\s(])([A-Z][\w.]+(?: [A-Z][\w.]+)?)(?:[’']s)? (?:(?!of |for |and )[a-z-]+ ){0,3}$", before)
    beside = countries_in(adjective.group(1)) if adjective else []
    if beside:
        return beside[-1]
    after = text[named.candidate.end : named.candidate.end + 60]
    domestic = re.match(r"(?:, an? [^,.;]{0,40})", after)
    if len(owners) == 1 and (kind == "government" or DOMESTIC.search(before) or (domestic and DOMESTIC.search(domestic.group()))):
        return owners[0]
    return None
