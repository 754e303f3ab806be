"""The day on which something was said is found in the words of a source, in the forms and languages of the world."""

import pytest

from initiatives.review.announcing.dated import day_in, day_match


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The department awarded $320 million to four labs on 2025-12-15", "2025-12-15"),
        ("2025-12-15: Denmark funds a supercomputer", "2025-12-15"),
        ("Posted 2025/12/15, the call offers €5 million.", "2025-12-15"),
        ("Released 2025-12-15T09:30Z by the ministry", "2025-12-15"),
        ("Berlin, 15.12.2025 – Die Regierung gibt 5 Millionen Euro.", "2025-12-15"),
        ("On the 3rd of March 2026 Chile set aside the money.", "2026-03-03"),
        ("Chile set it aside on March 3rd, 2026.", "2026-03-03"),
        ("Le gouvernement a annoncé le 12 mai 2026 un plan.", "2026-05-12"),
        ("Paris, le 1er août 2026.", "2026-08-01"),
        ("Annonce du mardi 3 févr. 2026 à Paris", "2026-02-03"),
        ("teilte das Ministerium am 3. Februar 2026 mit", "2026-02-03"),
        ("Wien, 28. März 2026", "2026-03-28"),
        ("El Gobierno aprobó el 7 de octubre de 2025 un fondo.", "2025-10-07"),
        ("Madrid, 2 de sept. de 2025", "2025-09-02"),
        ("O governo anunciou em 1º de dezembro de 2025 o plano.", "2025-12-01"),
        ("Brasília, 30 de março de 2026", "2026-03-30"),
        ("Il governo ha stanziato il 9 luglio 2026 i fondi.", "2026-07-09"),
        ("Roma, 1° maggio 2026", "2026-05-01"),
        ("правительство сообщило 12 февраля 2026 г.", "2026-02-12"),
        ("日本政府は2026年6月30日、国産AIに投じると発表した。", "2026-06-30"),
        ("経産省は令和8年6月30日に発表した。", "2026-06-30"),
        ("中国政府2026年3月5日宣布投资。", "2026-03-05"),
        ("정부는 2026년 6월 30일 발표했다.", "2026-06-30"),
        ("The money is to be spent by 31 December 2030, it said on 3 March 2026.", "2026-03-03"),
        ("Der Bund fördert bis zum 31. Dezember 2030, teilte er am 3. März 2026 mit.", "2026-03-03"),
        ("2030年12月31日まで続く計画を2026年3月3日に発表した。", "2026-03-03"),
    ],
)
def test_a_day_is_found_however_it_is_printed(text: str, day: str) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Nothing was said of a day.",
        "The centre must open by 31 December 2030.",
        "Jusqu'au 31 décembre 2030 l'État paie.",
        "Version 3.5.2025.1 of the model",
        "Call 2025-12-15-0042 was answered",
        "In May 2026 the ministry may decide.",
        "On 31 February 2026 nothing happened.",
        "It was 3/4/2026.",
        "令和8年13月30日",
    ],
)
def test_what_is_no_day_or_only_a_term_is_none(text: str) -> None:
    assert day_in(text) == ""


def test_the_passage_of_a_day_is_that_day_alone() -> None:
    match = day_match("O governo anunciou em 1º de dezembro de 2025 o plano.")
    assert match is not None
    assert match[0] == "1º de dezembro de 2025"
