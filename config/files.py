"""The static files as they are served: named by their content and compressed once, when they are collected."""

from typing import Any
from urllib.parse import urlsplit

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ServedFiles(CompressedManifestStaticFilesStorage):
    """A page that names a file which could not be fetched still answers; the file is then absent, and the page says so."""

    manifest_strict = False

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        """The name with the hash of its content, or the plain name of a file that is not here."""
        if content is None and not self.exists(filename or urlsplit(name).path):
            return name
        return str(super().hashed_name(name, content, filename))
