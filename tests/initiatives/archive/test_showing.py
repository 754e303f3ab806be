"""A kept edition is put back once, is read whole or not at all, and gives way to newer ones."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from initiatives import archive
from initiatives.archive import showing
from initiatives.archive.tables import shown_models
from initiatives.exchange import load as loading
from initiatives.models import ArchivedRows, Edition, FundingEntry, Initiative, Snapshot
from initiatives.publish.editing import editing
from initiatives.recount import snapshot_as_of
from tests.initiatives.exchange.files import entry, initiative, write


@pytest.fixture
def two_editions(db: None, tmp_path: Path) -> None:
    """A lab, which has another name in its second edition."""
    published(tmp_path)


def published(folder: Path) -> None:
    loading.load(write(folder, initiative("lab", name="Lab", funding=[entry("lab#1", announced_on="2024-05-05")], quantities=[])))
    rename("Lab, renamed")


def rename(name: str) -> None:
    with editing(None, "a new name") as session:
        row = Initiative.objects.get()
        row.name = name
        session.save(row)


def schemas() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'edition%%' ORDER BY oid")
        return [name for (name,) in cursor.fetchall()]


@pytest.fixture
def cleared() -> Iterator[None]:
    """What a test has committed is dropped."""
    yield
    with connection.cursor() as cursor:
        for name in schemas():
            cursor.execute(f"DROP SCHEMA {name} CASCADE")


def test_inside_an_edition_every_question_reads_it_and_outside_none(two_editions: None) -> None:
    archive.put_back(1)
    with transaction.atomic(), archive.inside(1):
        assert (Initiative.objects.get().name, Edition.objects.current_number(), FundingEntry.objects.count()) == ("Lab", 1, 1)
        assert Initiative.history.count() == 1
    assert (Initiative.objects.get().name, Edition.objects.current_number()) == ("Lab, renamed", 2)
    with pytest.raises(ZeroDivisionError), transaction.atomic(), archive.inside(1):
        raise ZeroDivisionError
    assert Initiative.objects.get().name == "Lab, renamed"


def test_what_was_not_put_back_is_gone_and_never_the_newest(two_editions: None) -> None:
    with pytest.raises(archive.Gone), transaction.atomic(), archive.inside(1):
        pytest.fail("the newest was read")


def test_another_day_is_counted_inside_the_edition_alone(two_editions: None) -> None:
    archive.put_back(1)
    with transaction.atomic(), archive.inside(1):
        assert snapshot_as_of(Initiative.objects.get().announced_first.replace(year=2001)).edition == 1
        assert Snapshot.objects.count() == 2
    assert Snapshot.objects.count() == 1


def test_rows_kept_before_a_column_was_there_have_its_default(two_editions: None) -> None:
    rows = ArchivedRows.objects.get(pk=kept_rows("initiatives_fundingentry"))
    rows.rows = [{name: value for name, value in row.items() if name not in ("hedge", "note", "within")} | {"gone": 1} for row in rows.rows]
    rows.save()
    archive.put_back(1)
    with transaction.atomic(), archive.inside(1):
        found = FundingEntry.objects.get()
        assert (found.hedge, found.note, found.within, found.amount) == ("exact", None, None, FundingEntry.objects.get().amount)


def kept_rows(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute('SELECT rows_id FROM initiatives_editionpart WHERE edition_id = 1 AND "table" = %s', [table])
        (found,) = cursor.fetchone()
    return str(found)


def test_a_schema_of_another_shape_or_of_another_edition_of_that_number_is_made_anew(two_editions: None) -> None:
    archive.put_back(1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE edition_1.initiatives_initiative SET name = 'Not what was kept'")
        cursor.execute("COMMENT ON SCHEMA edition_1 IS 'of an older shape'")
    assert not showing.is_made(1)
    archive.put_back(1)
    with transaction.atomic(), archive.inside(1):
        assert Initiative.objects.get().name == "Lab"


def test_tables_that_are_put_back_have_the_keys_and_indexes_of_the_sites_own(two_editions: None) -> None:
    archive.put_back(1)
    indexes = "SELECT regexp_replace(indexdef, '^.* USING', '') FROM pg_indexes WHERE schemaname = %s AND tablename = %s"
    keys = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'p' AND conrelid = format('%%s.%%s', %s, %s)::regclass"
    for model in shown_models():
        for question in (indexes, keys):
            found = []
            for schema in ("public", "edition_1"):
                with connection.cursor() as cursor:
                    cursor.execute(question, [schema, model._meta.db_table])
                    found.append(sorted(cursor.fetchall()))
            assert found[0] == found[1], model


def test_an_error_inside_leaves_with_its_own_words(two_editions: None) -> None:
    archive.put_back(1)
    with pytest.raises(DatabaseError, match="no_such_table"), transaction.atomic(), archive.inside(1), connection.cursor() as cursor:
        cursor.execute("SELECT FROM no_such_table")
    assert Initiative.objects.get().name == "Lab, renamed"


@pytest.mark.django_db(transaction=True)
def test_however_many_ask_at_once_it_is_made_once(tmp_path: Path, cleared: None) -> None:
    published(tmp_path)
    found: list[tuple[str, int]] = []

    def read() -> None:
        archive.put_back(1)
        with transaction.atomic(), archive.inside(1):
            found.append((Initiative.objects.get().name, schema_number()))
        connection.close()

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert found == [("Lab", schema_number())] * 4
    assert schemas() == ["edition_1"]


def schema_number() -> int:
    """The database's own number of the schema; one that is made anew has another."""
    return int(showing.asked("SELECT oid FROM pg_namespace WHERE nspname = 'edition_1'", [])[0])


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_one_put_back_first_gives_way_unless_it_is_being_read(tmp_path: Path, cleared: None) -> None:
    published(tmp_path)
    for number in range(3, showing.SCHEMAS_KEPT + 5):
        rename(f"Lab {number}")
    for number in range(1, showing.SCHEMAS_KEPT + 1):
        archive.put_back(number)
    others = threading.Thread(target=put_back_and_close, args=(showing.SCHEMAS_KEPT + 1, showing.SCHEMAS_KEPT + 2))
    with transaction.atomic(), archive.inside(1):
        others.start()
        others.join()
        assert Initiative.objects.get().name == "Lab"
    assert schemas()[0] == "edition_1"
    assert "edition_2" not in schemas()
    archive.put_back(showing.SCHEMAS_KEPT + 3)
    assert len(schemas()) == showing.SCHEMAS_KEPT
    assert "edition_1" not in schemas()


def put_back_and_close(*numbers: int) -> None:
    for number in numbers:
        archive.put_back(number)
    connection.close()
