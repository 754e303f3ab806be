"""Which column of the record each header of a file means: proposed from names and synonyms, remembered, and checked; reads no cells."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from initiatives.importing.columns import Noun, folded
from initiatives.importing.faults import likeliest, shown
from initiatives.models import ColumnMapping

LEFT_OUT = ""
ALIKE = 0.85  # of a header and a name, between 0 and 1
Mapping_ = Mapping[str, str]  # header → column; empty where it is left out; a header that is not there is still to be decided


def headers_hash(headers: Sequence[str]) -> str:
    """What tells files with these headers, in this order, from others."""
    return sha256("\x1f".join(headers).encode()).hexdigest()


def remembered(noun: Noun, headers: Sequence[str]) -> ColumnMapping | None:
    """What the columns of a file with these headers meant the last time."""
    return ColumnMapping.objects.filter(noun=noun.name, headers_hash=headers_hash(headers)).first()


def remember(noun: Noun, headers: Sequence[str], mapping: Mapping_, reading: Mapping[str, str], user_id: int | None) -> None:
    """Keeps what the columns mean for the next file with these headers."""
    meant = {"mapping": dict(mapping), "reading": dict(reading), "by_id": user_id}
    ColumnMapping.objects.update_or_create(noun=noun.name, headers_hash=headers_hash(headers), defaults=meant)


def proposed(noun: Noun, headers: Sequence[str]) -> dict[str, str]:
    """The columns that the headers name, each once: by name, then by synonym, then by likeness. Computed columns of our own files are left out."""
    names, mapping, taken = noun.names(), dict[str, str](), set[str]()
    own = {folded(column.name): column.name for column in noun.columns}
    for known in (own, names):
        for header in headers:
            _propose(header, known.get(folded(header)), mapping, taken)
    for header in headers:
        if header not in mapping and folded(header) in noun.derived:
            mapping[header] = LEFT_OUT
    for header in headers:
        _propose(header, names.get(likeliest(folded(header), names, ALIKE)), mapping, taken)
    return mapping


def _propose(header: str, column: str | None, mapping: dict[str, str], taken: set[str]) -> None:
    if column and header not in mapping and column not in taken:
        mapping[header] = column
        taken.add(column)


def faults_of(noun: Noun, headers: Sequence[str], mapping: Mapping_) -> Iterator[tuple[str, str]]:
    """(header, words) of what has to be decided before the rows can be read; an empty header speaks of the whole file."""
    for header in headers:
        if header not in mapping:
            yield header, f"{shown(header)} is no column that is known. Say what it means, or leave it out."
    meant = [column for header in headers if (column := mapping.get(header))]
    for header in headers:
        column = mapping.get(header)
        if column and meant.count(column) > 1:
            yield header, f"{column} is named twice. Choose one column of the file for it, and leave the other out."
    if not meant:
        yield "", "No column is taken from the file. Name at least one."
    yield from _too_little(noun, meant)


def _too_little(noun: Noun, meant: Sequence[str]) -> Iterator[tuple[str, str]]:
    identities = {"funding": {"key", "initiative"}, "organizations": {"slug", "name"}, "initiatives": {"slug"}}[noun.name]
    if meant and not identities & set(meant):
        yield "", f"No column says which {noun.one} a row is about. Name one for {' or '.join(sorted(identities))}."
