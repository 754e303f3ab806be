"""A small record, and changes that editors made to it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from initiatives.exchange.load import load
from initiatives.models import Edition, FundingEntry
from initiatives.publish import editing
from tests.initiatives.exchange.files import entry, funder, initiative, write, write_organizations


@pytest.fixture
def fjord(tmp_path: Path, db: None) -> None:
    """One initiative: a ministry's million, and 400,000 of it in the budget."""
    write_organizations(tmp_path, "Ministry of Fjords,government,NOR,MOF", "Fjord Machines,company,NOR,")
    whole = entry("fjord-computer#1", period="2025-2029", funders=[funder("Ministry of Fjords", country="NOR")])
    part = entry("fjord-computer#2", relation="tranche-of", related_to="fjord-computer#1", amount=400_000, stage="budgeted")
    load(write(tmp_path, initiative(funding=[whole, part])))


def whole() -> FundingEntry:
    return FundingEntry.objects.get(key="fjord-computer#1")


def changed(reason: str = "Read again", **columns: Any) -> Edition:
    """The edition in which an editor changed the whole entry."""
    row = whole()
    for name, value in columns.items():
        setattr(row, name, value)
    with editing(User.objects.get_or_create(username="ada")[0], reason) as session:
        session.save(row)
    return Edition.objects.get(number=Edition.objects.current_number())


@pytest.fixture
def doubled(fjord: None, db: None) -> Edition:
    """The edition in which the whole became two million."""
    return changed(amount=Decimal(2_000_000), note="Said in parliament")
