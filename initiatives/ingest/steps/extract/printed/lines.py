"""Puts the pieces of a page into lines in the order of reading, column after column; must not know what the lines say."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from initiatives.ingest.steps.extract.printed.values import PrintedPage, PrintedPiece

SAME_ROW = 0.5  # of a letter's height: a superscript stands in the row of its word
# A second column begins in the middle of the page, line after line at the same place, and both columns are prose and no cells of a table.
COLUMN_BEGINS_FROM, COLUMN_BEGINS_TO, FEWEST_LINES, FEWEST_LETTERS = 0.33, 0.72, 4, 18
MOST_PIECES = 5_000  # of a page that is asked for columns; a page of a newspaper has some hundred
CELL_MARK = "\t"
LONGEST_CELL, CELL_GAP = 30, 2  # letters of a cell, whose end can be told from their number; heights of a letter between two cells
SAME_EDGE_POINTS, GUTTER_POINTS = 2, 30


def lines_of(page: PrintedPage) -> list[PrintedPiece]:
    """The lines of a page, top down; where it has two columns, the left one before the right one between any lines that run across."""
    split = column_edge(page)
    if split is None:
        return _rows(page.pieces)
    across = sorted((piece for piece in page.pieces if _runs_across(piece, split)), key=lambda piece: -piece.y)
    rest = [piece for piece in page.pieces if not _runs_across(piece, split)]
    edges = [float("inf"), *(piece.y for piece in across), float("-inf")]
    found: list[PrintedPiece] = []
    for number, (above, below) in enumerate(pairwise(edges)):
        band = [piece for piece in rest if below < piece.y <= above]
        found += _rows([piece for piece in band if piece.x < split]) + _rows([piece for piece in band if piece.x >= split])
        found += across[number : number + 1]
    return found


def column_edge(page: PrintedPage) -> float | None:
    """Where a second column of prose begins, in points; None where the page has one column."""
    starts = Counter(round(piece.x) for piece in page.pieces if COLUMN_BEGINS_FROM * page.width <= piece.x <= COLUMN_BEGINS_TO * page.width)
    if not starts or len(page.pieces) > MOST_PIECES:
        return None
    edge = starts.most_common(1)[0][0] - SAME_EDGE_POINTS
    right = [piece for piece in page.pieces if edge <= piece.x <= edge + 2 * SAME_EDGE_POINTS]
    left = [piece for piece in page.pieces if piece.x < edge and piece.end <= edge + GUTTER_POINTS]
    return edge if _is_prose(left) and _is_prose(right) else None


def _runs_across(piece: PrintedPiece, split: float) -> bool:
    return piece.x < split and piece.end > split + GUTTER_POINTS


def _is_prose(pieces: Sequence[PrintedPiece]) -> bool:
    return len(pieces) >= FEWEST_LINES and fmean(len(piece.text) for piece in pieces) >= FEWEST_LETTERS


def _rows(pieces: Sequence[PrintedPiece]) -> list[PrintedPiece]:
    rows: list[list[PrintedPiece]] = []
    for piece in sorted(pieces, key=lambda each: -each.y):
        if rows and rows[-1][0].y - piece.y <= SAME_ROW * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda each: each.x)) for row in rows]


def _joined(row: Sequence[PrintedPiece]) -> PrintedPiece:
    largest = max(row, key=lambda piece: piece.size)
    text = " ".join(row[0].text.split())
    for before, piece in pairwise(row):
        text += (CELL_MARK if _are_cells(before, piece) else " ") + " ".join(piece.text.split())
    return PrintedPiece(row[0].x, largest.y, largest.size, text)


def _are_cells(before: PrintedPiece, piece: PrintedPiece) -> bool:
    """Whether two pieces of a row stand so far apart that they are cells of a table."""
    return len(before.text) <= LONGEST_CELL and piece.x - before.end > CELL_GAP * piece.size
