"""Gives items their titles: a site map names addresses alone, and what stands there is known once it was read."""

from initiatives.ingest.run.sources.taking import LONGEST_TITLE
from initiatives.models import Intake, SourceItem


def learned(row: Intake, title: str) -> None:
    """The title of an article that was read, for those items of sources that came without one."""
    if title:
        SourceItem.objects.filter(intake=row, title="").update(title=title[:LONGEST_TITLE])
