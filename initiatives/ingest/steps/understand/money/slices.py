"""Tells the slice of an initiative's money by its own words, though no whole stands beside it: a loan, one payer's share, one year's money; must not
know the ledger."""

import re
from collections.abc import Sequence

from initiatives.ingest.steps.understand.money.printed import Printed
from initiatives.ingest.steps.understand.money.wording import Wording

_ROUGHLY = r"(?:(?:about|some|around|nearly|almost|over|more than|up to|another|a further|an? (?:extra|additional)|roughly|the|at least)\s)*"
_A_WORD_OR_TWO = r"(?:[\w’'-]+\s){0,2}"
# "a loan of $58 million", "adds a guarantee line of", "grants of".
_LENT = re.compile(
    rf"\b(?:loans?|guarantees?|guarantee line|credit (?:line|facility)|line of credit|overdraft)\s(?:facility\s)?(?:of|for|worth|over)\s{_ROUGHLY}$|"
    rf"\b(?:lends?|lent|(?:will|would|to) lend|lending)\s(?:it\s|them\s)?{_A_WORD_OR_TWO}{_ROUGHLY}$",
    re.I,
)
_AS_A_LOAN = re.compile(
    r"^(?:\s\([^)]*\))?\s(?:(?:soft|concessional|cheap|state|low-interest|interest-free)\s)?(?:loans?|guarantees?|credit line)\b|"
    r"^(?:\s\([^)]*\))?\s(?:as an?|in|of)\s(?:[\w-]+\s)?(?:loans?|guarantees?|credits?)\b|^(?:\s\([^)]*\))?\sin (?:kind|hardware|computing time)\b",
    re.I,
)
# What one of several puts beside the money of others.
_BORNE = re.compile(
    rf"\b(?:chips? in|puts? in|throws? in|kicks? in|bears?|shoulders?|matches|(?:will|would|is to|are to) (?:bear|shoulder|match)|"
    rf"co-?(?:financ|fund)\w+|contribut(?:es?|ed|ing)|donat(?:es?|ed))\s{_A_WORD_OR_TWO}{_ROUGHLY}$|\badded\s(?:another|a further)\s$",
    re.I,
)
_OF_ITS_OWN = re.compile(r"^(?:\s\([^)]*\))?\s(?:of|from|out of) (?:its|their|his|her) own\b", re.I)
_BY_PAYERS = re.compile(r"\b(?:co-?)?(?:financed|funded|paid for|supported|backed|sponsored)\s(?:jointly\s)?by\s[^.;]*\([^()]*$", re.I)
_LISTED = re.compile(r"(?:^|\n)\s*[•*·–—-]\s*$")
_FROM_A_PAYER = re.compile(r"^(?:\s\([^)]*\))?(?:\sin \w+)?(?:,[^,.;\n]{1,40},)?\s(?:from|by)\s(?:the\s)?[A-Z]")
# One year's money.
_THIS_YEAR = r"(?:this|next|the (?:current|present|coming|running))\s(?:fiscal|financial|budget|calendar|school)?\s?(?:year|fiscal)?"
_MONEY_OF = r"(?:budget|allocation|appropriation|allotment|outlay|outgo|share|instal?lment|tranche|vote)s?"
_YEAR_BEFORE = re.compile(
    rf"\b{_MONEY_OF}\s(?:\w+\s){{0,3}}?(?:(?:for|in|of)\s)?{_THIS_YEAR}(?:\s(?:is|was|are|stands at|comes to|amounts to|will be))?,?\s{_ROUGHLY}$",
    re.I,
)
_YEAR_AFTER = re.compile(
    r"^(?:\s\([^)]*\))?\s(?:for|in|during)?\s?(?:this|next|the (?:current|present|coming|running)) "
    r"(?:fiscal year|financial year|budget year|fiscal|financial)\b",
    re.I,
)
_ALLOCATED = re.compile(r"^(?:\s\([^)]*\))?\s(?:has been |have been |is |was |were )?(?:allocated|set aside|earmarked|budgeted)\s(?:for|in)\s"
                        r"(?:this|next|the (?:current|present|coming)) (?:\w+\s)?year\b", re.I)  # fmt: skip
# What a house keeps of its own money for some of those whom an initiative helps.
_KEPT = re.compile(r"\b(?:will|would|is to|to) (?:reserve|keep|ring-?fence)\s(?:\w+\s)?$", re.I)
_FIRST = re.compile(
    r"\b(?:first|second|third|initial|opening|last|final)\s(?:tranche|instal?lment|payment|slice|lot|batch)\b(?:[^.;]|\.\d){0,50}$|"
    r"\b(?:half|third|quarter|part|rest|remainder|balance) of (?:the|this|that|its) "
    r"(?:money|sum|total|funding|costs?|amount|budget),?\s(?:\w+\s){0,2}$",
    re.I,
)

