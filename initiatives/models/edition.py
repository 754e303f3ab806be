"""Editions: the version of the record, one up with each publication."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import connection, models

PUBLICATION_LOCK = 5_310_000  # the advisory lock under which publications follow one another


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about the current edition."""

    def current(self) -> Edition | None:
        """The newest edition, None before the first publication."""
        return self.order_by("-number").first()

    def current_number(self) -> int:
        """The newest edition's number, 0 before the first publication."""
        return self.order_by("-number").values_list("number", flat=True).first() or 0

    def lock(self) -> None:
        """Waits until no other transaction publishes; held until this transaction ends."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PUBLICATION_LOCK])

    def lock_shared(self) -> None:
        """Waits until no transaction publishes, and lets none begin before this transaction ends; others that share it go on."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [PUBLICATION_LOCK])

    def next(self, reason: str, by: Any = None) -> Edition:
        """The following edition, stored. Call under `lock()` in the transaction that publishes."""
        return self.create(number=self.current_number() + 1, reason=reason, by=by)


class Edition(models.Model):
    """One state of the published record; its number stands in every cache key, ETag and exported source line."""

    number = models.PositiveIntegerField(primary_key=True)
    made_at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=300, help_text="What was published, in words.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"edition {self.number}"
