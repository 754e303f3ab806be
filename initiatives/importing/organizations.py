"""Plans organizations: one a row, known by its address or any of its names; a new name keeps the old one as a former name that leads on."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from initiatives.importing import known, payers
from initiatives.importing.faults import shown
from initiatives.importing.plan import CHANGED, NEW, UNCHANGED, Plan, differing, in_words, needed, take
from initiatives.importing.table import Line, Table, Tick
from initiatives.models import Initiative, Organization, OrganizationName
from initiatives.models.known_name import ORGANIZATION

LONGEST_NAME = 200


def plan_organizations(table: Table, tick: Tick) -> Plan:
    """What the rows would do."""
    planner = _Planner(table)
    for done, line in enumerate(table.lines):
        tick(done)
        planner.row(line)
    planner.finish()
    return planner.plan


class _Planner:
    def __init__(self, table: Table) -> None:
        self.table, self.plan = table, Plan(table)
        self.known = known.organizations()
        rows = Organization.objects.defer("search_name", "search_body", "search_vector").prefetch_related("names")
        slugs = {line.get("slug") for line in table.lines if line.get("slug")}
        ids = {pk for line in table.lines if line.get("name") and (pk := self.known.find(line.get("name"))) is not None}
        self.by_slug = known.by_address(ORGANIZATION, slugs, rows)
        self.by_id = {row.pk: row for row in rows.filter(pk__in=ids)} | {row.pk: row for row in self.by_slug.values()}
        self.seen: dict[Any, int] = {}
        self.renamed = False

    def row(self, line: Line) -> None:
        """Plans one line of the file."""
        slug, name = line.get("slug"), line.get("name")
        if name and len(name) > LONGEST_NAME:
            self.table.fault(line.number, "name", name, f"The name has {len(name)} characters; at most {LONGEST_NAME} are taken.")
            return
        pk = self.known.find(name) if name else None
        stored = self.by_slug.get(slug) if slug else self.by_id.get(pk) if pk is not None else None
        if slug and stored is None:
            words = f"{shown(slug)} is the address of no organization. Mend it, or leave it empty for a new one, which is given its address."
            self.table.fault(line.number, "slug", slug, words)
        elif stored is not None and self._once(line, stored.pk):
            self._changed(line, stored)
        elif stored is None and self._once(line, name):
            self._new(line)

    def _once(self, line: Line, identity: Any) -> bool:
        first = self.seen.setdefault(identity, line.number) if identity else line.number
        if first != line.number:
            self.table.fault(line.number, "name", str(line.get("name") or ""), f"Row {first} is about the same organization. Leave one of them out.")
        return first == line.number

    def _new(self, line: Line) -> None:
        whole = {**self.table.defaults, **{name: value for name, value in line.values.items() if value is not None}}
        if not needed(self.table, line, ("name",), whole) or line.unread:
            return
        near = self.known.near(whole["name"])
        if near is not None:
            words = f"This is like “{self.known.names[near]}”, which the record has. Is it the same? Then write that name."
            self.table.fault(line.number, "name", whole["name"], words, warning=True, instead=self.known.names[near])
        row = Organization(name=whole["name"], kind=whole.get("kind"), country_id=whole.get("country"))
        self.plan.changes.added[Organization].append(row)
        self._other_names(line, row, set())
        self.plan.came_to(line, NEW, row.name)

    def _changed(self, line: Line, row: Any) -> None:
        wanted = {
            {"country": "country_id"}.get(name, name): value
            for name, value in line.values.items()
            if name in ("kind", "country") and value is not None
        }
        name = line.get("name")
        if name and name != row.name and name not in {other.name for other in row.names.all()}:
            wanted["name"] = name
        changed = differing(row, wanted)
        words = [in_words(row, changed)] if changed else []
        if "name" in changed:
            self._rename(line, row)
            changed = {**changed, "slug": row.slug}
        take(row, {column: value for column, value in changed.items() if column != "slug"})
        if changed:
            self.plan.changes.changed[Organization].append((row, tuple(changed)))
        words += self._other_names(line, row, {other.name for other in row.names.all()})
        self.plan.came_to(line, CHANGED if words else UNCHANGED, row.name, f"/organizations/{row.slug}/", "; ".join(words))

    def _rename(self, line: Line, row: Any) -> None:
        """The name it went by stays, with its address, which leads on."""
        until = timezone.localdate() - timedelta(days=1)
        self._add_name(row, row.name, slug=row.slug, until=until)
        taken = known.addresses() - {row.slug}
        row.slug = Organization.objects.free_slug(line.get("name"), taken)

    def _other_names(self, line: Line, row: Any, there: set[str]) -> list[str]:
        """Names that it does not have yet; what it was changed by, in words."""
        new = [name[:LONGEST_NAME] for name in dict.fromkeys(payers.parts_of(line.get("other_names") or "")) if name not in {*there, row.name}]
        for name in new:
            owner = self.known.exact.get(name)
            if owner is not None and owner != row.pk:
                words = f"{shown(name)} is a name of “{self.known.names.get(owner, name)}” already. Give each name to one organization."
                self.table.fault(line.number, "other_names", line.get("other_names"), words)
            self._add_name(row, name)
        return [f"other names: + {'; '.join(new)}"] if new else []

    def _add_name(self, row: Any, name: str, **columns: Any) -> None:
        order = (max((other.order for other in row.names.all()), default=-1) if row.pk else -1) + 1
        order += sum(other.organization is row for other in self.plan.changes.added[OrganizationName][-20:])
        self.plan.changes.added[OrganizationName].append(OrganizationName(organization=row, name=name, order=order, **columns))
        if row.pk is not None:
            self.plan.changes.organizations.add(row.pk)

    def finish(self) -> None:
        """Addresses for the new ones, and the initiatives that are found by other words now."""
        new = self.plan.changes.added[Organization]
        taken = known.addresses() if new else set()
        for row in new:
            row.slug = Organization.objects.free_slug(row.name, taken)
            taken.add(row.slug)
        touched = self.plan.changes.organizations | {row.pk for row, _ in self.plan.changes.changed[Organization]}
        for path in ("participations__organization__in", "funding__funders__organization__in"):
            self.plan.changes.initiatives |= set(Initiative.objects.filter(**{path: touched}).values_list("pk", flat=True)) if touched else set()
