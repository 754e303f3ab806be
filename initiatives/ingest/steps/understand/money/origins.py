"""Decides from the words around a sum whether it is public, private or mixed money; must not know the record."""

import re
from dataclasses import dataclass

from initiatives.ingest.steps.understand.money import payers as houses
from initiatives.ingest.steps.understand.money.others import company_that_spends
from initiatives.ingest.steps.understand.money.subjects import own_subject
from initiatives.ingest.steps.understand.money.wording import Wording

_MIXED = re.compile(
    r"\b(?:public[- ](?:and[- ])?private|private and public|public and private|joint venture|together with (?:industry|business|companies)|"
    r"co-?funded by (?:industry|companies)|"
    r"government and (?:industry|companies|private)|(?:will|to|would) pool|\d+ ?% (?:would|will|is|being)[^.]{0,20}private|"
    r"matched by|mobili[sz]\w+|leverag(?:e|es|ing))\b", re.I
)  # fmt: skip
_PUBLIC = re.compile(
    r"\b(?:governments?|state(?:'s|-run|-owned| fund| aid| budget)?|ministr\w+|minister|public (?:funding|money|funds|purse|investment|sector)|"
    r"public|federal|budget\w*|taxpayers?|cabinet|council of ministers|"
    r"commission|european union|EU|sovereign wealth|parliament\w*|department|treasury|president(?:cy)?|premier|chancellor|crown|kingdom|"
    r"national (?:\w+ ){0,2}(?:fund|research|investment|foundation|agency|council|bank|innovation|science)|provinc\w+|"
    r"municipal\w*|agency|congress|senate|spending review|undersecretary|secretary|grant(?:s|ed)?|subsid\w+|authorit\w+|council|horizon europe|"
    r"eurohpc|sanctioned|national strategy|strategy|mission|"
    r"(?:Paris|Tokyo|Seoul|Ottawa|Berlin|London|Beijing|Brussels|Canberra|New Delhi|Delhi|Singapore|Riyadh|Abu Dhabi)"
    r"(?= (?:and \w+ )?(?:will|has|is|each|said|says|plans|wants|gives|promis|puts?|sets?|pays?|offers|adds|announced|would|earmark)))\b", re.I
)  # fmt: skip
_PRIVATE = re.compile(
    r"\b(?:compan(?:y|ies)|private(?:ly)?|investors?|firms?|start-?ups?|foundation(?! models?)|rivals?|sponsors?|"
    r"banks|commercial bank|borrowed|franchises?|"
    r"venture|developers?|chipmaker|corporat\w+(?! of [A-Z])|philanthrop\w+|"
    r"donat\w+|shareholders?|revenue|net income|earned|(?:funding|seed|financing) round|a round|"
    r"fund's chief executive|brookfield|softbank|nvidia|microsoft|google|amazon|openai|oracle|meta|apple|blackstone|blackrock|Inc\.|Corp\.|Ltd|"
    r"plc|clubs?|transfer|deal for)\b", re.I
)  # fmt: skip
_PAYS = (
    r"(?:will |would |are to |could |plan to |(?:is|are) expected to |is to |has |have |means to |plans to )?"
    r"(?:contribut\w+|invest\w*|pa(?:y|ys|id)|add\w*|put\w*|suppl\w+|provid\w+|"
    r"pledg\w+|spend\w*)"
)
_PRIVATE_PAYER = re.compile(
    rf"\b(?:compan(?:y|ies)|private (?:investors?|partners?|money|capital|sector)|investors|firms|industry|foundation)\s+{_PAYS}\b|\b(?:from|"
    rf"by) (?:the |its )?(?:private|compan|investors|industry|foundation|firms|business|banks|donors|sponsors)|"
    r"\bcompany\b(?:[^.;]|\.\d){0,80}\b(?:adds?|contributes?|puts in)\b",
    re.I,
)
_INVESTORS = re.compile(r"\b(?:private(?:ly)?|investors?|foundation(?! models?)|venture|philanthrop\w+|donat\w+|shareholders?|from [A-Z]\w+)\b")
_PRIVATE_AFTER = re.compile(
    r"^,?\s(?:\w+\s)?(?:comes?\s)?from\s(?:the\s)?(?:compan|business|banks|donors|private|industry|investors|firms)|"
    r"^\s(?:of|in)\s(?:\w+\s)?private\s(?:capital|money|investments?|funds?|funding)\b", re.I
)  # fmt: skip
_PRIVATE_BEFORE = re.compile(r"\b(?:private \w+|companies|industry|investors|firms|businesses)\s+$", re.I)
_PUBLIC_AFTER = re.compile(
    r"^,?\s(?:(?:is|are|was|were|being|would be|of|in|as)\s)(?:\w+\s)?(?:public|state|federal|government|taxpayers?['’]?) (?:money|funding|"
    r"funds|capital|"
    r"investments?|grants?|spending)\b|^,?\s(?:\w+\s)?comes?\sfrom\s(?:the\s)?(?:state|federal|government|treasury|public|EU|"
    r"national) ?(?:budget|purse|"
    r"government|coffers)?\b", re.I
)  # fmt: skip
_FROM_WHOM = re.compile(rf"^\s(?:from|by)\s[^.,;]{{0,30}}?(?:\bindustry\b|{_PRIVATE.pattern}|{_PUBLIC.pattern})", re.I)
_PUBLIC_PAYER = re.compile(
    rf"\b(?:government|state|ministry|commission|EU|agency|council|province)\s+{_PAYS}\b|\b(?:own (?:share|contribution|money|budget))\b|"
    rf"\b(?:from|by) (?:the |its )?(?:government|state|"
    rf"ministry|federal|public|commission|EU)\b",
    re.I,
)
_PUBLIC_FUND = re.compile(
    r"\b(?:sovereign wealth fund|state fund|national (?:growth |wealth )?fund|public fund|investment authority|"
    r"public investment fund|development bank|sovereign fund|national \w+ foundation)\b",
    re.I,
)


