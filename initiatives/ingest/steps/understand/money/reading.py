"""Composes the grammar and the words around a sum into claims; must not know rates or the ledger.

surface → sums → joined (ranges, bare figures) → currency → equivalents folded → role, origin, stage, period, scope → claims
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from initiatives.ingest.steps.understand import dates
from initiatives.ingest.steps.understand.mentions import Mention, find_mentions
from initiatives.ingest.steps.understand.money import (
    dialect,
    equivalents,
    hedges,
    joined,
    language,
    origins,
    periods,
    roles,
    scopes,
    stages,
    surface,
    terms,
)
from initiatives.ingest.steps.understand.money.grammar import find_sums
from initiatives.ingest.steps.understand.money.payers import adds_up
from initiatives.ingest.steps.understand.money.printed import Printed
from initiatives.ingest.steps.understand.money.wording import Wording, wordings
from initiatives.ingest.steps.understand.passages import sentences
from initiatives.ingest.values import Article, Evidence, MoneyClaim

PRODUCER, VERSION = "money-grammar", "1"
CONFIDENCE_PRINTED, CONFIDENCE_ELLIPTIC = 0.97, 0.75  # shares right on the annotated sentences of the tests

QUOTED_CURRENCY = re.compile(
    r"\b(?:dollar|euro|pound|yen|yuan|won|rupee|greenback|currency)\b(?:[^.;]|\.\d){0,40}\b(?:at|to|around|near|bought|buys|fetched|fetches)\s*$",
    re.I,
)
TO_THE_DOLLAR = re.compile(
    r"^\s(?:to|per|against|for|a)\s(?:the\s|one\s|each\s|a\s)?(?:US\s|U\.S\.\s|American\s)?(?:dollar|euro|pound|greenback)\b", re.I
)
_LISTED_TONGUE = re.compile(r"(?:,|\s(?:and|or)|\sas well as)\s[A-Z]|[.;)]|\s(?:language|speech|speakers|texts?|words)\b")  # "in Somali and Tigrinya"
HIGHEST_RATE = 10_000  # of the currency of an initiative's country; the few above it come with no "at"
LEAD_CHARACTERS = 1000  # a first sentence is shorter
MOST_SUMS = 200  # of one text; more is a table or a trap, and only its beginning is read


@dataclass(frozen=True, slots=True)
class Reading:
    """The sums of one text with their surface."""

    stored: str
    surface: surface.Surface
    sums: tuple[Printed, ...]
    mentions: tuple[Mention, ...]


def read(text: str, owners: tuple[str, ...]) -> Reading:
    """Every sum printed in `text`, once each; a sum and its equivalent in another currency are one."""
    even = surface.smooth(text)
    spoken = language.guess(text)
    sums = find_sums(even.text, spoken)[:MOST_SUMS]
    setting = dialect.Setting(even.text, owners, tuple(find_mentions(even.text)) if sums else ())
    printed = [each for found in joined.join(even.text, sums, spoken) if (each := _printed(found, setting)) and not _is_rate(even.text, each)]
    abroad = {each.start for each in printed if "USA" not in owners and _is_abroad(setting, each)}
    return Reading(text, even, tuple(equivalents.fold_equivalents(even.text, printed, owners, abroad)), setting.mentions)


def find_money(article: Article, owners: tuple[str, ...], relevant: bool) -> tuple[MoneyClaim, ...]:
    """The claims of an article's text in reading order. Never raises on any text."""
    owners = owners if relevant else ()  # where nothing is owned, a country may be named for its sport or its shares
    body = read(article.text, owners)
    if not body.sums:
        return ()
    title = read(article.title, owners)
    sums = list(body.sums)
    words = wordings(body.surface.text, sums)
    scene = roles.Scene(relevant, title.sums, article.published, _foreign(body, owners))
    kinds = roles.roles_of(sums, words, scene)
    payers = origins.Payers(None, relevant, _lead(article))
    whole_origins = [origins.origin_of(word, kind, payers) for word, kind in zip(words, kinds, strict=True) if kind == roles.ENVELOPE]
    payers = replace(payers, envelope=next((each for each in whole_origins if each != "unknown"), None))
    paid = _shared([origins.origin_of(word, kind, payers) for word, kind in zip(words, kinds, strict=True)], kinds, sums)
    claims = [_claim(each, word, kind, origin, body, article) for each, word, kind, origin in zip(sums, words, kinds, paid, strict=True)]
    whole = next((claim for claim in claims if claim.role == roles.ENVELOPE), None)
    return tuple(_with_restatement(index, claims, sums, whole, words) for index in range(len(claims)))


def find_title_money(article: Article, owners: tuple[str, ...], money: tuple[MoneyClaim, ...]) -> tuple[MoneyClaim, ...]:
    """The claims of an article's title, offsets of the title; `restates_in_text` is the index in `money` of the same money."""
    title, body = read(article.title, owners), read(article.text, owners)
    words = wordings(title.surface.text, list(title.sums))
    claims = [_claim(each, word, roles.ENVELOPE, "unknown", title, article) for each, word in zip(title.sums, words, strict=True)]
    return tuple(
        replace(claim, restates_in_text=_same(each, list(body.sums)))
        for claim, each in zip(claims, title.sums, strict=True)
        if len(body.sums) == len(money)
    )


