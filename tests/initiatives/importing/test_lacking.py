"""A column that the file does not have and its new rows need is asked for once."""

from initiatives.importing import run, upload
from initiatives.models import FundingEntry, Initiative
from tests.initiatives.importing.conftest import FOR_ALL_ROWS, Checked, problems_of

FILE = "initiative,amount,currency,announced_on\n" + "".join(f"exampleland-ai-hub,{number},EUR,2026-0{number}\n" for number in range(3, 8))
WITHOUT_ORIGIN = {name: text for name, text in FOR_ALL_ROWS.items() if name not in ("origin", "tier")}


def test_a_column_that_every_new_row_needs_is_one_problem_and_said_once_for_all(checked: Checked, hub: Initiative) -> None:
    row = checked(FILE, defaults=WITHOUT_ORIGIN)
    assert [(line, column) for line, column, _ in problems_of(row)] == [(2, "origin"), (2, "tier")]
    assert "The file has no column for “origin”, which 5 new rows need. Say it once" in problems_of(row)[0][2]
    assert row.effect["lacking"] == {"origin": 5, "tier": 5}
    assert upload.mend(row, {}, row.version, {"origin": "public", "tier": "3"})
    run.work_on(row.pk)
    row.refresh_from_db()
    assert (problems_of(row), row.effect["lacking"], row.effect["new"]) == ([], {}, 5)
    assert upload.ask_for_storing(row, row.version)
    run.work_on(row.pk)
    assert FundingEntry.objects.filter(origin="public", tier=3, amount__lt=10).count() == 5


def test_a_column_that_is_there_is_asked_for_at_its_empty_cells(checked: Checked, hub: Initiative) -> None:
    row = checked(FILE.replace("announced_on\n", "announced_on,tier\n").replace("-03\n", "-03,2\n").replace("-04\n", "-04,\n"), defaults=FOR_ALL_ROWS)
    assert problems_of(row) == []
    some = FILE.replace("announced_on\n", "announced_on,origin\n").replace("-03\n", "-03,public\n")
    for number in range(4, 8):
        some = some.replace(f"-0{number}\n", f"-0{number},\n")
    row = checked(some, defaults={**WITHOUT_ORIGIN, "tier": "3"})
    assert [(line, column) for line, column, _ in problems_of(row)] == [(number, "origin") for number in (3, 4, 5, 6)]
    assert row.effect["lacking"] == {}


def test_what_cannot_be_said_for_all_rows_is_told_once_too(checked: Checked, hub: Initiative) -> None:
    row = checked(FILE.replace(",announced_on", ",note"))
    assert [(line, column) for line, column, _ in problems_of(row)] == [(2, "announced_on")]
    assert "Name the column of funding entries that says it" in problems_of(row)[0][2]
    one = checked("initiative,amount,currency\nexampleland-ai-hub,5,EUR\n")
    assert (problems_of(one)[0][1], one.effect["lacking"]) == ("announced_on", {})
