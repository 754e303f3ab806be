"""Who pays, in one cell: `EuroHPC JU (50 %); Government of Austria (50 %)`; understood, compared with what is stored, and put in words."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from initiatives.importing.cells import plain

BETWEEN = ";"
LONGEST_NAME = 200
_SHARE = re.compile(r"(?P<name>.+?)\s*\((?P<percent>\d{1,3}(?:[.,]\d+)?)\s*%\)", re.DOTALL)

Find = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class Payer:
    """One payer: an organization's id, or words; the share is None where it is not published."""

    organization_id: int | None
    described: str | None
    share: Decimal | None


def parts_of(text: str) -> list[str]:
    """The parts between semicolons."""
    return [part.strip() for part in text.split(BETWEEN) if part.strip()]


def named(part: str) -> tuple[str, Decimal | None]:
    """Name and share of a part."""
    found = _SHARE.fullmatch(part)
    if found is None:
        return part[:LONGEST_NAME], None
    return found["name"][:LONGEST_NAME], (Decimal(found["percent"].replace(",", ".")) / 100).normalize()


def payers_in(text: str, find: Find, *, each_is_a_name: bool = False) -> list[Payer]:
    """The payers of a cell. Where no part is a known organization and none has a share, the whole cell is words for who pays, unless each part
    is said to be a name."""
    whole = find(text)
    if whole is not None:
        return [Payer(whole, None, None)]
    found = [_payer(part, find) for part in parts_of(text)]
    if len(found) > 1 and not each_is_a_name and not any(payer.organization_id or payer.share for payer in found):
        return [Payer(None, text[:LONGEST_NAME], None)]
    return list(dict.fromkeys(found))


def says_the_same(text: str, stored: Iterable[Any]) -> bool:
    """Whether the cell is what our own files write of the stored payers, in whatever order."""
    written = [in_words(funder) for funder in stored]
    return text == "; ".join(written) or sorted(parts_of(text)) == sorted(part for words in written for part in parts_of(words))


def in_words(funder: Any) -> str:
    """A stored payer as our own files write it."""
    name = funder.organization.name if funder.organization else str(funder.described)
    return name if funder.share is None else f"{name} ({plain(funder.share * 100)} %)"


def _payer(part: str, find: Find) -> Payer:
    direct = find(part)
    name, share = (part, None) if direct else named(part)
    known = direct or find(name)
    return Payer(known, None if known else name[:LONGEST_NAME], share)
