"""Hands a text in as a file and reads it, as a worker does."""

from initiatives.ingest import run
from initiatives.models import Intake

TITLE = "Norway to build a national AI supercomputer in Trondheim"


def read(name: str, text: str, title: str = TITLE, publisher: str = "news") -> Intake:
    row = run.hand_in_file(f"{name}.txt", f"{title}\n\n{text}".encode(), f"https://{publisher}.example/{name}", "2026-11-24")
    run.understand(row.pk)
    row.refresh_from_db()
    return row
