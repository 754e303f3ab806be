"""What an organization pays stands on one line an initiative, its own share apart from what it pays with others."""

from pathlib import Path

from dashboard.pages.payments import payments
from dashboard.queries.organization_detail import paid_by
from initiatives.models import Organization
from tests.dashboard.conftest import Ask


def test_one_line_an_initiative_with_its_own_share(two_countries: Path, ask: Ask) -> None:
    slug = Organization.objects.get(name="Government of Finland").slug
    filters = ask("currency=EUR")
    found = payments(paid_by(slug, filters), slug, filters)
    assert [(one.slug, one.own, one.shared, one.share) for one in found.lines] == [("stockholm-lab", 4_500_000, 0, "50\u00a0% of it")]
    assert (found.own, found.shared, found.beside) == (4_500_000, 0, 0)


def test_the_columns_add_up_for_every_payer_of_the_record(curated: Path, ask: Ask) -> None:
    filters = ask()
    for slug in ("eurohpc-joint-undertaking", "nvidia"):
        found = payments(paid_by(slug, filters), slug, filters)
        assert len({one.slug for one in found.lines}) == len(found.lines) > 3
        assert found.own == sum(one.own for one in found.lines) > 0
        assert [bar.amount for bar in found.bars] == sorted((bar.amount for bar in found.bars), reverse=True)
