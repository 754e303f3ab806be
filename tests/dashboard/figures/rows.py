"""Rows of a small world for drawings: figures in billions, names from everywhere, one country that says nothing."""

from decimal import Decimal
from typing import Any

from dashboard.figures.participant_bars import Home
from dashboard.queries.rows import CountryFunding, PeriodFunding, TotalStep

BILLION = Decimal(10) ** 9
HOSTILE = "<b>Kingdom</b> of $x$ & %{y} <script>alert(1)</script>"
MINISTRY = "経済産業省 / 네이버 / سدايا"


def billions(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount)) * BILLION


def country(code: str, name: str, public: float | None = 0, private: float | None = 0, mixed: float | None = 0, **more: Any) -> CountryFunding:
    """One country's row; None for every origin is an undisclosed sum."""
    parts = [billions(public), billions(private), billions(mixed)]
    known = [part for part in parts if part is not None]
    facts: dict[str, Any] = {"undisclosed": 0, "not_convertible": 0, "initiatives": 1, "entries": 3} | more
    return CountryFunding(
        country=code, country_name=name, public=parts[0], private=parts[1], mixed=parts[2], unknown=Decimal(0) if known else None,
        total=sum(known, Decimal(0)) if known else None, public_from_abroad=Decimal(0), **facts,
    )  # fmt: skip


def silent(code: str, name: str) -> CountryFunding:
    """A country whose only sum is undisclosed."""
    return country(code, name, None, None, None, undisclosed=1, entries=0)


def small_world() -> list[CountryFunding]:
    """The United States, Japan with a ceiling, Singapore with a floor, Belgium that says nothing, and joint efforts."""
    return [
        country("USA", "United States", 37.5, 15, 1, gdp_percent=Decimal("0.18"), per_person=Decimal(156)),
        country("JPN", "Japan", 6.81, ceilings={"public": Decimal("0.47") * BILLION}, gdp_percent=Decimal("0.16"), per_person=Decimal("55.3")),
        country("SGP", "Singapore", 2.17, at_least=Decimal("1.54") * BILLION),
        silent("BEL", "Belgium"),
        country("MEX", "Mexico", entries=0),
        country("joint", "Joint efforts", 0.6, 3.4, 42.3, owners=("DEU", "EUU")),
    ]


def periods() -> list[PeriodFunding]:
    """Three years; of the second nobody says how much."""
    nothing = Decimal(0)
    return [
        PeriodFunding("2024", billions(23), billions(2), billions(2.4), nothing, billions(27.4), Decimal(27_400_000_000), 5, 0),
        PeriodFunding("2025", None, None, None, None, None, Decimal(27_400_000_000), 0, 2),
        PeriodFunding("2026", billions(48), billions(2.3), billions(32.7), nothing, billions(83), Decimal(110_400_000_000), 9, 0),
    ]


def steps() -> list[TotalStep]:
    """The way from 100 published down to 40 counted, in billions."""
    amounts = [
        ("published", 100),
        ("restated", -20),
        ("replaced", -10),
        ("cancelled", 0),
        ("contained", -15),
        ("out_of_scope", -5),
        ("below_basis", -10),
    ]
    rows = [TotalStep(step, step.replace("_", " "), 3, Decimal(amount) * BILLION) for step, amount in amounts]
    return [*rows, TotalStep("counted", "counted once", 4, 40 * BILLION)]


def homes() -> list[Home]:
    """Two homes and one that nobody published."""
    return [
        Home("United States", 5, {"company": 3, "government": 2}),
        Home(MINISTRY, 2, {"government": 2}),
        Home("Home unknown", 1, {"company": 1}, known=False),
    ]
