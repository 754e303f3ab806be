"""What a person should look at in an article's sums, in words; must not change a claim."""

import re
from collections.abc import Iterator

from initiatives.ingest.steps.understand.money.numbers import is_ambiguous
from initiatives.ingest.values import Article, MoneyClaim, QuoteClaim, Warning  # noqa: A004
from initiatives.ledger.dollars import check_dollars
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry

_CURRENCY = r"(?:dollars|euros|pounds|yen|won|yuan|rupees|kron(?:or|er)|francs|pesos|reais|\w+ dollars)"
_VAGUE = re.compile(
    rf"\b(?:several|a few|some|many|tens of|hundreds of|dozens of|multiple)\s(?:hundred\s|thousand\s)?(?:millions?|billions?|"
    rf"trillions?)(?:\sof)?\s(?:\w+\s)?{_CURRENCY}\b|"
    rf"\b(?:millions|billions|trillions)\s(?:of|in)\s(?:\w+\s)?{_CURRENCY}\b|\bmulti-?(?:billion|million|trillion)[- ](?:dollar|euro|pound|yen|"
    rf"won|yuan|rupee)\b|"
    r"(?:数|數|几|幾)[十百千]*(?:万亿|兆|億|亿|万|萬)(?:円|元|美元)", re.I
)  # fmt: skip
_DAMAGED = re.compile(r"Â[£€¥$ ]|â‚¬|â€[™œ\x9d\x9c“”]|Ã[©¨¤¶¼ ]|\ufffd")
_NO_UNIT = re.compile(
    r"(?<![\w])(?:US\$|[$€£¥₹₩])\s?(?P<figure>\d{1,3}(?:\.\d{1,2})?)(?![\d,.]*\d)(?!\s?(?:[kKmMbBtT]|million|billion|trillion|"
    r"bn|tn|crore|lakh|mrd|mio|per|a |an |each|thousand|-)\b)"
)
_RAISED_BY = re.compile(
    r"\b(?:raised|increas\w+|expand\w+|boost\w*|lift\w*|top(?:s|ped)? up)\s(?:\w+\s){0,4}by\s(?:about\s|another\s|"
    r"a further\s|up to\s)?$",
    re.I,
)


def find_warnings(article: Article, money: tuple[MoneyClaim, ...], quotes: tuple[QuoteClaim, ...], rates: Rates | None) -> tuple[Warning, ...]:
    """Everything doubtful, in reading order; what concerns the whole article comes last."""
    found = [
        *(warning for claim in money for warning in _about(article, claim, rates)),
        *_vague(article),
        *_damaged(article),
        *_unnamed(quotes),
    ]
    return tuple(sorted(found, key=lambda each: (each.start is None, each.start or 0, each.code)))


def _about(article: Article, claim: MoneyClaim, rates: Rates | None) -> Iterator[Warning]:
    start, end = claim.evidence.start, claim.evidence.end
    wrong = _conversion(article, claim, rates) if rates else None
    if wrong:
        yield Warning("conversion", wrong, start, claim.usd_evidence.end if claim.usd_evidence else end)
    if "USD" in (claim.currency, *claim.currency_alternatives) and claim.currency_alternatives:
        others = " or ".join(claim.currency_alternatives)
        yield Warning(
            "bare-dollar", f"“{claim.evidence.text}” says no country's dollar. It is read as {claim.currency}; it may be {others}.", start, end
        )
    if "CNY" in claim.currency_alternatives or "JPY" in claim.currency_alternatives:
        yield Warning("yen-or-yuan", f"¥ is written for both yen and yuan. “{claim.evidence.text}” is read as {claim.currency}.", start, end)
    if is_ambiguous(claim.evidence.text.strip("$€£¥₹ ")):
        yield Warning(
            "separator", f"The dot in “{claim.evidence.text}” may group digits or part decimals. It is read as {claim.amount:,f}.", start, end
        )
    if _is_without_unit(article, claim):
        yield Warning(
            "lost-unit", f"“{claim.evidence.text}” has no million or billion beside it, as other sums here have. A word may be lost.", start, end
        )
    if claim.scope == "wider" and claim.role != "context":
        yield Warning(
            "wider-than-ai", f"“{claim.evidence.text}” is for a programme of which AI is a part. It is proposed with scope wider.", start, end
        )
    if _RAISED_BY.search(article.text[max(0, start - 60) : start]):
        yield Warning("increment", f"“{claim.evidence.text}” is an increase, not the new total.", start, end)


def _conversion(article: Article, claim: MoneyClaim, rates: Rates | None) -> str | None:
    """The likely cause where the dollars printed beside a sum do not fit the rate of the article's day."""
    if claim.usd_quoted is None or rates is None:
        return None
    day = article.published or str(rates.last_day.year)
    owners = ("EUU",)  # an entry needs an owner; the comparison does not look at it
    entry = Entry(
        "article", claim.amount, claim.currency, day, claim.stage, "new", None, claim.scope, claim.origin, owners, None, claim.hedge, claim.usd_quoted
    )
    return check_dollars(entry, rates)


def _is_without_unit(article: Article, claim: MoneyClaim) -> bool:
    return claim.amount < 1000 and _NO_UNIT.fullmatch(claim.evidence.text) is not None and _has_large_sums(article)


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


def _unnamed(quotes: tuple[QuoteClaim, ...]) -> Iterator[Warning]:
    for quote in quotes:
        if quote.speaker is None and quote.affiliation is None:
            yield Warning("unnamed-speaker", "Nobody is named for these words.", quote.evidence.start, quote.evidence.end)
