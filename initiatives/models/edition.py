"""Editions: the version of the record, one up with each publication."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import OperationalError, connection, models, transaction

PUBLICATION_LOCK = 5_310_000  # the advisory lock under which publications follow one another
LOCK = "SELECT pg_advisory_xact_lock(%s)"
LOCK_NOT_AVAILABLE = "55P03"  # of PostgreSQL's codes of errors
PATIENCE_SECONDS = 8.0  # that somebody waits for another publication before being told; all but large imports take less than one
OF_THE_LINE = frozenset({"source"})  # changed by workers, outside of publications


class StillPublishing(Exception):
    """Another publication takes so long that this one was not begun; nothing was written, and it can be sent again."""


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about the current edition."""

    def current(self) -> Edition | None:
        """The newest edition, None before the first publication."""
        return self.order_by("-number").first()

    def current_number(self) -> int:
        """The newest edition's number, 0 before the first publication."""
        return self.order_by("-number").values_list("number", flat=True).first() or 0

    def lock(self) -> None:
        """Waits some seconds until no other transaction publishes; held until this transaction ends. Raises StillPublishing where it takes longer."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [PUBLICATION_LOCK])
            if not cursor.fetchone()[0]:
                _wait_for_lock()

    def lock_patiently(self) -> None:
        """The same for a worker or a command, for which nobody waits at a page: however long it takes."""
        with connection.cursor() as cursor:
            cursor.execute(LOCK, [PUBLICATION_LOCK])

    def lock_shared(self) -> None:
        """Waits until no transaction publishes, and lets none begin before this transaction ends; others that share it go on."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [PUBLICATION_LOCK])

    def next(self, reason: str, by: Any = None, undoes: Edition | None = None) -> Edition:
        """The following edition, stored with what the history holds by now. Call under `lock()`, when everything recorded is written."""
        return self.create(number=self.current_number() + 1, reason=reason, by=by, marks=history_marks(), undoes=undoes)


def _wait_for_lock() -> None:
    """In a savepoint, so that a wait that comes to its end leaves the transaction as it was."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{1000 * PATIENCE_SECONDS:.0f}ms"])
            cursor.execute(LOCK, [PUBLICATION_LOCK])
            cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) != LOCK_NOT_AVAILABLE:
            raise
        raise StillPublishing from error


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