# Whoever gets money does not pay it: "the government has secured $3.5 million".
_GETS = re.compile(
    r"\b(?:secur(?:ed|es|ing)|rais(?:ed|es|ing)|attract(?:ed|s|ing)|obtain(?:ed|s)|received?|receives|drew in|won)\b(?:[^.;,]|[.,]\d){0,40}$", re.I
)
# "a total of €500 million, of which €160 million is a state grant"
_PARTLY_PUBLIC = re.compile(
    r"^(?:[^.;]|\.\d){0,60},?\s(?:of which|including|with)\b(?:[^.;]|\.\d){0,50}\b(?:(?:state|public|government|federal) (?:grants?|money|"
    r"funds?|funding|aid|share|"
    r"contribution|subsid\w+)|from the (?:state|government|public purse|budget)|private)\b", re.I
)  # fmt: skip


# "the agency pays $75 million and a chipmaker $77 million": who stands between two sums pays the second.
_SINCE_THE_LAST = re.compile(r"\d\s?(?:million|billion|trillion|bn|mn|m|crore)?[,;]?\s(?:and|while)\s(?P<payer>[^\d.;]{2,60})$")


@dataclass(frozen=True, slots=True)
class Payers:
    """What is known of who pays before a sum is read: the origin of its envelope, relevance, and the title with the first sentence."""

    envelope: str | None = None
    relevant: bool = True
    lead: str = ""


def origin_of(words: Wording, role: str, payers: Payers) -> str:
    """public, private, mixed or unknown; a part without a payer of its own takes the origin of its envelope, which takes what stands around it."""
    if _PUBLIC_AFTER.match(words.after):
        return "public"
    if company_that_spends(words):
        return "private"
    if (own := _decided(own_subject(words.before))) in ("public", "private"):
        return own
    if role == "part-of-it" and payers.envelope in ("public", "private"):
        return _of_part(words, payers.envelope)
    if role == "initiative-funding" and houses.is_paid_by_both(words.sentence, words.following):
        return "mixed"
    from_whom = _FROM_WHOM.match(words.after)
    if from_whom:
        return _decided(from_whom.group()) or "private"  # industry alone, which ministries have in their names
    return _beside(words, role) or _around(words, role, payers) or "unknown"


def _beside(words: Wording, role: str) -> str | None:
    """By the clause and the sentence of the sum."""
    if _PARTLY_PUBLIC.match(words.after):
        return "mixed"
    if _GETS.search(words.before) and _decided(words.clause) == "public":
        return _by_neighbour(words.following) or "unknown"
    own = _decided(words.clause) if role == "part-of-it" else None
    return own or ("mixed" if _MIXED.search(words.sentence) else None) or _decided(words.clause) or _decided(words.sentence)


def _around(words: Wording, role: str, payers: Payers) -> str | None:
    """By the sentences before and behind, the envelope, and last what the article is about."""
    if not payers.relevant:
        return _decided(words.previous) or _decided(payers.lead) or "private"
    near = _by_neighbour(words.previous) or _by_neighbour(words.following) or payers.envelope
    return near or (_decided(payers.lead) if role == "initiative-funding" else None)


def _by_neighbour(text: str) -> str | None:
    """What another sentence says of payers; a company that it names for something else is none."""
    found = _decided(text)
    return None if found == "private" and not (_PRIVATE_PAYER.search(text) or _INVESTORS.search(text)) else found


def _of_part(words: Wording, envelope: str) -> str:
    own = _SINCE_THE_LAST.search(words.before)
    payer = _decided(own["payer"]) if own else None
    if payer in ("public", "private"):
        return payer
    private = _PRIVATE_PAYER.search(words.clause) or _PRIVATE_BEFORE.search(words.before) or _PRIVATE_AFTER.match(words.after)
    if private and not _PUBLIC_FUND.search(words.clause):
        return "private"
    return "public" if _PUBLIC_PAYER.search(words.clause) else envelope


def _decided(text: str) -> str | None:
    text = houses.without_receivers(text)
    if _MIXED.search(text):
        return "mixed"
    public = bool(_PUBLIC.search(text))
    private = bool(_PRIVATE.search(text)) and not _PUBLIC_FUND.search(text)
    if public and private:
        return _by_payer(text)
    return "public" if public else "private" if private else None


def _by_payer(text: str) -> str:
    """Both are named: who pays is who stands first."""
    public, private = _PUBLIC.search(text), _PRIVATE.search(text)
    return "private" if private and public and private.start() < public.start() else "public"
