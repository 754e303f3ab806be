"""What two statements about money may be to each other, weighed by plain signs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from initiatives.ledger.rates import Rates
from initiatives.ledger.series import load_rates
from initiatives.review.announcing.candidates import Known
from initiatives.review.announcing.compared import Money
from initiatives.review.announcing.likeness import LEAST_SCORE, likeliest

BILLION = Decimal(10) ** 9
KNOWN = Known(
    1, "fjord#1", "fjord", "Fjord Computer", ("NOR",), 5 * BILLION, "NOK", "exact", "announced", "public", "ai", "new", None, "2026-03-01", None, "u"
)
SAID = Money("fjord", "Fjord Computer", ("NOR",), 5 * BILLION, "NOK", "exact", "announced", "public", "2026-04-01", None)


@pytest.fixture
def rates() -> Rates:
    return load_rates()


def relation(said: Money, known: Known, rates: Rates) -> str | None:
    found = likeliest(said, [known], rates, 3)
    return found[0].relation if found else None


def test_the_same_sum_restates_and_a_firmer_one_is_a_tranche(rates: Rates) -> None:
    assert relation(SAID, KNOWN, rates) == "restates"
    assert relation(replace(SAID, stage="committed"), KNOWN, rates) == "tranche-of"


def test_a_smaller_sum_is_a_part_and_a_larger_one_a_newer_figure(rates: Rates) -> None:
    assert relation(replace(SAID, amount=BILLION), KNOWN, rates) == "part-of"
    assert relation(replace(SAID, amount=6 * BILLION), KNOWN, rates) == "replaces"


def test_what_the_words_set_beside_an_envelope_is_less_likely_a_part_of_it(rates: Rates) -> None:
    smaller = replace(SAID, amount=BILLION)
    plain, beside = (likeliest(replace(smaller, proposed=words), [KNOWN], rates, 3) for words in ("", "new"))
    assert [each.relation for each in (*plain, *beside)] == ["part-of", "part-of"]
    assert beside[0].score < plain[0].score
    assert beside[0].score < LEAST_SCORE
    assert "the source's words set it beside that one" in beside[0].reasons_against


def test_the_first_figure_replaces_what_was_undisclosed(rates: Rates) -> None:
    found = likeliest(SAID, [replace(KNOWN, amount=None)], rates, 3)
    assert [(each.relation, each.reasons_for[0]) for each in found] == [("replaces", "the first figure for a sum that was undisclosed")]


def test_the_same_sum_is_found_in_another_currency_by_the_rate_of_the_day(rates: Rates) -> None:
    dollars = rates.convert(5 * BILLION, "NOK", "USD", "2026-04-01")
    found = likeliest(replace(SAID, amount=dollars, currency="USD"), [KNOWN], rates, 3)
    assert (found[0].relation, found[0].reasons_for[0]) == ("restates", "the same sum, NOK\u00a05\u00a0bn, at the rate of the day")


def test_what_no_longer_counts_is_offered_for_the_same_sum_alone(rates: Rates) -> None:
    dead = replace(KNOWN, live=False)
    assert relation(SAID, dead, rates) == "restates"
    assert relation(replace(SAID, amount=BILLION), dead, rates) is None


def test_money_of_another_country_is_less_likely_than_of_the_same_initiative(rates: Rates) -> None:
    abroad = replace(KNOWN, key="other#1", slug="other", owners=("SWE",), initiative="Other")
    assert [each.known.key for each in likeliest(SAID, [abroad, KNOWN], rates, 3)] == ["fjord#1", "other#1"]


def test_a_statement_is_listed_once_however_often_it_was_said_again(rates: Rates) -> None:
    again = [replace(KNOWN, key=f"fjord#{number}", relation="restates", related_to="fjord#1") for number in (2, 3)]
    assert [each.known.key for each in likeliest(SAID, [KNOWN, *again], rates, 3)] == ["fjord#1"]


def test_what_cancels_is_nothing_to_be_like(rates: Rates) -> None:
    assert relation(SAID, replace(KNOWN, relation="cancels", related_to="fjord#9"), rates) is None


@pytest.mark.parametrize(
    ("billions", "day", "expected"),
    [(3, "2026-03-01", "part-of"), (3, "2026-04-01", "replaces"), (7, "2026-03-01", "replaces"), (7, "2026-04-01", "replaces")],
)
def test_a_smaller_sum_of_the_same_day_is_a_part_and_no_newer_figure(billions: int, day: str, expected: str, rates: Rates) -> None:
    assert relation(replace(SAID, amount=billions * BILLION, announced_on=day), KNOWN, rates) == expected


@pytest.mark.parametrize("words", ["replaces", "cancels", "part-of"])
def test_an_entry_that_the_words_point_at_is_offered_though_the_sums_alone_would_not_suggest_it(words: str, rates: Rates) -> None:
    far = replace(SAID, amount=90 * BILLION)
    assert relation(far, KNOWN, rates) is None
    assert relation(replace(far, proposed=f"{words} fjord#1"), KNOWN, rates) == words
    assert relation(replace(far, proposed=f"{words} other#1"), KNOWN, rates) is None
