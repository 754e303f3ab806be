"""Names of every script are cut and broken where their readers would."""

from dashboard.figures import text, treemap

ARABIC = "المبادرة الوطنية للذكاء الاصطناعي والحوسبة السحابية في المملكة"
CHINESE = "新一代人工智能国家重点研发计划与算力基础设施建设专项资金"


def test_the_ellipsis_of_a_name_that_runs_to_the_left_stands_at_its_end() -> None:
    assert text.shortened(ARABIC, 150).endswith(f"{text.ELLIPSIS}{text.RIGHT_TO_LEFT_MARK}")
    assert text.shortened("A long English name", 60).endswith(text.ELLIPSIS)
    assert text.width_of(text.shortened(ARABIC, 150)) <= 150


def test_chinese_is_broken_without_blanks_between_its_characters() -> None:
    lines = text.limited(CHINESE, 120, 2)
    assert len(lines) == 2
    assert CHINESE.startswith("".join(lines).removesuffix(text.ELLIPSIS))


def test_a_rectangle_holds_as_many_lines_of_chinese_as_it_has_room_for() -> None:
    assert "".join(treemap.fitted(CHINESE, 120, 6)) == CHINESE
    assert treemap.fitted("Rechtsschutzversicherungsgesellschaften", 120, 6) == [text.shortened("Rechtsschutzversicherungsgesellschaften", 120)]


def test_words_after_the_first_lines_are_kept_in_their_order() -> None:
    assert text.limited("one two three four five", 60, 2)[0] == "one two"
    assert text.limited("one two three four five", 60, 2)[1].startswith("three")
