"""The version of a source's row that a form was opened on."""

from initiatives.models import Source


def version_of(row: Source) -> str:
    """The newest line of the row's history: a form that was opened on an older one is refused."""
    newest = row.history.values_list("history_id", flat=True).first()
    return str(newest or 0)