def _shared(paid: list[str], kinds: list[str], sums: list[Printed]) -> list[str]:
    """The origins, with an envelope that a public and a private part make up as mixed."""
    parts = {
        side: [each for each, by, kind in zip(sums, paid, kinds, strict=True) if kind == roles.PART and by == side] for side in ("public", "private")
    }
    return [
        "mixed" if kind == roles.ENVELOPE and adds_up(each, parts["public"], parts["private"]) else by
        for each, by, kind in zip(sums, paid, kinds, strict=True)
    ]


def _lead(article: Article) -> str:
    """The title and the first sentence, which say what an article is about."""
    first = next(iter(sentences(article.text[:LEAD_CHARACTERS])), None)
    return f"{article.title}. {article.text[first.start : first.end] if first else ''}"


def _printed(found: joined.Joined, setting: dialect.Setting) -> Printed | None:
    lender = found.lender or found.sum
    currency = dialect.currency_for(lender, setting)
    if currency is None:
        return None
    each = found.sum
    hedge = "range" if found.low is not None else "at-least" if each.at_least else hedges.hedge_of(setting.surface, each.start, each.end)
    low, high = (found.low, each.value) if found.low is not None else (each.value, None)
    others = dialect.alternatives_for(lender, currency, setting)
    return Printed(each.start, each.end, low, high, currency, others, hedge, each.figure, found.lender is not None, lender.mark == "$")


def _is_rate(text: str, each: Printed) -> bool:
    """Whether a sum is the price of a currency: "the dollar was little changed at 156 yen"."""
    quoted = QUOTED_CURRENCY.search(text[max(0, each.start - 60) : each.start]) or TO_THE_DOLLAR.match(text[each.end : each.end + 30])
    return each.low < HIGHEST_RATE and quoted is not None


def _is_abroad(setting: dialect.Setting, each: Printed) -> bool:
    here = setting.in_sentence(each.start, each.end)
    return "USA" in here and not set(setting.owners) & set(here)


def _foreign(body: Reading, owners: tuple[str, ...]) -> frozenset[int]:
    setting = dialect.Setting(body.surface.text, owners, body.mentions)
    return frozenset(each.start for each in body.sums if owners and _is_about_others(setting, each))


def _is_about_others(setting: dialect.Setting, each: Printed) -> bool:
    spoken = tuple(mention for mention in setting.mentions if mention.form == "people" and _LISTED_TONGUE.match(setting.surface, mention.end))
    here = replace(setting, mentions=tuple(mention for mention in setting.mentions if mention not in spoken)).in_sentence(each.start, each.end)
    return bool(here) and not set(setting.owners) & set(here) and "EUU" not in here


def _claim(each: Printed, words: Wording, role: str, origin: str, body: Reading, article: Article) -> MoneyClaim:
    bounds = (each.low, each.high) if each.high is not None else (None, None)
    return MoneyClaim(
        evidence=_evidence(each, body),
        amount=plain(each.low),
        currency=each.currency,
        hedge=each.hedge,
        amount_low=None if bounds[0] is None else plain(bounds[0]),
        amount_high=None if bounds[1] is None else plain(bounds[1]),
        usd_quoted=None if each.usd is None else plain(each.usd.low),
        usd_evidence=None if each.usd is None else _evidence(each.usd, body),
        role=role,
        stage=stages.stage_of(words, each.hedge) or "announced",
        origin=origin,
        scope=scopes.scope_of(words),
        announced_on=dates.announced_on(words.sentence, article.published) or article.published,
        new_money=terms.newness_of(words),
        instrument=terms.instrument_of(words),
        period=periods.period_of(words.sentence, article.published),
        currency_alternatives=each.alternatives,
        yearly=periods.is_yearly(words.after),
    )


def _evidence(each: Printed, body: Reading) -> Evidence:
    start, end = body.surface.span(each.start, each.end)
    return Evidence(start, end, body.stored[start:end], PRODUCER, VERSION, CONFIDENCE_ELLIPTIC if each.elliptic else CONFIDENCE_PRINTED)


def plain(amount: Decimal) -> Decimal:
    """The same number without an exponent or idle zeros, so that equal amounts are stored equal."""
    return Decimal(format(amount.normalize(), "f"))


def _with_restatement(index: int, claims: list[MoneyClaim], sums: list[Printed], whole: MoneyClaim | None, words: list[Wording]) -> MoneyClaim:
    """The claim with the earlier one that says the same money, and, for a part without words of its own, the stage of its whole."""
    claim = replace(claims[index], restates_in_text=_same(sums[index], sums[:index]))
    inherits = whole is not None and claim.role == roles.PART and stages.stage_of(words[index], claim.hedge) is None
    return replace(claim, stage=whole.stage) if inherits and whole else claim


def _same(each: Printed, earlier: list[Printed]) -> int | None:
    return next((index for index, other in enumerate(earlier) if roles.same_money(each, other)), None)
