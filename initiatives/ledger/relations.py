"""What an entry may say about another: refused, or to be confirmed by an editor, in words; knows neither amounts counted nor forms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from initiatives.dates import first_day
from initiatives.ledger.forest import chain, circle_in_words, circles
from initiatives.ledger.values import CONTAINED_IN, RELATIONS, STAGES, Entry, named


@dataclass(frozen=True, slots=True)
class Problem:
    """One objection to an entry's relation. `field` is the field of the entry to mend; `offer` the key to point at instead, where there is one."""

    code: str
    field: str
    message: str
    refused: bool  # else an editor may confirm it
    offer: str | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """The entries among which one is judged."""

    by_key: Mapping[str, Entry]
    says: Mapping[str, Entry]  # key → the statement that it repeats, itself where it is no restatement
    replacements: Mapping[str, list[str]]  # a figure → what replaces it
    imported: bool = False  # then two replacements of one figure are put one after the other, not refused


def check_relation(entry: Entry, by_key: Mapping[str, Entry]) -> list[Problem]:
    """What is wrong with one entry's relation, and what it would make wrong in those that point at it, seen among the entries of the
    families that it would connect (with or without an older form of itself). Refusals first."""
    path = _circle_through(entry, by_key)
    if path:
        return [_refusal("circle", "related_to", f"{circle_in_words(path)}. Point {entry.key} at an entry that does not lead back to it.")]
    around = _around({**by_key, entry.key: entry})
    return [*_problems(entry, around), *_made_wrong(entry, around, by_key)]


def check_relations(entries: Iterable[Entry]) -> dict[str, list[Problem]]:
    """The same for an import, in time that grows with the number of entries; only entries with a problem are listed. Two replacements of
    one figure are no problem here: `forest.linked` puts the later one behind the earlier."""
    by_key = {entry.key: entry for entry in entries}
    found: dict[str, list[Problem]] = {}
    for keys in circles(by_key.values()):
        problem = _refusal("circle", "related_to", f"{circle_in_words(keys)}. Point one of them elsewhere.")
        found.update((key, [problem]) for key in keys)
    around = _around({key: entry for key, entry in by_key.items() if key not in found}, imported=True)
    for entry in around.by_key.values():
        if entry.related_to not in found and (problems := _problems(entry, around)):
            found[entry.key] = problems
    return found


def aimed(entry: Entry, by_key: Mapping[str, Entry]) -> str | None:
    """The key that an entry is to be saved with: `replaces` and `cancels` aimed at a restatement act on what it restates."""
    target = entry.related_to
    if entry.relation not in ("replaces", "cancels"):
        return target
    while target is not None and target in by_key and by_key[target].relation == "restates":
        target = by_key[target].related_to
    return target


def _around(by_key: Mapping[str, Entry], imported: bool = False) -> Around:
    says = _says(by_key)
    replacements: dict[str, list[str]] = {}
    for entry in by_key.values():
        if entry.relation == "replaces" and entry.related_to in says:
            replacements.setdefault(says[entry.related_to].key, []).append(entry.key)
    return Around(by_key, says, replacements, imported)


def _says(by_key: Mapping[str, Entry]) -> dict[str, Entry]:
    says: dict[str, Entry] = {}
    for entry in by_key.values():
        path, at = [], entry
        while at.key not in says and at.relation == "restates" and at.related_to is not None and at.related_to in by_key:
            path.append(at.key)
            at = by_key[at.related_to]
        says.update(dict.fromkeys([*path, at.key], says.get(at.key, at)))
    return says


def _made_wrong(entry: Entry, around: Around, by_key: Mapping[str, Entry]) -> list[Problem]:
    """Refusals that an edit of `entry` would bring upon the entries that speak of it."""
    if entry.key not in by_key:
        return []
    before, found = _around(by_key), []
    for other in by_key.values():
        if other.key != entry.key and other.related_to and around.says.get(other.related_to) is entry:
            known = {problem.code for problem in _problems(other, before)}
            new = [problem for problem in _problems(other, around) if problem.refused and problem.code not in known]
            found += [_refusal(problem.code, problem.field, f"{other.key} {other.relation} this one. {problem.message}") for problem in new]
    return found


def _problems(entry: Entry, around: Around) -> list[Problem]:
    if entry.relation not in RELATIONS:
        return [_refusal("relation", "relation", f'"{entry.relation}" is not a relation. Use one of: {", ".join(RELATIONS)}.')]
    if entry.relation == "new":
        return [] if entry.related_to is None else [_needless(entry)]
    said = around.says.get(entry.related_to) if entry.related_to else None
    if said is None:
        return [_missing(entry)]
    found = [problem for rule in _RULES for problem in rule(entry, said, around)]
    return sorted(found, key=lambda problem: not problem.refused)


