"""Reads the tables that lie beside this file; must not know what their columns mean."""

from pathlib import Path

HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    """The lines of `<name>.psv` as stripped cells, without comments, in the order of the file."""
    lines = (HERE / f"{name}.psv").read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def items(cell: str) -> tuple[str, ...]:
    """The names in one cell, which are kept apart by semicolons."""
    return tuple(item for item in cell.split(";") if item)
