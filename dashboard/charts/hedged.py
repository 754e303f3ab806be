"""How much of a sum is only a ceiling, a target or a floor, in words; knows no rows and no drawing."""

from decimal import Decimal
from typing import Final

from dashboard.charts import parts
from dashboard.figures import floors
from initiatives import formats

OPEN: Final = "“up to” or a target"
FLOOR: Final = "“at least”"
RULE: Final = "Where a quarter or more of a sum is “up to” or a target, or “at least”, the sentence that names the sum says how much of it."
Amount = Decimal | None


def words(total: Amount, ceiling: Decimal, floor: Decimal, currency: str, least: Decimal = floors.SHARE) -> str:
    """`, of which $35.8 bn is “at least”`: what is hedged of a sum in units of `currency`, where it is `least` of it or more; else nothing."""
    found = _hedges(total, ceiling, floor, least)
    if len(found) == 1 and found[0][0] == total:
        return f", all of it {found[0][1]}"
    return f", of which {formats.listed(f'{formats.money(amount, currency)} is {what}' for amount, what in found)}" if found else ""


def shares(total: Amount, ceiling: Decimal, floor: Decimal) -> str:
    """`, 85.0 % of it “at least”`: the same of a sum that is shown divided by GDP or by people."""
    said = _of_it(total, ceiling, floor, None)
    return f", {said}" if said else ""


def aside(total: Amount, ceiling: Decimal, floor: Decimal, currency: str | None) -> str:
    """` ($35.8 bn of it “at least”)`: the same behind a sum, as a share where there is no `currency` because it is divided."""
    said = _of_it(total, ceiling, floor, currency)
    return f" ({said})" if said else ""


def _of_it(total: Amount, ceiling: Decimal, floor: Decimal, currency: str | None) -> str:
    found = _hedges(total, ceiling, floor, floors.SHARE)
    if len(found) == 1 and found[0][0] == total:
        return f"all of it {found[0][1]}"
    said = [f"{formats.money(amount, currency) if currency else parts.share(amount, total or amount)} of it {what}" for amount, what in found]
    return formats.listed(said) if said else ""


def _hedges(total: Amount, ceiling: Decimal, floor: Decimal, least: Decimal) -> list[tuple[Decimal, str]]:
    if not total:
        return []
    return [(amount, what) for amount, what in ((ceiling, OPEN), (floor, FLOOR)) if amount > 0 and amount >= total * least]
