"""One country of a comparison, with every figure that is compared; must not know how it was asked, drawn or told."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.queries.dependence import is_abroad
from dashboard.queries.gaps import Gap
from dashboard.queries.rows import CountryFunding, Totals


@dataclass(frozen=True, slots=True)
class LargestEntry:
    """The one entry that adds most to a country's sum."""

    key: str
    slug: str
    initiative: str
    counts: Decimal


@dataclass(frozen=True, slots=True)
class Compared:
    """One country with every figure that is compared. `joint` counts for several owners and is in no other figure of it; `homes` are the named
    organizations in its initiatives by their home, None while unknown; `quantities` are sums by measure and status of what it owns alone."""

    funding: CountryFunding
    totals: Totals
    years: Mapping[str, Mapping[str, Decimal]]  # year of announcement → origin → counted
    homes: Mapping[str | None, int]
    initiatives: int
    joint: Decimal
    stances: Mapping[str, int]
    quantities: Mapping[tuple[str, str], Decimal]
    largest: LargestEntry | None
    gap: Gap

    @property
    def code(self) -> str:
        return self.funding.country

    @property
    def name(self) -> str:
        return self.funding.country_name

    @property
    def organizations(self) -> int:
        return sum(self.homes.values())

    @property
    def at_home(self) -> int:
        """Organizations of the country itself; of a body of countries also those of its members."""
        return sum(number for home, number in self.homes.items() if home is not None and not is_abroad(home, (self.code,)))

    @property
    def abroad(self) -> Mapping[str, int]:
        """Organizations from elsewhere by their home, the most first."""
        found = [(home, number) for home, number in self.homes.items() if home is not None and is_abroad(home, (self.code,))]
        return dict(sorted(found, key=lambda one: (-one[1], one[0])))

    @property
    def from_abroad(self) -> int:
        return sum(self.abroad.values())

    @property
    def home_unknown(self) -> int:
        return self.homes.get(None, 0)

    @property
    def comments(self) -> int:
        return sum(self.stances.values())

    @property
    def doubting(self) -> int:
        return self.stances.get("critical", 0) + self.stances.get("cautious", 0)

    @property
    def beside(self) -> Decimal:
        """What counts in the other scopes."""
        return sum(self.totals.beside_scope.values(), Decimal(0))
