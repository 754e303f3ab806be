"""Reads what a source says of a sum that it does not name: where it says so, how firm it is, and who pays. Must not know the record."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from initiatives.ingest.steps.understand.funding import with_funders
from initiatives.ingest.steps.understand.money import origins, periods, stages
from initiatives.ingest.steps.understand.money.printed import Printed
from initiatives.ingest.steps.understand.money.wording import wordings
from initiatives.ingest.values import Evidence, MoneyClaim, OrganizationClaim
from initiatives.names.table import rows

UNKNOWN: Final = Decimal(0)  # stands where a claim must have an amount; the form says “undisclosed”
PRODUCER, VERSION, CONFIDENCE = "sum-not-named", "1", 0.8
HOME_CURRENCY: Final = {code: currency for code, currency in rows("money")}  # noqa: C416 (a list of two is no pair to mypy)
_SUM = r"(?:amounts?|sums?|figures?|investments?|funding|value|price|financing|contributions?|grants?|budget)"
_NOT_NAMED = (
    r"(?:not|never|yet to be|n['’]t)\s(?:yet\s|been\s|be\s)?(?:disclosed?|revealed?|named?|published?|released?|given|specified|"
    r"made public|announced|divulged)"
)
IN_ITS_PLACE: Final = re.compile(
    rf"\b(?:undisclosed|unspecified|unnamed|undetermined|confidential|unpublished|secret)\s(?:\w+\s)?{_SUM}"
    r"(?: of (?:money|funding|financing|capital))?"
    r"|montant (?:non|qui n['’]a pas été) (?:divulgué|précisé|communiqué|dévoilé|révélé)|somme non (?:divulguée|précisée|communiquée)"
    r"|(?:nicht|un)\s?genannte\w* (?:Summe|Betrag|Höhe)|unbekannte\w* (?:Summe|Betrag|Höhe)"
    r"|(?:cantidad|suma|cifra) no (?:revelada|divulgada|especificada)|(?:monto|importe) no (?:revelado|divulgado|especificado)"
    r"|(?:valor|montante) não (?:divulgado|revelado|informado)|(?:importo|somma|cifra) non (?:divulgat|res|precisat|rivelat)\w( not\w)?"
    r"|非公開の金額|非公表の金額|未公开金额|未披露金额|비공개 금액|неназванн\w+ сумм\w+|нераскрыт\w+ сумм\w+",
    re.IGNORECASE,
)
BESIDE_IT: Final = re.compile(
    rf"\b(?:the |its |their |no )?(?:exact |precise |financial )?(?:{_SUM}|size|cost|terms|details)(?: of the \w+)?\s"
    rf"(?:(?:is|are|was|were|has|have|remains?|remained)\s)?(?:{_NOT_NAMED}|undisclosed|confidential|secret)"
    r"|\b(?:did not|didn['’]t|does not|doesn['’]t|declined to|refused to|without)\s(?:say(?:ing)? how much|"
    rf"(?:disclos|reveal|nam|specify|giv|stat|divulg)\w*\s(?:the |an? |any |its |their )?(?:exact |precise )?(?:{_SUM}|size|cost|terms|how much))"
    rf"|\b(?:gave|gives|named|disclosed) no {_SUM}|\bno {_SUM} (?:was|were|has been) (?:given|disclosed|named|mentioned|published)"
    r"|le montant n['’](?:a pas été|est pas) \w+|(?:Summe|Höhe|Betrag) (?:wurde|ist|blieb) (?:nicht|un)\s?\w+"
    r"|no se (?:reveló|divulgó|precisó) (?:el|la) (?:monto|importe|cantidad|cifra)|valor não foi \w+|importo non è stato \w+"
    r"|金額は(?:非公表|非公開|明らかに)|金额未(?:公布|披露|透露|公开)|금액은 (?:비공개|공개)"
    r"|сумма не (?:раскрывается|называется|разглашается|сообщается)",
    re.IGNORECASE,
)
_END_OF_SENTENCE = re.compile(r"[.!?;]\s+$")


def says_so(text: str) -> bool:
    """Whether the text says that a sum is not named."""
    return IN_ITS_PLACE.search(text) is not None or BESIDE_IT.search(text) is not None


def undisclosed_sum(text: str, published: str | None, organizations: tuple[OrganizationClaim, ...], owners: Sequence[str]) -> MoneyClaim | None:
    """The claim of a sum that the text says is not named, with amount 0; its currency is that of its one owner, else empty. None where the text
    says no such thing. `published` is the day of the text."""
    match = IN_ITS_PLACE.search(text) or BESIDE_IT.search(text)
    if match is None:
        return None
    at = _where_it_would_stand(text, match)
    words = wordings(text, [Printed(*at, UNKNOWN, None, "")])[0]
    payers = origins.Payers(None, True, text)
    claim = MoneyClaim(
        evidence=Evidence(*at, text[slice(*at)], PRODUCER, VERSION, CONFIDENCE),
        amount=UNKNOWN,
        currency=HOME_CURRENCY.get(owners[0], "") if len(owners) == 1 else "",
        role="initiative-funding",
        stage=stages.stage_of(words, "exact") or stages.stage_of(replace(words, before=words.sentence), "exact") or "announced",
        origin=origins.origin_of(words, "initiative-funding", payers),
        announced_on=published,
        period=periods.period_of(words.sentence, published),
    )
    claim = with_funders((claim,), organizations, text)[0]
    return replace(claim, evidence=Evidence(match.start(), match.end(), match[0], PRODUCER, VERSION, CONFIDENCE))


def _where_it_would_stand(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The words in place of the sum; where a sentence of its own says that it is not named, the end of the sentence before."""
    before = text[: match.start()]
    stop = _END_OF_SENTENCE.search(before)
    if match.re is BESIDE_IT and stop is not None and stop.start() > 0:
        return stop.start(), stop.start()
    return match.span()
