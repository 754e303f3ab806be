"""Lists of sources in and out as OPML, and the starting list; nothing of a list is visited before an editor turns it on."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from initiatives import vocabulary
from initiatives.ingest.run.hand_in import HandInError
from initiatives.ingest.run.sources.adding import UNVISITED, host_of, source_at
from initiatives.ingest.run.sources.spelling import spelled
from initiatives.ingest.run.sources.taking import counted
from initiatives.ingest.steps import discover
from initiatives.models import Country, Source

STARTING_LIST = Path(__file__).resolve().parents[3] / "data" / "sources.opml"
MOST_SHOWN = 5  # of the outlines that were left out
TITLE = "Sources of the tracker of national AI efforts"


@dataclass(frozen=True, slots=True)
class ListRead:
    """What came of a list: sources added (turned off), those that were in the list already, and why others were left out, one sentence each."""

    added: int
    known: int
    refused: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """What an editor should know of it."""
        words = (
            f"{counted(self.added, 'source')} added, all off; {self.known or 'none'} of the list {'was' if self.known == 1 else 'were'} here already."
        )
        if not self.refused:
            return words
        more = f"; and {len(self.refused) - MOST_SHOWN} more" if len(self.refused) > MOST_SHOWN else ""
        return f"{words} {counted(len(self.refused), 'outline')} left out: {'; '.join(self.refused[:MOST_SHOWN])}{more}."


def read_opml(body: bytes) -> ListRead:
    """Adds a list's sources, turned off, all or none. Raises HandInError for a file that is no list, or could harm."""
    try:
        outlines = discover.read_outlines(body)
    except discover.HostileList as error:
        raise HandInError(f"file: {error}") from error
    if not outlines.sources:
        raise HandInError("file: it names no address of a feed (xmlUrl). Export your reader's subscriptions as OPML.")
    with transaction.atomic():
        added = sum(add(outline) for outline in outlines.sources)
    return ListRead(added, len(outlines.sources) - added, outlines.refused)


def write_opml() -> str:
    """Every source as OPML 2.0."""
    rows = Source.objects.order_by("name", "address")
    return discover.write_outlines(
        TITLE, [discover.Outline(row.address, row.name, row.klass, row.country_id or "", row.language, row.kind) for row in rows]
    )


def load_starting_list() -> ListRead:
    """The public feeds that come with the product, turned off; what is in the list already stays as it is."""
    return read_opml(STARTING_LIST.read_bytes())


def add(outline: discover.Outline) -> bool:
    """Adds one source of a list; false when it is there already."""
    if source_at(outline.address) is not None:
        return False
    klass = outline.klass if outline.klass in vocabulary.ARTICLE_CLASSES else "other"
    country = Country.objects.filter(pk=outline.country).first() if outline.country else None
    Source.objects.create(
        address=spelled(outline.address),
        name=outline.name or host_of(outline.address),
        kind=outline.kind,
        klass=klass,
        country=country,
        language=outline.language,
        watched=False,
        message=UNVISITED,
    )
    return True
