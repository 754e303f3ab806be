"""Where the figures of an initiative disagree, in a reader's words: worked out from the statements that the page shows, so that an edition or
an earlier day says what was known then. Knows no requests."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.pages.movement import entry_of
from dashboard.queries.entries import EntryRow
from initiatives import formats
from initiatives.ledger import kinds
from initiatives.ledger.count import count
from initiatives.ledger.disagreeing import disagreements
from initiatives.ledger.preferring import figures_of
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry
from initiatives.ledger.warnings import Caution
from initiatives.vocabulary import STAGES

TOLD: Final = (kinds.RIVAL_FIGURES, kinds.UNHEEDED_RANK)
MOST_TOLD: Final = 6
NORMAL: Final = "normal"
ALONE: Final = "A figure that an editor ranked"


@dataclass(frozen=True, slots=True)
class Rival:
    """One figure for a statement: `words` is its sum, `state` whether and why it counts."""

    row: EntryRow
    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Rivals:
    """The figures that are given for one statement, the one that counts first."""

    heading: str
    figures: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class Disagreements:
    """What a reader should know of the figures: rivals side by side, and warnings in sentences, each with the statement it leads to."""

    rivals: tuple[Rivals, ...]
    warnings: tuple[tuple[str, str], ...]  # sentence, anchor


def told(rows: Sequence[EntryRow], slug: str, rates: Rates) -> Disagreements | None:
    """Of the families that an initiative's page shows; None where nothing disagrees."""
    shown = {row.key: row for row in rows}
    entries = [_known(entry_of(row), shown) for row in rows]
    counted = count(entries, rates)
    own = [caution for caution in disagreements(entries, counted, rates) if _concerns(caution, slug)]
    told_of = [caution.key for caution in own if caution.code in TOLD]
    rivals = tuple(_rivals(group) for group in _groups([*told_of, *_ranked(rows)], entries, shown) if _has_place(group, slug, told_of))
    undisclosed = [row for row in rows if row.live and row.amount is None and not row.held and row.initiative_slug == slug]
    warnings = [*_outgrown(own, shown), *_loose(own, shown), *_undisclosed(undisclosed)][:MOST_TOLD]
    return Disagreements(rivals, tuple(warnings)) if rivals or warnings else None


def _known(entry: Entry, shown: Mapping[str, EntryRow]) -> Entry:
    """As of an earlier day, what points at a later statement is new."""
    if entry.related_to is None or entry.related_to in shown:
        return entry
    return Entry(
        entry.key,
        entry.amount,
        entry.currency,
        entry.announced_on,
        entry.stage,
        "new",
        None,
        entry.scope,
        entry.origin,
        entry.owners,
        rank=entry.rank,
    )


def _concerns(caution: Caution, slug: str) -> bool:
    return any(key.rpartition("#")[0] == slug for key in (caution.key, *caution.about))


def _ranked(rows: Iterable[EntryRow]) -> list[str]:
    """What an editor ranked stays side by side with its rivals, whatever their relations say by now."""
    return [row.key for row in rows if row.rank != NORMAL]


def _groups(keys: Iterable[str], entries: Sequence[Entry], shown: Mapping[str, EntryRow]) -> list[list[EntryRow]]:
    """The figures of the money that each of these keys speaks of, each money once."""
    groups = dict.fromkeys(tuple(entry.key for entry in figures_of(entries, key)) for key in dict.fromkeys(keys))
    return [[shown[key] for key in group] for group in groups]


def _has_place(group: Iterable[EntryRow], slug: str, told_of: Collection[str]) -> bool:
    return any(row.initiative_slug == slug or row.key in told_of for row in group)


def _rivals(rows: Sequence[EntryRow]) -> Rivals:
    number = len(rows)
    return Rivals(
        f"{formats.in_letters(number).capitalize()} figures for the same money" if number > 1 else ALONE,
        tuple(Rival(row, as_said(row), _state(row, rows[0])) for row in rows),
    )


def as_said(row: EntryRow) -> str:
    """The sum as it was published, with its hedge."""
    return formats.hedged(formats.published(row.amount, row.currency), row.hedge)


def _state(row: EntryRow, standing: EntryRow) -> str:
    """Whether a figure counts, why, and what an editor said of it."""
    words = "this one counts" if row is standing and row.live else "stays visible, adds nothing"
    ranked = f"; {row.rank}{f': {row.rank_reason}' if row.rank_reason else ''}" if row.rank != NORMAL else ""
    return f"{words}{ranked}"


def _outgrown(cautions: Iterable[Caution], shown: Mapping[str, EntryRow]) -> Iterable[tuple[str, str]]:
    for caution in cautions:
        if caution.code == kinds.OUTGROWN and caution.excess is not None:
            row = shown[caution.key]
            more = formats.published(caution.excess, row.currency)
            yield (
                f"The parts published of {as_said(row)} ({row.initiative_name}) are {more} more than the whole. They count as they are.",
                row.anchor,
            )


def _loose(cautions: Iterable[Caution], shown: Mapping[str, EntryRow]) -> Iterable[tuple[str, str]]:
    for caution in cautions:
        row = shown[caution.key]
        if caution.code == kinds.PROVISIONAL:
            yield f"{as_said(row)} is converted at the last rate that is known here; a newer one will move it.", row.anchor
        if caution.code == kinds.STALE:
            yield f"{as_said(row)} is converted at the average of an earlier year, the nearest that is known.", row.anchor
        if caution.code == kinds.SOFTER_PART:
            envelope = shown[caution.about[0]]
            yield (
                f"{as_said(row)} is only {STAGES[row.stage]}; what it lies in is {STAGES[envelope.stage]}, and counts less at firmer bases for it.",
                row.anchor,
            )


def _undisclosed(rows: Sequence[EntryRow]) -> Iterable[tuple[str, str]]:
    if rows:
        words = formats.counted(len(rows), "statement names", "statements name")
        yield f"{words} money without a sum: it is in no total, and it is not nothing.", rows[0].anchor
