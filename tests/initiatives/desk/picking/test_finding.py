"""Pickers find by any name, in any script, with or without accents, by any word's beginning, and forgive a slip of the pen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.desk.picking import find_initiatives, find_organizations, picked_initiative, picked_organization
from initiatives.models import Initiative, InitiativeName, Organization, OrganizationName
from initiatives.recount import recount_search

pytestmark = pytest.mark.django_db
LIGHTHOUSES, COAST = "Ministry of Harbours and Lighthouses", "Agence d’Innovation de Côte d’Ivoire"
NAMES = (
    ("Ministry of Fjords", "NOR", ()),
    (LIGHTHOUSES, "NOR", (("Ministry of Lamps", "2025-12-31"), ("海洋省", None), ("وزارة البحر", None))),
    (COAST, "CIV", (("Υπουργείο Θάλασσας", None),)),
    ("Northlight Corporation", "FIN", ()),
    ("Türkiye Sea Bank", "TUR", ()),
    ("Sealight", "FIN", (("MHL", None), ("The Light", None))),
    ("Redlight", "FIN", (("The Light", None),)),
)


@pytest.fixture
def named() -> None:
    """Organizations and an initiative with other names in several scripts."""
    for name, country, others in NAMES:
        row = Organization.objects.create(name=name, slug=Organization.objects.free_slug(name), kind="government", country_id=country)
        for other, until in others:
            OrganizationName.objects.create(organization=row, name=other, until=until, slug=Organization.objects.free_slug(other))
    boats = Initiative(slug="boats", name="Boats that Think", countries=["NOR"], kind="adoption", status="announced", announced="2026", summary="B.")
    boats.save()
    InitiativeName.objects.create(initiative=boats, name="Robot Fleet", slug="robot-fleet")
    recount_search()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ministry of fjo", "Ministry of Fjords"),
        ("fjor", "Ministry of Fjords"),
        ("lighth harb", LIGHTHOUSES),
        ("ministry of lamps", LIGHTHOUSES),
        ("海洋", LIGHTHOUSES),
        ("وزارة", LIGHTHOUSES),
        ("θαλασσας", COAST),
        ("cote d'ivoire", COAST),
        ("turkiye", "Türkiye Sea Bank"),
        ("northlight inc", "Northlight Corporation"),
        ("northligth", "Northlight Corporation"),
        ("nrothlight corp", "Northlight Corporation"),
        ("minsitry of fjords", "Ministry of Fjords"),
        ("north light", "Northlight Corporation"),
        ("Fojrds", "Ministry of Fjords"),
    ],
)
def test_an_organization_is_found_by(typed: str, name: str, named: None) -> None:
    assert find_organizations(typed)[0].name == name


def test_an_alias_goes_before_the_initials_of_another_name(named: None) -> None:
    assert [one.name for one in find_organizations("MHL")] == ["Sealight", LIGHTHOUSES]


def test_a_former_name_is_shown_beside_todays_with_its_last_day(named: None) -> None:
    found = find_organizations("lamps")[0]

    assert (found.name, found.matched) == (LIGHTHOUSES, "then Ministry of Lamps, until 31\u00a0Dec\u00a02025")
    assert (found.country_name, found.kind, found.close) == ("Norway", "government", False)


def test_a_forgiven_slip_is_said_and_another_word_is_not_forgiven(named: None) -> None:
    assert find_organizations("nortlight")[0].close
    assert find_organizations("quarry") == []


def test_whoever_more_is_said_about_comes_first(curated: object) -> None:
    assert find_organizations("m")[0].name == "Microsoft"
    assert find_organizations("ministry of econ", owner="OMN")[0].country == "OMN"


@pytest.mark.parametrize("typed", ["", " ", "%", "_", "'", "\\", "a'b:*&!|()", "\x00", "…", "\ud800", "x" * 5000, "''''"])
def test_no_text_is_too_odd_to_look_for(typed: str, named: None) -> None:
    assert find_organizations(typed) == []


def test_finding_takes_three_statements_at_most(named: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        find_organizations("nortlight")
    assert len(asked) == 3


def test_a_name_an_alias_an_address_and_an_old_address_mean_one(named: None) -> None:
    lighthouses = Organization.objects.get(name=LIGHTHOUSES)
    for typed in ("ministry of harbours and lighthouses", "Ministry of Lamps", lighthouses.slug, "ministry-of-lamps"):
        assert picked_organization(typed).row == lighthouses, typed
    assert picked_organization("whatever was typed", slug=lighthouses.slug).row == lighthouses


def test_a_name_of_two_is_asked_about(named: None) -> None:
    picked = picked_organization("the light")

    assert (picked.row, {one.name for one in picked.several}) == (None, {"Sealight", "Redlight"})
    assert picked.fault == "“the light” is the name of 2. Choose the one that you mean."


def test_todays_name_goes_before_the_same_name_as_anothers_alias(named: None) -> None:
    other = Organization.objects.create(name="The Light", slug="the-light-2")
    recount_search()

    assert picked_organization("the light").row == other


def test_what_nobody_is_called_is_said_with_names_like_it(named: None) -> None:
    assert "“Northlight Corporation”" in picked_organization("Nortlight").fault
    assert picked_organization("Quarry").fault == "No organization is called “Quarry”. Type another name of it, or make a new one."
    assert picked_organization("").fault == ""


def test_an_initiative_is_found_by_its_alias_and_its_old_address(named: None) -> None:
    found = find_initiatives("robot")[0]

    assert (found.slug, found.matched, found.country) == ("boats", "Robot Fleet", "NOR")
    assert {picked_initiative("", slug="robot-fleet").row.slug, picked_initiative("Robot fleet").row.slug} == {"boats"}
