"""What a person should look at in an article's sums, in words; must not change a claim."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from initiatives.ingest.steps.understand.money.bracketed import equivalent_behind
from initiatives.ingest.steps.understand.money.numbers import is_ambiguous
from initiatives.ingest.values import Article, Evidence, MoneyClaim, QuoteClaim, Warning  # noqa: A004
from initiatives.ledger.dollars import check_dollars
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry

_CURRENCY = (
    r"(?:dollars|euros?|pounds|yen|won|yuan|renminbi|rupees|kron(?:or|er)|crowns|francs|pesos|reais|rand|naira|shillings|cedis|dirhams|riyals|"
    r"rou?bles|zlotys?|lira|shekels|tenge|rupiah|ringgit|baht|dong|taka|forints|\w+ dollars)"
)
_VAGUE = re.compile(
    rf"\b(?:several|a few|some|many|tens of|hundreds of|thousands of|dozens of|scores of|multiple|untold)\s(?:hundreds?\s|"
    rf"thousands?\s)?(?:of\s)?"
    rf"(?:millions?|billions?|trillions?|crores?|lakhs?)(?:\sof)?\s(?:\w+\s)?{_CURRENCY}\b|"
    rf"\b(?:millions|billions|trillions|crores|lakhs)\s(?:of|in)\s(?:\w+\s)?{_CURRENCY}\b|"
    r"\bmulti-?(?:billion|million|trillion|crore)[- ](?:dollar|euro|pound|yen|won|yuan|rupee|rand|ringgit|dirham|riyal)\b|"
    r"\b(?:double|single|triple)-digit (?:millions|billions)\b|"
    r"(?:数|數|几|幾)[十百千]*(?:万亿|兆|億|亿|万|萬)(?:円|元|美元)", re.I
)  # fmt: skip
# The last is a mark that became a question mark: "?500 million".
_DAMAGED = re.compile(r"Â[£€¥$ ]|â‚¬|â€[™œ\x9d\x9c“”]|Ã[©¨¤¶¼ ]|\ufffd|(?<=[\s(])\?(?=\d[\d.,]*\s?(?:million|billion|trillion|m|bn|tn|crore)\b)")
_NO_UNIT = re.compile(
    r"(?<![\w])(?:US\$|[$€£¥₹₩])\s?(?P<figure>\d{1,3}(?:\.\d{1,2})?)(?![\d,.]*\d)(?!\s?(?:[kKmMbBtT]|million|billion|trillion|"
    r"bn|tn|crore|lakh|mrd|mio|per|a |an |each|thousand|-)\b)"
)
# A small figure is a price where the words say so, and has lost its unit where they speak of spending.
_PRICE = re.compile(
    r"\b(?:shares?|stocks?|pric\w+|tickets?|subscri\w+|fees?|closed|hourly|hour|month|apiece|each|barrel|copies|copy|token|tariff|rate|"
    r"charges?|sells?|"
    r"sold|buys?|salary|wage|visitors?|meal|coffee|coins?|kilowatt\w*|per)\b", re.I
)  # fmt: skip
_SPENDING = re.compile(
    r"\b(?:invest\w*|fund\w*|spen[dt]\w*|budget\w*|allocat\w+|pledg\w+|commit\w*|worth|program(?:me)?|plan\w*|grants?|giv\w+|puts?|package|"
    r"set aside|earmark\w*|provid\w+|contribut\w+|promis\w+)\b", re.I
)  # fmt: skip
# Words to a language model rather than to a reader. An article on attacks may quote them; it is warned of all the same.
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\s(?:all\s|any\s|the\s|your\s|of\s|these\s|my\s){0,3}(?:previous|prior|above|earlier|preceding)\s(?:instructions?|"
    r"prompts?|rules|directions|orders)\b|\bsystem\s?prompt\b|\byou are (?:now )?(?:an? )?(?:AI|language model|assistant|chatbot)\b|"
    r"\b(?:AI|language)[- ](?:model|assistant|agent)s?\s?(?:reading|processing|summari[sz]ing)\sthis\b|<\|?(?:im_start|system|assistant)\|?>",
    re.I,
)
_NEAR = 70  # code points on either side of a figure that say what it is
_TO_A_SUM = re.compile(r"^\s?to\s\S*\d")  # the new total stands beside the increase
_RAISED_BY = re.compile(
    r"\b(?:rais(?:ed|es|e|ing)|increas\w+|expand\w*|boost\w*|lift\w*|top(?:s|ped)? up|grew|grow\w*|ro?i?se|went up|up)\s(?:\S+\s){0,5}?by\s"
    r"(?:about\s|another\s|a further\s|up to\s|some\s|nearly\s|more than\s)?$|"
    r"\b(?:increase|rise|boost|top-up|uplift)\sof\s(?:about\s|some\s|nearly\s|more than\s)?$", re.I
)  # fmt: skip
_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_CONTINENTAL = frozenset({"mrd", "mio", "mld", "mia", "mlrd", "milliarden", "millionen", "milliards", "miliardi", "milioni"})
_ONCE = {
    "bare-dollar": "whose dollar is meant",
    "yen-or-yuan": "whether ¥ means yen or yuan",
}
TOO_FAR = (Decimal("0.8"), Decimal("1.25"))  # dollars printed by dollars at a rate; between them it is a matter of rounding and of the day


def find_warnings(article: Article, money: tuple[MoneyClaim, ...], quotes: tuple[QuoteClaim, ...], rates: Rates | None) -> tuple[Warning, ...]:
    """Everything doubtful, in reading order; what concerns the whole article comes last."""
    found = [
        *(warning for claim in money for warning in _about(article, claim, rates)),
        *_unclear_marks(money),
        *_vague(article),
        *_damaged(article),
        *_ordering(article),
        *_unnamed(quotes),
    ]
    return tuple(sorted(found, key=lambda each: (each.start is None, each.start or 0, each.code)))


def _about(article: Article, claim: MoneyClaim, rates: Rates | None) -> Iterator[Warning]:
    start, end = claim.evidence.start, claim.evidence.end
    wrong = _conversion(article, claim, rates) if rates else None
    if wrong:
        yield Warning("conversion", wrong, start, claim.usd_evidence.end if claim.usd_evidence else end)
    if _has_unclear_mark(claim):
        message = f"The mark in “{claim.evidence.text}” may group digits or part decimals. It is read as {claim.amount:,f}."
        yield Warning("separator", message, start, end)
    if _is_without_unit(article, claim):
        message = f"“{claim.evidence.text}” has no million or billion beside it, as other sums here have. A word may be lost."
        yield Warning("lost-unit", message, start, end)
    if claim.scope == "wider" and claim.role != "context":
        message = f"“{claim.evidence.text}” is for a programme of which AI is a part. It is proposed with scope wider."
        yield Warning("wider-than-ai", message, start, end)
    if _RAISED_BY.search(article.text[max(0, start - 60) : start]) and not _TO_A_SUM.match(article.text[end : end + 30]):
        yield Warning("increment", f"“{claim.evidence.text}” is an increase, not the new total.", start, end)


def _unclear_marks(money: tuple[MoneyClaim, ...]) -> Iterator[Warning]:
    """What the marks leave open, once for all sums that leave the same open."""
    dollars = [claim for claim in money if claim.currency_alternatives and "USD" in (claim.currency, *claim.currency_alternatives)]
    signs = [claim for claim in money if {"CNY", "JPY"} & set(claim.currency_alternatives) and claim.usd_quoted is None]
    for code, claims in (("bare-dollar", dollars), ("yen-or-yuan", signs)):
        if claims:
            yield Warning(code, _left_open(code, claims), claims[0].evidence.start, claims[0].evidence.end)


def _left_open(code: str, claims: list[MoneyClaim]) -> str:
    """In words: which sums, what they leave open, and how they are read."""
    first, others = claims[0], len(claims) - 1
    named = f"“{first.evidence.text}”" + (f" and {others} more {'sum' if others == 1 else 'sums'}" if others else "")
    alternatives = " or ".join(first.currency_alternatives)
    says, reads = ("do not say", "They are read as") if others else ("does not say", "It is read as")
    return f"{named} {says} {_ONCE[code]}. {reads} {first.currency}; {alternatives} may be meant."


def _conversion(article: Article, claim: MoneyClaim, rates: Rates) -> str | None:
    """The likely cause where the dollars printed beside a sum fit the rate neither of the article's day nor of the announcement."""
    claim = _with_dollars(article, claim)
    if claim.usd_quoted is None:
        return None
    days = [article.published or str(rates.last_day.year), *([claim.announced_on] if claim.announced_on else [])]
    found = [_misfit(claim, day, rates) for day in days]
    return found[0] if all(found) else None


