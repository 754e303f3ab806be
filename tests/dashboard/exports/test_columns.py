"""The columns of every download stand in their fixed order; further ones may follow."""

import pytest

from dashboard.exports import columns

FIXED = {
    "funding-by-country": "country country_name public public_from_abroad private mixed unknown total initiatives entries undisclosed not_convertible"
    " gdp_percent per_person scope basis currency as_of edition",
    "funding-over-time": "period public private mixed unknown total cumulative basis currency as_of edition",
    "participants-by-country": "country country_name kind role participants initiatives as_of edition",
    "why-this-total": "step label entries amount scope basis currency as_of edition",
    "dependence": "country country_name home home_name participations from_abroad initiatives of_known_home percent as_of edition",
    "initiative-timeline": "slug name countries kind status announced start end as_of edition",
    "commentary-stance": "by value label critical cautious neutral supportive comments as_of edition",
    "energy-and-compute": "country country_name measure status value ceiling target about at_least stated owners as_of edition",
    "ledger": "key initiative country announced_on amount currency hedge amount_low amount_high stage origin scope funders relation related_to"
    " gross net reason converted rate rate_day rate_provider tier source edition",
    "initiatives": "slug name countries kind status announced start end counted currency basis participants summary edition",
}


@pytest.mark.parametrize("name", FIXED)
def test_the_fixed_columns_come_first(name: str) -> None:
    names = [column.name for column in {**columns.CHARTS, **columns.LISTS}[name]]
    assert names[: len(FIXED[name].split())] == FIXED[name].split()
    assert len(set(names)) == len(names)


def test_the_map_has_the_columns_of_the_ranking() -> None:
    assert columns.CHARTS["funding-map"] == columns.CHARTS["funding-by-country"]
