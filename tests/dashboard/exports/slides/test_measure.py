"""Room for words, whatever face stands in for ours: wider than the widest usual one, and kept by every table."""

import pytest

from dashboard.exports.slides import Deck, Grid, Note, measure
from dashboard.exports.slides.boxes import SOURCE
from tests.dashboard.exports.slides.rooms import lowest
from tests.dashboard.exports.slides.worlds import WORDS, drawn, opened

LONG_NAMES = (
    "国家人工智能创新发展战略综合试验区建设与算力基础设施统筹推进重大专项实施方案",
    "الاستراتيجية الوطنية للذكاء الاصطناعي والبنية التحتية للحوسبة السحابية والمهارات الرقمية",
    "Национальная стратегия развития искусственного интеллекта на период до 2030 года",
    "MWWMMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMW",
    "https://tracker.example.org/initiatives/a-very-long-address-without-a-blank-in-it/?country=JPN&country=KOR",
)


def test_common_characters_are_as_wide_as_in_the_widest_usual_face() -> None:
    assert measure.width_of("Source: National AI initiatives", 100) == pytest.approx(1424, rel=0.06)
    assert measure.width_of("Ελλάδα", 10) > measure.width_of("Ellada", 10)
    assert measure.width_of("日本", 10) > 20
    assert measure.width_of("é", 10) == measure.width_of("e", 10)
    assert measure.width_of("bold", 10, bold=True) > measure.width_of("bold", 10)


@pytest.mark.parametrize("columns", [2, 4, 7])
def test_tables_of_long_names_in_any_script_stay_above_the_source(columns: int) -> None:
    rows = tuple(tuple(LONG_NAMES[(at + place) % len(LONG_NAMES)][:72] for place in range(columns)) for at in range(30))
    table = Grid("Figures", tuple(f"Head {place}" for place in range(columns)), rows)
    deck = Deck("Who pays?")
    deck.table(WORDS, table, slides=2)
    if columns < 4:  # no more stand beside a chart
        deck.chart(WORDS, drawn(), table, " ".join(LONG_NAMES))
    deck.chart(WORDS, drawn(), tuple(Note("In full", f"{name}. " * 4) for name in LONG_NAMES))
    deck.words(WORDS, tuple((name[:30], f"{name} " * 5) for name in LONG_NAMES))
    for slide in opened(deck).slides:
        assert lowest(slide) <= SOURCE.top


def test_the_total_stays_the_last_line_of_a_table_that_is_cut() -> None:
    rows = (*((f"Country {number}", f"${number}") for number in range(40)), ("All", "$780"))
    deck = Deck("Who pays?")
    deck.table(WORDS, Grid("Figures", ("Country", "Sum"), rows, last_is_total=True))
    table = next(shape.table for shape in opened(deck).slides[0].shapes if shape.has_table)
    last = len(table.rows) - 1
    assert table.cell(last, 0).text == "All"
    assert table.cell(last - 1, 0).text == f"and {40 - (last - 2)} more; the workbook has all"
    assert table.last_row
