"""Every publication keeps its edition whole, and what did not change is kept once."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection, transaction

from initiatives import archive
from initiatives.archive.tables import kept_tables
from initiatives.exchange import load as loading
from initiatives.models import ArchivedRows, Edition, EditionPart, FundingCount, Initiative
from initiatives.publish.editing import editing
from initiatives.recount import recount_all
from tests.initiatives.exchange.files import initiative, write

pytestmark = pytest.mark.django_db


def test_what_is_put_back_is_every_row_and_column_as_it_stood(curated: Path) -> None:
    archive.put_back(1)
    for table in kept_tables():
        columns = ", ".join(
            f'"{field.column}"' for field in table.model._meta.concrete_fields if field.column != "text" or table.name != "initiatives_article"
        )
        both = [f"SELECT {columns} FROM {place}" for place in (table.name, f"edition_1.{table.name}")]
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM (({both[0]} EXCEPT ALL {both[1]}) UNION ALL ({both[1]} EXCEPT ALL {both[0]})) differing")
            assert cursor.fetchone() == (0,), table.name
            cursor.execute(f"SELECT count(*) FROM edition_1.{table.name}")
            assert cursor.fetchone() == (table.model._base_manager.count(),)


def test_a_publication_stores_the_parts_that_it_changed_alone(curated: Path) -> None:
    stored, parts = ArchivedRows.objects.count(), EditionPart.objects.filter(edition=1).count()
    with editing(None, "a new name") as session:
        row = Initiative.objects.get(slug="japan-rapidus")
        row.name = "Rapidus, renamed"
        session.save(row)
    assert EditionPart.objects.filter(edition=2).count() == parts
    changed = EditionPart.objects.filter(edition=2).exclude(rows__in=EditionPart.objects.filter(edition=1).values("rows"))
    assert {part.table for part in changed} <= {
        "initiatives_initiative",
        "initiatives_fundingcount",
        "initiatives_snapshot",
        "initiatives_organization",
    }
    assert 1 <= ArchivedRows.objects.count() - stored <= 4


def test_loading_editing_and_recounting_each_keep_their_edition(tmp_path: Path) -> None:
    loading.load(write(tmp_path, initiative("lab")))
    with editing(None, "a new name") as session:
        row = Initiative.objects.get()
        row.name = "Another"
        session.save(row)
    FundingCount.objects.update(net=Decimal(1))
    assert recount_all()
    editions = list(Edition.objects.order_by("number").values_list("number", flat=True))
    assert editions == [1, 2, 3]
    assert set(EditionPart.objects.values_list("edition", flat=True)) == set(editions)


def test_a_publication_that_fails_keeps_nothing(tmp_path: Path) -> None:
    loading.load(write(tmp_path, initiative("lab")))
    parts = EditionPart.objects.count()
    with pytest.raises(ZeroDivisionError):
        rename_and_fail()
    assert EditionPart.objects.count() == parts


@transaction.atomic
def rename_and_fail() -> None:
    with editing(None, "a new name") as session:
        row = Initiative.objects.get()
        row.name = "Another"
        session.save(row)
    assert EditionPart.objects.filter(edition=2).exists()
    raise ZeroDivisionError


def test_keeping_asks_one_statement_a_table(curated: Path, django_assert_num_queries: pytest.FixtureRequest) -> None:
    number = Edition.objects.next("again").number
    with django_assert_num_queries(len(kept_tables()) + 2):  # type: ignore[operator]  # and the ends of the transaction
        archive.keep(number)
