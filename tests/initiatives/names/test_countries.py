"""Names of countries and actors: ours, found exactly, never guessed."""

import pycountry
import pytest

from initiatives.names.countries import COUNTRIES, EU_MEMBERS, find, in_region, name_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("UK", "GBR"), ("Turkey", "TUR"), ("Türkiye", "TUR"), ("Turkiye", "TUR"), ("Republic of Korea", "KOR"), ("Korea", "KOR"), ("Kosovo", "XKX"),
        ("Niger", "NER"), ("Russia", "RUS"), ("Côte d’Ivoire", "CIV"), ("Côte d'Ivoire", "CIV"), ("Ivory Coast", "CIV"), ("European Union", "EUU"),
        ("the EU", "EUU"), ("Taiwan", "TWN"), ("Viet Nam", "VNM"), ("UAE", "ARE"), ("Georgia", "GEO"), ("ASEAN", "ASEAN"), ("African Union", "AFU"),
        ("the Netherlands", "NLD"), ("JPN", "JPN"), ("DE", "DEU"),
    ],
)  # fmt: skip
def test_a_name_finds_its_country(name: str, code: str) -> None:
    assert find(name) == code


@pytest.mark.parametrize("name", ["Congo", "Nige", "Freedonia", "", "  ", "in", "Koreas"])
def test_what_is_no_name_or_two_countries_name_finds_nothing(name: str) -> None:
    assert find(name) is None


def test_every_iso_country_and_kosovo_is_in_the_table_under_its_codes() -> None:
    ours = {code: country.iso2 for code, country in COUNTRIES.items() if not country.is_actor}
    theirs = {country.alpha_3: country.alpha_2 for country in pycountry.countries}
    assert ours == {**theirs, "XKX": "XK"}


def test_display_names_are_our_own() -> None:
    assert [name_of(code) for code in ("TWN", "HKG", "TUR", "CIV", "XKX", "KOR")] == [
        "Taiwan",
        "Hong Kong",
        "Türkiye",
        "Côte d’Ivoire",
        "Kosovo",
        "South Korea",
    ]
    assert not [country.name for country in COUNTRIES.values() if "Province of" in country.name]


def test_the_union_has_its_members_and_fiscal_years_begin_where_they_do() -> None:
    assert len(EU_MEMBERS) == 27
    assert {member for country in COUNTRIES.values() for member in country.members} <= set(COUNTRIES)
    assert [COUNTRIES[code].fiscal_year_start_month for code in ("JPN", "IND", "USA", "AUS", "DEU")] == [4, 4, 10, 7, 1]


def test_a_region_lists_countries_without_actors() -> None:
    assert "FRA" in in_region("Europe")
    assert "EUU" not in in_region("Europe")
