"""Makes another figure of one money stand for it, by relations alone; knows neither ranks nor where entries are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from initiatives.ledger.forest import Forest, grow, linked
from initiatives.ledger.relations import check_relations
from initiatives.ledger.values import Entry


class CannotStand(ValueError):
    """A figure that cannot stand for its money; the message says why, in words."""


def figures_of(entries: Iterable[Entry], key: str) -> list[Entry]:
    """Every statement of the money that `key` speaks of: first the one that stands, then the others by day and key."""
    forest = grow(entries)
    unit = forest.unit_of[key]
    standing = forest.head(unit)
    others = [entry for entry in forest.order if forest.unit_of[entry.key] == unit and entry.relation != "cancels" and entry.key != standing]
    return [forest.by_key[standing], *sorted(others, key=lambda entry: (entry.announced_on, entry.key))]


def preferred(entries: Iterable[Entry], key: str) -> list[Entry]:
    """The entries that change so that `key` stands for its money, as they would be: it hangs where the former figure hung, that one restates it,
    and whatever hung on that one hangs on it. Nothing where it stands already. Raises CannotStand where the ledger refuses it."""
    listed = list(entries)
    aimed = linked(listed)  # several figures that replace one follow each other, so that only one is before the one that stands
    forest = grow(aimed)
    standing = forest.head(forest.unit_of[key])
    if standing == key:
        return []
    changed = {entry.key: entry for entry in _changed(forest, key, standing)}
    wanted = [changed.get(entry.key, entry) for entry in aimed]
    _refuse(wanted, listed)
    return [after for before, after in zip(listed, wanted, strict=True) if after != before]


def _changed(forest: Forest, key: str, standing: str) -> Iterable[Entry]:
    chosen, former = forest.by_key[key], forest.by_key[standing]
    older = _older_figures(forest, key, standing)
    if key in older:  # an earlier figure of the chain: the newer ones say the same money again
        newer = [*older[older.index(key) + 1 :], standing]
        hung = set(newer)
    else:
        yield replace(chosen, relation=former.relation, related_to=former.related_to)
        newer, hung = [standing], {standing}
    for other in newer:
        yield replace(forest.by_key[other], relation="restates", related_to=key)
    for entry in forest.order:
        if entry.related_to in hung and entry.key not in (key, *newer):
            yield replace(entry, related_to=key)


def _older_figures(forest: Forest, key: str, standing: str) -> list[str]:
    """The figures that led up to the one that stands, oldest first."""
    before = {after: earlier for earlier, after in forest.replaced_by.items()}
    chain: list[str] = []
    at = before.get(standing)
    while at is not None:
        chain.insert(0, at)
        at = before.get(at)
    return chain


def _refuse(entries: list[Entry], before: list[Entry]) -> None:
    """Raises with what the ledger says against the entries as they would be, and did not say before."""
    known = _refusals(before)
    for at, message in _refusals(entries).items():
        if at not in known:
            raise CannotStand(message)


def _refusals(entries: list[Entry]) -> Mapping[tuple[str, str], str]:
    return {
        (key, problem.code): f"{key}: {problem.message}"
        for key, problems in check_relations(entries).items()
        for problem in problems
        if problem.refused
    }
