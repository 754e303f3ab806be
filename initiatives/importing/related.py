"""Keys, places and relations of the entries of a file: what each points at, whether the ledger allows it, and what already says the same."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from initiatives.importing import doubts
from initiatives.importing.faults import likeliest, shown
from initiatives.importing.plan import Plan
from initiatives.importing.table import Line, Table
from initiatives.ledger.forest import linked
from initiatives.ledger.relations import Problem, check_relations
from initiatives.ledger.values import Entry
from initiatives.models import FundingEntry
from initiatives.recount.recorded import connected, entry_of, recorded

OF_THE_FILE = re.compile(r"(?:row|line|zeile|ligne|fila)\s*#?(\d{1,6})", re.IGNORECASE)
SAME_INITIATIVE = re.compile(r"#(\d{1,6})")
POINTING = frozenset({"relation", "related_to_id"})
AMOUNTS = frozenset({"amount", "currency"})
MOST_PLACES = 32_767  # that the column of places holds


def number(new: Sequence[tuple[Line, Any]], by_key: Mapping[str, tuple[int, Any]]) -> None:
    """Gives each new entry without a key the next one of its initiative, and each its place behind those that are stored."""
    if not new:
        return
    last = _last_numbers({entry.initiative.slug for _, entry in new}, by_key)
    places = defaultdict[int, int](lambda: -1)
    for initiative_id, order in FundingEntry.objects.filter(initiative__in={entry.initiative_id for _, entry in new}).values_list(
        "initiative_id", "order"
    ):
        places[initiative_id] = max(places[initiative_id], order)
    for _, entry in new:
        places[entry.initiative_id] += 1
        entry.order = min(places[entry.initiative_id], MOST_PLACES)
        if not entry.key:
            last[entry.initiative.slug] += 1
            entry.key = f"{entry.initiative.slug}#{last[entry.initiative.slug]}"


def _last_numbers(slugs: set[str], by_key: Mapping[str, Any]) -> dict[str, int]:
    """The highest number of a key with each address, wherever its entry stands today, those of the file included."""
    last = dict.fromkeys(slugs, 0)
    for key in (*FundingEntry.objects.order_by().values_list("key", flat=True), *by_key):
        slug, _, digits = key.rpartition("#")
        if slug in last and digits.isdigit():
            last[slug] = max(last[slug], int(digits))
    return last


def link(table: Table, entries: Mapping[int, Any], by_key: Mapping[str, tuple[int, Any]]) -> dict[int, str]:
    """Points entries at what their cells name. Line → what it pointed at before and points at now, for stored entries where that differs."""
    of_file = {entry.key: entry for entry in entries.values()} | {key: entry for key, (_, entry) in by_key.items()}
    lines = [line for line in table.lines if line.number in entries and "related_to" in line.values]
    meant = {line.number: _key(line.get("related_to"), entries[line.number]) for line in lines if line.get("related_to")}
    stored = FundingEntry.objects.select_related("initiative").filter(key__in={key for key in meant.values() if key not in of_file})
    known = of_file | {row.key: row for row in stored}
    moved: dict[int, str] = {}
    for line in lines:
        entry, before = entries[line.number], entries[line.number].related_to
        if line.number not in meant and entry.relation != "new":
            continue  # an empty cell leaves what is stored as it is
        target = _target(table, line, entries, known, meant.get(line.number))
        if target is before or (target and before and target.key == before.key):
            continue
        entry.related_to = target
        moved[line.number] = f"{before.key if before else 'none'} → {target.key if target else 'none'}"
    return {number: words for number, words in moved.items() if entries[number].pk is not None}


def _key(text: str, entry: Any) -> str:
    """The key that a cell means: `#3` is one of the same initiative."""
    same = SAME_INITIATIVE.fullmatch(text.strip())
    return f"{entry.initiative.slug}#{same[1]}" if same else text.strip()


def _target(table: Table, line: Line, entries: Mapping[int, Any], known: Mapping[str, Any], key: str | None) -> Any:
    text = line.get("related_to")
    if not text or key is None:
        return None
    of_file = OF_THE_FILE.fullmatch(text.strip())
    found = entries.get(int(of_file[1])) if of_file else known.get(key)
    if found is None and of_file:
        table.fault(line.number, "related_to", text, f"{shown(text)} is no row of this file that could be read. Mend that row, or this number.")
    elif found is None:
        near = likeliest(key, [each for each in known if each.rpartition("#")[0] == entries[line.number].initiative.slug])
        meant = f" Did you mean {near}?" if near else ""
        words = (
            f"{shown(text)} is the key of no entry, neither of the record nor of this file.{meant} Name a key, or “row 12” for a row of this file."
        )
        table.fault(line.number, "related_to", text, words, instead=near)
    return found


def check(plan: Plan, entries: Mapping[int, Any], new: set[int]) -> None:
    """What the ledger says of the entries among the families that they join, and what these count before and after."""
    changed = {row.pk: columns for row, columns in plan.changes.changed[FundingEntry]}
    touched = {line: entry for line, entry in entries.items() if line in new or entry.pk in changed}
    ids = {entry.pk for entry in touched.values()} | {entry.related_to.pk for entry in touched.values() if entry.related_to is not None}
    before = recorded(connected(ids - {None})).entries if ids - {None} else []
    after = {entry.key: entry for entry in before} | {entry.key: entry_of(entry) for entry in touched.values()}
    lines = {entry.key: line for line, entry in touched.items()}
    known = {(key, problem.code) for key, problems in check_relations(before).items() for problem in problems}
    told = {(fault.line, fault.column) for fault in plan.table.faults if not fault.warning}
    for key, problems in check_relations(after.values()).items():
        for problem in problems:
            if (lines.get(key), problem.field) in told:
                continue  # a cell that could not be taken is told once
            _tell(plan.table, lines, after[key], problem, known=(key, problem.code) in known)
    if not plan.refused:
        after = _in_line(plan, touched, after, lines)
    plan.before, plan.after = before, list(after.values())
    pointing = {line: entry for line, entry in touched.items() if line in new or POINTING.intersection(changed.get(entry.pk, ()))}
    doubts.about_targets(plan.table, pointing)
    doubts.about_twins(plan.table, {line: entries[line] for line in new})
    telling = {line: entry for line, entry in touched.items() if line in new or AMOUNTS.intersection(changed.get(entry.pk, ()))}
    doubts.about_sizes(plan.table, telling, entries)


def _tell(table: Table, lines: Mapping[str, int], entry: Entry, problem: Problem, *, known: bool) -> None:
    """At the entry's own row; of a stored entry that the file makes wrong, at the row that it points at."""
    line = lines.get(entry.key)
    if line is not None:
        value = str(getattr(entry, problem.field) or "")
        table.fault(line, problem.field, value, problem.message, asks=not problem.refused, instead=problem.offer or "")
        return
    target = lines.get(entry.related_to or "")
    if target is not None and problem.refused and not known:
        table.fault(target, "key", "", f"The stored entry {entry.key} {entry.relation} this one. {problem.message}")


