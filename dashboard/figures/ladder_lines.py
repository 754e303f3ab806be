"""What a ladder of stages shows: lines by country, cut into pieces by how far their money has come; knows no colours and no pixels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.queries.funding_ladder import CountryLadder
from initiatives import formats
from initiatives.vocabulary import BASES, JOINT

TOP: Final = 20
STAGE_OF: Final[Mapping[str, str]] = {basis: "pledged" if basis == "headline" else basis for basis in BASES}


@dataclass(frozen=True, slots=True)
class View:
    """How the bars are drawn: from which basis on, which one is in bold, and each as a share of its own whole or all on one scale of sums."""

    first: str
    chosen: str
    shares: bool

    @property
    def bases(self) -> tuple[str, ...]:
        """The bases from the first on, softest first."""
        names = tuple(BASES)
        return names[names.index(self.first) :]


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a bar: money that has come as far as `basis` and no further; `open_end` is the part that is only a ceiling."""

    basis: str
    amount: Decimal
    open_end: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its sums at every basis, None where nobody says, and the pieces of its bar, firmest first."""

    name: str
    codes: tuple[str, ...]
    sums: Mapping[str, Decimal | None]
    pieces: tuple[Piece, ...]
    words: str  # why there is no bar
    gathered: bool = False

    def share(self, basis: str, whole: str) -> str:
        """What reaches a basis of what reaches a softer one: `37 %`."""
        return formats.percent((self.sums[basis] or Decimal(0)) / (self.sums[whole] or Decimal(1)) * 100)


def arranged(rows: Sequence[CountryLadder], view: View, top: int = TOP, whole: bool = True) -> list[Line | None]:
    """The rows as they are drawn: the `top` first ones, the others gathered, a gap (None), joint efforts."""
    alone = [row for row in rows if row.country != JOINT and not silent(row)]
    joint = [row for row in rows if row.country == JOINT and not silent(row)]
    lines: list[Line | None] = [_line([row], row.country_name, view) for row in alone[:top]]
    if not whole:
        return lines
    if rest := alone[top:]:
        lines.append(_line(rest, f"and {formats.counted(len(rest), 'other')}", view, gathered=True))
    return [*lines, *([None, _line(joint, "Joint efforts", view, gathered=True)] if joint else [])]


def silent(row: CountryLadder) -> bool:
    """Whether nothing at all is said of the row's money."""
    return row.headline == 0 and not row.undisclosed and not row.not_convertible


def pieces_of(rows: Sequence[CountryLadder], bases: Sequence[str]) -> tuple[Piece, ...]:
    """Money by how far it has come, firmest first; what is stated of a stage before what is only a ceiling."""
    found = []
    for basis, firmer in zip(reversed(bases), [None, *reversed(bases)], strict=False):
        amount = sum(((row.at(basis) or Decimal(0)) - ((row.at(firmer) or Decimal(0)) if firmer else 0) for row in rows), Decimal(0))
        ceiling = sum((row.ceilings.get(STAGE_OF[basis], Decimal(0)) for row in rows), Decimal(0))
        found += [Piece(basis, amount - ceiling, False), Piece(basis, ceiling, True)]
    return tuple(piece for piece in found if piece.amount > 0)


def _line(rows: Sequence[CountryLadder], name: str, view: View, gathered: bool = False) -> Line:
    spoken = {basis: [value for row in rows if (value := row.at(basis)) is not None] for basis in BASES}
    sums = {basis: sum(values, Decimal(0)) if values else None for basis, values in spoken.items()}
    codes = tuple(row.country for row in rows)
    return Line(name, codes, sums, pieces_of(rows, view.bases) if sums[view.first] else (), _why_not(rows, sums, view), gathered)


def _why_not(rows: Sequence[CountryLadder], sums: Mapping[str, Decimal | None], view: View) -> str:
    if sums["headline"]:
        return "" if sums[view.first] else "only pledged"
    if any(row.undisclosed for row in rows):
        return formats.UNDISCLOSED
    return "not convertible" if any(row.not_convertible for row in rows) else ""
