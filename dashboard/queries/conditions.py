"""Single parameters as conditions on rows; must not know which rows are asked for, nor what about them."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Exists, OuterRef, Q

from dashboard.filters import Filters
from dashboard.queries import money
from initiatives.models import Funder, Participation
from initiatives.names.countries import COUNTRIES
from initiatives.vocabulary import JOINT


def entry_conditions(filters: Filters, without: Collection[str] = ()) -> Q:
    """What one entry alone must be: its origin, stage, instrument, relation, tier, reason, step and funder."""
    columns = {"origin": "origin", "stage": "stage", "instrument": "entry__instrument", "relation": "entry__relation", "tier": "entry__tier"}
    condition = alternatives(filters, {name: column for name, column in columns.items() if name not in without})
    for name, conditions in (("reason", money.reasons_at(filters)), ("step", money.steps_at(filters))):
        if name not in without:
            condition &= either(conditions, filters.chosen(name)) & ~either(conditions, filters.excluded(name), empty=False)
    return condition & paid_by(filters) if "funder" not in without else condition


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


def participant(filters: Filters, prefix: str = "", without: Collection[str] = ()) -> Q:
    """Participations of the chosen role, and of organizations of the chosen kind and home."""
    columns = {"role": f"{prefix}role", "type": f"{prefix}organization__kind"}
    condition = alternatives(filters, {name: column for name, column in columns.items() if name not in without})
    return condition & at_home(filters, f"{prefix}organization__country") if "home" not in without else condition


def at_home(filters: Filters, column: str) -> Q:
    """Rows whose home is one of the chosen countries, or unknown where that is chosen."""
    chosen, excluded = filters.chosen("home"), filters.excluded("home")
    condition = Q(**{f"{column}__in": chosen}) if chosen else Q()
    if "unknown" in chosen:
        condition |= Q(**{f"{column}__isnull": True})
    if excluded:
        condition &= ~Q(**{f"{column}__in": excluded}) | Q(**{f"{column}__isnull": True})
    return condition & Q(**{f"{column}__isnull": False}) if "unknown" in excluded else condition
