"""Decides whether a sum is the initiative's own money, a part of it, or context; must not know the ledger."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from initiatives.ingest.steps.understand.money import moves, others, results, slices
from initiatives.ingest.steps.understand.money.aside import is_said_in_passing
from initiatives.ingest.steps.understand.money.printed import Printed
from initiatives.ingest.steps.understand.money.wording import Wording

ENVELOPE, PART, CONTEXT = "initiative-funding", "part-of-it", "context"
# The economy, markets and business results.
_WORLD = re.compile(
    r"\b(?:market (?:for|could|is|was|will|worth|size|value)|forecasts?|projected to (?:be|reach|add)|GDP|gross domestic|revenues?|net income|"
    r"profits?|valuation|valued at \W?\w|"
    r"market (?:cap|capitali[sz]ation)|sales|added value|economic (?:value|output|impact|benefits?)|worth of (?:benefits|exports)|"
    r"exports?(?! (?:and|fund|credit|bank|agency|control|licen))|"
    r"world ?wide|globally|"
    r"the world needs|contribute to the economy|add\w* to the economy|turnover|cash flow|bond market|trade (?:deal|deficit)|losses|(?:budget |"
    r"fiscal )?deficit|public debt|assets (?:of|worth|are|were|total\w*)|in assets|under management|"
    r"(?:ministry|department|agency)['’]s (?:vote|annual budget|whole budget)|separately)\b", re.I
)  # fmt: skip
# Money that is not this initiative's: earlier, superseded, the parent it is carved from, or beside it.
_BESIDE = re.compile(
    r"(?:\bon top of|\bin addition to|\bbesides|\balongside|\bspent before|\bpreviously (?:announced|committed|pledged)|\bfirst proposed|"
    r"\boriginally|\bcompared (?:with|to)|\bup from|"
    r"\bdown from|\bcomes? (?:out of|from)|\bcame (?:out of|from)|\bout of (?:the|its|an?)\s*|\bout of "
    r"\b[^,;]{0,50}\b(?:outlay|budget|envelope|package|investments?|spending|expenditure|vote|"
    r"programme|program|fund|allocation|pool|pot|total) of|\btaken from|\bdrawn from|\bcarved (?:out of|from)|"
    r"(?<!good )(?<!large )(?<!big )(?<!first )\bpart of (?:the|a|an|its|his|her|their)\b[^,;]{0,50}|"
    r"\bearlier (?:round|pledge|plan|programme|program)|\bthe earlier round of|\bfollow(?:s|ing) (?:the|a|an)\b|\bbuilds? on\b|\bmore than the|"
    r"\bless than the|\btimes the|\bwell below|\bdwarf\w*|\bagainst)"
    r"\s*(?:the |a |an |its |some |about |over |more than |up to |only |just |whole )*$", re.I
)  # fmt: skip
_ELSEWHERE = re.compile(
    r"^(?:on the same trip|separately|elsewhere|meanwhile|by comparison|in comparison|last (?:year|month|week)|a few (?:days|weeks|"
    r"months) (?:earlier|before)|"
    r"only (?:on|last)|an? (?:earlier|previous|prior|former)\b|the (?:earlier|previous|prior|former|last)\b|its predecessor|previously|"
    r"earlier|in 20\d\d|rival|abroad|by contrast)\b", re.I
)  # fmt: skip
_PEDIGREE = re.compile(r"\b(?:which|that) (?:was|were|had been) (?:registered|launched|set up|founded|created|announced)\b(?:[^.;]|\.\d)*$", re.I)
_OWNER_OF_FIGURE = re.compile(r"^\s(?:[A-Z][\w&.'’-]*\s?){2,6}(?:\(|,|$|\b)")
_BUSINESS = re.compile(
    r"\b(?:raised\s+(?:about |nearly |over |more than |another )?(?:US)?[$€£¥₩₹\d]|round|series [A-F]|stake|acquir\w+|"
    r"market value|shares|IPO|takeover|earned|in the quarter|investment pledge)\b",
    re.I,
)
_STATE_BUYS = re.compile(
    r"\b(?:[Ss]tate|[Gg]overnment|[Mm]inistry|[Cc]ouncil of [Mm]inisters|[Cc]abinet|[Tt]reasury|sovereign)\b(?:[^.;]|\.\d){0,160}"
    r"\b(?:buys?|bought|buying|takes?|"
    r"taking|acquires?|subscribe)\s(?:\w+\s){0,4}(?:shares|stake)\b"
)
_SHARE = re.compile(
    r"(?:\bof (?:which|that|this|these|the (?:total|sum|money|amount))|\bincluding|\bamong them|\bhalf|\bthe (?:first|other|remaining|rest)\b|"
    r"\ba further|\banother|\bremaining|\bremainder|\beach\b|"
    r"\bcontribut\w+|\breserved|\ballott?ed|\ballocat\w+ to|\bis given|\breceives?|\bgains?|\bearmarked for|\bcomponent|\binitial\w*|"
    r"\bstarting with|\bfirst (?:phase|tranche|year)|\bper\b|\bof up to)"
    r"(?:[^.;]|\.\d){0,60}$", re.I
)  # fmt: skip
_ANNOUNCED_BEFORE = re.compile(
    r"^(?:[^.;,]|[.,]\d){0,12}\s(?:had|has|have|was|were)\s(?:already|previously)\s(?:been\s)?"
    r"(?:announced|promised|pledged|unveiled)\b", re.I
)  # fmt: skip
_PAID_IN = re.compile(
    r"\b(?:put(?:s|ting)? in|lend(?:s|ing)?|contribut\w+|co-?fund\w*|(?:could|would|will|is to|are to) come from|a further|"
    r"loans? (?:of|from)|of (?:its|their) own|priced at|(?:has|have|had) to find|must find|would find|will find|covers|(?:will|would|to) cover|"
    r"brings? the (?:cost|total|sum))\b", re.I
)  # fmt: skip
_EACH_PAYS = re.compile(r"\beach\s+(?:to\s)?\w+\s*$", re.I)
_BROUGHT_TO = re.compile(
    r"\b(?:brings?|bringing|brought|takes?|taking)\s+(?:the|its)\s+(?:\w+\s){0,2}(?:costs?|total|sum|budget|amount|price)\s+to\s*$|\b(?:for|"
    r"making|makes|giving|to) a (?:combined |grand )?total of\s*$",
    re.I,
)
_YEARLY = re.compile(r"^\s*(?:a|per|each|every) (?:year|site|month|annum|project|team)\b|^\s*(?:annually|yearly|each\b)", re.I)
# What went before, told in the past: "The first two rounds cost ¥38 billion".
_EARLIER_ROUND = re.compile(
    r"\b(?:the|its) (?:first|second|previous|earlier|last) (?:two |three |four |five )?(?:rounds?|calls?|phases?|editions?|waves?|stages?)\b"
    r"(?:[^.;]|\.\d){0,70}\b(?:cost|had|was|were|received|paid|spent|provided|brought|offered|mobilised|mobilized|ran to|totalled|totaled|"
    r"drew|gave|handed out|took)\b(?:[^.;]|\.\d){0,30}$", re.I
)  # fmt: skip
_HAS_COST = re.compile(
    r"\b(?:(?:has|have|had)\s(?:so far\s|already\s)?(?:cost|been spent|swallowed|consumed|had been)|(?:has|have|had)\s(?:so far|already)\s"
    r"(?:received|spent|invested|got|given|paid|raised|put|poured)|had\s(?:previously\s)?been|(?:has|have)\sspent)\b(?:[^.;,]|[.,]\d){0,30}$",
    re.I,
)
_TO_THE_ECONOMY = re.compile(
    r"\b(?:add|contribute|boost|be worth|generate)\b(?:[^.;]|\.\d){0,60}\b(?:to|for) (?:the|its|\w+['’]s) (?:economy|GDP|output)\b", re.I
)
_SINCE = re.compile(r"^(?:[^.;]|\.\d){0,40}\b(?:since (?:20|19)\d\d|so far|to date|until now)\b", re.I)
_UNIT_PRICE = re.compile(
    r"^\s?(?:per|an?|/|each)\s?(?:[\w-]+\s){0,2}?(?:hour|minute|token|query|prompt|chip|unit|share|barrel|kilowatt[\w-]*|kWh|MWh|dollar|head)\b|"
    r"^\s(?:apiece)\b", re.I
)  # fmt: skip
_OWN_MONEY = re.compile(r"\b(?:compan\w+|industry|private|investors|firms|partners?|businesses|members? states?|states|provinces|banks?)\b", re.I)
_FIRST = re.compile(r"\b(?:the first|an? (?:initial|first)|first (?:tranche|instal?lment|phase) of)\s*$", re.I)
_WHOLE = re.compile(r"\b(?:in total|total\w*|in all|altogether|overall|combined|envelope|worth|budget of|brings)\b", re.I)


ROUGH_DIGITS, ROUGH_SHARE = 1, Decimal("0.06")  # a title of one digit may be so far from the text


@dataclass(frozen=True, slots=True)
class Scene:
    """What the roles depend on beside the words: relevance, and the sums that the title prints."""

    relevant: bool
    title: tuple[Printed, ...] = ()
    published: str | None = None
    foreign: frozenset[int] = frozenset()  # starts of sums whose clause is about another country than the owners
    slices: frozenset[int] = frozenset()  # starts of sums that their words name as slices


def roles_of(sums: list[Printed], wordings: list[Wording], scene: Scene) -> list[str]:
    """The role of each sum, in the same order; all context in an article that is not about an initiative."""
    if not scene.relevant:
        return [CONTEXT] * len(sums)
    scene = replace(scene, slices=slices.told_slices(sums, wordings))
    own = [index for index, (each, words) in enumerate(zip(sums, wordings, strict=True)) if not _is_context(each, words, scene)]
    own = [index for index in own if not _is_told_beside(sums[index], wordings[index], scene)] or own
    envelope = _envelope(own, sums, wordings, scene)
    return [_role(index, own, envelope, sums, wordings, scene.slices) for index in range(len(sums))]


def _is_told_beside(each: Printed, words: Wording, scene: Scene) -> bool:
    """Whether a sum is spent already or said in passing, and the title does not print it."""
    beside = _HAS_COST.search(words.before) is not None or is_said_in_passing(words, scene.published) or others.is_of_a_whole_field(words)
    return beside and not _in_title(each, scene)


def same_money(one: Printed, other: Printed) -> bool:
    """Equal in the same currency, or one's dollars equal the other, to the digits that are printed."""
    for left in (one, one.usd):
        for right in (other, other.usd):
            if left and right and left.currency == right.currency and _close(left, right):
                return True
    return False


