"""Two to six countries side by side, every figure under the same filters; must not know how they are drawn or told."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, TypeVar

from django.db.models import Count, F, Sum
from django.db.models.functions import Substr

from dashboard.filters import FilterError, Filters
from dashboard.filters.problems import Problem
from dashboard.queries import money, selection
from dashboard.queries.arrays import Unnested
from dashboard.queries.cells import Cell, cells, kept
from dashboard.queries.compared import Compared, LargestEntry
from dashboard.queries.denominators import NONE, denominators
from dashboard.queries.funding_by_country import names_of, row, year_of
from dashboard.queries.gaps import Gap, gaps
from dashboard.queries.joint_efforts import joint_efforts
from dashboard.queries.remembered import counted, remembered
from dashboard.queries.rows import CountryFunding
from dashboard.queries.totals import totals
from initiatives.ledger import quantities
from initiatives.models import Quantity
from initiatives.vocabulary import JOINT

FEWEST: Final = 2
MOST: Final = 6
COMPARED_MEASURES: Final = ("megawatts", "gpus", "exaflops")
Answer = TypeVar("Answer")


def countries_of(filters: Filters) -> tuple[str, ...]:
    """The two to six countries of an address, in its order. Raises FilterError where it names fewer, more, or what cannot be compared."""
    problem = problem_of(filters)
    if problem is not None:
        raise FilterError([problem], filters)
    return filters.country


def problem_of(filters: Filters) -> Problem | None:
    """What keeps the chosen countries from being compared, None where nothing does."""
    excluded, chosen = filters.excluded("country"), filters.chosen("country")
    if excluded:
        words = f"“-{excluded[0]}” leaves a country out, and a comparison shows those that it names. Name two to six."
        return Problem("country", f"-{excluded[0]}", words)
    if JOINT in chosen:
        words = "“joint” is no country: what several own together is shown with each of them and added to none. Name two to six countries."
        return Problem("country", JOINT, words)
    if not FEWEST <= len(chosen) <= MOST:
        number = {0: "no country", 1: "one country"}.get(len(chosen), f"{len(chosen)} countries")
        return Problem("country", " ".join(chosen), f"This address names {number}. A comparison shows two to six.")
    return None


def comparison(filters: Filters) -> list[Compared]:
    """The countries in the order of the address; at most eleven statements, however many they are. Raises FilterError."""
    codes, found = countries_of(filters), cells(filters)
    by_code = {code: [cell for cell in found if cell.country == code] for code in codes}
    initiatives, by_year, by_home, spoken = owned(filters), years(filters), homes(filters), stances(filters)
    promised, first, joint, between = stated(filters), largest(filters), shared(filters), gaps_of(filters, by_code)
    rows = fundings(filters, by_code, initiatives)
    return [
        Compared(
            funding=rows[code],
            totals=totals(filters, by_code[code]),
            years=by_year.get(code, {}),
            homes=by_home.get(code, {}),
            initiatives=initiatives.get(code, 0),
            joint=joint.get(code, money.ZERO),
            stances=spoken.get(code, {}),
            quantities=quantities.totals(promised.get(code, [])),
            largest=first.get(code),
            gap=between.get(code, Gap(code, rows[code].country_name, money.ZERO, money.ZERO, (), ())),
        )
        for code in codes
    ]


def fundings(filters: Filters, by_code: Mapping[str, list[Cell]], initiatives: Mapping[str, int]) -> dict[str, CountryFunding]:
    """Each country's money as the chart of countries has it; two statements."""
    codes, year = list(by_code), year_of(filters)
    divisors = remembered("denominators", f"{year} {codes}", lambda: denominators(codes, year))
    names = names_of(codes)
    return {code: row(code, names[code], kept(some, filters), initiatives.get(code, 0), divisors.get(code, NONE)) for code, some in by_code.items()}


def gaps_of(filters: Filters, by_code: Mapping[str, list[Cell]]) -> dict[str, Gap]:
    """What each country announced and did not commit; one statement."""
    firm = {code: sum((cell.net for cell in kept(some, filters, "committed")), money.ZERO) for code, some in by_code.items()}
    return {one.key: one for one in gaps(filters, firm=firm)}


