"""What in the ledger asks for an editor is kept with the counts, the same whether families or the whole record are counted."""

from pathlib import Path
from typing import Any

import pytest

from initiatives.exchange.load import load
from initiatives.models import Conflict, Edition, Funder, FundingEntry, Initiative, Organization
from initiatives.publish import editing
from initiatives.recount import recount_all, recount_families
from tests.initiatives.exchange.files import ADDRESS, article, entry, funder, initiative, write, write_organizations

pytestmark = pytest.mark.django_db
WHOLE, PART = "fjord-computer#1", "fjord-computer#2"


def kept() -> list[tuple[Any, ...]]:
    return list(Conflict.objects.order_by("key").values_list())


def codes() -> list[str]:
    return sorted(Conflict.objects.values_list("code", flat=True))


def loaded(folder: Path, *entries: dict[str, Any], **more: Any) -> None:
    write_organizations(folder, "Ministry of Fjords,government,NOR,MOF", "Fjord Machines,company,NOR,")
    load(write(folder, initiative(funding=list(entries), **more)))


OTHER = "https://other.example/news"


def said(number: int, **changes: Any) -> dict[str, Any]:
    return entry(f"fjord-computer#{number}", **changes)


def test_parts_that_outgrow_their_envelope_are_kept_with_what_is_at_stake(tmp_path: Path) -> None:
    loaded(tmp_path, said(1), said(2, relation="part-of", related_to=WHOLE, amount=1_500_000))
    [found] = Conflict.objects.all()
    assert (found.code, found.entry.key, found.about, found.excess, found.country) == ("parts-exceed-envelope", WHOLE, [PART], 500_000, "NOR")
    assert 30_000 < (found.usd or 0) < 70_000


def test_counting_everything_again_changes_no_conflict(curated: Path) -> None:
    before = kept()
    assert recount_all() == []
    assert kept() == before


@pytest.mark.slow
def test_counting_family_by_family_keeps_what_counting_all_keeps(curated: Path) -> None:
    before = kept()
    Conflict.objects.all().delete()
    for key in FundingEntry.objects.order_by("key").values_list("key", flat=True):
        recount_families([key])
    assert kept() == before


def test_a_settled_conflict_is_gone_in_the_same_edition(tmp_path: Path) -> None:
    loaded(tmp_path, said(1), said(2, relation="part-of", related_to=WHOLE, amount=1_500_000))
    row = FundingEntry.objects.get(key=PART)
    row.relation = "restates"
    with editing(None, "The same money") as session:
        session.save(row)
    assert codes() == ["rival-figures"]


def alike(folder: Path, **changes: Any) -> None:
    """Two million kroner in each of two articles, five days apart."""
    plain = {"amount": 20_000_000, "announced_on": "2025-03-06", "source": OTHER}
    loaded(folder, said(1, amount=20_000_000, period="2025-2026"), said(2, **{**plain, **changes}), articles=[article(), article(OTHER)])


def test_two_sums_of_one_initiative_that_look_like_one_are_found(tmp_path: Path) -> None:
    alike(tmp_path)
    [found] = Conflict.objects.all()
    assert (found.code, found.entry.key, found.about) == ("likely-restatement", PART, [WHOLE])
    assert "the same initiative, the same sum and 5 days apart" in found.message
    recount_all()
    assert codes() == ["likely-restatement"]


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": 21_000_000},
        {"announced_on": "2026-01-06"},
        {"source": ADDRESS},
        {"origin": "private"},
        {"relation": "restates", "related_to": WHOLE},
        {"period": "2031-2032"},
    ],
)
def test_other_money_is_not_taken_for_the_same(tmp_path: Path, changes: dict[str, Any]) -> None:
    alike(tmp_path, **changes)
    assert "likely-restatement" not in codes()
    before = kept()
    recount_families([PART])
    assert kept() == before


def test_sums_of_one_payer_in_two_initiatives_of_a_country_are_compared(tmp_path: Path) -> None:
    loaded(tmp_path, said(1, amount=20_000_000, funders=[funder("Ministry of Fjords", country="NOR")]))
    other = entry("other#1", amount=20_000_000, source=OTHER, funders=[funder("Ministry of Fjords", country="NOR")])
    load(write(tmp_path, initiative("other", funding=[other], articles=[article(OTHER)], participants=[], commentary=[], points=[], quantities=[])))
    assert codes() == ["likely-restatement"]
    recount_all()
    assert codes() == ["likely-restatement"]
    with editing(None, "Another payer") as session:
        paying = Funder.objects.get(entry__key="other#1")
        paying.organization = Organization.objects.get(name="Fjord Machines")
        session.save(paying)
    assert codes() == []


def test_a_later_figure_is_offered_for_an_undisclosed_amount(tmp_path: Path) -> None:
    loaded(tmp_path, said(1, amount=None))
    assert codes() == ["undisclosed"]
    row = FundingEntry(initiative=Initiative.objects.get(), amount=5, currency="NOK", stage="announced", origin="public", scope="ai")
    row.announced_on, row.tier, row.source = "2025-09-01", 2, FundingEntry.objects.get().source
    with editing(None, "A figure") as session:
        session.save(row)
    [found] = Conflict.objects.all()
    assert (found.code, found.entry.key, found.about) == ("disclosed-later", WHOLE, [PART])
    before = kept()
    recount_all()
    assert kept() == before
    with editing(None, "Removed") as session:
        session.remove(row)
    assert codes() == ["undisclosed"]
    assert Edition.objects.current_number() == 3
