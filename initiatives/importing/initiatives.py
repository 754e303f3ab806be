"""Plans initiatives: their own columns, one a row, known by their address; what belongs to them comes by other files."""

from collections.abc import Mapping
from typing import Any

from initiatives.dates import first_day, last_day
from initiatives.importing import known
from initiatives.importing.plan import CHANGED, NEW, UNCHANGED, Plan, differing, in_words, needed, take
from initiatives.importing.table import Line, Table, Tick
from initiatives.models import FundingEntry, Initiative
from initiatives.models.known_name import INITIATIVE
from initiatives.recount.recorded import connected, entry_of, recorded

NEEDED = ("slug", "name", "countries", "kind", "status", "announced", "summary")


def plan_initiatives(table: Table, tick: Tick) -> Plan:
    """What the rows would do."""
    planner = _Planner(table)
    for done, line in enumerate(table.lines):
        tick(done)
        planner.row(line)
    planner.count()
    return planner.plan


class _Planner:
    def __init__(self, table: Table) -> None:
        self.table, self.plan = table, Plan(table)
        slugs = {line.get("slug") for line in table.lines if line.get("slug")}
        rows = Initiative.objects.defer("search_name", "search_body", "search_vector")
        self.stored = known.by_address(INITIATIVE, slugs, rows)
        self.alike = known.Names()
        if slugs - self.stored.keys():
            self.alike.add(Initiative.objects.order_by("pk").values_list("pk", "name"), own=True)
        self.seen: dict[str, int] = {}
        self.moved: list[Any] = []

    def row(self, line: Line) -> None:
        """Plans one line of the file."""
        slug = line.get("slug")
        address = self.stored[slug].slug if slug in self.stored else slug
        first = self.seen.setdefault(address, line.number) if address else line.number
        if first != line.number:
            self.table.fault(line.number, "slug", slug, f"Row {first} is about {address} too. Leave one of them out.")
        elif slug in self.stored:
            self._changed(line, self.stored[slug])
        else:
            self._new(line)

    def _new(self, line: Line) -> None:
        whole = {**self.table.defaults, **{name: value for name, value in line.values.items() if value is not None}}
        complete, agreeing = needed(self.table, line, NEEDED, whole), self._spans(line, whole)
        if not complete or not agreeing or line.unread:
            return
        near = self.alike.near(whole["name"])
        if near is not None:
            words = f"This is like “{self.alike.names[near]}”, which the record has. Is it the same? Then use its address."
            self.table.fault(line.number, "name", whole["name"], words, warning=True)
        columns = {name: whole.get(name) for name in (*NEEDED, "start", "end")}
        row = Initiative(**columns, themes=whole.get("themes") or [])
        self.plan.changes.added[Initiative].append(row)
        self.plan.came_to(line, NEW, row.name)

    def _changed(self, line: Line, row: Any) -> None:
        given = {name: value for name, value in line.values.items() if name != "slug" and value is not None}
        if not self._spans(line, {"start": given.get("start", row.start), "end": given.get("end", row.end)}):
            return
        changed = differing(row, given)
        words = in_words(row, changed)
        take(row, changed)
        if changed:
            self.plan.changes.changed[Initiative].append((row, tuple(changed)))
        if "countries" in changed:
            self.moved.append(row)
        self.plan.came_to(line, CHANGED if changed else UNCHANGED, row.name, f"/initiatives/{row.slug}/", words)

    def _spans(self, line: Line, whole: Mapping[str, Any]) -> bool:
        start, end = whole.get("start"), whole.get("end")
        if start and end and first_day(start) > last_day(end):
            self.table.fault(line.number, "end", end, f"The end lies before the start, {start}.")
            return False
        return True

    def count(self) -> None:
        """Other owners move money between countries: the entries of such initiatives, before and after."""
        owners = {row.pk: row for row in self.moved}
        if not owners:
            return
        entries = FundingEntry.objects.select_related("related_to").filter(initiative__in=owners)
        before = {entry.key: entry for entry in recorded(connected({entry.pk for entry in entries})).entries}
        after = dict(before)
        for entry in entries:
            entry.initiative = owners[entry.initiative_id]
            after[entry.key] = entry_of(entry)
        self.plan.before, self.plan.after = list(before.values()), list(after.values())
        self.plan.changes.moved |= {entry.key for entry in entries}
