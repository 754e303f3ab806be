"""Cleaning, folding and the form for searching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.text import clean, fold, in_a_cell, is_web_address, search_form, storable, visible


def test_control_characters_go_and_damaged_utf8_is_mended_and_said() -> None:
    cleaned = clean("The state gave Â£500 million\x00 for computeâ€™s sake")
    assert cleaned.text == "The state gave £500 million for compute’s sake"
    assert cleaned.repaired


def test_marks_that_turn_the_direction_go_and_the_letters_of_each_script_stay() -> None:
    assert clean("gnp.exe\u2066 \u202eAI\u202c plan\u2069").text == "gnp.exe AI plan"
    assert clean("خطة الذكاء الاصطناعي").text == "خطة الذكاء الاصطناعي"


def test_what_no_database_can_hold_is_left_out() -> None:
    assert storable("a\x00b\ud800c ä") == "abc ä"


@pytest.mark.parametrize("whole", ["“Fine” – ‘so’ €5", "Zürich naïve", "経済産業省", "①", "ﬁne"])
def test_a_text_that_is_whole_is_left_as_written(whole: str) -> None:
    cleaned = clean(whole)
    assert (cleaned.text, cleaned.repaired) == (whole, False)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("turkiye", "Türkiye"),
        ("cote d ivoire", "Côte d’Ivoire"),
        ("sao paulo", "São Paulo"),
        ("al olama", "Al-Olama"),
        ("gpt-oss", "GPT-OSS"),
        ("lodz", "Łódź"),
    ],
)
def test_accents_case_and_marks_do_not_matter_in_a_search(asked: str, written: str) -> None:
    assert set(search_form(asked).split()) <= set(search_form(f"The {written} plan").split())


@pytest.mark.parametrize(("part", "whole"), [("産業", "経済産業省"), ("省", "経済産業省"), ("버랩", "네이버랩스"), ("中芯", "中芯国际集成电路")])
def test_a_part_of_a_name_without_blanks_finds_it(part: str, whole: str) -> None:
    assert set(search_form(part).split()) <= set(search_form(whole).split())


def test_voiced_kana_stay_apart_from_plain_ones() -> None:
    assert fold("ガ") != fold("カ")


@given(st.text())
def test_no_text_breaks_the_forms_and_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once
    assert "\x00" not in once


@given(st.text())
def test_no_text_breaks_the_question_whether_it_is_an_address_or_its_visible_form(text: str) -> None:
    assert visible(text).isprintable()
    visible(text).encode()
    assert is_web_address(text) in (True, False)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_no_text_starts_a_formula_in_a_cell(text: str) -> None:
    assert in_a_cell(text) == f"'{text}"
    assert in_a_cell(f"a{text}") == f"a{text}"


def test_an_override_of_direction_goes_and_right_to_left_writing_stays() -> None:
    assert clean("annual\u202etxt.exe").text == "annualtxt.exe"
    assert clean("\u200fسدايا\u200e").text == "\u200fسدايا\u200e"
