"""Stores the organizations that a load names, with their other names, and answers with their ids."""

from collections.abc import Collection, Iterable, Mapping

from initiatives.exchange.changes import Changes, adopt
from initiatives.exchange.organizations import Directory, Named
from initiatives.exchange.rows import ORGANIZATION_COLUMNS, Part
from initiatives.models import Organization, OrganizationName, writing

NAMES = Part("names", OrganizationName, "organization_id", ("order", "name"), lambda row: row.name)


def directory() -> Directory:
    """The organizations of the record by their names and other names."""
    by_name = {name: Named(name, kind, country) for name, kind, country in Organization.objects.values_list("name", "kind", "country_id")}
    bearers: dict[str, set[str]] = {}
    for alias, name in OrganizationName.objects.values_list("name", "organization__name"):
        bearers.setdefault(alias, set()).add(name)
    return Directory(by_name, {alias: names.pop() for alias, names in bearers.items() if len(names) == 1 and alias not in by_name})


def compare(directory: Directory, changes: Changes) -> dict[str, int]:
    """Takes note of what makes the record know these organizations; name → id, for those that are stored too."""
    stored = {row.name: row for row in Organization.objects.all()}
    taken = {row.slug for row in stored.values()} | set(OrganizationName.objects.exclude(slug="").values_list("slug", flat=True))
    changes.columns[Organization] = ORGANIZATION_COLUMNS
    for name in directory.by_name:
        if name in directory.touched:
            _compare_one(directory.by_name[name], stored, taken, changes)
    writing.number_rows(Organization, changes.added[Organization])
    ids = {row.name: row.pk for row in (*stored.values(), *changes.added[Organization])}
    _compare_names(directory, ids, changes)
    return ids


def _compare_one(named: Named, stored: Mapping[str, Organization], taken: set[str], changes: Changes) -> None:
    wish = Organization(name=named.name, kind=named.kind, country_id=named.country)
    row = stored.get(named.name)
    if row is None:
        wish.slug = Organization.objects.free_slug(named.name, taken)
        taken.add(wish.slug)
        changes.added[Organization].append(wish)
    elif adopt(row, wish, ORGANIZATION_COLUMNS):
        changes.changed[Organization].append(row)


def _compare_names(directory: Directory, ids: Mapping[str, int], changes: Changes) -> None:
    """Former names, which have a last day, and names whose address leads on are no file's to give or take: they stay as they are."""
    listed = [named for name, named in directory.by_name.items() if name in directory.touched and named.aliases is not None]
    stored: dict[int, list[OrganizationName]] = {}
    staying: dict[int, set[str]] = {}
    for row in OrganizationName.objects.order_by("organization_id", "order", "pk"):
        if row.until is None and not row.slug:
            stored.setdefault(row.organization_id, []).append(row)
        else:
            staying.setdefault(row.organization_id, set()).add(row.name)
    changes.columns[OrganizationName] = NAMES.columns
    for named in listed:
        key = ids[named.name]
        changes.compare(NAMES, stored.get(key, ()), _names(key, named.aliases or (), staying.get(key, ())), key)
    changes.parents.clear()


def _names(organization_id: int, aliases: Iterable[str], staying: Collection[str]) -> list[OrganizationName]:
    listed = [(order, alias) for order, alias in enumerate(aliases) if alias not in staying]
    return [OrganizationName(organization_id=organization_id, order=order, name=alias) for order, alias in listed]