def shared(filters: Filters) -> dict[str, Decimal]:
    """What counts for several owners at once, whole for each of them; one statement."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for one in joint_efforts(filters.model_copy(update={"country": ()})):
        for owner in one.owners:
            sums[owner] += one.counted
    return sums


def years(filters: Filters) -> dict[str, dict[str, dict[str, Decimal]]]:
    """Counted money by country, year of announcement and origin; one statement."""
    found = selection.entries(filters).filter(money.counting(filters)).order_by().alias(shown_net=money.amount(filters, "net"))
    sums = found.values("country", "origin", year=Substr("announced_on", 1, 4)).annotate(sum=Sum("shown_net"))
    by_country: dict[str, dict[str, dict[str, Decimal]]] = defaultdict(lambda: defaultdict(dict))
    for code, year, origin, amount in asked("years compared", filters, sums.values_list("country", "year", "origin", "sum")):
        by_country[code][year][origin] = amount or money.ZERO
    return by_country


def homes(filters: Filters) -> dict[str, dict[str | None, int]]:
    """Named organizations in the initiatives of each owner by their home; one statement."""
    named = selection.participations(filters).filter(organization__isnull=False).order_by().annotate(owner=Unnested("initiative__countries"))
    counts = named.values("owner", "organization__country_id").annotate(rows=Count("organization", distinct=True))
    return by_owner(asked("homes compared", filters, counts.values_list("owner", "organization__country_id", "rows")))


def owned(filters: Filters) -> dict[str, int]:
    """How many initiatives each country owns, alone or with others; one statement."""
    found = selection.own_initiatives(filters).order_by().annotate(owner=Unnested("countries"))
    return dict(asked("owners compared", filters, found.values("owner").annotate(rows=Count("id")).values_list("owner", "rows")))


def stances(filters: Filters) -> dict[str, dict[str, int]]:
    """Comments on the initiatives of each owner by stance; one statement."""
    found = selection.comments(filters).order_by().annotate(owner=Unnested("initiative__countries"))
    counts = found.values("owner", "stance").annotate(rows=Count("id"))
    return by_owner(asked("stances compared", filters, counts.values_list("owner", "stance", "rows")))


def stated(filters: Filters) -> dict[str, list[quantities.Quantity]]:
    """What the initiatives that a country owns alone state in megawatts, GPUs and exaflops; one statement."""
    owners = selection.own_initiatives(filters).filter(countries__len=1).values("id")
    found = Quantity.objects.filter(initiative__in=owners, measure__in=COMPARED_MEASURES).order_by("key")
    columns = ("initiative__countries", "key", "measure", "value", "status", "relation", "related_to__key")
    by_country: dict[str, list[quantities.Quantity]] = defaultdict(list)
    for (code,), *values in asked("quantities compared", filters, found.values_list(*columns)):
        by_country[code].append(quantities.Quantity(*values))
    return by_country


def largest(filters: Filters) -> dict[str, LargestEntry]:
    """The largest counted entry of each country; one statement."""
    found = selection.entries(filters).filter(money.counting(filters)).annotate(shown_net=money.amount(filters, "net"))
    first = found.filter(shown_net__isnull=False).order_by("country", F("shown_net").desc(), "entry__key").distinct("country")
    rows = first.values_list("country", "entry__key", "initiative__slug", "initiative__name", "shown_net")
    return {code: LargestEntry(*values) for code, *values in asked("largest compared", filters, rows)}


def asked(question: str, filters: Filters, rows: Iterable[Answer]) -> Sequence[Answer]:
    """The rows of a question, read once in an edition."""
    read: Callable[[], list[Answer]] = lambda: list(rows)  # noqa: E731  # typed, so that what is remembered is known
    return remembered(question, counted(filters), read)


def by_owner(rows: Iterable[tuple[str, Any, int]]) -> dict[str, dict[Any, int]]:
    """Owner → value → number."""
    found: dict[str, dict[Any, int]] = defaultdict(dict)
    for owner, value, number in rows:
        found[owner][value] = number
    return found
