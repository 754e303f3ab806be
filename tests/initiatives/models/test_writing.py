"""Writing many rows at once with their history."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.models import Article, Organization, Reference, writing
from initiatives.models.writing import Author

pytestmark = pytest.mark.django_db

HOSTILE = 'tab\there, line\nbreak, return\r, back\\slash, "quotes", \\N and {braces}'


def article(number: int, title: str = "A title") -> Article:
    return Article(url=f"https://news.example/{number}", title=title, klass="press")


def test_text_of_every_kind_is_stored_as_it_is() -> None:
    row = article(1, HOSTILE)
    writing.add(Article, [row], Author(None, "Test"))
    row.refresh_from_db()
    assert row.title == HOSTILE
    assert Article.history.get().title == HOSTILE


def test_nulls_empty_texts_and_objects_are_kept_apart() -> None:
    row = article(1)
    row.published, row.publisher = None, ""
    writing.add(Article, [row], Author(None, "Test"))
    row.refresh_from_db()
    assert (row.published, row.publisher) == (None, "")


def test_rows_are_numbered_in_their_order_and_have_one_line_of_history() -> None:
    user = User.objects.create_user("editor")
    rows = [article(number) for number in range(1200)]
    writing.add(Article, rows, Author(user.pk, "x" * 300))
    numbers = [row.pk for row in rows]
    assert numbers == sorted(set(numbers))
    line = Article.history.get(id=numbers[0])
    assert (line.history_type, line.history_user, len(line.history_change_reason)) == ("+", user, 100)
    assert Article.objects.create(url="https://news.example/later", title="Later").pk > max(numbers)


def test_a_changed_and_a_removed_row_leave_their_lines() -> None:
    row = Organization(name="Ålesund Laboratory", slug="alesund-laboratory")
    author = Author(None, "Test")
    writing.add(Organization, [row], author)
    row.name = "Ålesund Institute"
    writing.change(Organization, [row], ["name"], author)
    writing.remove(Organization, [row], author)
    lines = Organization.history.order_by("history_id")
    assert [(line.history_type, line.name) for line in lines] == [
        ("+", "Ålesund Laboratory"),
        ("~", "Ålesund Institute"),
        ("-", "Ålesund Institute"),
    ]
    assert not Organization.objects.exists()


def test_nothing_to_write_asks_the_database_nothing() -> None:
    with CaptureQueriesContext(connection) as asked:
        writing.change(Reference, [], ["order"], Author(None, "Test"))
        writing.remove(Reference, [], Author(None, "Test"))
        assert writing.next_ids(Reference, 0) == []
    assert len(asked) == 0
