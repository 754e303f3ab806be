"""Themes, funders, organizations and speakers are those of the record."""

from datetime import date
from pathlib import Path

import pytest
from django.http import QueryDict

from dashboard.filters import FilterError, Filters
from initiatives.models import Country, Organization, OrganizationName


def test_values_of_the_record_are_taken_and_others_refused(two_countries: Path) -> None:
    filters = Filters.from_query(QueryDict("theme=compute&speaker=Kari+Nordmann&aspect=jobs&organization=fjord-machines&funder=ministry-of-fjords"))
    assert filters.names["fjord-machines"] == "Fjord Machines"
    assert [one.words for one in filters.active()][:3] == ["compute", "paid by Ministry of Fjords", "with Fjord Machines"]
    with pytest.raises(FilterError, match="“hydrology” is no theme of the record"):
        Filters.from_query(QueryDict("theme=hydrology"))


def test_a_former_address_of_an_organization_is_read_as_todays(two_countries: Path) -> None:
    ministry = Organization.objects.get(slug="ministry-of-fjords")
    OrganizationName.objects.create(organization=ministry, name="Ministry of Bays", slug="ministry-of-bays", until=date(2024, 12, 31))
    assert Filters.from_query(QueryDict("funder=ministry-of-bays")).funder == ("ministry-of-fjords",)


@pytest.mark.django_db
def test_an_actor_that_somebody_added_can_be_chosen() -> None:
    Country.objects.create(code="ARCTIC", name="Arctic Council", is_actor=True)
    assert Filters.from_query(QueryDict("country=ARCTIC")).country == ("ARCTIC",)


def test_an_organization_is_found_by_any_of_its_names_in_any_case(two_countries: Path) -> None:
    filters = Filters.from_query(QueryDict("funder=ministry+of+FJORDS&organization=Fjord+Machines&theme=Compute"))
    assert (filters.funder, filters.organization, filters.theme) == (("ministry-of-fjords",), ("fjord-machines",), ("compute",))
    assert filters.is_rewritten


def test_an_initiative_is_chosen_by_its_address_and_named(two_countries: Path) -> None:
    filters = Filters.from_query(QueryDict("initiative=nordic-chips&initiative=-fjord-computer&funder=ministry-of-fjords"))
    assert [one.words for one in filters.active()][1] == "Nordic Chips"
    assert filters.initiative == ("nordic-chips", "-fjord-computer")
    with pytest.raises(FilterError, match=r"“fjord-machines” is no initiative of the record\."):
        Filters.from_query(QueryDict("initiative=fjord-machines"))


def test_taking_part_a_home_abroad_and_a_stated_quantity_are_words_of_the_address(two_countries: Path) -> None:
    filters = Filters.from_query(QueryDict("role=any&home=abroad&quantity=megawatts-planned"))
    assert filters.selection_in_words() == "planned power, taking part, from abroad"
