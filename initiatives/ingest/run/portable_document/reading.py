"""Starts the process that reads a PDF, and puts its answer or its end into words; must not open the document itself."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from initiatives.ingest.steps.extract import PrintedDocument, PrintedPage, PrintedPiece
from initiatives.ingest.values import NoArticle

WORKER = Path(__file__).with_name("worker.py")
MARK, MARK_WITHIN_BYTES = b"%PDF-", 1024
KIND = "application/pdf"
ENOUGH = "Open it yourself and hand in its text as a file."
FAULTS = {
    "locked": f"The PDF is locked with a password. {ENOUGH}",
    "damaged": f"The PDF is damaged or is none, and cannot be read. {ENOUGH}",
    "memory": f"The PDF needs more memory to be read than one article may cost. {ENOUGH}",
    "time": f"The PDF takes longer to be read than one article may cost. {ENOUGH}",
    "too-long": "The PDF holds more text than is read of one article. Hand in the pages that matter.",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may cost. The memory counts address space, of which Python and pypdf alone take some 150 MB."""

    memory_bytes: int = 600 * 1024 * 1024
    processor_seconds: int = 20
    wall_seconds: int = 40
    most_pages: int = 120
    most_characters: int = 600_000


def is_portable_document(body: bytes) -> bool:
    """Whether the bytes say that they are a PDF: its mark stands at their beginning, as readers of PDF look for it."""
    return MARK in body[:MARK_WITHIN_BYTES]


def read(body: bytes, limits: Limits | None = None) -> PrintedDocument | NoArticle:
    """The pages of a PDF, or why they cannot be read, in words. Never raises for anything that a document can do, and leaves no process behind."""
    limits = limits or Limits()
    told = _told(body, limits)
    fault = told.get("fault")
    if fault == "too-many-pages":
        words = f"The PDF has {told['pages']:,} pages; the most that is read is {limits.most_pages}. Hand in the pages that matter."
        return NoArticle("too-large", words)
    if fault:
        return NoArticle("too-large" if fault == "too-long" else "unreadable", FAULTS[fault])
    return _document(told)


def _told(body: bytes, limits: Limits) -> dict[str, Any]:
    """The worker's answer; a fault of its own where it was ended."""
    given = (limits.memory_bytes, limits.processor_seconds, limits.wall_seconds, limits.most_pages, limits.most_characters)
    try:
        ended = subprocess.run(  # noqa: S603: our own file, and numbers
            [sys.executable, "-I", str(WORKER), *map(str, given)], input=body, capture_output=True, timeout=limits.wall_seconds + 2, check=False
        )
    except subprocess.TimeoutExpired:
        return {"fault": "time"}
    if ended.returncode < 0:
        return {"fault": "time"}
    try:
        return dict(json.loads(ended.stdout))
    except ValueError:
        return {"fault": "memory" if b"MemoryError" in ended.stderr else "damaged"}


def _document(told: dict[str, Any]) -> PrintedDocument:
    pages = tuple(PrintedPage(page["width"], tuple(PrintedPiece(*piece) for piece in page["pieces"])) for page in told["pages"])
    return PrintedDocument(pages, told["title"], told["author"], told["created"])
