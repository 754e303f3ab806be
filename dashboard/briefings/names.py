"""Names of a briefing's files, which say what they hold and of which edition; knows nothing else."""

import re
import unicodedata
from datetime import date
from typing import Final

TITLE_CHARACTERS: Final = 80


def file_name(title: str, edition: int, day: date | None, extension: str) -> str:
    """`AI-in-East-Asia_edition-12_2026-07-03.pptx`: letters of every script, nothing that a file system refuses."""
    words = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", title)).strip("-_")[:TITLE_CHARACTERS].strip("-_") or "briefing"
    return f"{words}_edition-{edition}{f'_{day.isoformat()}' if day else ''}.{extension}"
