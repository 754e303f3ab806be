"""Reads a whole file once and finds everything that is wrong with it; keeps the clean objects aside for the writing. Stores nothing."""

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any

from initiatives.exchange.agreement import passages
from initiatives.exchange.lines import objects
from initiatives.exchange.objects import check_initiative
from initiatives.exchange.organizations import Directory
from initiatives.exchange.problems import Problem, shown
from initiatives.exchange.rows import Object
from initiatives.exchange.shapes import Shapes, shapes
from initiatives.ledger.values import Entry

RECURRING_VALUES = 50_000
# What the ledger sees of an entry besides its key and owners; where a value could not be read, these words keep its place.
STAND_INS: dict[str, Any] = {
    "amount": None, "currency": "", "announced_on": "2000", "stage": "announced", "relation": "unread", "related_to": None, "scope": "", "origin": "",
    "recipient_country": None, "hedge": "exact", "usd_as_published": None,
}  # fmt: skip
KEPT_IN_MEMORY_BYTES = 16 * 1024 * 1024  # of the clean objects; the rest waits on disk


@dataclass(slots=True)
class Place:
    """Where an entry stands in the file."""

    line: int
    where: str  # funding[2]


@dataclass(frozen=True, slots=True)
class Given:
    """What a line says of an article itself, whoever cites it."""

    line: int
    where: str  # articles[0].text
    digest: bytes


@dataclass(slots=True)
class Reading:
    """What one pass over a file found out."""

    file: str
    directory: Directory
    published: Mapping[str, str]  # keys that the desk gave → the article that it read
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)  # slug → line
    with_funding: set[str] = field(default_factory=set)  # slugs whose list of entries the file gives
    entries: dict[str, Entry] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    unread: dict[str, frozenset[str]] = field(default_factory=dict)  # key of an entry → its columns that could not be read
    texts: dict[str, Given] = field(default_factory=dict)  # address → the text that the file gives
    origins: dict[str, Given] = field(default_factory=dict)  # address → the report that the file says it rests on
    known_texts: dict[str, set[str]] = field(default_factory=dict)  # slug → addresses of the articles whose text its line gives
    passages: list[tuple[int, str, str, Object]] = field(default_factory=list)  # (line, field, address, passage) where the line has no such text
    called: set[str] = field(default_factory=set)  # names of organizations as the file writes them
    clean: Any = field(default_factory=lambda: SpooledTemporaryFile(max_size=KEPT_IN_MEMORY_BYTES))  # noqa: SIM115  (lives as long as the reading)

    def values(self) -> Iterator[Object]:
        """The clean objects in the order of the file."""
        self.clean.seek(0)
        for _ in self.lines:
            yield pickle.load(self.clean)  # our own bytes, written in this process

    def forget_entries(self) -> None:
        """Frees what only the checks and the writing needed."""
        self.entries.clear()
        self.places.clear()

    def wrong(self, line: int, where: str, words: str) -> None:
        self.problems.append(Problem(self.file, line, where, words))


def read(path: Path, countries: Mapping[str, str], directory: Directory, published: Mapping[str, str]) -> Reading:
    """Checks every line by itself, and against the lines before it and the keys that the desk gave. Raises OSError."""
    reading = Reading(path.name, directory, published)
    known = shapes(countries)
    for line, value in objects(path):
        if isinstance(value, Problem):
            reading.problems.append(value)
        else:
            _take(reading, line, value, known)
    return reading


def _take(reading: Reading, line: int, raw: dict[str, Any], known: Shapes) -> None:
    checked = check_initiative(raw, known)
    for where, words in checked.problems:
        reading.wrong(line, where, words)
    slug = checked.value.get("slug")
    if slug is not None:
        first = reading.lines.setdefault(slug, line)
        if first != line:
            reading.wrong(line, "slug", f"{shown(slug)} stands on line {first} already. Give each initiative one line.")
    _note(reading, line, checked.value)
    if not checked.problems:
        pickle.dump(checked.value, reading.clean, pickle.HIGHEST_PROTOCOL)


