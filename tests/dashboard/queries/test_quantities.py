"""Promised quantities by country, each counted once, against the rules of the ledger."""

from decimal import Decimal
from pathlib import Path

from dashboard.queries.quantities import Promised, promised
from initiatives.exchange import load as loading
from initiatives.ledger import quantities as ledger
from initiatives.models import Quantity
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import article, initiative, quantity, write


def campus() -> list[dict[str, object]]:
    """A campus of 5,000 MW with a stage of 1,000, of which 200 come first; 50 MW of the same place stand already."""
    return [
        quantity("campus~1", value=5000, hedge="target", by=None),
        quantity("campus~2", value=1000, hedge="exact", relation="part-of", related_to="campus~1"),
        quantity("campus~3", value=200, hedge="exact", relation="part-of", related_to="campus~2"),
        quantity("campus~4", value=50, hedge="exact", status="installed", relation="part-of", related_to="campus~2"),
    ]


def of(rows: list[Promised], country: str, measure: str, status: str) -> Promised:
    return next(row for row in rows if (row.country, row.measure, row.status) == (country, measure, status))


def test_a_whole_counts_and_its_stages_do_not(db: None, tmp_path: Path, ask: Ask) -> None:
    loading.load(write(tmp_path, initiative("campus", funding=[], quantities=campus())))
    planned, installed = promised(ask())
    assert (planned.value, planned.target, planned.stated) == (5000, 5000, 1)
    assert (installed.value, installed.target, installed.stated) == (50, 0, 1)


def test_hedges_are_parts_of_the_sum_and_joint_efforts_are_shown_once(db: None, tmp_path: Path, ask: Ask) -> None:
    loading.load(
        write(
            tmp_path,
            initiative("campus", funding=[], quantities=[*campus(), quantity("campus~5", value=300, hedge="up-to")]),
            initiative("both", countries=["NOR", "SWE"], funding=[], quantities=[quantity("both~1", value=9000, hedge="at-least", measure="gpus")]),
        )
    )
    rows = promised(ask())
    norway = of(rows, "NOR", "megawatts", "planned")
    assert (norway.value, norway.ceiling, norway.target, norway.open_end) == (5300, 300, 5000, 5300)
    together = of(rows, "joint", "gpus", "planned")
    assert (together.value, together.at_least, together.owners) == (9000, 9000, ("NOR", "SWE"))


def test_the_sums_are_those_of_the_ledger(curated: Path, ask: Ask) -> None:
    stated = Quantity.objects.filter(measure__in=("megawatts", "gpus", "exaflops"))
    columns = ("key", "measure", "value", "status", "relation", "related_to__key")
    right = {key: value for key, value in ledger.totals(ledger.Quantity(*row) for row in stated.values_list(*columns)).items() if value}
    sums: dict[tuple[str, str], Decimal] = {}
    for row in promised(ask()):
        sums[row.measure, row.status] = sums.get((row.measure, row.status), Decimal(0)) + row.value
    assert sums == right
    assert of(promised(ask()), "ARE", "megawatts", "planned").value == 5000


def test_power_comes_before_gpus_and_joint_efforts_last(curated: Path, ask: Ask) -> None:
    rows = promised(ask())
    assert [row.measure for row in rows] == sorted((row.measure for row in rows), key=["megawatts", "gpus", "exaflops"].index)
    power = [row for row in rows if row.measure == "megawatts" and row.status == "planned"]
    assert [row.country for row in power][-1] == "joint"
    assert [row.value for row in power[:-1]] == sorted((row.value for row in power[:-1]), reverse=True)


def test_on_an_earlier_day_a_part_whose_whole_is_not_published_stands_alone(db: None, tmp_path: Path, ask: Ask) -> None:
    later = "https://news.example/later"
    amounts = campus()
    amounts[0]["source"] = later
    loading.load(write(tmp_path, initiative("campus", funding=[], quantities=amounts, articles=[article(), article(later, published="2025-12-01")])))
    then = {(row.status): row.value for row in promised(ask("as_of=2025-06-30"))}
    assert then == {"planned": 1000, "installed": 50}
