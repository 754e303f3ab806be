"""The mark behind a bar of which a quarter or more is only a floor (“at least”); knows no rows."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from dashboard.figures import theme

SHARE: Final = Decimal("0.25")  # of a sum, from which its floor is marked and said
ARROW: Final = 9  # pixels
GAP: Final = 8  # pixels from the end of a bar to the middle of its mark


def is_marked(total: Decimal | None, floor: Decimal) -> bool:
    """Whether so much of a sum is a floor that it is marked; never where nobody says how much the sum is."""
    return bool(total) and floor > 0 and floor >= (total or 0) * SHARE


def marks(ends: Sequence[tuple[int, Decimal]], pixels: float) -> list[dict[str, Any]]:
    """One trace with a mark behind each of these bars, by its row and its length; none without bars. `pixels`: of one unit of the axis."""
    if not ends:
        return []
    x, y = [float(length) + GAP / pixels for _, length in ends], [row for row, _ in ends]
    marker = {"symbol": "triangle-right", "size": ARROW, "color": theme.LIGHT["ink"], "line": {"width": 0}}
    return [{"type": "scatter", "mode": "markers", "name": "at least", "y": y, "x": x, "marker": marker, **theme.NO_HOVER}]
