"""What the tests of publishing share: a small record and an editor."""

from pathlib import Path

import pytest

from initiatives.exchange.load import load
from tests.initiatives.exchange.files import entry, funder, initiative, write, write_organizations


@pytest.fixture
def fjord(tmp_path: Path, db: None) -> None:
    """One initiative: a ministry's five-year million, and 400,000 of it in the budget."""
    write_organizations(tmp_path, "Ministry of Fjords,government,NOR,MOF", "Fjord Machines,company,NOR,")
    whole = entry("fjord-computer#1", period="2025-2029", funders=[funder("Ministry of Fjords", country="NOR")])
    part = entry("fjord-computer#2", relation="tranche-of", related_to="fjord-computer#1", amount=400_000, stage="budgeted")
    load(write(tmp_path, initiative(funding=[whole, part])))
