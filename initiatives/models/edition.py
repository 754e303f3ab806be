"""Editions: the version of the record, one up with each publication."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models

PUBLICATION_LOCK = 5_310_000  # the advisory lock under which publications follow one another
OF_THE_LINE = frozenset({"source"})  # changed by workers, outside of publications


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

    def next(self, reason: str, by: Any = None, undoes: Edition | None = None) -> Edition:
        """The following edition, stored with what the history holds by now. Call under `lock()`, when everything recorded is written."""
        return self.create(number=self.current_number() + 1, reason=reason, by=by, marks=history_marks(), undoes=undoes)


def history_marks() -> dict[str, int]:
    """The number of the newest line of each history of the record, by the name of its table's model; 0 where it has none."""
    named = recorded_models()
    histories = [connection.ops.quote_name(model.history.model._meta.db_table) for model in named.values()]
    newest = [f"(SELECT coalesce(max(history_id), 0) FROM {table})" for table in histories]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(newest)}")
        return dict(zip(named, cursor.fetchone(), strict=True))


def recorded_models() -> dict[str, Any]:
    """The tables of the record whose every change leaves a line of history, by the lower-case name of their model."""
    every = apps.get_app_config("initiatives").get_models()
    return {str(model._meta.model_name): model for model in every if hasattr(model, "history") and model._meta.model_name not in OF_THE_LINE}


class Edition(models.Model):
    """One state of the published record; its number stands in every cache key, ETag and exported source line."""

    number = models.PositiveIntegerField(primary_key=True)
    made_at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=300, help_text="What was published, in words.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    marks = models.JSONField(default=dict, editable=False, help_text="The newest line of each history when it was made: what it changed.")
    undoes = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="undone_by", help_text="The edition whose changes this one took back."
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        indexes = [models.Index(fields=["made_at"], name="edition_made")]

    def __str__(self) -> str:
        return f"edition {self.number}"