def _in_line(plan: Plan, touched: Mapping[int, Any], after: dict[str, Entry], lines: Mapping[str, int]) -> dict[str, Entry]:
    """Two replacements of one figure are put one behind the other, the later day last; what is pointed elsewhere is said."""
    moved = {entry.key: entry for entry in linked(after.values()) if entry.related_to != after[entry.key].related_to}
    if not moved:
        return after
    rows = {entry.key: entry for entry in touched.values()}
    wanted = {key for key in (*moved, *(entry.related_to for entry in moved.values())) if key and key not in rows}
    rows |= {row.key: row for row in FundingEntry.objects.select_related("initiative", "related_to").filter(key__in=wanted)}
    for key, entry in moved.items():
        _point(plan, rows[key], rows[str(entry.related_to)])
        line = lines.get(key, lines.get(str(entry.related_to), 0))
        words = f"{key} is put behind {entry.related_to}, since both replace {after[key].related_to}: the later figure stands for the earlier."
        plan.table.fault(line, "related_to", str(after[key].related_to), words, warning=True)
    return {**after, **{key: replace(after[key], related_to=entry.related_to) for key, entry in moved.items()}}


def _point(plan: Plan, row: Any, target: Any) -> None:
    row.related_to = target
    changes = plan.changes
    changes.links = [(each, at) for each, at in changes.links if each is not row] + [(row, target)]
    if row.pk is None:
        return
    kept = {each.pk: (each, columns) for each, columns in changes.changed[FundingEntry]}
    columns = tuple(dict.fromkeys((*kept.get(row.pk, (row, ()))[1], "related_to_id")))
    changes.changed[FundingEntry] = [*(pair for pk, pair in kept.items() if pk != row.pk), (row, columns)]
