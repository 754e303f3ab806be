"""Puts two records side by side before they are merged: which values differ, what moves, what stands once, and which totals change."""

from dataclasses import dataclass
from typing import Any

from initiatives import formats, vocabulary
from initiatives.ledger.values import JOINT
from initiatives.models import Funder, Participation
from initiatives.models.known_name import ORGANIZATION
from initiatives.names.countries import name_of
from initiatives.publish.identity.merging import BOTH_OWNERS, COLUMNS, both
from initiatives.publish.identity.subjects import parts_of
from initiatives.publish.identity.totals import CountryTotal, totals_moved

LABELS = {
    "name": "Name", "kind": "Kind", "country_id": "Country", "countries": "Owners", "status": "Status", "announced": "Announced", "start": "Begins",
    "end": "Ends", "summary": "Summary", "themes": "Themes",
}  # fmt: skip
PARTS = {
    "funder": ("payment", "payments"), "participation": ("role", "roles"), "organizationname": ("other name", "other names"),
    "fundingentry": ("statement of money", "statements of money"), "comment": ("comment", "comments"), "point": ("point", "points"),
    "quantity": ("quantity", "quantities"), "reference": ("article", "articles"), "initiativename": ("other name", "other names"),
}  # fmt: skip
MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class Value:
    """One column of the two; `taken` is what the choice of the other is posted as, `chosen` whether it is proposed."""

    label: str
    kept: str
    other: str
    taken: str
    chosen: bool
    both: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two side by side. `moves` in words; `twice` what both have, of which one stands; `totals` what moves between countries."""

    values: list[Value]
    moves: list[str]
    twice: list[str]
    totals: list[str]


def compared(noun: str, kept: Any, other: Any, taken: set[str] | None = None) -> Comparison:
    """What merging `other` into `kept` would do; `taken` are the columns that were chosen of the other, None before anybody chose."""
    values = [_value(column, kept, other, taken) for column in COLUMNS[noun] if getattr(kept, column) != getattr(other, column)]
    moves = [_counted(model, rows.count()) for model, rows in parts_of(noun, other) if rows.exists()]
    twice = _twice_of_organizations(kept, other) if noun == ORGANIZATION else _twice_of_initiatives(kept, other)
    if noun == ORGANIZATION or kept.countries == other.countries:
        return Comparison(values, moves, twice, [])
    moved = totals_moved([kept.pk, other.pk], _owners(kept, other, taken or set()))
    return Comparison(values, moves, twice, [_total_in_words(total) for total in moved])


def _total_in_words(total: CountryTotal) -> str:
    place = "joint efforts" if total.country == JOINT else name_of(total.country)
    return f"{place} from {formats.money(total.before, 'USD')} to {formats.money(total.after, 'USD')}"


def _owners(kept: Any, other: Any, taken: set[str]) -> list[str]:
    if BOTH_OWNERS in taken:
        return both(kept, other, "countries")
    return list(other.countries if "countries" in taken else kept.countries)


def _value(column: str, kept: Any, other: Any, taken: set[str] | None) -> Value:
    empty = getattr(kept, column) in (None, "", [])
    chosen = empty or column == "themes" if taken is None else column in taken
    together = BOTH_OWNERS if column == "countries" else ""
    return Value(LABELS[column], shown(column, getattr(kept, column)), shown(column, getattr(other, column)), column, chosen, together)


def shown(column: str, value: Any) -> str:
    """A value in words."""
    if value in (None, "", []):
        return "not known"
    if column == "countries":
        return ", ".join(map(name_of, value))
    if column == "country_id":
        return name_of(value)
    if column == "themes":
        return ", ".join(value)
    if column in ("announced", "start", "end"):
        return formats.day(value)
    return (
        vocabulary.INITIATIVE_KINDS.get(value) or vocabulary.ORGANIZATION_KINDS.get(value) or vocabulary.INITIATIVE_STATUSES.get(value) or str(value)
    )


def _counted(model: Any, number: int) -> str:
    return formats.counted(number, *PARTS[model._meta.model_name])


def _twice_of_organizations(kept: Any, other: Any) -> list[str]:
    roles = set(kept.participations.values_list("initiative", "role"))
    found = [
        f"Both are {vocabulary.PARTICIPATION_ROLES[row.role]} in “{row.initiative.name}”: one stands, as surely as either was."
        for row in other.participations.select_related("initiative")
        if (row.initiative_id, row.role) in roles
    ]
    paid = set(Funder.objects.filter(organization=kept).values_list("entry", flat=True))
    found += [
        f"Both pay {row.entry.key}: their shares are added up, where both are published."
        for row in Funder.objects.filter(organization=other).select_related("entry")
        if row.entry_id in paid
    ]
    return _few(found)


def _twice_of_initiatives(kept: Any, other: Any) -> list[str]:
    own = set(Participation.objects.filter(initiative=kept).values_list("organization", "described", "role"))
    found = [
        f"{row.organization or row.described} is {vocabulary.PARTICIPATION_ROLES[row.role]} in both: one stands, as surely as either was."
        for row in other.participations.select_related("organization")
        if (row.organization_id, row.described, row.role) in own
    ]
    cited = set(kept.references.values_list("article", flat=True))
    both_cite = other.references.filter(article__in=cited).count()
    return _few([*found, *([f"Both rest on {formats.counted(both_cite, 'same article', 'same articles')}."] if both_cite else [])])


def _few(found: list[str]) -> list[str]:
    more = len(found) - MOST_LISTED
    return [*found[:MOST_LISTED], *([f"And {more} more of these."] if more > 0 else [])]
