"""Reads a file of JSON Lines one object at a time; knows nothing of what the objects mean."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, BinaryIO

from initiatives.exchange.problems import Problem, shortened, shown

LONGEST_LINE_BYTES = 8 * 1024 * 1024  # the longest line of the curated record has 40 kB
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def objects(path: Path) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Each line's number with its object, and with each thing that is wrong with the line; blank lines are passed over. Raises OSError."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_LINE_BYTES + 1):
            number += 1
            if len(line) > LONGEST_LINE_BYTES:
                yield number, Problem(path.name, number, "", f"the line is longer than {LONGEST_LINE_BYTES:,} bytes. Write one initiative a line.")
                _pass_over(file, line)
                continue
            line = line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line
            if line.strip():
                yield from ((number, found) for found in _read(path.name, number, line))


def _pass_over(file: BinaryIO, begun: bytes) -> None:
    """Reads to the end of a line that is too long, so that the lines after it are checked as well."""
    while begun and not begun.endswith(b"\n"):
        begun = file.readline(LONGEST_LINE_BYTES)


def _read(file: str, number: int, line: bytes) -> Iterator[dict[str, Any] | Problem]:
    """The object of a line, as far as it can be read, and what is wrong with it. Of a key that stands twice the last one is read."""
    twice: list[str] = []
    value = _decoded(file, number, line, twice)
    for key in twice:
        yield Problem(file, number, shortened(key), "the key stands twice in one object. Keep one of the two.")
    yield value


def _decoded(file: str, number: int, line: bytes, twice: list[str]) -> dict[str, Any] | Problem:
    def made(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice.extend(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        return found

    try:
        value = json.loads(line.decode("utf-8"), parse_float=Decimal, parse_constant=_constant, object_pairs_hook=made)
    except UnicodeDecodeError as error:
        return Problem(file, number, "", f"byte {error.start + 1} ({line[error.start]:#04x}) is not UTF-8. Save the file as UTF-8.")
    except json.JSONDecodeError as error:
        return Problem(file, number, "", f"not JSON: {error.msg} at character {error.colno}. Write one JSON object a line.")
    except InvalidOperation:
        return Problem(file, number, "", "a number has an exponent that no number can have. Write the number out, or null where it is unknown.")
    except (ValueError, RecursionError) as error:
        return Problem(file, number, "", f"not JSON that can be read: {error}. Write one JSON object a line.")
    if not isinstance(value, dict):
        return Problem(file, number, "", f"{shown(value)} is not an object. Write one initiative a line, in {{ … }}.")
    return value


def _constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number in JSON")
