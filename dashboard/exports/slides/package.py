"""Writes a presentation as a file that is the same to the byte whenever it holds the same; knows no slide."""

import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import IO, Final

from pptx.presentation import Presentation as Opened

from dashboard.exports.slides.markup import written

BEFORE_ANY_EDITION: Final = date(2000, 1, 1)
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # of a zip file


def write(opened: Opened, title: str, made: date | None, target: IO[bytes]) -> None:
    """Sets what the file says of itself and writes it with fixed times."""
    properties, day = opened.core_properties, datetime.combine(made or BEFORE_ANY_EDITION, time())
    properties.title, properties.author, properties.last_modified_by = written(title), "National AI initiatives", "National AI initiatives"
    properties.subject = properties.keywords = properties.comments = properties.category = ""
    properties.created = properties.modified = properties.last_printed = day
    properties.revision = 1
    buffer = BytesIO()
    opened.save(buffer)
    with zipfile.ZipFile(buffer) as saved, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for entry in saved.infolist():
            file.writestr(zipfile.ZipInfo(entry.filename, EARLIEST), saved.read(entry), zipfile.ZIP_DEFLATED)