def _with_dollars(article: Article, claim: MoneyClaim) -> MoneyClaim:
    """The claim turned round where dollars are what was said and the brackets behind them hold another currency."""
    other = equivalent_behind(article.text[claim.evidence.end : claim.evidence.end + 60]) if claim.currency == "USD" else None
    if other is None or claim.amount_high is not None:
        return claim
    return replace(claim, amount=other[0], currency=other[1], usd_quoted=claim.amount)


def _misfit(claim: MoneyClaim, day: str, rates: Rates) -> str | None:
    rate = rates.rate(claim.currency, "USD", day)
    if rate is None or not claim.amount or claim.usd_quoted is None:
        return None
    if TOO_FAR[0] <= claim.usd_quoted / (claim.amount * rate.value) <= TOO_FAR[1]:
        return None
    owners = ("EUU",)  # an entry needs an owner; the comparison does not look at it
    entry = Entry(
        "article", claim.amount, claim.currency, day, claim.stage, "new", None, claim.scope, claim.origin, owners, None, claim.hedge, claim.usd_quoted
    )
    return check_dollars(entry, rates)


def _has_unclear_mark(claim: MoneyClaim) -> bool:
    """ "€1.500" and "€1.500 million": a dot that may group. In "€8.068 billion" it parts decimals."""
    figure, _, scale = claim.evidence.text.strip("$€£¥₹ ").partition(" ")
    if scale.lower().split(" ")[0].rstrip(".") in _CONTINENTAL:
        return _ONE_COMMA.fullmatch(figure) is not None
    return is_ambiguous(figure) and scale.lower() in ("", "million", "millions")


