"""Reads the form that names a source: who publishes it, what it is, where and in which language."""

import re
from collections.abc import Mapping

from initiatives import vocabulary
from initiatives.models import Country
from initiatives.text import clean

FIELDS = ("name", "klass", "country", "language")
LONGEST_NAME_CHARACTERS = 200
LANGUAGE = re.compile(r"[a-z]{2}")


def typed_in(posted: Mapping[str, str]) -> dict[str, str]:
    """The fields as typed, cleaned; codes in the case in which they are stored."""
    typed = {name: clean(posted.get(name, "")).text.strip() for name in FIELDS}
    return typed | {"country": typed["country"].upper(), "language": typed["language"].lower()}


def faults_of(typed: Mapping[str, str]) -> list[str]:
    """What cannot be kept, each with field, value and way out."""
    faults = []
    if not 0 < len(typed["name"]) <= LONGEST_NAME_CHARACTERS:
        faults.append(f"name: {len(typed['name'])} characters. Say who publishes it, in 1 to {LONGEST_NAME_CHARACTERS}.")
    if typed["klass"] not in vocabulary.ARTICLE_CLASSES:
        faults.append(f"class: “{typed['klass'][:40]}” is none. Use one of: {', '.join(vocabulary.ARTICLE_CLASSES)}.")
    if typed["country"] and not Country.objects.filter(pk=typed["country"]).exists():
        faults.append(f"country: “{typed['country'][:40]}” is no country or actor of the record. Choose one, or leave it empty.")
    if typed["language"] and not LANGUAGE.fullmatch(typed["language"]):
        faults.append(f"language: “{typed['language'][:40]}” is no ISO 639-1 code. Use two letters such as en, or leave it empty.")
    return faults