def _close(left: Printed, right: Printed) -> bool:
    larger = max(left.low, right.low)
    return larger > 0 and abs(left.low - right.low) <= larger / 100 and left.high == right.high


def _is_context(each: Printed, words: Wording, scene: Scene) -> bool:
    if any((_ANNOUNCED_BEFORE.match(words.after), _UNIT_PRICE.match(words.after), _EARLIER_ROUND.search(words.before), _SINCE.match(words.after))):
        return True
    if others.is_of_others(words) or moves.is_left_behind(words) or results.is_result(words):
        return True
    if _is_of_another_country(each, words, scene):
        return True
    if _WORLD.search(words.clause) or _TO_THE_ECONOMY.search(words.sentence) or _BESIDE.search(words.before) or _PEDIGREE.search(words.before):
        return True
    if _ELSEWHERE.match(words.sentence) and not _in_title(each, scene):
        return True
    names_an_owner = _OWNER_OF_FIGURE.match(words.after) and re.search(r"\bthe\s*$", words.before)
    is_business = _BUSINESS.search(words.clause) is not None and _STATE_BUYS.search(words.sentence) is None
    return bool(names_an_owner) or (is_business and not _in_title(each, scene))


def _is_of_another_country(each: Printed, words: Wording, scene: Scene) -> bool:
    takes_part = each.start in scene.slices or _PAID_IN.search(words.sentence) is not None or others.is_named_as_its_own(words)
    return each.start in scene.foreign and not takes_part


