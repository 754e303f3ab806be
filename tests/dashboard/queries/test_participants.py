"""Who takes part, by home: each organization once."""

from pathlib import Path

from dashboard.queries.participants import participants_by_country, participants_by_home
from tests.dashboard.conftest import Ask


def test_an_organization_with_two_roles_is_one_organization(two_countries: Path, ask: Ask) -> None:
    homes = {row.country: row for row in participants_by_home(ask())}
    assert {country: row.participants for country, row in homes.items()} == {"NOR": 1, "SWE": 1, "JPN": 1}
    assert homes["NOR"].by_role == {"lead": 1, "operator": 1}
    assert sum(homes["NOR"].by_kind.values()) == homes["NOR"].participants


def test_the_file_has_a_row_for_each_home_kind_and_role(two_countries: Path, ask: Ask) -> None:
    rows = {(row.country, row.kind, row.role): row for row in participants_by_country(ask())}
    assert rows["NOR", "company", "lead"].initiatives == 3
    assert rows["NOR", "company", "operator"].initiatives == 1
    assert rows["JPN", "government", "partner"].country_name == "Japan"


def test_roles_kinds_and_homes_narrow(two_countries: Path, ask: Ask) -> None:
    assert [row.country for row in participants_by_home(ask("role=supplier"))] == ["SWE"]
    assert [row.country for row in participants_by_home(ask("type=government"))] == ["JPN"]
    assert [row.country for row in participants_by_home(ask("country=SWE&home=NOR"))] == ["NOR"]
