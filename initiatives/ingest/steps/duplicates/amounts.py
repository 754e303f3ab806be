"""Tells whether two texts print one sum, whatever place each of them names; must not know which currency is meant."""

import re

from initiatives.ingest.values import MoneyClaim

DOLLARS = frozenset({"USD", "AUD", "BND", "BZD", "CAD", "FJD", "GYD", "HKD", "JMD", "LRD", "NAD", "NZD", "SGD", "TTD", "TWD"})
PESOS = frozenset({"ARS", "CLP", "COP", "DOP", "MXN", "UYU"})
# What a mark without letters may stand for. A dateline decides how one text is read, and another header of the same text would decide otherwise.
_BARE = (
    (re.compile(r"\$|[\d.,]+\s?(?:(?:thousand|million|billion|trillion|m|bn|tn)\s)?dollars?$", re.I), DOLLARS | PESOS),
    (re.compile(r"[¥￥]"), frozenset({"CNY", "JPY"})),
)


def same_sum(one: MoneyClaim, other: MoneyClaim) -> bool:
    """Whether two claims print one sum, in any reading of a bare currency mark; or one prints the dollars that the other gives beside its sum."""
    if (one.amount, one.amount_high) == (other.amount, other.amount_high):
        return bool(readings(one) & readings(other))
    return _is_dollars_of(one, other) or _is_dollars_of(other, one)


def readings(claim: MoneyClaim) -> frozenset[str]:
    """The currencies that the printed mark may stand for."""
    bare = next((currencies for mark, currencies in _BARE if claim.currency in currencies and mark.match(claim.evidence.text)), frozenset())
    return frozenset({claim.currency, *claim.currency_alternatives}) | bare


def _is_dollars_of(claim: MoneyClaim, whole: MoneyClaim) -> bool:
    return claim.amount_high is None and claim.amount == whole.usd_quoted and "USD" in readings(claim)
