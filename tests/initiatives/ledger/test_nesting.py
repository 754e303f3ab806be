"""The search for a second cut of the same money."""

import time
from decimal import Decimal

from initiatives.ledger.nesting import another_cut


def amounts(**given: int) -> dict[str, Decimal]:
    return {key: Decimal(amount) for key, amount in given.items()}


def test_the_whole_that_explains_the_excess_is_found() -> None:
    assert another_cut(amounts(x=700, y=1300, z=1000, w=300), Decimal(1300)) == {"y": ("z", "w")}


def test_a_whole_above_the_excess_explains_too_much() -> None:
    assert another_cut(amounts(y=1300, z=1000, w=300), Decimal(600)) == {}


def test_one_part_is_no_cut_and_unrelated_parts_explain_nothing() -> None:
    assert another_cut(amounts(a=100, b=100), Decimal(100)) == {}
    assert another_cut(amounts(a=110, b=50, c=15), Decimal(110)) == {}


def test_thousands_of_parts_cost_no_more_than_a_moment() -> None:
    many = {f"k{n}": Decimal(10**6 + n * n) for n in range(300)}
    started = time.process_time()
    another_cut(many, sum(many.values(), Decimal(0)))
    assert time.process_time() - started < 2
