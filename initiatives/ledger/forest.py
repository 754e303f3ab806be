"""How entries hang together: what speaks of the same money, which figure of it is the newest, what it lies in; knows no amounts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import pairwise

from initiatives.dates import first_day
from initiatives.ledger.values import CONTAINED_IN, Entry

Position = tuple[int, str]  # day, then key: the order in which rival statements follow each other


@dataclass(frozen=True, slots=True)
class Forest:
    """All entries with what they stand for. A *unit* is one piece of money: the entry that first stated it, what replaced it and what
    restates it; it is named by the key of its first entry."""

    order: list[Entry]  # each after the one that it points at
    by_key: Mapping[str, Entry]
    says: Mapping[str, str]  # the statement that an entry repeats, itself where it is no restatement
    unit_of: Mapping[str, str]
    heads: Mapping[str, str]  # unit → its newest figure, only where one was replaced
    replaced_by: Mapping[str, str]  # each figure that was replaced → the next one

    def head(self, unit: str) -> str:
        """The newest figure of a unit."""
        return self.heads.get(unit, unit)

    def above(self, unit: str) -> str | None:
        """The unit that this one is stated to lie in."""
        first = self.by_key[unit]
        if first.relation not in CONTAINED_IN or first.related_to is None:
            return None
        envelope = self.unit_of[first.related_to]
        return None if self.by_key[envelope].relation == "cancels" else envelope


def grow(entries: Iterable[Entry]) -> Forest:
    """The forest of some whole families. Raises ValueError for a key given twice, a link to an absent entry, or a circle."""
    order = in_order(entries)
    by_key = {entry.key: entry for entry in order}
    says: dict[str, str] = {}
    unit_of: dict[str, str] = {}
    replacements: dict[str, list[str]] = {}
    for entry in order:
        key, target = entry.key, entry.related_to
        says[key] = says[target] if entry.relation == "restates" and target else key
        unit_of[key] = key
        if entry.relation == "restates" and target:
            unit_of[key] = unit_of[target]
        elif entry.relation == "replaces" and target and by_key[says[target]].relation != "cancels":
            unit_of[key] = unit_of[target]
            replacements.setdefault(says[target], []).append(key)
    chains = {unit: chain(unit, by_key, replacements) for unit in {unit_of[target] for target in replacements}}
    heads = {unit: figures[-1] for unit, figures in chains.items()}
    return Forest(order, by_key, says, unit_of, heads, {key: after for figures in chains.values() for key, after in pairwise(figures)})


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Each entry after the one that it points at, the same order whatever order they came in. Raises ValueError as `grow` does."""
    listed = sorted(entries, key=lambda entry: entry.key)
    pointing: dict[str | None, list[Entry]] = {}
    keys = {entry.key for entry in listed}
    if len(keys) < len(listed):
        twice = next(entry.key for entry, following in pairwise(listed) if entry.key == following.key)
        raise ValueError(f"{twice} is the key of two entries. Give each its own.")
    for entry in listed:
        _refuse_loose_end(entry, keys)
        pointing.setdefault(entry.related_to, []).append(entry)
    order = pointing.pop(None, [])
    for entry in order:  # grows while it is read
        order.extend(pointing.pop(entry.key, ()))
    if pointing:
        raise ValueError(f"{circle_in_words(circles(listed)[0])}. Unlink one of them.")
    return order


def _refuse_loose_end(entry: Entry, keys: set[str]) -> None:
    if entry.related_to is None:
        if entry.relation != "new":
            raise ValueError(f"{entry.key} {entry.relation} nothing. Name the entry in related_to.")
    elif entry.related_to not in keys:
        raise ValueError(f"{entry.key} points at {entry.related_to}, which is not among the entries. Count whole families.")


def circles(entries: Iterable[Entry]) -> list[list[str]]:
    """The keys of every circle along `related_to`, each from its smallest key on."""
    points_at = {entry.key: entry.related_to for entry in entries}
    seen: dict[str, str] = {}  # key → the key from which the walk came that first met it
    found = []
    for start in sorted(points_at):
        at: str | None = start
        while at in points_at and at not in seen:
            seen[at] = start
            at = points_at[at]
        if at in points_at and seen[at] == start:
            found.append(_around(at, points_at))
    return found


def _around(start: str, points_at: Mapping[str, str | None]) -> list[str]:
    keys = [start]
    while (following := points_at[keys[-1]]) not in (start, None):
        keys.append(str(following))
    smallest = keys.index(min(keys))
    return keys[smallest:] + keys[:smallest]


def circle_in_words(keys: list[str]) -> str:
    """`a#1 → b#1 → a#1 runs in a circle`, shortened in the middle."""
    shown = [*keys[:3], "…", keys[-1]] if len(keys) > 5 else keys
    return f"{' → '.join([*shown, keys[0]])} runs in a circle"


def chain(first: str, by_key: Mapping[str, Entry], replacements: Mapping[str, list[str]], without: str | None = None) -> list[str]:
    """The figures of one piece of money, each replaced by the next. Of two that replace the same one, the earlier day, then key, goes first."""
    figures = [first]
    waiting = [position(by_key[key]) for key in replacements.get(first, ()) if key != without]
    heapify(waiting)
    while waiting:
        _, key = heappop(waiting)
        figures.append(key)
        for following in replacements.get(key, ()):
            heappush(waiting, position(by_key[following]))
    return figures


def position(entry: Entry) -> Position:
    """Where a statement stands among rivals."""
    return first_day(entry.announced_on).toordinal(), entry.key


def linked(entries: Iterable[Entry]) -> list[Entry]:
    """The same entries, in their order, with every `replaces` and `cancels` aimed at the money itself: at no restatement, and one
    replacement a figure. What an import stores; counting gives the same before and after. Raises ValueError as `grow` does."""
    listed = list(entries)
    forest = grow(listed)
    before = {after: key for key, after in forest.replaced_by.items()}
    return [_aimed(entry, before.get(entry.key), forest) for entry in listed]


def _aimed(entry: Entry, replaces: str | None, forest: Forest) -> Entry:
    if replaces is not None:
        return replace(entry, related_to=replaces)
    if entry.relation == "cancels" and entry.related_to is not None:
        return replace(entry, related_to=forest.says[entry.related_to])
    return entry
