"""What the worker makes before anybody asks."""

from pathlib import Path

from dashboard import tasks
from initiatives.archive import showing
from initiatives.models import Initiative
from initiatives.publish.editing import editing


def test_the_edition_before_the_newest_is_put_back_before_anybody_reads_it(two_countries: Path) -> None:
    tasks.prepare_earlier_edition()
    assert not showing.is_made(1), "of a single edition nothing is earlier"
    with editing(None, "a new name") as session:
        row = Initiative.objects.order_by("id")[0]
        row.name = "Another name"
        session.save(row)
    tasks.prepare_earlier_edition()
    assert showing.is_made(1)
    assert not showing.is_made(2)
