"""A draft as the editor's form holds it: every field as typed, nothing lost even when it is wrong. Knows no tables."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

Text = str  # as typed; empty where nothing is known
LARGEST_AMOUNT = Decimal(10) ** 17
GROUP_MARKS = re.compile("[, \u00a0\u202f]")
# 1500.5 · 1,500,000 · 1 500 000 · 1,03,72,00,00,000
TYPED_AMOUNT = re.compile("[0-9]+(?:[.][0-9]+)?|[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{2,3})*[, \u00a0\u202f][0-9]{3}(?:[.][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Words:
    """The passage behind a row of the form: code points of the article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DecidedArticle:
    """The article as a reader will find it cited."""

    url: Text
    title: Text
    publisher: Text
    klass: Text
    published: Text
    rests_on: Text


@dataclass(frozen=True, slots=True)
class DecidedInitiative:
    """A new initiative; read only when no initiative of the record is chosen."""

    name: Text = ""
    countries: Text = ""
    kind: Text = ""
    status: Text = "announced"
    announced: Text = ""
    summary: Text = ""


@dataclass(frozen=True, slots=True)
class DecidedEntry:
    """One sum; `money` is the index of the claim it was read from.

    `funders` are names divided by semicolons, each with its share behind it where that is published: `State (60 %); Bank`.

    `related_to` is the key of an entry of the record; `related_money` the index of another sum of the same article.
    """

    keep: bool
    money: int
    amount: Text
    currency: Text
    hedge: Text
    amount_low: Text
    amount_high: Text
    usd_as_published: Text
    stage: Text
    origin: Text
    scope: Text
    announced_on: Text
    period: Text
    instrument: Text
    funders: Text
    channel: Text
    recipient_country: Text
    within: Text
    new_money: Text
    tier: Text
    relation: Text
    related_to: Text
    related_money: Text
    note: Text
    words: Words


@dataclass(frozen=True, slots=True)
class DecidedParticipation:
    """Who takes part: a name, or words for the unnamed; `slug` is the organization of the record, empty for a new one."""

    keep: bool
    name: Text
    described: Text
    slug: Text
    kind: Text
    country: Text
    role: Text
    status: Text
    words: Words


@dataclass(frozen=True, slots=True)
class DecidedComment:
    """Who says what, with which stance."""

    keep: bool
    speaker: Text
    title: Text
    affiliation: Text
    place: Text
    country: Text
    actor: Text
    stance: Text
    aspects: Text
    position: Text
    quote: Text
    words: Words


@dataclass(frozen=True, slots=True)
class DecidedPoint:
    """A goal, rationale, hurdle, opportunity or model."""

    keep: bool
    kind: Text
    aspect: Text
    country: Text
    text: Text
    words: Words


@dataclass(frozen=True, slots=True)
class DecidedQuantity:
    """Something promised that is not money."""

    keep: bool
    measure: Text
    value: Text
    hedge: Text
    status: Text
    by: Text
    words: Words


@dataclass(frozen=True, slots=True)
class Decision:
    """The whole form. `slug` is the initiative of the record, empty to make the new one."""

    slug: Text
    article: DecidedArticle
    initiative: DecidedInitiative = field(default_factory=DecidedInitiative)
    entries: tuple[DecidedEntry, ...] = ()
    participations: tuple[DecidedParticipation, ...] = ()
    comments: tuple[DecidedComment, ...] = ()
    points: tuple[DecidedPoint, ...] = ()
    quantities: tuple[DecidedQuantity, ...] = ()


ROWS = ("entries", "participations", "comments", "points", "quantities")  # the parts of a decision that are lists


def amount_in(typed: Text) -> Decimal | None:
    """The amount that was typed, above 0 and below 10¹⁷; None where nothing was, or what is none. Commas and blanks only part groups."""
    if not TYPED_AMOUNT.fullmatch(typed):
        return None
    amount = Decimal(GROUP_MARKS.sub("", typed))
    return amount if 0 < amount < LARGEST_AMOUNT else None


def in_publishing_order(decision: Decision, part: str) -> list[int]:
    """Indexes of the rows of one part that are published, in the order of the publication: a sum stands before the sums related to it."""
    rows = getattr(decision, part)
    kept = [index for index, row in enumerate(rows) if row.keep]
    return sorted(kept, key=lambda index: depth(rows, index)) if part == "entries" else kept


def depth(entries: tuple[DecidedEntry, ...], index: int) -> int:
    """How many sums of the same article stand above this one; a circle ends at the number of sums."""
    above, steps = entries[index], 0
    by_claim = {str(entry.money): entry for entry in entries if entry.keep}
    while above.related_money in by_claim and not above.related_to and above.relation != "new" and steps < len(entries):
        above, steps = by_claim[above.related_money], steps + 1
    return steps
