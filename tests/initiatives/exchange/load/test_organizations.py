"""Who takes part, by the names of a file and of the table beside it."""

from pathlib import Path

import pytest

from initiatives.exchange.load import load
from initiatives.models import Organization, OrganizationName, Participation
from tests.initiatives.exchange.files import initiative, participant, write, write_organizations
from tests.initiatives.exchange.stored import refusal

pytestmark = pytest.mark.django_db


def test_the_organizations_beside_a_file_give_their_other_names(tmp_path: Path) -> None:
    write_organizations(tmp_path, "Ministry of Fjords,government,NOR,MoF|海の省", "Fjord Machines,company,NOR,")
    load(write(tmp_path, initiative(participants=[participant("Fjord Machines"), participant("MoF", kind="government", role="funder")])))
    ministry = Organization.objects.get(name="Ministry of Fjords")
    assert [name.name for name in ministry.names.all()] == ["MoF", "海の省"]
    assert ministry.participations.get().role == "funder"
    assert not Organization.objects.filter(name="MoF").exists()


def test_a_participant_that_contradicts_the_organizations_is_refused(tmp_path: Path) -> None:
    write_organizations(tmp_path, "Fjord Machines,startup,NOR,")
    words = refusal(write(tmp_path, initiative()))
    assert 'line 1, participants[0].kind: "company" contradicts organizations.csv line 2, where Fjord Machines has "startup".' in words


def test_a_table_of_organizations_is_loaded_by_itself_or_refused_whole(tmp_path: Path) -> None:
    load(write_organizations(tmp_path, "Fjord Machines,company,NOR,FM"))
    report = load(write_organizations(tmp_path, "Fjord Machines,startup,NOR,FM"))
    assert report.rows == {("changed", "organizations"): 1}
    words = refusal(write_organizations(tmp_path, "Ny,firm,NOR,", "Fjord Machines,company,NRW,", "Ny,company,NOR,FM"))
    assert 'organizations.csv line 2, kind: "firm" is not a kind of organization.' in words
    assert 'organizations.csv line 3, country: "NRW"' in words
    assert Organization.objects.get().kind == "startup"


def test_a_former_name_in_a_file_leads_to_the_organization_of_today(tmp_path: Path) -> None:
    path = write(tmp_path, initiative())
    load(path)
    machines = Organization.objects.get(name="Fjord Machines")
    OrganizationName.objects.create(organization=machines, name="Fjord Machines", until="2026-01-01")
    Organization.objects.filter(pk=machines.pk).update(name="Nordic Machines")
    assert load(path).unchanged == 1
    write_organizations(tmp_path, "Fjord Machines,company,NOR,")
    assert load(path).unchanged == 1
    assert not Organization.objects.filter(name="Fjord Machines").exists()


def test_participants_that_nobody_named_are_described(tmp_path: Path) -> None:
    unnamed = participant(None, kind=None, country=None, described="major banks", status="expected")
    load(write(tmp_path, initiative(participants=[unnamed])))
    assert Participation.objects.get().described == "major banks"
