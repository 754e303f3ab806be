"""Editions that are too large to be taken back while somebody waits for a page: a worker does it, and this row is the truth about the work."""

from typing import Final

from django.conf import settings
from django.db import models

from initiatives.models.edition import Edition

MOST_RINGS: Final = 4


class TakingBack(models.Model):
    """Somebody asked that an edition be taken back. Open while `finished_at` is empty; `made` is None where it was refused."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=100, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    rung_at = models.DateTimeField(help_text="When a worker was last rung for it.")
    rings = models.PositiveSmallIntegerField(default=1)
    finished_at = models.DateTimeField(null=True, blank=True)
    message = models.TextField(blank=True, help_text="What stood in the way, in words.")
    made = models.ForeignKey(Edition, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="The edition that took it back.")

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name_plural = "takings back"
        constraints = [
            models.UniqueConstraint(fields=["edition"], condition=models.Q(finished_at=None), name="taken_back_once_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"edition {self.edition_id}"

    @property
    def is_open(self) -> bool:
        """Whether a worker still has to come to its end."""
        return self.finished_at is None
