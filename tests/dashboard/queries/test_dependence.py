"""Who comes from abroad, by owner: counted by hand on a small record."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dashboard.queries import editions
from dashboard.queries.dependence import ALL, HomeShare, dependence, is_abroad
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import initiative, participant, write


@pytest.fixture
def three_efforts(db: None, tmp_path: Path) -> Path:
    """Norway with three at home, two from abroad and one of unknown home; Norway and Sweden together; the European Union with a German lab."""
    own: dict[str, Any] = {"funding": [], "quantities": [], "commentary": []}
    path = write(
        tmp_path,
        initiative(
            "fjord",
            participants=[
                participant("Fjord Machines"),
                participant("Fjord Machines", role="operator"),
                participant("Bergen Lab"),
                participant("Oslo Bank", kind="bank"),
                participant("Malmö Cloud", country="SWE"),
                participant("Texas Chips", country="USA"),
                participant("Nobody Knows", country=None),
                participant(None, described="major banks", country=None, kind=None, role="investor"),
            ],
            **own,
        ),
        initiative(
            "together",
            countries=["NOR", "SWE"],
            participants=[
                participant("Fjord Machines"),
                participant("Malmö Cloud", country="SWE"),
                participant("Texas Chips", country="USA"),
            ],
            **own,
        ),
        initiative("union", countries=["EUU"], participants=[participant("Labor Berlin", country="DEU"), participant("Bergen Lab")], **own),
    )
    loading.load(path)
    return path


def table(rows: list[HomeShare]) -> dict[tuple[str, str | None], tuple[int, int, int]]:
    return {(row.country, row.home): (row.participations, row.from_abroad, row.of) for row in rows}


def test_an_organization_counts_once_in_an_initiative_and_again_in_the_next(three_efforts: Path, ask: Ask) -> None:
    found = table(dependence(ask()))
    assert found[ALL, "NOR"] == (5, 1, 10)
    assert found["NOR", "NOR"] == (4, 0, 8)
    assert found["NOR", "USA"] == (2, 2, 8)


def test_a_fellow_owner_is_no_stranger_and_neither_is_a_member_of_the_owner(three_efforts: Path, ask: Ask) -> None:
    found = table(dependence(ask()))
    assert found["NOR", "SWE"] == (2, 1, 8), "a stranger in Norway’s own effort, an owner in the common one"
    assert found["SWE", "NOR"] == (1, 0, 3)
    assert found["EUU", "DEU"] == (1, 0, 2)
    assert found["EUU", "NOR"] == (1, 1, 2)
    assert is_abroad("EUU", ("FRA",)), "an institution of the Union is a guest in a member’s effort"


def test_the_unknown_are_in_no_share(three_efforts: Path, ask: Ask) -> None:
    (unknown,) = [row for row in dependence(ask()) if row.country == "NOR" and row.home is None]
    assert (unknown.participations, unknown.from_abroad, unknown.percent) == (1, 0, None)
    shares = [row.percent for row in dependence(ask()) if row.country == "NOR" and row.percent]
    assert sum(shares, Decimal(0)) == 100


def test_choosing_homes_changes_no_share_and_choosing_owners_hides_the_others(three_efforts: Path, ask: Ask) -> None:
    assert table(dependence(ask("home=USA"))) == {(ALL, "USA"): (2, 2, 10), ("NOR", "USA"): (2, 2, 8), ("SWE", "USA"): (1, 1, 3)}
    assert {row.country for row in dependence(ask("country=SWE"))} == {ALL, "SWE"}
    assert {row.country for row in dependence(ask("country=joint"))} == {ALL, "NOR", "SWE"}
    assert {row.country for row in dependence(ask("region=-Europe"))} == {ALL, "EUU"}


def test_the_whole_comes_first_and_costs_one_statement(three_efforts: Path, ask: Ask, django_assert_num_queries: object) -> None:
    filters = ask()
    with editions.reading(editions.newest()), django_assert_num_queries(1):  # type: ignore[operator]
        rows = dependence(filters)
    assert [row.country for row in rows][:2] == [ALL, ALL]