# The whole beside its slice: "R640 million of the R900 million it needs", "a tenth of the mission's outlay of ₹10,372 crore".
_FRACTION = r"(?:half|third|quarter|fifth|sixth|eighth|tenth|share|\d+\s?%|per cent|percent|fraction|most|all)"
_OF_THE_MISSION = re.compile(
    rf"\b{_FRACTION} of (?:the|its|this|that)\s(?:[\w’'-]+\s)?(?:programme|program|mission|plan|project|initiative|strategy|scheme)(?:['’]s)?\s"
    rf"(?:\w+\s){{0,2}}(?:outlay|budget|cost|total|envelope|price|funding)s?\s(?:of|,)\s{_ROUGHLY}$",
    re.I,
)
_OF_THE_WHOLE = re.compile(r"\d[\d.,]*\s?(?:\w{1,8}\s)?(?:\([^)]*\)\s)?(?:out )?of (?:the|its|a (?:total|needed)(?: of)?)\s(?:total\s)?$")
_NEEDED = re.compile(
    r"^(?:\s\([^)]*\))?\s(?:(?:it|that|they|which|is|are|the|\w+)\s){0,4}?(?:needed|needs|required|requires|necessary|costs?|wanted|asked for|total|"
    r"foreseen|planned)\b",
    re.I,
)
# "…, while Germany gives", "and the bank a further": who else pays, in the sentence of a slice.
_ANOTHER_PAYER = re.compile(
    r"(?:[,;]|,? and|,? while|,? whereas|,? but)\s(?:the\s|its\s)?[A-Z][\w’'-]+\b|"
    r"^,? (?:and|while) (?:the|its|an?)\s(?:[\w-]+\s){1,4}?(?:(?:pays?|gives?|adds?|puts in)\s)?(?:a further\s|another\s)?$"
)
_THE_LOAN_IT_HAS = re.compile(r"\b(?:its|their|the|a|his|her)\s(?:existing |old |earlier |last )?$", re.I)


def told_slices(sums: Sequence[Printed], wordings: Sequence[Wording]) -> frozenset[int]:
    """Starts of the sums that their words name as slices, behind the first sentence: there and in the title stands what an article is about."""
    told: dict[int, bool] = {}
    for index, (each, words) in enumerate(zip(sums, wordings, strict=True)):
        beside = index > 0 and told[index - 1] and _is_of_another_payer(sums[index - 1], each, words)
        told[index] = bool(words.previous) and (is_slice(words) or beside)
    own = [index for index, words in enumerate(wordings) if told[index] and _OF_ITS_OWN.match(words.after)]
    paired = [index - 1 for index in own if index and _gap(sums[index - 1], sums[index], wordings[index])]
    return frozenset(sums[index].start for index in (*(index for index in told if told[index]), *paired))


def _is_of_another_payer(earlier: Printed, each: Printed, words: Wording) -> bool:
    return _ANOTHER_PAYER.search(_gap(earlier, each, words)) is not None


def _gap(earlier: Printed, each: Printed, words: Wording) -> str:
    """The words between two sums of one sentence; empty where they stand in two."""
    length = each.start - max(earlier.end, earlier.said_until)
    return words.before[-length:] if 0 < length < len(words.before) else ""


def is_slice(words: Wording) -> bool:
    """Whether the words beside a sum name it as a loan, as what one of several payers gives, or as the money of one year."""
    before = any(cue.search(words.before) for cue in (_LENT, _BORNE, _BY_PAYERS, _YEAR_BEFORE, _KEPT, _FIRST))
    after = any(cue.match(words.after) for cue in (_OF_ITS_OWN, _YEAR_AFTER, _ALLOCATED))
    after = after or (_AS_A_LOAN.match(words.after) is not None and _THE_LOAN_IT_HAS.search(words.before) is None)
    return before or after or (_LISTED.search(words.before) is not None and _FROM_A_PAYER.match(words.after) is not None)


def is_whole_of_a_slice(words: Wording) -> bool:
    """Whether a sum is that of which the one before it is named as a share: "R640 million of the R900 million it needs"."""
    needed = _OF_THE_WHOLE.search(words.before) is not None and _NEEDED.match(words.after) is not None
    return needed or _OF_THE_MISSION.search(words.before) is not None
