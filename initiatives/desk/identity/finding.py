"""Finds the record that an address of the desk's names means."""

from typing import Any

from django.http import Http404

from initiatives.publish.identity.subjects import MODELS
from initiatives.publish.leading import NOWHERE, leads_to


def record_or_lead(noun: str, slug: str) -> Any:
    """The organization or initiative of an address, or of the one that it leads to. Raises Http404."""
    row = None if NOWHERE in slug else MODELS[noun].objects.filter(slug=slug).first()
    if row is None and (today := leads_to(noun, slug)):
        row = MODELS[noun].objects.filter(slug=today).first()
    if row is None:
        raise Http404(f"“{slug}” is no {noun} of the record.")
    return row
