"""The record of Norway and Sweden, apart and together."""

from pathlib import Path
from typing import Any

from tests.initiatives.exchange.files import comment, entry, funder, initiative, participant, write


def write_two_countries(folder: Path) -> Path:
    """A file of the whole small record."""
    return write(folder, norway(), norway_chips(), sweden(), together())


def norway() -> dict[str, Any]:
    """An envelope of 100 m kroner with a committed part of 40 m, said again once; and a private pledge of $500 m."""
    key = "fjord-computer"
    return initiative(
        key,
        themes=["compute", "energy"],
        funding=[
            entry(f"{key}#1", amount=100_000_000, funders=[funder("Ministry of Fjords", country="NOR")]),
            entry(
                f"{key}#2",
                amount=40_000_000,
                stage="committed",
                relation="part-of",
                related_to=f"{key}#1",
                announced_on="2025-06-10",
                hedge="up-to",
                amount_high=40_000_000,
            ),
            entry(f"{key}#3", amount=100_000_000, relation="restates", related_to=f"{key}#1", announced_on="2025-09"),
            entry(f"{key}#4", amount=500_000_000, currency="USD", stage="pledged", origin="private", announced_on="2025", instrument=None),
        ],
        participants=[
            participant("Fjord Machines"),
            participant("Fjord Machines", role="operator"),
            participant("Malmö Cloud", country="SWE", role="supplier"),
        ],
        commentary=[comment(), comment(speaker="Per Hansen", stance="supportive", actor="official", aspects=["jobs"], date=None)],
    )


def norway_chips() -> dict[str, Any]:
    """Chips for 2 bn kroner, which is not for AI alone."""
    key = "nordic-chips"
    funding = [entry(f"{key}#1", amount=2_000_000_000, scope="chips", announced_on="2024-05-02")]
    return initiative(
        key,
        name="Nordic Chips",
        kind="chips",
        status="announced",
        themes=["chips"],
        announced="2024-05-02",
        funding=funding,
        quantities=[],
        commentary=[],
    )


def sweden() -> dict[str, Any]:
    """One undisclosed sum, and 9 m euros for Finland out of a Swedish programme, half paid by the European Union."""
    key = "stockholm-lab"
    return initiative(
        key,
        name="Stockholm Språklab",
        countries=["SWE"],
        kind="research-hub",
        announced="2026-01-15",
        themes=["language-models"],
        funding=[
            entry(f"{key}#1", amount=None, currency="SEK", announced_on="2026-01-15"),
            entry(
                f"{key}#2", amount=9_000_000, currency="EUR", recipient_country="FIN", announced_on="2026-02-01",
                funders=[funder("Government of Finland", country="FIN", share=0.5), funder("European Union", country="EUU", share=0.5)],
            ),
        ],
        participants=[participant("経済産業省", kind="government", country="JPN", role="partner")],
        quantities=[],
        commentary=[comment(speaker="Anna Al-Olama", stance="critical", actor="academic", country="SWE", aspects=["energy", "language"])],
    )  # fmt: skip


def together() -> dict[str, Any]:
    """Both countries own it: 30 m euros are counted once, under joint."""
    key = "baltic-data-space"
    funding = [
        entry(f"{key}#1", amount=30_000_000, currency="EUR", stage="budgeted", announced_on="2025-11-30", period="2026-2028", hedge="at-least")
    ]
    return initiative(
        key,
        name="Baltic Data Space",
        countries=["NOR", "SWE"],
        kind="data",
        announced="2025-11-30",
        themes=["data"],
        funding=funding,
        quantities=[],
        commentary=[],
    )
