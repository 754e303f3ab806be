"""Words of figures as formats that write the same words from the value behind them."""

from decimal import Decimal

import pytest

from dashboard.exports.slides.numbers import axis_format, format_of, reach, shortened

D = Decimal


@pytest.mark.parametrize(
    ("words", "value", "form"),
    [
        ("$53.5\u00a0bn", D("53540760000"), '"$"0.0,,,"\u00a0bn"'),
        ("$5.39\u00a0tn", D("5394014814798"), '"$"0.00,,,,"\u00a0tn"'),
        ("−$82.2\u00a0bn", D("82173768174"), '"−$"0.0,,,"\u00a0bn"'),
        ("$0", D(0), '"$"0'),
        ("0.164\u00a0%", D("0.163900"), '0.000"\u00a0%"'),
        ("1,234", D(1234), "#,##0"),
        ("183", D("182830107642"), "0,,,"),
        ("14", D(-14), "0;0"),
        ("8,600 MW", D(8600), '#,##0" MW"'),
    ],
)
def test_a_figure_keeps_its_words_and_follows_its_cell(words: str, value: Decimal, form: str) -> None:
    assert format_of(words, value) == form


@pytest.mark.parametrize(
    ("words", "value"), [("nothing", D(0)), ("undisclosed", D(5)), ("$54.5\u00a0bn", D("53540760000")), ("2 of 3", D(2)), ("", D(1))]
)
def test_what_no_format_can_write_is_left_as_words(words: str, value: Decimal) -> None:
    assert format_of(words, value) is None


def test_an_axis_takes_its_mark_and_size_from_the_words_and_leaves_zero_bare() -> None:
    assert axis_format(("undisclosed", "$53.5\u00a0bn"), D(10) ** 10, D(6) * 10**10) == '[=0]0;"$"#,##0,,,"\u00a0bn"'
    assert axis_format(("about 7,000 MW",), D(5000), D(15000)) == '[=0]0;#,##0" MW"'
    assert axis_format((), D(20), D(80)) == "#,##0"


def test_an_axis_leaves_room_past_the_longest_and_ends_on_a_half_step() -> None:
    top, step = reach(D(53), D("0.15"))
    assert top >= D(53) * D("1.15")
    assert top % (step / 2) == 0
    assert reach(D(0), D(0))[0] > 0


def test_figures_that_stand_close_lose_their_unit_and_no_meaning() -> None:
    words, values = (
        ("$183\u00a0bn", "$27.4\u00a0bn", "$12.0\u00a0m", "$0", "undisclosed"),
        (D(183) * 10**9, D("27.4") * 10**9, D(12) * 10**6, D(0), None),
    )
    assert shortened(words, values) == ("183", "27.4", "<0.1", "0", "undisclosed")