def _is_without_unit(article: Article, claim: MoneyClaim) -> bool:
    if claim.amount >= 1000 or _NO_UNIT.fullmatch(claim.evidence.text) is None or not _has_large_sums(article):
        return False
    near = _near(article.text, claim.evidence)
    return _PRICE.search(near) is None and _SPENDING.search(near) is not None


def _near(text: str, evidence: Evidence) -> str:
    """The words before and behind a passage, within its sentence."""
    before = re.split(r"[.!?]\s|\n", text[max(0, evidence.start - _NEAR) : evidence.start])[-1]
    return before + re.split(r"[.!?]\s|\n", text[evidence.start : evidence.end + _NEAR])[0]


def _has_large_sums(article: Article) -> bool:
    return re.search(r"\b(?:million|billion|trillion|bn|crore)\b", article.text) is not None


def _vague(article: Article) -> Iterator[Warning]:
    for match in _VAGUE.finditer(article.text):
        yield Warning("vague-sum", f"“{match.group()}” names no figure, so no amount is recorded.", match.start(), match.end())


def _damaged(article: Article) -> Iterator[Warning]:
    if article.repaired:
        yield Warning(
            "damaged-text",
            "The text arrived with damaged characters (UTF-8 read as another encoding) and was mended. Compare the sums with the source.",
        )
    for match in _DAMAGED.finditer(article.text):
        yield Warning("damaged-text", f"“{match.group()}” is a damaged character; a currency mark may be lost.", match.start(), match.end())


def _ordering(article: Article) -> Iterator[Warning]:
    match = _ORDERS.search(article.text)
    if match:
        message = f"The text addresses a machine (“{match.group()}”). Nothing of it was followed; read it with care."
        yield Warning("orders", message, match.start(), match.end())


def _unnamed(quotes: tuple[QuoteClaim, ...]) -> Iterator[Warning]:
    for quote in quotes:
        if quote.speaker is None and quote.affiliation is None:
            yield Warning("unnamed-speaker", "Nobody is named for these words.", quote.evidence.start, quote.evidence.end)