def _needless(entry: Entry) -> Problem:
    return _refusal("new-with-related", "related_to", f'A new entry points at none, not at "{entry.related_to}". Empty it or name a relation.')


def _missing(entry: Entry) -> Problem:
    if entry.related_to is None:
        return _refusal("no-related", "related_to", f'"{entry.relation}" says something about another entry. Name its key.')
    return _refusal("unknown-related", "related_to", f'"{entry.related_to}" is not the key of an entry. Enter that one first, or mend the key.')


def _firmer_restatement(entry: Entry, said: Entry, around: Around) -> list[Problem]:
    if entry.relation != "restates" or _firmness(entry) <= _firmness(said):
        return []
    return [
        _refusal(
            "firmer-restatement",
            "relation",
            f"{entry.stage} is firmer than the {said.stage} of {_near(said, entry)}, so it is more than the same said again. "
            "Use tranche-of for a part of that money, or replaces for the whole of it.",
            _newer(said, entry, around),
        )
    ]


def _first_figure(entry: Entry, said: Entry, around: Around) -> list[Problem]:
    if entry.relation != "restates" or said.amount is not None or entry.amount is None:
        return []
    return [
        _refusal(
            "first-figure",
            "relation",
            f"{_near(said, entry)} is undisclosed, so this is its first figure. Use replaces.",
            _newer(said, entry, around),
        )
    ]


def _aimed_at_replaced(entry: Entry, said: Entry, around: Around) -> list[Problem]:
    if entry.relation not in ("replaces", "cancels") or said.relation == "cancels":
        return []
    newest = _newer(said, entry, around)
    if newest is None or _bears_it(entry, newest, around):
        return []
    return [
        _refusal(
            "aimed-at-replaced",
            "related_to",
            f"{_near(said, entry)} was replaced; its newest figure is {named(newest, entry.key)}. Point at that one.",
            newest,
        )
    ]


def _bears_it(entry: Entry, newest: str, around: Around) -> bool:
    """An import puts rivals in order itself; and a figure given after a cancellation is not what that one cancelled."""
    if entry.relation == "replaces":
        return around.imported
    return first_day(around.by_key[newest].announced_on) > first_day(entry.announced_on)


def _aimed_at_cancellation(entry: Entry, said: Entry, around: Around) -> list[Problem]:
    if said.relation != "cancels" or entry.relation in ("restates", "cancels"):
        return []
    return [
        _refusal(
            "aimed-at-cancellation",
            "related_to",
            f"{_near(said, entry)} cancels {named(said.related_to or '', entry.key)} and holds no money; only restates and cancels may point at it.",
            said.related_to,
        )
    ]


def _softer_replacement(entry: Entry, said: Entry, around: Around) -> list[Problem]:
    if entry.relation != "replaces" or _firmness(entry) >= _firmness(said):
        return []
    return [
        Problem(
            "softer-replacement",
            "stage",
            f"{entry.stage} is softer than the {said.stage} of {_near(said, entry)}: the total falls at the firmer bases. "
            "Is that what the source says?",
            False,
        )
    ]


def _softer_part(entry: Entry, said: Entry, around: Around) -> list[Problem]:
    envelope = around.by_key[_newer(said, entry, around) or said.key]
    if entry.relation not in CONTAINED_IN or entry.origin != envelope.origin or _firmness(entry) >= _firmness(envelope):
        return []
    return [
        Problem(
            "softer-part",
            "stage",
            f"{entry.stage} is softer than the {envelope.stage} of {_near(envelope, entry)}, whose total it lowers at the firmer bases. "
            f"A breakdown of one decision takes its stage: is this one still {entry.stage}?",
            False,
        )
    ]


_RULES = (_aimed_at_cancellation, _aimed_at_replaced, _firmer_restatement, _first_figure, _softer_replacement, _softer_part)


def _newer(said: Entry, entry: Entry, around: Around) -> str | None:
    """The newest figure that replaced a statement, other than through `entry` itself; None where nothing did."""
    figures = chain(said.key, around.by_key, around.replacements, without=entry.key)
    return figures[-1] if len(figures) > 1 else None


def _circle_through(entry: Entry, by_key: Mapping[str, Entry]) -> list[str]:
    path, at = {entry.key: None}, entry.related_to
    while at is not None and at in by_key and at not in path:
        path[at] = None
        at = by_key[at].related_to
    return list(path) if at == entry.key else []


def _refusal(code: str, field: str, message: str, offer: str | None = None) -> Problem:
    return Problem(code, field, message, True, offer)


def _firmness(entry: Entry) -> int:
    return STAGES.index(entry.stage)


def _near(entry: Entry, seen_from: Entry) -> str:
    return named(entry.key, seen_from.key)
