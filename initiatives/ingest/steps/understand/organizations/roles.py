"""Which part an organization plays in the initiative, by the words around its mentions; must not know the record."""

import re
from collections.abc import Iterable

from initiatives.ingest.steps.understand.lexicon import SEATS

MONEY = (
    r"(?:[£$€¥₹₩]|\w{0,3}\$|\d|billions?|millions?|trillions?|money|capital|funds\b|funding|the rest|half|(?:about|over|up to|"
    r"nearly|almost|some|a further|another|more than|at least) [£$€¥₹₩\d\w])"
)
CHIPS = (
    r"(?:chips?(?! (?:company|maker|firm|giant|group|designer|sector|industry))|processors?|GPUs?|accelerators?|servers?|"
    r"hardware|supercomputers?|equipment|semiconductors?|computers?)"
)
BUILD = (
    r"(?:build|built|develop|developed|create|created|found|founded|set up|open|opened|launch|launched|construct|train|"
    r"establish|established|start(?!-)|started)"
)
MODAL = (
    r"(?:will|would|is to|are to|has|have|had|shall|plans to|intends to|wants to|agreed to|agreed on \w+ to|means to|aims to|"
    r"hopes to|promised to|(?:is|are) (?:widely )?(?:expected|set|due|likely) to|(?:has|have) been \w+ to)"
)
TAIL = r"(?: \([A-Z]\w+\))?(?:,[^,.;]{3,90},)?(?: and (?:the )?[A-Z][\w&-]*(?: (?:of |the )?[A-Z][\w&-]*){0,4})?"
BEING = (
    r"(?:(?:(?:will|would|is to|are to) be|is|are|was|were|becomes?|acts? as|serves? as|as) "
    r"(?:the |an? |its |one of the )?(?:\w+ )?)"
)
BY = (
    r"\b[^.;,]{0,24} by (?:(?! by )(?!, (?!the |an? |and )[a-z])(?! (?:and|but) [\w ]*?(?:ed|paid for|run|built) "
    r")[^.;]){0,60}$"  # the nearest "by", through a list of names
)
LEAD, FUNDER, SUPPLIER, OPERATOR, PARTNER, MENTIONED = "lead", "funder", "supplier", "operator", "partner", "mentioned"

