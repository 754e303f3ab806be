"""Asks the table of known names: for those that hold what was typed, and for those that hold it but for a slip of the pen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

from django.db import connection
from rapidfuzz.distance import OSA

from initiatives.models import KnownName
from initiatives.recount.names import pieces_of
from initiatives.text import search_form

EXACT, INITIALS, BEGINS, WORDS, CLOSE = range(5)  # how well a name fits, best first
FETCHED = 40  # names of a kind that are looked at beyond those shown: one record may bear several
BEST_KNOWN = 2_000  # names that are asked first
LIKELY = 400  # names that a slip may have been made in, the nearest in length first
LEGAL_FORMS = frozenset([
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "llp", "gmbh", "ag", "sa", "sas", "sarl", "se",
    "nv", "bv", "spa", "srl", "ab", "oy", "as", "asa", "kk", "pte", "pty", "sdn", "bhd",
])  # fmt: skip
SHORTEST_CLOSE = 4  # characters; what is shorter has no slip in it that could be told
BLOCKS = 3  # one slip spoils at most two neighbouring stretches of a word, so one of three is whole
FEW_PIECES = 5  # of a short word a slip spoils most, so each piece is looked for by itself
TABLE = KnownName._meta.db_table
COLUMNS = "subject_id, name, form, found_by, kind, until, prominence"
# Of words that many names have, enough are among the best known; of rarer ones all are gathered and then ordered: the planner would else walk through
# all names in the order of prominence, for it thinks that a beginning fits more names than it does.
HOLDING = f"""
WITH known AS MATERIALIZED (SELECT {COLUMNS}, words FROM {TABLE} WHERE noun = %(noun)s ORDER BY prominence DESC LIMIT {BEST_KNOWN}),
quick AS MATERIALIZED (SELECT {COLUMNS} FROM known WHERE words @@ to_tsquery('simple', %(words)s) LIMIT {FETCHED}),
starts AS MATERIALIZED (SELECT {COLUMNS} FROM known WHERE form LIKE %(begins)s LIMIT {FETCHED}),
same AS MATERIALIZED (SELECT {COLUMNS} FROM {TABLE} WHERE noun = %(noun)s AND form = %(form)s),
begins AS MATERIALIZED (
    SELECT {COLUMNS} FROM {TABLE} WHERE (SELECT count(*) FROM starts) < {FETCHED} AND noun = %(noun)s AND form LIKE %(begins)s),
holds AS MATERIALIZED (
    SELECT {COLUMNS} FROM {TABLE}
    WHERE (SELECT count(*) FROM quick) < {FETCHED} AND noun = %(noun)s AND words @@ to_tsquery('simple', %(words)s))
(SELECT * FROM same ORDER BY prominence DESC LIMIT {FETCHED})
UNION ALL (SELECT * FROM starts)
UNION ALL (SELECT * FROM quick)
UNION ALL (SELECT * FROM begins ORDER BY prominence DESC LIMIT {FETCHED})
UNION ALL (SELECT * FROM holds ORDER BY prominence DESC LIMIT {FETCHED})
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One name that fits: whose it is, how well, and by how many slips it differs."""

    subject_id: int
    name: str
    kind: str
    until: date | None
    fits: int
    slips: int
    prominence: int

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Best first: how well it fits, then what the record says most about, then today's names and short ones."""
        return (self.fits, self.slips, -self.prominence, (self.kind != "name") * 1000 + len(self.name))


def form_of(typed: str) -> str:
    """What was typed as names are stored: folded, without accents and signs."""
    return search_form(typed)


def holding(noun: str, form: str) -> list[Hit]:
    """Names that are what was typed, begin with it, or have words that begin with each of its words; one statement."""
    begins = form.replace("%", "").replace("_", "") + "%"
    rows = _rows(HOLDING, {"noun": noun, "form": form, "begins": begins, "words": _words_asked(form)})
    return [Hit(row[0], row[1], row[4], row[5], _fits(form, row[2], row[3]), 0, row[6]) for row in rows]


def close_to(noun: str, form: str) -> list[Hit]:
    """Names that differ by a small slip in each word at most; one statement, none where too little was typed."""
    if len(form) < SHORTEST_CLOSE:
        return []
    condition, values = _near(form)
    close = f"SELECT {COLUMNS} FROM {TABLE} WHERE noun = %s AND {condition}"
    statement = f"WITH close AS MATERIALIZED ({close}) SELECT * FROM close ORDER BY abs(length(form) - %s), prominence DESC LIMIT {LIKELY}"
    found = ((row, slips_between(form, row[2])) for row in _rows(statement, [noun, *values, len(form)]))
    return [Hit(row[0], row[1], row[4], row[5], CLOSE, slips, row[6]) for row, slips in found if slips is not None]


def slips_between(form: str, other: str) -> int | None:
    """By how many letters two folded names differ, each word by few; None where that is too many. The other may have more words."""
    words, others = [word for word in form.split() if word not in LEGAL_FORMS] or form.split(), other.split()
    found = [_slips(word, others) for word in words]
    apart = None if None in found else sum(slips for slips in found if slips is not None)
    together = _slips("".join(words), list(accumulate(others)))
    return min((slips for slips in (together, apart) if slips is not None), default=None)


def _slips(word: str, others: Sequence[str]) -> int | None:
    allowed = _allowed(word)
    if any(other.startswith(word) for other in others):
        return 0
    likely = [other for other in others if abs(len(other) - len(word)) <= allowed] if allowed else []
    nearest = min((OSA.distance(word, other, score_cutoff=allowed) for other in likely), default=allowed + 1)
    return nearest if nearest <= allowed else None


def _allowed(word: str) -> int:
    """Letters that may differ: none of three, one of seven, two of more."""
    return 0 if len(word) < SHORTEST_CLOSE else 1 if len(word) < 8 else 2


def _near(form: str) -> tuple[str, list[list[int]]]:
    """The condition that each word of some length left one of its stretches standing, so that a word which many names have finds few of them."""
    words = [word for word in form.split() if len(word) >= SHORTEST_CLOSE and word not in LEGAL_FORMS] or [form]
    stretches = [list(_blocks(pieces_of(word)[:-1])) for word in words]
    condition = " AND ".join(f"({' OR '.join('pieces @> %s::int[]' for _ in blocks)})" for blocks in stretches)
    return condition, [block for blocks in stretches for block in blocks]


def _blocks(pieces: list[int]) -> Iterator[list[int]]:
    number = len(pieces) if len(pieces) <= FEW_PIECES else BLOCKS
    yield from (pieces[at * len(pieces) // number : (at + 1) * len(pieces) // number] for at in range(number))


def _words_asked(form: str) -> str:
    words = [word for word in form.split() if word not in LEGAL_FORMS] or form.split()
    return " & ".join(f"'{word}':*" for word in words)


def _fits(form: str, name: str, found_by: str) -> int:
    if name == form:
        return EXACT
    if form in found_by[len(name) :].split():
        return INITIALS
    return BEGINS if name.startswith(form) else WORDS


def _rows(statement: str, values: Any) -> list[tuple[int, str, str, str, str, date | None, int]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
