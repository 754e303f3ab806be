"""The names of sources: the form that gives them, and what tells those of one name apart."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from initiatives import vocabulary
from initiatives.models import Country, Source
from initiatives.text import clean

FIELDS = ("name", "klass", "country", "language")
LONGEST_NAME_CHARACTERS = 200
LANGUAGE = re.compile(r"[a-z]{2}")


def told_apart(sources: Iterable[Source]) -> list[tuple[int, str]]:
    """Each source's id and name; where several bear one name, with what stands behind the host in its address."""
    rows = list(sources)
    bearing = Counter(str(row) for row in rows)
    return [(row.pk, f"{row} · {_behind_the_host(row.address)}" if bearing[str(row)] > 1 else str(row)) for row in rows]


def _behind_the_host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"


def typed_in(posted: Mapping[str, str]) -> dict[str, str]:
    """The fields as typed, cleaned; codes in the case in which they are stored."""
    typed = {name: clean(posted.get(name, "")).text.strip() for name in FIELDS}
    return typed | {"country": typed["country"].upper(), "language": typed["language"].lower()}


def faults_of(typed: Mapping[str, str]) -> list[str]:
    """What cannot be kept, each with field, value and way out."""
    faults = []
    if not 0 < len(typed["name"]) <= LONGEST_NAME_CHARACTERS:
        faults.append(f"The name has {len(typed['name'])} characters. Say who publishes it, in 1 to {LONGEST_NAME_CHARACTERS}.")
    if typed["klass"] not in vocabulary.ARTICLE_CLASSES:
        faults.append(f"Who speaks there: “{typed['klass'][:40]}” is none of these: {', '.join(vocabulary.ARTICLE_CLASSES.values())}. Choose one.")
    if typed["country"] and not Country.objects.filter(pk=typed["country"]).exists():
        faults.append(f"The country “{typed['country'][:40]}” is none of the record. Choose one, or leave it empty.")
    if typed["language"] and not LANGUAGE.fullmatch(typed["language"]):
        faults.append(f"The language “{typed['language'][:40]}” is no ISO 639-1 code. Use two letters such as en, or leave it empty.")
    return faults
