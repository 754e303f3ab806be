"""The static files as they are served: named by their content and compressed once, when they are collected."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ServedFiles(CompressedManifestStaticFilesStorage):
    """A page that names a file which was not fetched or not yet collected still answers; the file is then absent."""

    manifest_strict = False
