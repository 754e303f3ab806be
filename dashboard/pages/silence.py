"""The block “Who is missing?”: five counts that open their names, and two short tables; knows no requests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.filters import Filters
from dashboard.queries.cells import Cell, kept
from dashboard.queries.comments import Tally
from dashboard.queries.selection import OF_COMMENTS
from dashboard.queries.silences import Named, Silence
from dashboard.queries.voices import Unheard
from initiatives import formats
from initiatives.names.countries import name_of
from initiatives.vocabulary import ACTORS, JOINT

ROWS: Final = 6
WORDS: Final = {
    "unspoken": ("initiative without any comment", "initiatives without any comment", ""),
    "officials": ("initiative of which only officials speak", "initiatives of which only officials speak", ""),
    "interested": ("initiative where every speaker has an interest", "initiatives where every speaker has an interest", ""),
    "foreign": (
        "comment from outside the owner’s country",
        "comments from outside the owner’s country",
        "the others from home or of unknown home",
    ),
    "undated": ("comment without a day", "comments without a day", "left out when a period is chosen"),
}


UNHEARD_WORDS: Final = {
    "kinds": ("kind of speaker without a voice", "kinds of speaker without a voice"),
    "owners": ("owner of whose initiatives nobody speaks", "owners of whose initiatives nobody speaks"),
    "from_abroad": ("owner with no voice from home", "owners with no voice from home"),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """One count in words with the names behind it, on which page each is found; `more` are not named."""

    count: int
    words: str
    after: str
    named: Sequence[Named]
    more: int
    page: str = "initiative"


@dataclass(frozen=True, slots=True)
class Undoubted:
    """A country with money and no cautious or critical comment."""

    code: str
    name: str
    counted: Decimal
    comments: int


def missing(found: Mapping[str, Silence], filters: Filters) -> list[Missing]:
    """The five counts, those that there are."""
    return [line(kind, found[kind], filters) for kind in WORDS if found[kind].count]


def line(kind: str, silence: Silence, filters: Filters) -> Missing:
    one, many, after = WORDS[kind]
    money = f"{formats.money(silence.counted, filters.currency)} counted" if silence.counted else ""
    return Missing(silence.count, one if silence.count == 1 else many, after or money, silence.named, silence.count - len(silence.named))


def without_a_voice(found: Unheard) -> list[Missing]:
    """Kinds of speaker and owners that nobody hears; that every kind is heard is said too."""
    one, many = UNHEARD_WORDS["kinds"]
    kinds = formats.listed(ACTORS[kind] for kind in found.kinds)
    counts = [Missing(len(found.kinds), one if len(found.kinds) == 1 else many, kinds or "all eight speak", (), 0)]
    for kind, owners in (("owners", found.owners), ("from_abroad", found.from_abroad)):
        one, many = UNHEARD_WORDS[kind]
        named = [Named(code, name, "", Decimal(0)) for code, name in owners.items()]
        after = f"all {formats.count(found.spoken_of)} are spoken of" if kind == "owners" and found.spoken_of and not named else ""
        counts.append(Missing(len(named), one if len(named) == 1 else many, after, named, 0, "country"))
    return [line for line in counts if line.count or line.after]


def undoubted(found: Sequence[Cell], tallies: Sequence[Tally], filters: Filters) -> list[Undoubted]:
    """Countries with money and no doubter, the most money first; none where the comments themselves are chosen."""
    if any(filters.values(name) for name in OF_COMMENTS):
        return []
    said = {one.value: one for one in tallies}
    sums: dict[str, Decimal] = {}
    for cell in kept(found, filters):
        sums[cell.country] = sums.get(cell.country, Decimal(0)) + cell.net
    ranked = sorted(((code, amount) for code, amount in sums.items() if amount and code != JOINT), key=lambda one: (-one[1], one[0]))
    quiet = [(code, amount) for code, amount in ranked if code not in said or not said[code].doubting]
    return [Undoubted(code, name_of(code), amount, said[code].comments if code in said else 0) for code, amount in quiet]
