"""Other names of initiatives go out and come back; a file that still uses an address which leads on is told where it leads."""

import io
import json
from pathlib import Path

import pytest

from initiatives.exchange import dump, load
from initiatives.exchange.problems import Refused
from initiatives.models import FundingEntry, Initiative, InitiativeName, Organization, OrganizationName, Quantity
from initiatives.publish import identity

pytestmark = pytest.mark.django_db


def dumped() -> list[dict[str, object]]:
    output = io.StringIO()
    dump.dump_initiatives(output)
    return [json.loads(line) for line in output.getvalue().splitlines()]


def written(tmp_path: Path, lines: list[dict[str, object]]) -> Path:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines))
    return path


@pytest.mark.slow
def test_a_merged_initiative_is_dumped_and_loaded_with_its_names_and_keys(curated: object, tmp_path: Path) -> None:
    kept, other = Initiative.objects.filter(countries=["JPN"], funding__isnull=False).distinct().order_by("pk")[:2]
    old = written(tmp_path, dumped())
    identity.merge("initiative", kept.slug, other.slug, None)
    after = dumped()
    line = next(line for line in after if line["slug"] == kept.slug)
    assert line["also_called"] == [{"name": other.name, "slug": other.slug}]
    assert all("also_called" not in line for line in after if line["slug"] != kept.slug)

    with pytest.raises(Refused, match=f'"{other.slug}" leads to "{kept.slug}" today'):
        load.load(old)
    assert load.load(written(tmp_path, after)).edition is None

    Quantity.objects.filter(related_to__isnull=False).update(relation="new", related_to=None)
    FundingEntry.objects.filter(related_to__isnull=False).update(relation="new", related_to=None)
    Initiative.objects.all().delete()
    load.load(written(tmp_path, after))
    assert dumped() == after


def test_an_entry_that_was_split_off_keeps_its_key_in_the_format(curated: object, tmp_path: Path) -> None:
    source = Initiative.objects.filter(funding__related_to=None, funding__related_by=None, countries=["JPN"]).distinct().order_by("pk")[0]
    old = written(tmp_path, dumped())
    entry = source.funding.order_by("pk")[0]
    target = Initiative(name="Boats that Think", countries=["JPN"], kind="adoption", status="announced", announced="2026", summary="Boats.")
    identity.split("initiative", source.slug, target, {"fundingentry": [entry.pk]}, None)

    line = next(line for line in dumped() if line["slug"] == "boats-that-think")
    assert line["keys_of"] == [source.slug]
    assert load.load(written(tmp_path, dumped())).edition is None
    with pytest.raises(Refused, match="of another stored initiative"):
        load.load(old)
    assert FundingEntry.objects.get(pk=entry.pk).initiative == target


@pytest.mark.parametrize(
    "names", ["Boats", [{"called": "Boats"}], [{"name": "Boats"}, {"name": "Boats"}], [{"name": "Boats", "until": "soon"}], [{}]]
)
def test_names_that_are_none_are_refused_in_words(names: object, curated: object, tmp_path: Path) -> None:
    line = {**dumped()[0], "also_called": names}

    with pytest.raises(Refused, match="also_called"):
        load.load(written(tmp_path, [line]))
    assert not InitiativeName.objects.exists()


def test_a_table_that_still_has_a_merged_organization_follows_to_the_one_that_is_kept(curated: object, tmp_path: Path) -> None:
    kept, other = Organization.objects.get(name="SoftBank Group"), Organization.objects.get(name="SoftBank Corp.")
    table = tmp_path / "organizations.csv"
    output = io.StringIO()
    dump.dump_organizations(output)
    identity.merge("organization", kept.slug, other.slug, None)
    table.write_text("\n".join(line for line in output.getvalue().splitlines() if "SoftBank" in line or line.startswith("name")))

    load.load(table)

    assert not Organization.objects.filter(name="SoftBank Corp.").exists()
    assert OrganizationName.objects.get(organization=kept, name="SoftBank Corp.").slug == other.slug
