"""The curated record as the line is shown it, read from its files without a database."""

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from initiatives.exchange.organizations import BETWEEN_ALIASES
from initiatives.ingest.values import KnownEntry, KnownInitiative, KnownOrganization, Record

CURATED = Path(__file__).parents[3] / "initiatives" / "data"


def known_organizations() -> tuple[KnownOrganization, ...]:
    with (CURATED / "organizations.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    return tuple(
        KnownOrganization(row["name"], row["name"], tuple(filter(None, row["aliases"].split(BETWEEN_ALIASES))), row["kind"], row["country"] or None)
        for row in rows
    )


def known_record(owner: str | None = None) -> Record:
    """The record of one owner, or all of it."""
    lines = (CURATED / "initiatives.jsonl").read_text(encoding="utf-8").splitlines()
    ours = [initiative for initiative in map(json.loads, lines) if owner is None or owner in initiative["countries"]]
    initiatives = tuple(
        KnownInitiative(
            one["slug"], one["name"], tuple(one["countries"]), one["kind"], organizations=tuple(each["organization"] for each in one["participants"])
        )
        for one in ours
    )
    return Record(initiatives, known_organizations(), tuple(known_entry(one, each) for one in ours for each in one["funding"]))


def known_entry(initiative: dict[str, Any], each: dict[str, Any]) -> KnownEntry:
    funders = tuple(str(funder["organization"] or funder["described"]) for funder in each["funders"])
    taken = ("currency", "announced_on", "hedge", "stage", "origin", "scope", "relation", "related_to", "period")
    amount = None if each["amount"] is None else Decimal(str(each["amount"]))
    return KnownEntry(
        key=str(each["key"]), initiative=str(initiative["slug"]), amount=amount, countries=tuple(initiative["countries"]), funders=funders,
        **{field: each[field] for field in taken},
    )  # fmt: skip
