"""Finds what an article calls its initiative, or a short name in its headline; must not know the record or of which kind it is."""

import re
from collections.abc import Sequence

from initiatives.ingest.steps.understand import described
from initiatives.ingest.steps.understand.passages import sentences
from initiatives.ingest.values import Article, Evidence
from initiatives.text import fold

PRODUCER, VERSION = "name-by-words", "2"
INTRODUCED, PROPER = 0.9, 0.6  # confidence of a name that the article introduces as one, and of one that merely reads like it
LEAD_LENGTH, LONGEST_SHORT_NAME, LONGEST_SUBJECT_WORDS, LONGEST_PLAIN_NAME_WORDS = 1500, 80, 5, 6
_PLANS = (
    "Strategy|Mission|Action Plan|Development Plan|Research Plan|Master Plan|Plan|Programme|Program|Project|Initiative|Hub|Giga[Ff]actory|"
    "AI Factory|Challenge|Compute Strategy|Campus|Framework|Agenda|Cloud|Supercomputer|Facility|Resource|Foundry|Roadmap|Fund|Cluster"
)
_HOUSES = "Institute|Network|Alliance|Centre|Center|Lab|Laboratory|Partnership"
_YEARS = r"(?:\s(?:20\d\d(?:[-–]20\d\d)?|\((?:20\d\d)[-–]20\d\d\)))?"
_NAME = re.compile(
    rf"(?<![\w-])(?:(?:[A-Z][\w’'-]*|AI|of|for|and|on|in|the)\s){{0,7}}?(?:(?P<plan>{_PLANS})|(?P<house>{_HOUSES}))(?![\w-]){_YEARS}"
)  # fmt: skip
_ABOUT_AI = re.compile(r"\bA\.?I\b|AI\b|Artificial Intelligence|Genesis|Compute|Computing|Sovereign|Supercomput|Language|Model", re.I)
_ABOUT_A_PLAN = re.compile(r"(?:Strategy|Mission|Plan|Programme|Program|Project|Initiative|Growth Fund)(?:\s[\d(].*)?$")
_EDGE = re.compile(r"^(?:(?:of|for|and|on|in|the|The|In|A|An|Its|Their|This|That|Our|First|New)\s)+")
_BEGUN = re.compile(r"\b(?:open|launch|build|found|establish|creat|inaugurat|host|unveil|set(?:s|ting)? up|announc)\w*\b[^.\n]{0,80}$", re.I)
_THING = (
    r"programmes?|programs?|projects?|plans?|cent(?:re|er)s?|hubs?|factor(?:y|ies)|gigafactor(?:y|ies)|funds?|initiatives?|strateg(?:y|ies)|models?|"
    r"supercomputers?|computers?|institutes?|facilit(?:y|ies)|campus|schemes?|missions?|clusters?|machines?|systems?|networks?|clouds?|foundry|effort|"
    r"package|platform|alliance|partnership|laborator(?:y|ies)|drive|venture|infrastructure|site|complex|it|"
    r"projets?|proyectos?|progett[oi]|projetos?|Projekte?|Programm"
)
_CUE = (
    r"(?:called|named|known as|dubbed|christened|branded|baptised|titled|entitled|code-?named|under the (?:working )?(?:names?|title|brand) (?:of )?|"
    r"by the name of|baptisée?|appelée?|dénommée?|denominad[oa]|llamad[oa]|chiamat[oa]|namens|genannt)"
)
_CALLED = re.compile(
    rf"(?:\b(?:{_THING})\b[^.;:\n“”\"]{{0,60}}?[\s,(]|\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?){_CUE}\s*(?:the\s|The\s)?[“\"‘'«]?\s?"
    r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?:\s(?:(?:of|for|and|on|in|the|de|del|für|pour|la)\s){0,2}[A-ZÀ-Þ0-9][\w’'-]*){0,7})"
)
_SOMEBODY = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|start-?ups?|groups?|man|woman|experts?|analysts?|professors?|ministers?|researchers?|scientists?|engineers?|"
    r"founders?|executives?|director|chief|chair\w*|investors?|teams?)\b[^.;\n]{0,30}$", re.I
)  # fmt: skip
_VERB = (
    r"plan(?:s|ned)?|launch(?:es|ed)?|unveil(?:s|ed)?|announc(?:es|ed)|open(?:s|ed)?|sets? aside|back(?:s|ed)?|invest(?:s|ed)?|commit(?:s|ted)?|"
    r"pledg(?:es?|ed)|approv(?:es?|ed)|adopt(?:s|ed)?|builds?|built|creat(?:es?|ed)|fund(?:s|ed)|give(?:s|n)?|puts?|spends?|allocat(?:es?|ed)|"
    r"earmark(?:s|ed)?|signs?|starts?|presents?|trains?|clears?|hosts?|boosts?|rais(?:es?|ed)|lay(?:s|ing)? out|pour(?:s|ed)?|finances?|"
    r"establish(?:es|ed)?|sets up|set up|inaugurates?|promis(?:es?|ed)|proposes?|publish(?:es|ed)?|wins?|gets?|secures?|receives?|"
    r"lift(?:s|ed)?|expands?|doubles?|triples?|increases?|cuts?|introduces?|reveals?|develops?"
)
_HEADLINE = re.compile(
    rf"^(?P<subject>[^:;,|]{{2,60}}?)\s(?:(?:will|would|is|are|has|have|wants?|plans?|set|agrees?|vows?|hopes?)\s)?(?:to\s)?(?:{_VERB})\s(?P<what>.+)$"
)
_SUM_FIRST = re.compile(
    r"^(?:(?:over|about|nearly|almost|up to|more than|around|some|another|a further)\s)?"
    r"\S*\d\S*\s(?:(?:tr|b|m)illion-\w+\s|(?:\w+\s){0,3}?(?:for|in|into|on|to)\s|)",
    re.I,
)
_SUBJECT_MATTER = re.compile(r"\bAI\b|intelligence|comput|model|data|chip|semiconductor|research|language|digital|technolog", re.I)
_TAIL = re.compile(r"\s?(?:[,:;|—–]|\s-\s|\b(?:with|as|after|amid|by|from|says?|said|despite|while|worth|of its own|to\s(?!all\b))\b).*$", re.I)
_DANGLING = re.compile(r"(?:\s(?:and|or|of|the|a|an|for|in|on|to|with|by|from|at))+$")
_SENTENCE = re.compile(r"[:;?!“”\"]|\s[-–—]\s|\b(?:is|are|was|were|has|have|will|to)\b")
_HEAD = re.compile(
    r"^(?:(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|the|a|an|its|their|new|first|own|ambitious|major|in|into|on|for|state-run)\s)+", re.I
)


