"""Filters as querysets of entries, initiatives, comments, participations and organizations; must not know what is asked about them."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum

from dashboard.filters import Filters
from dashboard.filters.fields import ABROAD
from dashboard.queries import money, text_search
from dashboard.queries.conditions import alternatives, at_home, entry_conditions, involves, owners, participant, period, places, states
from initiatives.models import Comment, Funder, FundingCount, Initiative, Organization, Participation, Snapshot

OF_ENTRIES = ("origin", "stage", "instrument", "covers", "relation", "tier", "reason", "step", "funder")
OF_COMMENTS = ("stance", "actor", "aspect", "speaker")
OF_PARTICIPANTS = ("role", "type", "home")
OF_INITIATIVES = ("q", "kind", "status", "theme", "organization", "initiative", "quantity", *OF_COMMENTS, *OF_PARTICIPANTS)
OF_THE_SUM = ("min", "max")
# Where an initiative can have an entry that counts though it does not match by itself: money has a country and a day of its own.
OF_ORGANIZATIONS = ("country", "region", "kind", "status", "theme", "organization", "initiative", "quantity", "funder", "as_of")
OF_ABOUT = ("country", "region", "kind", "status", "theme", "organization", "initiative", "quantity")
APART = ("country", "region", "from", "to", "as_of")
CURRENT = Subquery(Snapshot.objects.filter(day__isnull=True).values("id")[:1])


def snapshot(filters: Filters) -> Subquery:
    """The count that the filters look at: that of the day they rewind to, else the current one. Days after the newest statement have none."""
    if filters.as_of is None:
        return CURRENT
    days = Snapshot.objects.filter(Q(day__isnull=True) | Q(day=filters.as_of))
    return Subquery(days.order_by(F("day").asc(nulls_last=True)).values("id")[:1])


def entries(filters: Filters, without: Collection[str] = ()) -> QuerySet[FundingCount]:
    """The statements about money that match, with what they count; basis and scope narrow nothing here, they decide what counts."""
    found = FundingCount.objects.filter(snapshot=snapshot(filters)).filter(entry_conditions(filters, without))
    found = found.filter(places(filters, "country", without), period(filters, "announced", without))
    if any(filters.values(name) for name in OF_INITIATIVES if name not in without):
        found = found.filter(initiative__in=initiatives_of_entries(filters, without).values("id"))
    if not {"min", "max"}.isdisjoint(without) or (filters.min is None and filters.max is None):
        return found
    return within(found.filter(disclosed=True), filters, money.amount(filters, "net"))


def initiatives_of_entries(filters: Filters, without: Collection[str]) -> QuerySet[Initiative]:
    """The initiatives that entries may belong to; where a quantity is asked for, those that the list of initiatives has too."""
    found = initiatives_alone(filters, without)
    return found.filter(by_themselves(filters, without)) if filters.quantity and "quantity" not in without else found


def left_out(filters: Filters) -> int:
    """How many statements `min` and `max` leave out because nobody says how much they are; one statement, none without the two."""
    if filters.min is None and filters.max is None:
        return 0
    return entries(filters, ("min", "max")).filter(disclosed=False, live=True).count()


def within(found: QuerySet[Any], filters: Filters, counted: Any) -> QuerySet[Any]:
    """Rows whose counted amount lies between `min` and `max`; what is undisclosed or not convertible is out."""
    if filters.min is None and filters.max is None:
        return found
    found = found.alias(counted_amount=counted)
    if filters.min is not None:
        found = found.filter(counted_amount__gte=filters.min)
    return found if filters.max is None else found.filter(counted_amount__lte=filters.max)


def initiatives(filters: Filters, without: Collection[str] = ()) -> QuerySet[Initiative]:
    """The initiatives that match by themselves, or that have an entry which counts under these filters; so no counted entry lacks its initiative.
    A quantity has no country of its own: where one is asked for, only those that match by themselves.

    `min` and `max` ask for the counted sum."""
    matching = by_themselves(filters, without)
    if any(filters.values(name) for name in APART if name not in without) and ("quantity" in without or not filters.quantity):
        matching = or_counting(matching, filters, without)
    return summed_within(initiatives_alone(filters, without).filter(matching), filters, without)


def or_counting(matching: Q, filters: Filters, without: Collection[str]) -> Q:
    """Initiatives that match, or have an entry which counts; asked so that the fewest rows are read.

    The entries of a chosen country are few: they are found once, and each initiative is looked up among them. Where the initiatives are few already,
    each is asked for its entries; else a union reads two indexes, where alternatives would read every row."""
    counting = counting_entries(filters, without)
    if "country" not in without and filters.chosen("country") and any(filters.values(name) for name in OF_INITIATIVES if name not in without):
        return matching | Q(id__in=counting.values("initiative"))
    if any(filters.values(name) for name in OF_INITIATIVES if name not in without):
        return matching | Q(Exists(counting.filter(initiative=OuterRef("id"))))
    return Q(id__in=Initiative.objects.filter(matching).order_by().values("id").union(counting.values("initiative")))


def own_initiatives(filters: Filters, without: Collection[str] = ()) -> QuerySet[Initiative]:
    """The initiatives that match by themselves, wherever their money counts."""
    return summed_within(initiatives_alone(filters, without).filter(by_themselves(filters, without)), filters, without)


def by_themselves(filters: Filters, without: Collection[str] = ()) -> Q:
    """Initiatives of the chosen owners, announced on the chosen days; parameters of money ask for an entry that fits all of them."""
    condition = owners(filters, without) & period(filters, "announced", without)
    if filters.as_of:
        condition &= Q(announced_first__lte=filters.as_of)
    if any(filters.values(name) for name in OF_ENTRIES if name not in without):
        condition &= Q(Exists(entries_of_outer(filters).filter(entry_conditions(filters, without))))
    return condition


def summed_within(found: QuerySet[Initiative], filters: Filters, without: Collection[str]) -> QuerySet[Initiative]:
    """Initiatives whose counted sum lies between `min` and `max`."""
    asked = filters.min is not None or filters.max is not None
    return within(found, filters, counted_sum(filters)) if asked and set(OF_THE_SUM).isdisjoint(without) else found


def counting_entries(filters: Filters, without: Collection[str] = ()) -> QuerySet[FundingCount]:
    """The entries of initiatives that are chosen already which count under these filters."""
    return entries(filters, (*without, *OF_INITIATIVES, *OF_THE_SUM)).filter(money.counting(filters)).order_by()


def initiatives_alone(filters: Filters, without: Collection[str] = ()) -> QuerySet[Initiative]:
    """The initiatives that match by what they are, by who takes part and by what is said; neither owners, days nor money are asked."""
    columns = {"kind": "kind", "status": "status", "initiative": "slug"}
    found = Initiative.objects.filter(alternatives(filters, {name: column for name, column in columns.items() if name not in without}))
    if "theme" not in without:
        found = overlapping(found, filters, "theme", "themes")
    if filters.q and "q" not in without:
        found = searched(found, filters)
    if filters.quantity and "quantity" not in without:
        found = found.filter(states(filters))
    return found.filter(taking_part(filters, without), discussed(filters, without))


def searched(found: QuerySet[Any], filters: Filters) -> QuerySet[Any]:
    """Rows that hold every word of `q`; none where it holds nothing to search for."""
    condition = text_search.matching(filters.q)
    return found.none() if condition is None else found.filter(condition)


def overlapping(found: QuerySet[Any], filters: Filters, name: str, column: str) -> QuerySet[Any]:
    """Rows with one of the chosen tags and none of the excluded."""
    if filters.chosen(name):
        found = found.filter(**{f"{column}__overlap": filters.chosen(name)})
    return found.exclude(**{f"{column}__overlap": filters.excluded(name)}) if filters.excluded(name) else found


def taking_part(filters: Filters, without: Collection[str] = ()) -> Q:
    """Initiatives in which a chosen organization takes part or pays, and in which somebody of the chosen role, kind and home takes part."""
    condition = Q()
    if "organization" not in without and filters.chosen("organization"):
        condition &= involves(filters.chosen("organization"))
    if "organization" not in without and filters.excluded("organization"):
        condition &= ~involves(filters.excluded("organization"))
    if any(filters.values(name) for name in OF_PARTICIPANTS if name not in without):
        condition &= Q(Exists(Participation.objects.filter(participant(filters, "", without), initiative=OuterRef("id"))))
    return condition


def discussed(filters: Filters, without: Collection[str] = ()) -> Q:
    """Initiatives with a comment of the chosen stance, actor, aspect and speaker."""
    if not any(filters.values(name) for name in OF_COMMENTS if name not in without):
        return Q()
    return Q(Exists(remarks(Comment.objects.filter(initiative=OuterRef("id")), filters, without)))


def remarks(found: QuerySet[Comment], filters: Filters, without: Collection[str] = ()) -> QuerySet[Comment]:
    """Comments of the chosen stance, actor, aspect and speaker."""
    columns = {"stance": "stance", "actor": "actor", "speaker": "speaker"}
    found = found.filter(alternatives(filters, {name: column for name, column in columns.items() if name not in without}))
    return overlapping(found, filters, "aspect", "aspects") if "aspect" not in without else found


def entries_of_outer(filters: Filters) -> QuerySet[FundingCount]:
    """The entries of an outer initiative in the chosen count."""
    return FundingCount.objects.filter(snapshot=snapshot(filters), initiative=OuterRef("id"))


def counted_sum(filters: Filters) -> Any:
    """The counted sum of an outer initiative in the display currency, of the entries that match; null where nothing counts."""
    found = counting_entries(filters).filter(initiative=OuterRef("id"))
    sums = found.values("initiative").annotate(sum=Sum(money.amount(filters, "net"))).values("sum")
    return Subquery(sums, output_field=money.AMOUNT)


def comments(filters: Filters, without: Collection[str] = ()) -> QuerySet[Comment]:
    """Comments that match; parameters of initiatives ask for the initiative they are about, money narrows nothing here."""
    found = remarks(Comment.objects.all(), filters, without).filter(period(filters, "said", without))
    if filters.as_of:
        found = found.filter(Q(said_first__lte=filters.as_of) | Q(said_first__isnull=True), initiative__announced_first__lte=filters.as_of)
    if filters.q and "q" not in without:
        found = searched(found, filters)
    if "home" not in without:
        found = found.filter(at_home(filters, "country", "initiative__countries"))
    about = [name for name in OF_ABOUT if filters.values(name) and name not in without]
    return found.filter(initiative__in=about_initiatives(filters, without).values("id")) if about else found


def about_initiatives(filters: Filters, without: Collection[str] = ()) -> QuerySet[Initiative]:
    """The initiatives that comments are about, by owner, kind, status, theme, organization and quantity."""
    found = Initiative.objects.filter(owners(filters, without))
    columns = {"kind": "kind", "status": "status", "initiative": "slug"}
    found = found.filter(alternatives(filters, {name: column for name, column in columns.items() if name not in without}))
    found = found.filter(states(filters)) if filters.quantity and "quantity" not in without else found
    found = overlapping(found, filters, "theme", "themes") if "theme" not in without else found
    chosen = filters.chosen("organization") if "organization" not in without else ()
    return found.filter(involves(chosen)) if chosen else found


def participations(filters: Filters, without: Collection[str] = ()) -> QuerySet[Participation]:
    """Who takes part in the initiatives that match, in the chosen roles, of the chosen kinds and homes."""
    found = Participation.objects.filter(participant(filters, "", without))
    return found.filter(initiative__in=own_initiatives(filters, (*without, *OF_PARTICIPANTS)).values("id"))


def organizations(filters: Filters, without: Collection[str] = ()) -> QuerySet[Organization]:
    """Organizations that take part in, or pay for, initiatives that match; where a role or a home abroad is asked for, those that take part so.

    `q` searches their own names."""
    found: QuerySet[Organization] = Organization.objects.filter(alternatives(filters, {} if "type" in without else {"type": "kind"}))
    found = found if "home" in without else found.filter(at_home_or_abroad(filters))
    if filters.q and "q" not in without:
        found = searched(found, filters)
    if taking_part_alone(filters, without):
        return found.filter(Exists(participations(filters, (*without, "q")).filter(organization=OuterRef("id"))))
    narrowing = [name for name in OF_ORGANIZATIONS if filters.values(name) and name not in without]
    return found.filter(involved(filters, without)) if narrowing else found


def taking_part_alone(filters: Filters, without: Collection[str] = ()) -> bool:
    """Whether organizations are asked for as those that take part, however much they pay."""
    abroad = ABROAD in (*filters.chosen("home"), *filters.excluded("home")) and "home" not in without
    return abroad or (bool(filters.role) and "role" not in without)


def at_home_or_abroad(filters: Filters) -> Q:
    """Organizations of a chosen home; of which initiatives one is abroad only its participations tell."""
    asks_for_abroad = ABROAD in (*filters.chosen("home"), *filters.excluded("home"))
    return Q() if asks_for_abroad else at_home(filters, "country")


def involved(filters: Filters, without: Collection[str] = ()) -> Q:
    """Organizations that take part in or pay for an initiative that matches."""
    matching = own_initiatives(filters, (*without, *OF_PARTICIPANTS, "q")).values("id")
    taking = Participation.objects.filter(organization=OuterRef("id"), initiative__in=matching)
    paying = Funder.objects.filter(said_by(filters.as_of, "entry__"), organization=OuterRef("id"), entry__initiative__in=matching)
    return Q(Exists(taking)) | Q(Exists(paying))


def said_by(as_of: date | None, what: str) -> Q:
    """Rows that hang on what was announced by a day, the day that is looked back to; `what` leads to it (`initiative__`)."""
    return Q(**{f"{what}announced_first__lte": as_of}) if as_of else Q()
