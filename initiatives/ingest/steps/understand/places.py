"""Decides which countries own the initiative of an article and which it only mentions; must not know the record."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from initiatives.ingest.steps.understand.european import pays_a_part
from initiatives.ingest.steps.understand.mentions import Mention, code_of, find_mentions
from initiatives.ingest.steps.understand.money.marks import SURE
from initiatives.ingest.steps.understand.passages import containing, lines, sentences
from initiatives.ingest.values import Article, CountryClaim, Evidence, Span
from initiatives.names.countries import COUNTRIES

PRODUCER, VERSION = "places-by-name", "1"
TITLE, LEAD, EARLY, LATER = 4.0, 3.0, 1.5, 0.75  # weight of a mention by where it stands
BY_FORM = {"name": 1.0, "institution": 1.0, "capital": 0.8, "people": 0.7}
STATE_BONUS = 2.0  # "Poland's government", "the Kenyan ministry"
LEAST_SCORE = 1.4  # below it nobody is named firmly enough to be an owner
EARLY_PARAGRAPHS = 2

_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .'’/-]{2,}(?:,\s[A-Z][\w .]+?)?(?:,\s\w{3,9}\.? \d{1,2})?(?:\s\([\w .]+\))?\s?[—–:-]+\s|"
    r"[A-Z][\w ]+,\s[A-Z][a-z]+ \d{1,2}:\s|[A-Z]{4,}(?:\s[A-Z]{3,})*\.\s(?=[A-Z“]))"
)
_AT_HOME = re.compile(
    r"(?:The |the )?(?:[Gg]overnment|[Cc]abinet|[Pp]arliament|[Pp]rime [Mm]inister|[Pp]resident|[Pp]remier|[\w ]{0,30}[Mm]inister)\b"
)
_FOREIGN_FIRM = re.compile(
    r"^['’]?s?\s+(?!language\b)(?:\w+\s)?(?:chip ?makers?|chip|compan(?:y|ies)|"
    r"firms?|fund|investors?|developers?|giants?|start-?ups?|groups?|rivals?|"
    r"president|tech|technology giant|leaders|counterparts?|"
    r"tariffs|export|models?|chips|cloud|hyperscalers?|universit\w+)\b"
)  # fmt: skip
_RIVAL = re.compile(
    r"\b(?:compet\w+|race|rival\w*|catch(?:ing)? up|outside|dominat\w+|behind|lag\w*|instead of|such as|like|notably|mirrors?|follow\w*|similar|"
    r"elsewhere|already have|aid that|export rules|"
    r"threat\w*|dependen\w+ on|depend on|relian\w+|from abroad|suppliers?|imported|imports?)\b[^.;]{0,80}$", re.I
)  # fmt: skip
_STATE = re.compile(
    r"^(?:['’]s?)?\s+(?:\w+\s){0,2}(?:governments?|ministr(?:y|ies)|minister|cabinet|parliament|state|budget|presiden\w+|prime|"
    r"chancellor|authorities)\b",
    re.I,
)
_STATE_OF = re.compile(r"\b(?:government|ministry|republic|kingdom|parliament|presidency|president|minister) (?:\w+ )?of\s+(?:the\s+)?$", re.I)
_HOUSE_OF = re.compile(r"(?P<house>(?:[A-Z][\w&.-]*\s(?:(?:of|and|for|the)\s){0,2})+)of\s(?:the\s)?$")
_OF_A_STATE = re.compile(
    r"\b(?:Govern\w+|Ministr\w+|Minister|State|Republic|Kingdom|Union|Parliament|Senate|Presiden\w+|Emir\w*|Commonwealth|Bank|Universit\w+|"
    r"Academ\w+|Institut\w+|Council|Agency|Authority|Department|Federation|Association|Chamber|Fund|Office|Court|Congress|Assembly|People\w*|"
    r"Library|Centre|Center|Foundation|Commission|Board|Bureau|Service|Corporation)\b"
)
_COMMENTATOR = re.compile(r"\((?:based )?in [^)]*$|^[^\n:“\"]{3,80}\bin [A-Z][\w ]*$", re.I)
_SPENDS = re.compile(
    r"^\s(?:will|would|is to|has pledged to|plans to|agreed to|has agreed to|are to)\s(?:also\s)?(?:spend|invest|fund|finance|"
    r"build|co-?fund|pay)\b"
)
_LINK = re.compile(r"^(?:,|,? and|,? together with|,? with)?\s*(?:the\s)?$")
_TOGETHER = re.compile(r"\b(?:together with|jointly with|along with|alongside|in partnership with the governments? of|joined by)\s+(?:the\s)?$", re.I)
_ACT_TOGETHER = re.compile(
    r"^\s(?:have |has |had |jointly |will |are |today |on \w+ )?(?:paid|pay|fund|agree|sign|launch|plan|build|pool|found|"
    r"set up|creat|announc|unveil|start|co-)\w*",
    re.I,
)
_SURE_MARK = re.compile(rf"(?<![\w$])(?:{'|'.join(re.escape(mark) for mark in sorted(SURE, key=len, reverse=True))})(?=\s?\d)")
_BY_ISO2 = {country.iso2: country.code for country in COUNTRIES.values() if country.iso2}
FEWEST_SUMS = 2
UNION = "EUU"
SHARED_CURRENCIES = frozenset({"USD", "EUR", "XOF", "XAF", "XCD"})  # written also where they are not at home
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»")


@dataclass
class _Tally:
    """Scores so far by code; a country may be mentioned without any score."""

    scores: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    first: dict[str, Mention | None] = field(default_factory=dict)


def find_countries(article: Article, hints: tuple[str, ...] = ()) -> tuple[CountryClaim, ...]:
    """Owners first, the likeliest first, then the mentioned in reading order; a hint counts as one mention. Never raises on any text."""
    mentions = find_mentions(article.text)
    tally = _tally(article, mentions)
    for hint in hints:
        tally.scores[hint] += EARLY
    owners = _owners(article.text, mentions, tally)
    if owners and UNION not in owners and pays_a_part(article.text):
        owners.append(UNION)
    mentioned = [code for code in tally.first if code not in owners]
    return tuple(
        [_claim(code, "owner", tally.first.get(code)) for code in owners] + [_claim(code, "mentioned", tally.first[code]) for code in mentioned]
    )


def _tally(article: Article, mentions: list[Mention]) -> _Tally:
    tally = _Tally()
    for mention in find_mentions(article.title):
        tally.scores[mention.code] += 0 if _is_foreign(article.title, mention) else TITLE * BY_FORM[mention.form]
    rows, spans = lines(article.text), sentences(article.text)
    dateline = _DATELINE.match(article.text)
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(article.text)]
    for mention in mentions:
        if _is_commentator(article.text, mention) or any(span.start < mention.start < span.end for span in quoted):
            continue
        tally.first.setdefault(mention.code, mention)
        if not (dateline and mention.end <= dateline.end()):
            tally.scores[mention.code] += _weight(article.text, mention, rows, spans)
    if dateline and _AT_HOME.match(article.text, dateline.end()) and (home := _of_dateline(dateline)):
        tally.scores[home] += LEAD * BY_FORM["capital"]
    for mention in find_mentions(article.title):
        tally.first.setdefault(mention.code, None)
    return tally


def _weight(text: str, mention: Mention, rows: tuple[Span, ...], spans: tuple[Span, ...]) -> float:
    sentence = containing(spans, mention.start)
    if _is_foreign(text, mention) or _RIVAL.search(text[sentence.start : mention.start]):
        return 0.0
    place = LEAD if sentence == spans[0] else EARLY if rows.index(containing(rows, mention.start)) < EARLY_PARAGRAPHS else LATER
    state = _STATE.match(text[mention.end : mention.end + 40]) or _STATE_OF.search(text[max(0, mention.start - 40) : mention.start])
    return place * BY_FORM[mention.form] + (STATE_BONUS if state else 0)


def _is_foreign(text: str, mention: Mention) -> bool:
    if mention.form == "name" and (of := _HOUSE_OF.search(text, max(0, mention.start - 80), mention.start)) and not _OF_A_STATE.search(of["house"]):
        return True  # `Indra of Spain`
    return mention.form in ("people", "name") and _FOREIGN_FIRM.match(text[mention.end : mention.end + 40]) is not None and mention.text[-1] != "s"


def _is_commentator(text: str, mention: Mention) -> bool:
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    colon = text[mention.end : mention.end + 4]
    return bool(re.search(r"\((?:based )?in $", line)) or (":" in colon and _COMMENTATOR.search(line + mention.text) is not None)


def _owners(text: str, mentions: list[Mention], tally: _Tally) -> list[str]:
    ranked = sorted(tally.scores, key=lambda code: -tally.scores[code])
    if not ranked or tally.scores[ranked[0]] < LEAST_SCORE:
        return _unnamed_owner(text) or [code for code in ranked[:1] if tally.scores[code] > 0] or _in_quotations(text, mentions)
    partners = _partners(text, mentions, ranked[0]) | {code for code in ranked[1:] if tally.scores[code] > 0 and _pays(text, mentions, code)}
    return [ranked[0], *(code for code in ranked[1:] if code in partners)]


def _unnamed_owner(text: str) -> list[str]:
    """A paper at home need not name its country: its dateline does, or the money that it writes."""
    dateline = _DATELINE.match(text)
    capital = _of_dateline(dateline) if dateline else None
    return [capital] if capital else _by_money(text)


def _in_quotations(text: str, mentions: list[Mention]) -> list[str]:
    """The one country that people speak of, where nobody else names any."""
    named = {mention.code for mention in mentions if mention.form in ("name", "people") and not _is_foreign(text, mention)}
    return [*named] if len(named) == 1 else []


def _of_dateline(dateline: re.Match[str]) -> str | None:
    return code_of(re.split(r"\s?[,(:—–.-]", dateline.group())[0].title())


def _by_money(text: str) -> list[str]:
    """The country whose own currency is written most often, and more than once; a currency's code begins with its country's."""
    written = Counter(SURE[mark.group()] for mark in _SURE_MARK.finditer(text))
    usual = [code for code, times in written.most_common(1) if times >= FEWEST_SUMS and code not in SHARED_CURRENCIES]
    return [_BY_ISO2[code[:2]] for code in usual if code[:2] in _BY_ISO2]


def _pays(text: str, mentions: list[Mention], code: str) -> bool:
    return any(each.code == code and each.form == "name" and _SPENDS.match(text[each.end : each.end + 40]) for each in mentions)


def _partners(text: str, mentions: list[Mention], owner: str) -> set[str]:
    """Countries listed after "together with" in a sentence of the owner, or side by side with it before a verb of doing."""
    found: set[str] = set()
    for group in _groups(text, mentions):
        codes = {each.code for each in group}
        together = _TOGETHER.search(text[max(0, group[0].start - 60) : group[0].start])
        side_by_side = owner in codes and len(codes) > 1 and _ACT_TOGETHER.match(text[group[-1].end : group[-1].end + 30])
        if side_by_side or (together and _owner_leads(text, mentions, group[0], owner)):
            found |= codes
    return found - {owner}


def _groups(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    groups: list[list[Mention]] = []
    for mention in mentions:
        if mention.form == "people":
            continue
        if groups and _LINK.match(text[groups[-1][-1].end : mention.start]):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _owner_leads(text: str, mentions: list[Mention], listed: Mention, owner: str) -> bool:
    start = max(text.rfind(". ", 0, listed.start), text.rfind("\n", 0, listed.start))
    return any(each.code == owner and start < each.start < listed.start for each in mentions)


def _claim(code: str, role: str, mention: Mention | None) -> CountryClaim:
    passage = None if mention is None else Evidence(mention.start, mention.end, mention.text, PRODUCER, VERSION, 0.9)
    return CountryClaim(code, role, passage)