def _note(reading: Reading, line: int, value: Object) -> None:
    """What other lines and the record may contradict, as far as it could be read."""
    if "slug" in value and "funding" in value and all("key" in item for item in value["funding"]):
        reading.with_funding.add(value["slug"])
    for n, item in enumerate(value.get("funding", ())):
        if "key" in item:
            _note_entry(reading, line, f"funding[{n}]", value, item)
    for n, item in enumerate(value.get("quantities", ())):
        _refuse_published(reading, line, f"quantities[{n}]", item)
    _note_articles(reading, line, value)
    _note_organizations(reading, line, value)


def _note_articles(reading: Reading, line: int, value: Object) -> None:
    """Texts and what the articles rest on, each said once or everywhere the same; and passages to look for in the stored texts."""
    texts: set[str] = set()
    for n, item in enumerate(value.get("articles", ())):
        for column, said in (("text", reading.texts), ("rests_on", reading.origins)):
            if "url" in item and item.get(column) is not None:
                _give(reading, said, item["url"], Given(line, f"articles[{n}].{column}", digest(item[column])))
        if "url" in item and item.get("text") is not None:
            texts.add(item["url"])
    if texts and "slug" in value:
        reading.known_texts[value["slug"]] = texts
    reading.passages += [(line, where, address, passage) for where, address, passage in passages(value) if address not in texts]


def _give(reading: Reading, said: dict[str, Given], address: str, given: Given) -> None:
    first = said.setdefault(address, given)
    if first.digest != given.digest:
        reading.wrong(given.line, given.where, f"line {first.line}, {first.where} says otherwise of {shown(address)}. Say the same in both places.")


def digest(text: str) -> bytes:
    """A text in few bytes."""
    return sha256(text.encode()).digest()


def _refuse_published(reading: Reading, line: int, where: str, item: Object) -> None:
    """Keys of the desk's, given to something that another article says."""
    article = reading.published.get(item.get("key", ""))
    if article is not None and item.get("source", article) != article:
        reading.wrong(
            line,
            f"{where}.key",
            f"{shown(item['key'])} is taken: the desk published it from {article}, and this one rests on {item['source']}. Give this one"
            " a number that is free, or take the stored one over with its source (dump_data writes it).",
        )


def _note_entry(reading: Reading, line: int, where: str, value: Object, item: Object) -> None:
    place = Place(line, where)
    first = reading.places.setdefault(item["key"], place)
    if first is not place:
        reading.wrong(line, f"{where}.key", f"{shown(item['key'])} stands on line {first.line}, {first.where} already. Give each entry its own key.")
        return
    _refuse_published(reading, line, where, item)
    if unread := frozenset(column for column in STAND_INS if column not in item):
        reading.unread[item["key"]] = unread
    reading.entries[item["key"]] = ledger_entry(value, {**STAND_INS, **item} if unread else item)


def _note_organizations(reading: Reading, line: int, value: Object) -> None:
    for n, item in enumerate(value.get("participants", ())):
        _mention(reading, line, f"participants[{n}]", item.get("organization"), item.get("kind"), item.get("country"))
    for n, item in enumerate(value.get("funding", ())):
        for m, funder in enumerate(item.get("funders", ())):
            _mention(reading, line, f"funding[{n}].funders[{m}]", funder.get("organization"), None, None)


def _mention(reading: Reading, line: int, where: str, called: str | None, kind: str | None, country: str | None) -> None:
    if called is None:
        return
    reading.called.add(called)
    for column, words in reading.directory.mention(called, kind, country, f"{reading.file} line {line}"):
        reading.wrong(line, f"{where}.{column}", words)


def ledger_entry(value: Object, item: Object) -> Entry:
    """The entry as the ledger sees it."""
    return Entry(key=item["key"], owners=_shared(tuple(value.get("countries", ()))), **{column: _shared(item[column]) for column in STAND_INS})


@lru_cache(RECURRING_VALUES)
def _shared(value: Any) -> Any:
    """The same object for equal words, days, amounts and owners, which recur in thousands of entries."""
    return value


__all__ = ["Place", "Reading", "ledger_entry", "read"]