def introduced(text: str) -> Evidence | None:
    """The first name that the article introduces ("a centre called the Maribor AI Foundry"); None where it introduces none."""
    for match in _CALLED.finditer(text[: LEAD_LENGTH * 4]):
        name = match["name"].rstrip(".,’'")
        if not _SOMEBODY.search(match.group()[: match.start("name") - match.start()]) and len(name) > 2:
            return _evidence(text, match.start("name"), name, INTRODUCED)
    return None


def proper(text: str) -> Evidence | None:
    """The first proper name with a programme's words: one about AI, else of a plan in the lead; a house only where it is being set up."""
    found = [(match, bare) for match in _NAME.finditer(text) if _is_name(bare := _EDGE.sub("", match.group())) and _is_begun(match, text)]
    about_ai = next((pair for pair in found if _ABOUT_AI.search(pair[1])), None)
    best = about_ai or next((pair for pair in found if pair[0].start() < LEAD_LENGTH and _ABOUT_A_PLAN.search(pair[1])), None)
    return _evidence(text, best[0].end() - len(best[1]), best[1], PROPER) if best else None


def short(article: Article, owners: Sequence[str] = ()) -> str:
    """A name from the headline without its subject and verb ("Singapore sets aside S$1 bn for public AI research": "Public AI research"),
    the headline itself where it is a name already, else what the text is about in the words of the trade ("AI computing centres (Chile)")."""
    return (
        _from_headline(article.title)
        or described.described(article, owners)
        or article.title
        or described.funding(article, owners)
        or _first_sentence(article.text)
    )


def _from_headline(title: str) -> str | None:
    match = _HEADLINE.match(title)
    if match is None or len(match["subject"].split()) > LONGEST_SUBJECT_WORDS:
        return title if title and len(title.split()) <= LONGEST_PLAIN_NAME_WORDS and not _SENTENCE.search(title) else None
    what = _HEAD.sub("", _TAIL.sub("", _SUM_FIRST.sub("", _HEAD.sub("", match["what"]))).strip())
    if fold(what.removeprefix("on ")) in ("ai", "artificial intelligence"):
        return f"AI funding ({match['subject']})"
    says = len(what.split()) > 1 and len(what) <= LONGEST_SHORT_NAME and _SUBJECT_MATTER.search(what) is not None
    return what[:1].upper() + what[1:] if says else None


def _first_sentence(text: str) -> str:
    """The beginning of the text, whole words of it."""
    first = sentences(text[:400])[:1]
    words = text[first[0].start : first[0].end].split() if first else []
    kept = ""
    for word in words:
        if len(kept) + len(word) >= LONGEST_SHORT_NAME:
            break
        kept = f"{kept} {word}".strip()
    return _DANGLING.sub("", kept).rstrip(",;:")


def _is_name(bare: str) -> bool:
    return len(bare.split()) >= 2 and bare[0].isupper()


def _is_begun(match: re.Match[str], text: str) -> bool:
    return match["plan"] is not None or _BEGUN.search(text[max(0, match.start() - 120) : match.start() + 1]) is not None


def _evidence(text: str, start: int, name: str, confidence: float) -> Evidence:
    end = start + len(name)
    return Evidence(start, end, text[start:end], PRODUCER, VERSION, confidence)
