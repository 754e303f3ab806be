"""Portions, ladders and flows of a small world for drawings: names from everywhere, a ceiling, a ring of payers, and what is gathered."""

from decimal import Decimal
from typing import Any

from dashboard.queries.composition import Portion
from dashboard.queries.funding_ladder import CountryLadder
from dashboard.queries.money_flows import Flow, Organization
from initiatives.ledger.values import BASES
from tests.dashboard.figures.rows import BILLION, HOSTILE, MINISTRY

NOTHING = Decimal(0)
NAMES = {"DEU": "Germany", "JPN": "Japan", "joint": "Joint efforts"}


def ladder(code: str, name: str, *sums: float | None, ceilings: dict[str, float] | None = None, **more: Any) -> CountryLadder:
    """One country from the headline to what is paid out, in billions."""
    amounts: dict[str, Any] = {basis: None if amount is None else Decimal(str(amount)) * BILLION for basis, amount in zip(BASES, sums, strict=True)}
    facts: dict[str, Any] = {"paused": {}, "beside_scope": NOTHING, "entries": 3, "undisclosed": 0, "not_convertible": 0} | more
    open_ends = {stage: Decimal(str(amount)) * BILLION for stage, amount in (ceilings or {}).items()}
    return CountryLadder(country=code, country_name=name, ceilings=open_ends, **amounts, **facts)


def ladders() -> list[CountryLadder]:
    """A full ladder with a ceiling, one that is only pledged, one that nobody discloses, and joint efforts."""
    return [
        ladder("USA", "United States", 548, 53.5, 19.8, 19.8, 3, ceilings={"committed": 0.8}, beside_scope=Decimal(5) * BILLION),
        ladder("JPN", MINISTRY, 19.5, 6.81, 2.91, 0.47, 0, paused={"Stalled Campus": BILLION}),
        ladder("HRV", HOSTILE, 55.9, 0, 0, 0, 0),
        ladder("BEL", "Belgium", None, None, 0, 0, 0, undisclosed=1),
        ladder("joint", "Joint efforts", 264, 46.3, 44.9, 44.9, 0),
    ]


def portion(region: str, code: str, name: str, slug: str | None, amount: float, committed: float = 0, ceiling: float = 0, **more: Any) -> Portion:
    """One initiative in one country, in billions."""
    sums = (Decimal(str(figure)) * BILLION for figure in (amount, committed, ceiling))
    facts: dict[str, Any] = {"entries": 2, **dict(zip(("amount", "committed", "ceiling"), sums, strict=True)), **more}
    return Portion(region=region, country=code, country_name=NAMES[code], slug=slug, name=name, **facts)


def portions() -> list[Portion]:
    """Two regions, joint money, an open part and what is gathered."""
    return [
        portion("Europe", "DEU", "Schwarz Digits data centre Lübbenau", "schwarz", 12.8, 12.8),
        portion("Europe", "DEU", HOSTILE, "hostile", 4, 1.4, 2),
        portion("Europe", "DEU", "3 others", None, 0.5, initiatives=3, undisclosed=1),
        portion("East Asia", "JPN", MINISTRY, "ministry", 3.9, 0.5, 3.9),
        portion("Joint efforts", "joint", "AI Infrastructure Partnership", "aip", 9, 9),
    ]


def organization(name: str) -> Organization:
    return Organization(name.lower().replace(" ", "-"), name)


def flow(payer: str, initiative: str, taker: str | None, amount: float, origin: str = "public", ceiling: float = 0) -> Flow:
    """Money of one payer for one initiative, in billions."""
    takers = (organization(taker),) if taker else ()
    sums = Decimal(str(amount)) * BILLION, Decimal(str(ceiling)) * BILLION
    return Flow("named", sums[0], organization(payer), "NOR", organization(initiative), "NOR", origin, takers, "lead", sums[1], 1)


def ring() -> list[Flow]:
    """SoftBank funds A and receives from its fund; A funds B, B funds A."""
    return [
        flow("SoftBank", "Alpha", "A", 5, "private"),
        flow("A", "Beta", "SoftBank", 2, "private", ceiling=1),
        flow("A", "Gamma", "B", 1, "mixed"),
        flow("B", "Delta", "A", 1, "unknown"),
    ]


def flows() -> list[Flow]:
    """The ring, hostile and long names, money without a taker, and what is gathered or has no payer."""
    return [
        flow(MINISTRY, HOSTILE, None, 7),
        *ring(),
        Flow("others", 20 * BILLION, entries=9, payers=24, initiatives=30),
        Flow("split-not-published", 12 * BILLION),
        Flow("unnamed", 3 * BILLION, undisclosed=2),
        Flow("beside-scope", 40 * BILLION),
    ]
