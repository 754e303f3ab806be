"""Who pays an entry, by the name of its day; must not know what the entry counts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from initiatives import dates
from initiatives.models import Funder, OrganizationName

Names = Mapping[int, Sequence[tuple[date, str]]]  # organization → its former names with the last day of each, oldest first


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays an entry: an organization with its address, or words for the unnamed; `then` is its name of the day, where that was another."""

    name: str
    slug: str | None
    country: str | None
    share: Decimal | None  # 0 to 1; None: the split is not published
    then: str | None = None


def payers_of(entries: Collection[int], days: Mapping[int, str], names: Names) -> dict[int, tuple[Payer, ...]]:
    """Who pays each entry, in the order of the source; one statement."""
    columns = ("entry_id", "organization_id", "organization__name", "organization__slug", "described", "country_id", "share")
    found: dict[int, list[Payer]] = defaultdict(list)
    for entry, organization, name, slug, described, country, share in (
        Funder.objects.filter(entry__in=entries).order_by("entry_id", "order").values_list(*columns)
    ):
        then = name_then(names.get(organization, ()), days[entry]) if organization else None
        found[entry].append(Payer(name or described, slug, country, share, then))
    return {entry: tuple(payers) for entry, payers in found.items()}


def former_names(entries: Collection[int]) -> Names:
    """Former names of the organizations that pay these entries, each with the last day on which it held; one statement."""
    rows = OrganizationName.objects.filter(until__isnull=False, organization__funded__entry__in=entries).order_by("until").distinct()
    found: dict[int, list[tuple[date, str]]] = defaultdict(list)
    for organization, until, name in rows.values_list("organization_id", "until", "name"):
        if until is not None:
            found[organization].append((until, name))
    return found


def name_then(names: Iterable[tuple[date, str]], said_on: str) -> str | None:
    """The name that an organization bore on a day, None where it is today's."""
    return next((name for until, name in names if dates.last_day(said_on) <= until), None)
