"""Sums in roubles, hryvnias and other money are read in Cyrillic letters, with their scales in every form."""

from decimal import Decimal

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("Правительство выделит 5.7 млрд рублей на ИИ.", "5700000000", "RUB"),
        ("Правительство выделит 5,7 млрд руб. на ИИ.", "5700000000", "RUB"),
        ("На ИИ пойдет 1 миллиард рублей.", "1000000000", "RUB"),
        ("На ИИ пойдет 2 миллиарда рублей.", "2000000000", "RUB"),
        ("На ИИ пойдет 12,5 миллиардов рублей.", "12500000000", "RUB"),
        ("На ИИ пойдет 500 млн рублей.", "500000000", "RUB"),
        ("На ИИ пойдет 3 миллиона рублей.", "3000000", "RUB"),
        ("На ИИ пойдет 1,2 триллиона рублей.", "1200000000000", "RUB"),
        ("На ИИ пойдет 250 тыс. рублей.", "250000", "RUB"),
        ("На ИИ пойдет 5 700 000 000 ₽.", "5700000000", "RUB"),
        ("Казахстан вложит 100 млрд тенге.", "100000000000", "KZT"),
        ("Центр обойдется в 500 млн долларов.", "500000000", "USD"),
        ("Центр обойдется в 20 млн евро.", "20000000", "EUR"),
        ("Китай вложит 60 млрд юаней.", "60000000000", "CNY"),
        ("Япония вложит 1 трлн иен.", "1000000000000", "JPY"),
        ("Уряд виділить 2 млрд гривень.", "2000000000", "UAH"),
        ("Уряд виділить 300 мільйонів грн.", "300000000", "UAH"),
    ],
)
def test_a_sum_in_cyrillic_letters_is_read(text: str, amount: str, currency: str) -> None:
    assert [(claim.amount, claim.currency) for claim in find_money(Article(text, language="ru"), (), True)] == [(Decimal(amount), currency)]


@pytest.mark.parametrize("text", ["В стране 5 млн человек.", "Рубль вырос.", "Центр получит 300 серверов."])
def test_what_is_no_money_is_none(text: str) -> None:
    assert find_money(Article(text, language="ru"), (), True) == ()
