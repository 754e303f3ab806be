"""Every comment of a selection, one by one at flat memory, as files take them; must not know formats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.filters import Filters
from dashboard.queries.comments import ordered
from dashboard.queries.funding_by_country import names_of
from initiatives.names.countries import name_of

ROWS_AT_A_TIME = 2_000
COLUMNS = (
    "initiative__slug", "initiative__name", "initiative__countries", "speaker", "title", "affiliation", "place", "actor", "country_id", "interest",
    "stance", "aspects", "position", "quote", "said_on", "source__publisher", "source__title", "source__url", "evidence",
)  # fmt: skip
FIELDS = (
    "initiative_slug", "initiative_name", "countries", "speaker", "title", "affiliation", "place", "actor", "country", "interest",
    "stance", "aspects", "position", "quote", "said_on", "publisher", "source_title", "source_url", "evidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CommentLine:
    """One comment: a position in our words, `quote` only where it is verbatim; `country` is the speaker's, None while unknown."""

    initiative_slug: str
    initiative_name: str
    countries: tuple[str, ...]  # owners of the initiative
    country_names: tuple[str, ...]
    speaker: str
    title: str | None
    affiliation: str | None
    place: str | None
    actor: str
    country: str | None
    country_name: str | None
    interest: str | None
    stance: str
    aspects: tuple[str, ...]
    position: str
    quote: str | None
    said_on: str | None
    publisher: str
    source_title: str
    source_url: str
    evidence: str | None


def comment_stream(filters: Filters) -> Iterator[CommentLine]:
    """Every comment of the selection in the order of the screen, at flat memory; one cursor."""
    return map(_row, ordered(filters).values_list(*COLUMNS).iterator(ROWS_AT_A_TIME))


def _row(row: Sequence[Any]) -> CommentLine:
    of = dict(zip(FIELDS, row, strict=True))
    names = names_of(of["countries"])
    return CommentLine(
        **{**of, "countries": tuple(of["countries"]), "aspects": tuple(of["aspects"]), "evidence": (of["evidence"] or {}).get("text")},
        country_names=tuple(names[code] for code in of["countries"]),
        country_name=name_of(of["country"]) if of["country"] else None,
    )
