"""A sum once its currency, its range and its equivalents are settled; must not know what it is for."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Printed:
    """Offsets on the surface. `low` is the figure itself where there is no range; `alternatives` are other currencies the mark may stand for."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    currency: str
    alternatives: tuple[str, ...] = ()
    hedge: str = "exact"
    figure: str = ""
    elliptic: bool = False
    bare_dollar: bool = False
    usd: "Printed | None" = None
    said_until: int = 0  # end of the last equivalent that was folded in; 0 where there is none
