"""Writes a publication."""

from django.contrib.auth.models import User

from initiatives.models import Draft, Edition
from initiatives.publication import Publication


def publish(publication: Publication, by: User | None, reason: str, draft: Draft | None = None) -> Edition:
    """Writes everything in one transaction."""
    raise NotImplementedError