def _in_title(each: Printed, scene: Scene) -> bool:
    return any(same_money(each, title) or _rounds_to(each, title) for title in scene.title)


def _rounds_to(each: Printed, title: Printed) -> bool:
    """A title says "half a billion" of 479 million."""
    rough = len(title.low.normalize().as_tuple().digits) <= ROUGH_DIGITS
    return rough and each.currency == title.currency and abs(each.low - title.low) <= title.low * ROUGH_SHARE


def _envelope(own: list[int], sums: list[Printed], wordings: list[Wording], scene: Scene) -> int | None:
    undivided = [index for index in own if not _is_share(wordings[index])]
    titled = [index for index in undivided if _in_title(sums[index], scene)]
    whole = [index for index in undivided if sums[index].start not in scene.slices]
    named = [index for index in own if others.is_named_as_its_own(wordings[index]) or slices.is_whole_of_a_slice(wordings[index])]
    brought = [index for index in whole if _BROUGHT_TO.search(wordings[index].before) or moves.is_reached(wordings[index])]
    first = next(iter([*titled, *named, *brought, *whole]), None)
    if first is None or titled or named or brought:
        return first
    larger = [i for i in whole if sums[i].currency == sums[first].currency and sums[i].low > sums[first].low and _WHOLE.search(wordings[i].sentence)]
    return larger[0] if larger else first


def _is_share(words: Wording) -> bool:
    return (
        others.is_per_receiver(words)
        or moves.is_added(words)
        or any((_FIRST.search(words.before), _EACH_PAYS.search(words.before), _YEARLY.match(words.after)))
    )


def _role(index: int, own: list[int], envelope: int | None, sums: list[Printed], wordings: list[Wording], told: frozenset[int]) -> str:
    if index not in own:
        return CONTEXT
    if index == envelope or (envelope is not None and same_money(sums[index], sums[envelope])):
        return ENVELOPE
    if envelope is None:
        return PART
    if others.is_per_receiver(wordings[index]):
        return PART
    is_told = sums[index].start in told
    if sums[index].currency != sums[envelope].currency:
        return PART if is_told or _SHARE.search(wordings[index].before) or _PAID_IN.search(wordings[index].sentence) else CONTEXT
    if sums[index].low < sums[envelope].low:
        return PART
    return PART if is_told or _is_share_beyond(wordings[index]) else CONTEXT


def _is_share_beyond(words: Wording) -> bool:
    """Whether a sum larger than the envelope is still a part: named as one, and, where it is "another", paid by others than the state."""
    match = _SHARE.search(words.before)
    if match is None:
        return False
    return not match.group().lower().startswith(("another", "a further")) or _OWN_MONEY.search(words.sentence) is not None