BEFORE: tuple[tuple[str, float, str], ...] = (
    (LEAD, 5, rf"\b(?:led|spearheaded|headed|coordinated|overseen|steered|driven|launched|initiated|unveiled|presented|tabled|run){BY}"),
    (LEAD, 6, r"\b(?:models?|system)\b[^.;]{0,30}\b(?:trained|built|developed|created|written) by (?:the )?$"),
    (LEAD, 4, r"\b(?:task|responsibility|job|brainchild|remit|project|programme|program|plan|strategy|initiative) of (?:the )?$"),
    (LEAD, 4, r"\b(?:services come from|belongs to|under) (?:the )?$"),
    (LEAD, 2, r"\b(?:official|officials|minister|spokes\w+|secretary|undersecretary|head|director) (?:of|at|from) (?:the )?$"),
    (LEAD, 3, r"\b(?:Centre|Center|Office|Institute|Agency|Hub|Unit)\b[^.;,]{0,40} (?:at|of|under|within) (?:the )?$"),
    (FUNDER, 5,
        r"\b(?:euros?|dollars?|kroner|yen|won|yuan|pounds?|rupees|reais|crore|million|billion|trillion)(?: \w+){0,2} from (?:the "
        r")?(?:(?! from )[\w -]){0,40}$"),
    (FUNDER, 5, rf"\b(?:funded|financed|bankrolled|sponsored|paid for|paid|underwritten|pledged|put up|provided|contributed|lent|given){BY}"),
    (FUNDER, 5, r"\b(?:paid for|funded|financed)\b[^.;,]{0,24} through (?:the )?$"),
    (FUNDER, 5,
        r"\b(?:money|capital|sum|yen|euros?|dollars?|won|yuan|pounds?|rupees|trillion|billion|million|funding|funds|"
        r"cash)\b[^.;]{0,60}\b(?:comes?|came|coming|is drawn|drawn|taken)\b (?:out of |from )[^.;,]{0,60}$"),
    (FUNDER, 5, r"\b(?:owned|controlled|backed|held) by [\w’' -]{0,40}$"),
    (FUNDER, 5, r"\b(?:investors|lenders|backers|financiers|funders|donors)\b[^.;]{0,24}(?:such as|including|among them|like) (?:the )?$"),
    (FUNDER, 4, r"\b(?:fund|investor|lender|financier|investment fund|wealth fund|donor)s? (?:the )?$"),
    (FUNDER, 4, r"\bfund at the [\w -]{0,30}$"),
    (FUNDER, 4, r"\b(?:grant|loan|investment|money|funding|support|equity|guarantee)s? (?:of [^.;,]{3,40} )?(?:from|by) (?:the )?$"),
    (SUPPLIER, 5, r"\b(?:supplier|vendor|contractor|manufacturer),? (?:the )?$"),
    (SUPPLIER, 5, rf"\b{CHIPS}\b[^.;,]{{0,40}} (?:from|of) (?:(?! by | of | at )[\w. ]){{0,40}}$"),
    (SUPPLIER, 5, rf"\b(?:supplied|delivered|shipped|sold|designed|made|manufactured){BY}"),
    (SUPPLIER, 5, r"\b(?:bought|purchased|ordered|procured|sourced|supplied|delivered)\b[^.;]{0,50} (?:from|by) (?:[\w. ]{0,40})$"),
    (SUPPLIER, 3, r"\b[a-z]+s (?:come|comes|came|are bought|are made|are ordered) from (?:the )?$"),
    (SUPPLIER, 5, r"\b(?:a|the) (?:design|product|technology) (?:of|from) (?:the )?$"),
    (SUPPLIER, 3, r"\b(?:build|building)\b[^.;]{0,60}\bfactor(?:y|ies)\b[^.;]{0,40} with $"),
    (OPERATOR, 6, r"\b(?:cent(?:er|re)|computers?|supercomputers?|machines?|facility|cluster|cloud)\b[^.;]{0,40}\b(?:run|managed) by (?:the )?$"),
    (OPERATOR, 5, r"\b(?:runs?|manages?|operates?) the (?:site|centre|center|machine|computer|facility|plant) (?:for|at) (?:the )?$"),
    (OPERATOR, 6, rf"\b(?:hosted|operated|housed|installed|managed|maintained|administered|built and run){BY}"),
    (OPERATOR, 5, r"\b(?:hosted|operated|housed|installed|built|set up|placed) (?:at|in) (?:the )?$"),
    (OPERATOR, 5, r"\b(?:stands?|sits?|stood|located|placed|housed|installed|based|situated) (?:at|in|on the campus of) (?:the )?$"),
    (OPERATOR, 4, r"\b(?:computers?|supercomputers?|machines?|systems?|clusters?|nodes?|facility|installation)\b (?:at|of) (?:the )?$"),
    (PARTNER, 5,
        r"\b(?:collaboration|partnership|cooperation|co-operation|tie-up|joint venture|alliance|conjunction|together|jointly|"
        r"consortium|teams? up|teamed up|teaming up|partner(?:s|ed|ing)?|work(?:s|ed|ing)?|"
        r"collaborat\w+)\b[^.;,]{0,30}? (?:with|of|including|between) (?:[^.;]{0,40})?$"),
    (PARTNER, 5, rf"\b(?:helped|joined|assisted|supported|advised|backed|trained|developed|built|created){BY}"),
    (PARTNER, 5,
        r"\b(?:together with|alongside|along with|jointly with|in tandem with|brings? together|bringing together|unites|comprises|"
        r"consists of|made up of) [^.;]{0,60}$"),
    (PARTNER, 5, r"\bpartners? (?:is|are|will be|include|includes) (?:the )?$"),
    (PARTNER, 4, r"\b(?:picked|selected|chose|chosen|shortlisted|named|awarded|contracted)\b[^.;]{0,70}$"),
    (PARTNER, 4, r"\b(?:[Tt]hey|[Mm]embers|[Pp]artners|[Pp]articipants|[Tt]eams|[Ww]inners|[Ff]inalists) (?:are|include|were|included)(?: the)? $"),
    (PARTNER, 3, r"\b(?:[Ss]taff|[Ee]ngineers|[Rr]esearchers|[Ee]xperts|[Ss]pecialists)\b[^.;]{0,50} from [^.;]{0,30}$"),
    (PARTNER, 2,
        r"\b(?:including|such as|among them|with|involving|centres?|companies|firms|start-ups|groups|institutes?|"
        r"universities)\b[^.;]{0,24}$"),
    (LEAD, 3, r"\b(?:formed|founded|set up|established) by [^.;]{0,50}(?:including|such as|around) $"),
    (MENTIONED, 6,
        r"\b(?:according to|ahead of|beating|chatbots? of|models? (?:of|from)|ChatGPT (?:of|from)|compete with[^.;,]{0,40}|rivals? (?:of|like|such "
        r"as)?|unlike|years at|formerly (?:of|at)|worked (?:at|for)|bid to|submitted to|handed[^.;]{0,20} to|estimates? (?:by|"
        r"from|of)) (?:the )?$"),
)  # fmt: skip
AFTER: tuple[tuple[str, float, str], ...] = (
    (LEAD, 6, r"^ (?:to|as the one to) (?:lead|head|coordinate|spearhead|steer)\b"),
    (FUNDER, 5,
        rf"^{TAIL} (?:is|are) (?:also )?(?:putting|lending|investing|contributing|adding|providing|paying|pledging)(?: in| up)?"
        rf" (?:[\w ]{{0,20}}?){MONEY}"),
    (FUNDER, 5,
        rf"^{TAIL} (?:{MODAL} )?(?:distributes?|hands? out|disburses?|pays? out) [^.;]{{0,20}}\b(?:money|funds?|grants?|sum)\b"),
    (LEAD, 6, rf"^{TAIL} (?:{MODAL} )?(?:also )?(?:spearhead|lead|leads|led|head up|heads|coordinate|oversee|steer)s?\b"),
    (LEAD, 4,
        rf"^{TAIL},? (?:which|that) (?:(?:is|are|has|have|will|been) )*(?:building|developing|leading|training|coordinating|lead|"
        rf"build|coordinate)\b"),
    (LEAD, 5, rf"^{TAIL} {BEING}(?:lead|leader|leaders|coordinator)s?\b"),
    (OPERATOR, 6, rf"^{TAIL} {BEING}(?:operator|host)s?\b"),
    (SUPPLIER, 6, rf"^{TAIL} {BEING}(?:supplier|vendor|contractor)s?\b"),
    (FUNDER, 6, rf"^{TAIL} {BEING}(?:funder|investor|donor|backer)s?\b"),
    (PARTNER, 6, rf"^{TAIL} {BEING}(?:partner|member|participant)s?\b"),
    (SUPPLIER, 4, rf"^{TAIL} (?:{MODAL} )?(?:won|wins|win|been awarded|secured) (?:the |a )?(?:\w+ )?(?:tender|contract|order)\b"),
    (FUNDER, 4, rf"^{TAIL} (?:{MODAL} )?(?:holds?|owns?|takes?|buys?|acquires?) (?:an? |the )?[^.;]{{0,20}}(?:shares|stake)\b"),
    (LEAD, 3,
        rf"^{TAIL} (?:{MODAL} )?(?:launched|unveiled|presented|launches|unveils) [^.;]{{0,40}}\b(?:programme|program|plan|strategy|"
        rf"project|initiative|fund|portal|model|scheme)\b"),
    (LEAD, 5, r"^ (?:at its centre|at its center|in the lead|as (?:the )?(?:lead|leader|coordinator))\b"),
    (FUNDER, 5,
        rf"^{TAIL} (?:{MODAL} )?(?:also |jointly |already |together )?(?:fund|finance|bankroll|underwrite|sponsor|pay for|foot|"
        rf"co-finance)(?:s|d|ed)?\b"),
    (FUNDER, 5,
        rf"^{TAIL} (?:{MODAL} )?(?:also |jointly |already |together )?(?:supply|supplies|provide|invest|contribute|pledge|grant|"
        rf"allocate|put|puts|put "
        rf"up|pay|commit|spend|donate|"
        rf"earmark|award|give|gave|lend|lent|inject|add|offer|guarantee|plough)(?:s|d|ed)? (?:[\w ]{{0,20}}?){MONEY}"),
    (FUNDER, 4, rf"^{TAIL} (?:{MODAL} )?(?:set aside|announced in \w+ for|earmarked)\b"),
    (FUNDER, 4, r"^, (?:the |an? )?(?:[\w-]+ ){0,3}(?:fund|investor|lender|bank|donor)\b"),
    (SUPPLIER, 5, rf"^(?:[’']s)? (?:[\w-]+ ){{0,2}}{CHIPS}\b"),
    (SUPPLIER, 6,
        rf"^{TAIL} (?:{MODAL} )?(?:supply|supplies|supplied|deliver|ship|sell|provide)(?:s|d|ed)? [^.;]{{0,50}}\b(?:{CHIPS}|"
        rf"machines?|systems?|clusters?|racks)\b"),
    (OPERATOR, 5, rf"^{TAIL} (?:{MODAL} )?(?:be the host|host|operate|house|run|maintain|administer|manage)s?\b"),
    (OPERATOR, 3, rf"^{TAIL} (?:is given|is tasked|gets|receives|is to (?:work|train|run|look))\b"),
    (OPERATOR, 3, r"^ \([A-Z]+\) (?:is|are) (?:enlarged|extended|upgraded|given)\b"),
    (PARTNER, 5,
        rf"^{TAIL} (?:{MODAL} )?(?:also )?(?:back|backs|join|joins|joined|support|supports|participate|collaborate|team up|"
        rf"cooperate|contribute)s?\b"),
    (PARTNER, 4,
        rf"^{TAIL} (?:{MODAL} )?(?:share|shares|been (?:picked|selected|chosen|named|awarded|empanelled)|won|win)\b|^, the (?:\w+ "
        rf")?(?:companies|firms|teams|winners|partners)\b"),
    (PARTNER, 3, rf"^{TAIL} (?:{MODAL} )?(?:take part|takes part|took part)\b"),
    (MENTIONED, 3, r"^ (?:estimated|estimates|reported|reports|learned|wrote|calculated)\b"),
)  # fmt: skip
STATE_SPEAKS = (
    rf"^{TAIL}(?: {MODAL})?,? (?:so far )?(?:said|says|announced|told|unveiled|presented|launched|started|published|gave|made|"
    r"confirmed|picked|selected|chose|opened|adopted|invites?|plans|wants|proposes|seeks|issued|so far|approved|ordered|runs|stated)\b"
)
BUILDS = re.compile(
    rf"^{TAIL}(?:,? and (?:the )?[\w -]{{2,40}}?)? (?:{MODAL} )?(?:\w+ )?{BUILD}\b|^{TAIL} (?:agreed|plans|"
    rf"intends)\b[^.;]{{0,30}} to {BUILD}\b"
)
VENDORS = re.compile(
    r"\b(?:nvidia|amd|intel|cerebras|hpe|hewlett packard enterprise|dell|supermicro|huawei|graphcore|groq|tsmc|asml|micron|sk "
    r"hynix|eviden|atos|cisco|arm|qualcomm|lenovo)\b",
    re.IGNORECASE,
)
ABOUT_CHIPS = re.compile(rf"\b{CHIPS}\b|\bAI factor(?:y|ies)\b|\bcompute\b", re.IGNORECASE)
STATE = re.compile(STATE_SPEAKS)
_BEFORE = tuple((role, weight, re.compile(pattern)) for role, weight, pattern in BEFORE)
_AFTER = tuple((role, weight, re.compile(pattern)) for role, weight, pattern in AFTER)
ORDER = (LEAD, FUNDER, SUPPLIER, OPERATOR, PARTNER, MENTIONED)
PAYS_BY_NATURE = 2.0


