"""Makes one long briefing as the worker does, in a process that `manage.py shell` has set up, and tells how long each took; knows no measurement."""

import json
import time
from typing import Final

from dashboard.briefings import make, selection, store
from dashboard.briefings.selection import Selection

CHARTS: Final = 22  # with title, contents and the slides about the record that makes nearly thirty


def main() -> None:
    """Prints slides and seconds of the making as JSON; the briefing is gone afterwards. Raises RuntimeError where it was not made."""
    briefing, _ = store.create(Selection("A long briefing", charts=tuple(selection.offered()[:CHARTS])))
    try:
        making = store.ask(briefing)
        began = time.perf_counter()
        make.work_on(making.pk)
        seconds = time.perf_counter() - began
        making.refresh_from_db()
        if making.state != "done":
            raise RuntimeError(f"The briefing is {making.state}: {making.message}")
        print(json.dumps({"slides": making.slides.count(), "seconds": seconds, "remarks": making.remarks}))
    finally:
        briefing.delete()
