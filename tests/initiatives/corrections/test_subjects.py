"""What a reader can say is wrong, in the words of the pages."""

import pytest

from initiatives.corrections import subject_of, whole
from initiatives.corrections.subjects import LABELS, MODELS, SHOWN
from initiatives.models import Comment, FundingEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]


def test_every_kind_of_row_of_the_record_can_be_named_with_its_values_in_words() -> None:
    for table, model in MODELS.items():
        row = model._default_manager.first()
        if row is None:
            continue
        subject = whole(row)
        assert subject.label
        assert {value.field for value in subject.values} == set(SHOWN[table])
        assert all(value.shown and "None" not in value.shown for value in subject.values)
    assert set(LABELS) == set(SHOWN) == set(MODELS)


def test_an_entry_is_named_by_its_key_and_read_on_the_page_of_its_initiative() -> None:
    subject = subject_of("fundingentry", "fjord-computer#1")
    assert subject is not None
    assert subject.page == "/initiatives/fjord-computer/#counts"
    assert [value.shown for value in subject.values if value.field == "funders"] == ["Ministry of Fjords"]


def test_an_undisclosed_amount_is_called_so() -> None:
    FundingEntry.objects.update(amount=None)
    subject = subject_of("fundingentry", "fjord-computer#1")
    assert subject is not None
    assert [value.shown for value in subject.values if value.field == "amount"] == ["undisclosed"]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("fundingentry", "no-such#1"),
        ("auth_user", "1"),
        ("user", "1"),
        ("comment", "x"),
        ("comment", "²"),
        ("comment", "99999999999999999999999"),
        ("comment", "-1"),
        ("", ""),
    ],
)
def test_what_the_record_does_not_have_is_nothing(table: str, row: str) -> None:
    assert subject_of(table, row) is None


def test_a_long_text_is_cut_to_what_a_remark_keeps() -> None:
    Comment.objects.update(position="x" * 3000)
    subject = whole(Comment.objects.first())
    assert max(len(value.shown) for value in subject.values) == 500