def scores_of(name: str, kind: str, surroundings: Iterable[tuple[str, str]]) -> dict[str, float]:
    """What the rules give each role, from pairs of (words before, words after) within the sentences of each mention."""
    scores = dict.fromkeys(ORDER, 0.0)
    for before, after in surroundings:
        for role, weight in _read(name, kind, before, after).items():
            scores[role] += weight
    return scores


def _read(name: str, kind: str, before: str, after: str) -> dict[str, float]:
    found: dict[str, float] = {}
    before = before[:1].lower() + before[1:]  # "Led by …" at the beginning of a sentence
    for role, weight, pattern in _BEFORE:
        if pattern.search(before):
            found[role] = max(found.get(role, 0.0), weight)
    for role, weight, pattern in _AFTER:
        if pattern.match(after):
            found[role] = max(found.get(role, 0.0), weight)
    return _by_kind(found, name, kind, before, after)


def _by_kind(found: dict[str, float], name: str, kind: str, before: str, after: str) -> dict[str, float]:
    """What a house's own kind adds: a state's ministry that announces leads; a maker of chips beside chips supplies; a fund pays."""
    if kind == "media":
        return {MENTIONED: 9.0}
    if kind in ("government", "multilateral") and STATE.match(after) and name not in SEATS:
        found[LEAD] = max(found.get(LEAD, 0.0), 3.0)
    if kind in ("company", "startup", "university", "research-institute") and BUILDS.match(after) and not found.get(FUNDER):
        found[LEAD] = max(found.get(LEAD, 0.0), 3.0)
    if VENDORS.search(name) and ABOUT_CHIPS.search(before + after) and not found:
        found[SUPPLIER] = 1.5
    if kind in ("fund", "bank") and not found.get(MENTIONED):
        found[FUNDER] = found.get(FUNDER, 0.0) + PAYS_BY_NATURE
    return found
