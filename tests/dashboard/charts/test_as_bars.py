"""Charts that a slide shows as pictures, as bars of a workbook with the same figures."""

from decimal import Decimal
from pathlib import Path

from dashboard import charts
from dashboard.charts import as_bars
from dashboard.queries.totals import totals
from tests.dashboard.conftest import Ask


def test_the_bars_of_the_treemap_add_up_to_the_total(two_countries: Path, ask: Ask) -> None:
    filters = ask("currency=NOK")
    chart = charts.get("composition")
    native = chart.workbook_native(chart.rows(filters), filters)
    assert native is not None
    assert chart.native(chart.rows(filters), filters) is None
    assert sum((value or Decimal(0) for series in native.series for value in series.values), Decimal(0)) == totals(filters).total


def test_shares_are_percent_of_known_homes() -> None:
    native = as_bars.of_shares([("Japan", 8, 2), ("Kenya", 0, 0)])
    assert native is not None
    assert (native.categories, native.series[0].values) == (("Japan",), (Decimal("25.0"),))


def test_nothing_makes_no_bars(two_countries: Path, ask: Ask) -> None:
    assert as_bars.of_shares([]) is None
    assert as_bars.of_flows([], ask()) is None
    assert as_bars.of_countries([], ask()) is None
