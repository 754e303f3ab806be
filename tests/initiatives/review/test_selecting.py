"""Words selected in an article are read by the grammar of the field that takes them."""

import pytest

from initiatives.ingest import values
from initiatives.models import Organization
from initiatives.review.decision import Words
from initiatives.review.drafting import proposed
from initiatives.review.selecting import CannotRead, Selection, read_for, with_row
from tests.initiatives.desk.material import proposal

TEXT = (
    "On 3 March 2026 the ministry of Norway set aside up to 2.5 billion kroner (about $230 million) for a language model. "
    "Parliament approved the money. The Fjord Institute in Bergen takes part. "
    "“This is a reckless waste of public money,” said Kari Holm. It plans to train 4,000 engineers by 2029."
)


def selected(words: str) -> Selection:
    start = TEXT.index(words)
    value = proposal()
    article = values.Article(TEXT, published="2026-03-04")
    understanding = value.understanding
    return Selection(Words(start, start + len(words), words), values.DraftValue(article, understanding, value.initiative))


def test_a_sum_is_read_with_its_currency_and_with_the_hedge_before_it() -> None:
    read = read_for(selected("2.5 billion kroner"), "entries", "amount")
    assert (read["amount"], read["currency"], read["hedge"]) == ("2500000000", "NOK", "up-to")


def test_dollars_beside_a_sum_are_read_as_dollars() -> None:
    assert read_for(selected("$230 million"), "entries", "usd_as_published") == {"usd_as_published": "230000000"}
    with pytest.raises(CannotRead, match="holds no sum in US dollars"):
        read_for(selected("2.5 billion kroner"), "entries", "usd_as_published")


def test_words_without_a_sum_are_refused_with_the_way_out() -> None:
    with pytest.raises(CannotRead, match=r"“language model” holds no sum .* Select the figure together with its currency"):
        read_for(selected("language model"), "entries", "amount")


def test_a_day_is_read_as_it_is_written() -> None:
    assert read_for(selected("3 March 2026"), "entries", "announced_on") == {"announced_on": "2026-03-03"}
    with pytest.raises(CannotRead, match="names no day"):
        read_for(selected("language model"), "entries", "announced_on")


def test_the_stage_is_read_from_the_words_that_say_it() -> None:
    assert read_for(selected("Parliament approved the money"), "entries", "stage") == {"stage": "budgeted"}
    with pytest.raises(CannotRead, match="Choose it from the list"):
        read_for(selected("language model"), "entries", "stage")


def test_a_country_is_read_by_its_name() -> None:
    assert read_for(selected("Norway"), "comments", "country") == {"country": "NOR"}


@pytest.mark.django_db
def test_an_organization_is_the_one_of_the_record_that_goes_by_the_name() -> None:
    assert read_for(selected("Fjord Institute"), "participations", "name") == {"name": "Fjord Institute", "slug": ""}
    Organization.objects.create(slug="fjord", name="Fjord Institute", kind="university")
    assert read_for(selected("Fjord Institute"), "participations", "name")["slug"] == "fjord"


def test_a_quotation_loses_its_marks_and_shows_its_stance() -> None:
    read = read_for(selected("“This is a reckless waste of public money,”"), "comments", "quote")
    assert read["quote"] == "This is a reckless waste of public money,"
    assert read["stance"] == "critical"


def test_a_field_of_words_takes_them_as_they_stand() -> None:
    assert read_for(selected("Kari Holm"), "comments", "speaker") == {"speaker": "Kari Holm"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("part", "words", "field", "expected"),
    [
        ("entries", "2.5 billion kroner", "amount", "2500000000"),
        ("participations", "Fjord Institute", "name", "Fjord Institute"),
        ("comments", "This is a reckless waste", "quote", "This is a reckless waste"),
        ("points", "train 4,000 engineers", "text", "train 4,000 engineers"),
        ("quantities", "train 4,000 engineers by 2029", "value", "4000"),
    ],
)
def test_words_become_a_row_that_is_ticked_with_the_words_as_its_passage(part: str, words: str, field: str, expected: str) -> None:
    at = selected(words)
    form = proposed(at.value)
    row = getattr(with_row(form, at, part), part)[-1]
    assert (getattr(row, field), row.keep, row.words) == (expected, True, at.words)
    assert len(getattr(with_row(form, at, part), part)) == len(getattr(form, part)) + 1


def test_a_new_sum_has_a_number_that_no_other_sum_has() -> None:
    at = selected("2.5 billion kroner")
    twice = with_row(with_row(proposed(at.value), at, "entries"), at, "entries")
    assert len({entry.money for entry in twice.entries}) == len(twice.entries)
