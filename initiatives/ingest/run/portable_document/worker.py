"""Reads one PDF in a process of its own that ends at its limits: the bytes come on standard input, JSON goes to standard output.

It is started by its path with Python alone (no Django, nothing of this project), so that it starts in a fifth of a second and holds nothing that
a document could reach. The limits are the arguments: bytes of memory, seconds of processor, seconds in all, pages, characters.
"""

import io
import json
import logging
import resource
import signal
import sys
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

LARGEST_WRITTEN_BYTES = 0  # to files: it writes to its pipe alone
LONGEST_FIELD = 500  # code points of a title or an author


def limit(memory_bytes: int, processor_seconds: int, wall_seconds: int) -> None:
    """Lets the system end this process at its limits, also when who started it is gone."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_WRITTEN_BYTES, LARGEST_WRITTEN_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(wall_seconds)


def read(body: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    """What stands in the document: `title`, `author`, `created`, and `pages` of `{width, pieces: [[x, y, size, text]]}`; or a `fault`."""
    reader = PdfReader(io.BytesIO(body), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return {"fault": "locked"}
    count = len(reader.pages)
    if count > most_pages:
        return {"fault": "too-many-pages", "pages": count}
    pages: list[dict[str, Any]] = []
    for page in reader.pages:
        pieces = pieces_of(page)
        pages.append({"width": float(page.mediabox.width), "pieces": pieces})
        most_characters -= sum(len(piece[3]) for piece in pieces)
        if most_characters < 0:
            return {"fault": "too-long"}
    return {**described(reader), "pages": pages}


def pieces_of(page: Any) -> list[list[Any]]:
    """The pieces of text of a page with their places in points from the lower left corner, in the order in which they are drawn."""
    pieces: list[list[Any]] = []

    def seen(text: str, user: list[float], matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
            y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
            drawn = abs(size * (matrix[3] or matrix[1] or 1) * (user[3] or user[1] or 1))
            pieces.append([round(x, 1), round(y, 1), round(drawn, 1), text])

    page.extract_text(visitor_text=seen)
    return pieces


def described(reader: PdfReader) -> dict[str, str | None]:
    """What the document says of itself."""
    try:
        said = reader.metadata
        created = said.creation_date if said else None
    except (PyPdfError, ValueError, TypeError):
        return {"title": None, "author": None, "created": None}
    return {"title": _field(said and said.title), "author": _field(said and said.author), "created": f"{created:%Y-%m-%d}" if created else None}


def _field(value: Any) -> str | None:
    return value[:LONGEST_FIELD] if isinstance(value, str) else None


def answer(body: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    """The reading, or a fault in one word for whatever the document does to its reader."""
    try:
        return read(body, most_pages, most_characters)
    except (FileNotDecryptedError, DependencyError):
        return {"fault": "locked"}
    except MemoryError:
        return {"fault": "memory"}
    except RecursionError:
        return {"fault": "damaged"}
    except Exception as error:  # a parser of hostile bytes fails in every way there is; what started it gets one word
        return {"fault": "damaged", "reason": type(error).__name__}


def main(memory_bytes: str, processor_seconds: str, wall_seconds: str, most_pages: str, most_characters: str) -> None:
    """Reads standard input to its end and answers once."""
    logging.disable(logging.CRITICAL)  # a damaged document is told in the answer
    limit(int(memory_bytes), int(processor_seconds), int(wall_seconds))
    told = answer(sys.stdin.buffer.read(), int(most_pages), int(most_characters))
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
