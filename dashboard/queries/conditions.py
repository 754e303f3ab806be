"""Single parameters as conditions on rows; must not know which rows are asked for, nor what about them."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Substr
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual

from dashboard.filters import Filters
from dashboard.filters.fields import ABROAD, ANY, COVERED, HOMES, NO_PERIOD, UNKNOWN_HOME
from dashboard.queries import money
from dashboard.queries.arrays import IsAmong
from initiatives.models import Funder, Participation, Quantity
from initiatives.names.countries import COUNTRIES
from initiatives.vocabulary import JOINT


def entry_conditions(filters: Filters, without: Collection[str] = ()) -> Q:
    """What one entry alone must be: its origin, stage, instrument, relation, tier, reason, step, stated years and funder."""
    columns = {"origin": "origin", "stage": "stage", "instrument": "entry__instrument", "relation": "entry__relation", "tier": "entry__tier"}
    condition = alternatives(filters, {name: column for name, column in columns.items() if name not in without})
    for name, conditions in (("reason", money.reasons_at(filters)), ("step", money.steps_at(filters))):
        if name not in without:
            condition &= either(conditions, filters.chosen(name)) & ~either(conditions, filters.excluded(name), empty=False)
    if "covers" not in without:
        years = {name: covering(name) for name in (*filters.chosen("covers"), *filters.excluded("covers"))}
        condition &= either(years, filters.chosen("covers")) & ~either(years, filters.excluded("covers"), empty=False)
    return condition & paid_by(filters) if "funder" not in without else condition


def covering(year: str) -> Q:
    """Entries whose stated period takes in a year, that state any, or that state none."""
    unstated = Q(entry__period__isnull=True)
    if year in COVERED:
        return unstated if year == NO_PERIOD else ~unstated
    first, last = (Substr("entry__period", start, len(year)) for start in (1, len(year) + 2))
    return ~unstated & Q(LessThanOrEqual(first, Value(year))) & Q(GreaterThanOrEqual(last, Value(year)))


def either(conditions: Mapping[str, Q], names: Iterable[str], empty: bool = True) -> Q:
    """One of the named conditions; without names everything, or nothing."""
    chosen = list(names)
    condition = Q() if empty and not chosen else Q(pk__in=[])
    for name in chosen:
        condition |= conditions[name]
    return condition


def paid_by(filters: Filters) -> Q:
    """Entries that a funder pays, alone or with others."""
    condition = Q()
    payers = Funder.objects.filter(entry=OuterRef("entry_id"))
    if filters.chosen("funder"):
        condition &= Q(Exists(payers.filter(organization__slug__in=filters.chosen("funder"))))
    if filters.excluded("funder"):
        condition &= ~Q(Exists(payers.filter(organization__slug__in=filters.excluded("funder"))))
    return condition


def alternatives(filters: Filters, columns: Mapping[str, str]) -> Q:
    """One of the chosen words, none of the excluded, for each parameter that is a column."""
    condition = Q()
    for name, column in columns.items():
        if filters.chosen(name):
            condition &= Q(**{f"{column}__in": filters.chosen(name)})
        if filters.excluded(name):
            condition &= ~Q(**{f"{column}__in": filters.excluded(name)}) | Q(**{f"{column}__isnull": True})
    return condition


def region_codes(regions: Iterable[str]) -> list[str]:
    """The countries of regions; “bodies of …” are the actors that are none."""
    wanted = set(regions)
    return [one.code for one in COUNTRIES.values() if (f"bodies of {one.region}" if one.is_actor else one.region) in wanted]


def places(filters: Filters, column: str, without: Collection[str] = ()) -> Q:
    """Entries that belong to a chosen country or region; money of several owners belongs to `joint` alone."""
    condition = alternatives(filters, {"country": column}) if "country" not in without else Q()
    if "region" in without:
        return condition
    if filters.chosen("region"):
        condition &= Q(**{f"{column}__in": region_codes(filters.chosen("region"))})
    return condition & ~Q(**{f"{column}__in": region_codes(filters.excluded("region"))}) if filters.excluded("region") else condition


def owners(filters: Filters, without: Collection[str] = ()) -> Q:
    """Initiatives that a chosen country or one of a region owns, alone or with others; `joint` are those of several owners."""
    condition = Q()
    if "country" not in without:
        condition &= owned(filters.chosen("country"), empty=True) & ~owned(filters.excluded("country"), empty=False)
    if "region" not in without and filters.chosen("region"):
        condition &= Q(countries__overlap=region_codes(filters.chosen("region")))
    if "region" not in without and filters.excluded("region"):
        condition &= ~Q(countries__overlap=region_codes(filters.excluded("region")))
    return condition


def owned(codes: Collection[str], empty: bool) -> Q:
    """Initiatives with one of these owners; without codes everything, or nothing."""
    if not codes:
        return Q() if empty else Q(pk__in=[])
    condition = Q(countries__overlap=[code for code in codes if code != JOINT])
    return condition | Q(countries__len__gt=1) if JOINT in codes else condition


def period(filters: Filters, column: str, without: Collection[str] = ()) -> Q:
    """What was said inside the chosen days; a month or a year must lie inside as a whole."""
    condition = Q()
    if filters.first_day and "from" not in without:
        condition &= Q(**{f"{column}_first__gte": filters.first_day})
    if filters.last_day and "to" not in without:
        condition &= Q(**{f"{column}_last__lte": filters.last_day})
    return condition


def involves(slugs: Collection[str]) -> Q:
    """Initiatives in which one of these organizations takes part or pays."""
    taking = Participation.objects.filter(initiative=OuterRef("id"), organization__slug__in=slugs)
    paying = Funder.objects.filter(entry__initiative=OuterRef("id"), organization__slug__in=slugs)
    return Q(Exists(taking)) | Q(Exists(paying))


def states(filters: Filters) -> Q:
    """Initiatives that state one of the chosen quantities, and none of the excluded."""
    condition = Q()
    if filters.chosen("quantity"):
        condition &= Q(Exists(stated(filters.chosen("quantity"))))
    return condition & ~Q(Exists(stated(filters.excluded("quantity")))) if filters.excluded("quantity") else condition


def stated(quantities: Collection[str]) -> Any:
    """The quantities of an outer initiative that are of one of these measures and statuses: `megawatts-planned`."""
    condition = Q(pk__in=[])
    for measure, status in (one.split("-") for one in quantities):
        condition |= Q(measure=measure, status=status)
    return Quantity.objects.filter(condition, initiative=OuterRef("id"))


def participant(filters: Filters, prefix: str = "", without: Collection[str] = ()) -> Q:
    """Participations of the chosen role, and of organizations of the chosen kind and home."""
    condition = alternatives(filters, {"type": f"{prefix}organization__kind"}) if "type" not in without else Q()
    if "role" not in without and filters.values("role"):
        condition &= in_role(filters, f"{prefix}role")
    if "home" in without:
        return condition
    return condition & at_home(filters, f"{prefix}organization__country", f"{prefix}initiative__countries")


def in_role(filters: Filters, column: str) -> Q:
    """Participations in one of the chosen roles, in any where that is chosen, and in none of the excluded."""
    condition = Q()
    if filters.chosen("role") and ANY not in filters.chosen("role"):
        condition &= Q(**{f"{column}__in": filters.chosen("role")})
    if ANY in filters.excluded("role"):
        return Q(pk__in=[])
    return condition & ~Q(**{f"{column}__in": filters.excluded("role")}) if filters.excluded("role") else condition


def at_home(filters: Filters, column: str, owners_column: str | None = None) -> Q:
    """Rows whose home is one of the chosen countries, unknown or abroad where that is chosen; abroad are those whose country owns no part of the
    initiative of `owners_column`, nowhere where there is none."""
    chosen, excluded = filters.chosen("home"), filters.excluded("home")
    condition = _at_one(chosen, column, owners_column) if chosen else Q()
    return condition & ~_at_one(excluded, column, owners_column) if excluded else condition


def _at_one(homes: Collection[str], column: str, owners_column: str | None) -> Q:
    known = Q(**{f"{column}__isnull": False})
    condition = Q(**{f"{column}__in": [home for home in homes if home not in HOMES]}) & known
    if UNKNOWN_HOME in homes:
        condition |= ~known
    if ABROAD in homes and owners_column:
        condition |= known & from_abroad(column, owners_column)
    return condition


def from_abroad(column: str, owners_column: str) -> Q:
    """Rows whose country is neither an owner nor a member of a body that is one, as `dependence.is_abroad` has it."""
    at_home_there = Q(IsAmong(f"{column}_id", owners_column))
    for body in (one for one in COUNTRIES.values() if one.members):
        at_home_there |= Q(**{f"{owners_column}__contains": [body.code], f"{column}__in": sorted(body.members)})
    return ~at_home_there
