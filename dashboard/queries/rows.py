"""The named rows that queries answer with and figures draw: plain values, no Django, no requests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Money = Decimal | None  # in units of the display currency; None where nobody said, or nothing could be converted


@dataclass(frozen=True, slots=True)
class Split:
    """Counted money of one origin: `stated` as published, `ceiling` the part whose figure is an “up to”; None where every entry is undisclosed."""

    total: Money
    ceiling: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class CountryFunding:
    """Counted money of one country, of the EU as its own actor, or of `joint` efforts, at one basis and scope."""

    country: str  # ISO 3166-1 alpha-3, EUU or another actor, or "joint"
    country_name: str
    public: Money
    private: Money
    mixed: Money
    unknown: Money
    total: Money
    public_from_abroad: Money
    initiatives: int
    entries: int  # entries that add to the total
    undisclosed: int
    not_convertible: int
    gdp_percent: Decimal | None = None
    per_person: Decimal | None = None
    ceilings: Mapping[str, Decimal] = field(default_factory=dict)  # origin → part of it that is “up to” or a target
    at_least: Decimal = Decimal(0)  # part of the total whose figure is a floor (“at least”)
    owners: tuple[str, ...] = ()  # only for joint: the codes of the owners


@dataclass(frozen=True, slots=True)
class PeriodFunding:
    """Counted money announced in one year or quarter, with the running total."""

    period: str  # "2025" or "2025-Q3"
    public: Money
    private: Money
    mixed: Money
    unknown: Money
    total: Money
    cumulative: Decimal
    entries: int = 0
    undisclosed: int = 0
    ceilings: Mapping[str, Decimal] = field(default_factory=dict)  # origin → part of it that is “up to” or a target
    at_least: Decimal = Decimal(0)  # part of the total whose figure is a floor (“at least”)
    unstated: Mapping[str, Decimal] = field(default_factory=dict)  # origin → part of it of which nobody says which years it is meant for
    unstated_ceilings: Mapping[str, Decimal] = field(default_factory=dict)  # and of that what is “up to” or a target

    @property
    def no_period(self) -> Decimal:
        """The part of the total of which nobody says which years it is meant for; it stands where it was announced."""
        return sum(self.unstated.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class ParticipantCount:
    """Organizations taking part, by their home country (None while unknown), kind and role."""

    country: str | None
    country_name: str
    kind: str | None
    role: str
    participants: int
    initiatives: int


@dataclass(frozen=True, slots=True)
class TotalStep:
    """One step from everything published down to the counted total; `amount` is signed. The last step says how much of it is hedged."""

    step: str
    label: str
    entries: int
    amount: Decimal
    ceiling: Decimal = Decimal(0)  # part of the amount that is “up to” or a target
    at_least: Decimal = Decimal(0)  # part of the amount whose figure is a floor (“at least”)
    undisclosed: int = 0  # entries that would count if somebody said how much they are


@dataclass(frozen=True, slots=True)
class Totals:
    """The counted total of a selection with what lies beside it."""

    total: Money
    public: Money
    private: Money
    mixed: Money
    unknown: Money
    by_basis: Mapping[str, Decimal]  # headline … disbursed, same scope
    beside_scope: Mapping[str, Decimal]  # scopes outside the chosen ones → counted at the same basis
    only_pledged: Decimal  # below the basis, in the chosen scope
    published: Decimal
    statements: int
    counted_entries: int
    undisclosed: int
    not_convertible: int
    countries: int
    has_union: bool  # whether the European Union is among the owners with counted money
    ceiling: Decimal = Decimal(0)  # part of the total that is “up to” or a target
    at_least: Decimal = Decimal(0)  # part of the total whose figure is a floor (“at least”)
