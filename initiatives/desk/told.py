"""Puts what the line, the ledger and forms say into a person's words: entries by name, days in words, fields as the form names them."""

import re
from collections.abc import Iterable, Mapping

from initiatives import formats

KEY = re.compile(r"(?<![\w/.#-])[a-z0-9][a-z0-9-]+#[0-9]+\b")  # of an entry of the ledger: japan-geniac#2
DAY = re.compile(r"(?<![\w/.-])(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![\w/-])")
FIELD_AND_VALUE = re.compile(r"([a-z][a-z_ -]*): [\"“](.*?)[\"”] (?=is |was |has |holds |cannot |leads )", re.DOTALL)
FIELD = re.compile(r"[a-z]+(?:[_-][a-z_-]+)*: (?=\S)")
OF_THIS_ARTICLE = "another sum of this article"  # a key that the record lacks is the one that the draft would get
FIELDS = {"address": "address", "published": "day of publication", "file": "file", "name": "name"}


def told(text: str, entries: Mapping[str, str]) -> str:
    """The text with the keys of entries in words, by `entries`, and with its days in words."""
    return DAY.sub(lambda match: formats.day(match[0]), named(text, entries))


def named(text: str, entries: Mapping[str, str]) -> str:
    """The text with the keys of entries in words alone: of a form, whose days are examples of how to type one."""
    return KEY.sub(lambda match: entries.get(match[0], OF_THIS_ARTICLE), text)


def keys_in(texts: Iterable[str]) -> set[str]:
    """The keys of entries that these texts name."""
    return {key for text in texts for key in KEY.findall(text)}


def said(error: object) -> str:
    """What is wrong with a form as a sentence: `address: "x" is not …` as `The address “x” is not …`, `file: choose …` as `Choose …`."""
    text = str(error)
    valued = FIELD_AND_VALUE.match(text)
    if valued is not None:
        return f"The {FIELDS.get(valued[1], valued[1].replace('_', ' '))} “{valued[2]}” {text[valued.end() :]}"
    plain = text[match.end() :] if (match := FIELD.match(text)) else text
    return plain[:1].upper() + plain[1:]
