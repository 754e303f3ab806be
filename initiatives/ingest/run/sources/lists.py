"""Lists of sources in and out as OPML, and the starting list; nothing of a list is visited before an editor turns it on."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from initiatives import vocabulary
from initiatives.ingest.run.hand_in import HandInError
from initiatives.ingest.run.sources.adding import UNVISITED, host_of, source_at
from initiatives.ingest.steps import discover
from initiatives.models import Country, Source

STARTING_LIST = Path(__file__).resolve().parents[3] / "data" / "sources.opml"
TITLE = "Sources of the tracker of national AI efforts"


@dataclass(frozen=True, slots=True)
class ListRead:
    """What came of a list: sources added (turned off), and those that were in the list already."""

    added: int
    known: int


def read_opml(body: bytes) -> ListRead:
    """Adds a list's sources, turned off, all or none. Raises HandInError for a file that is no list, or could harm."""
    try:
        outlines = discover.read_outlines(body)
    except discover.HostileList as error:
        raise HandInError(f"file: {error}") from error
    if not outlines:
        raise HandInError("file: it names no address of a feed (xmlUrl). Export your reader's subscriptions as OPML.")
    with transaction.atomic():
        added = sum(add(outline) for outline in outlines)
    return ListRead(added, len(outlines) - added)


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
        address=outline.address,
        name=outline.name or host_of(outline.address),
        kind=outline.kind,
        klass=klass,
        country=country,
        language=outline.language,
        watched=False,
        message=UNVISITED,
    )
    return True
