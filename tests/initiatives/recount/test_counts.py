"""What stands beside an entry's count."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from initiatives.exchange.load import load
from initiatives.ledger.count import count
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import Entry
from initiatives.models import FundingCount
from initiatives.recount.counts import abroad_share
from tests.initiatives.exchange.files import entry, initiative, write

ENTRY = Entry("a#1", Decimal(100), "EUR", "2025-12-21", "announced", "new", None, "ai", "public", ("DEU",))
HALF = Decimal("0.5")


@pytest.mark.parametrize(
    ("changes", "payers", "share"),
    [
        ({}, [("DEU", None)], Decimal(0)),
        ({}, [("EUU", None)], Decimal(1)),
        ({}, [("EUU", HALF), ("DEU", HALF)], HALF),
        ({}, [("EUU", None), ("DEU", None)], None),
        ({}, [("EUU", None), (None, None)], None),
        ({}, [], None),
        ({"origin": "mixed"}, [("EUU", None)], None),
        ({"owners": ("DEU", "EUU")}, [("EUU", None)], Decimal(0)),
        ({"recipient_country": "KEN"}, [("DEU", None)], Decimal(1)),
    ],
)
def test_money_from_abroad_is_that_of_another_state_or_the_union(
    changes: dict[str, object], payers: list[tuple[str | None, Decimal | None]], share: Decimal | None
) -> None:
    changed = replace(ENTRY, **changes)  # type: ignore[arg-type]
    counted = count([changed], load_rates())["a#1"]
    assert abroad_share(changed, counted, payers) == share


@pytest.mark.django_db
def test_dollars_stand_beside_their_rate_its_day_and_its_provider(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(funding=[entry("fjord-computer#1", amount=10**12, currency="JPY", announced_on="2025-12-21")])))
    row = FundingCount.objects.get()
    assert (row.rate_day, row.rate_provider, row.rate_mark) == ("2025-12-19", "ECB", "exact")
    assert row.rate is not None
    assert row.usd_net == row.usd_published == round(10**12 * row.rate, 2)


@pytest.mark.django_db
def test_an_undisclosed_amount_is_null_and_never_zero(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(funding=[entry("fjord-computer#1", amount=None)])))
    row = FundingCount.objects.get()
    assert (row.disclosed, row.usd_published, row.reason) == (False, None, "undisclosed")


@pytest.mark.django_db
def test_what_cannot_be_converted_has_no_dollars(tmp_path: Path) -> None:
    load(write(tmp_path, initiative(funding=[entry("fjord-computer#1", currency="KPW")])))
    row = FundingCount.objects.get()
    assert (row.rate, row.usd_published, row.usd_net) == (None, None, None)
    assert row.net == 1_000_000
