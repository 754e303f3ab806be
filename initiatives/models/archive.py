"""Kept editions: the rows of every table that readers see as they stood at each publication, each state of some rows stored once."""

from django.db import models

from initiatives.models.edition import Edition


class ArchivedRows(models.Model):
    """Some neighbouring rows of one table in one state, found by the hash of their contents; never changed."""

    hash = models.CharField(max_length=64, primary_key=True, help_text="SHA-256 of the table's name, its columns and the rows.")
    rows = models.JSONField(help_text="A list of objects, one a row, by column; columns that the database computes are left out.")

    class Meta:
        verbose_name_plural = "archived rows"

    def __str__(self) -> str:
        return self.hash[:12]


class EditionPart(models.Model):
    """Which rows stood in one part of one table at one edition."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="parts", db_index=False)
    table = models.CharField(max_length=80)
    part = models.BigIntegerField(help_text="The rows' ids divided by the size of a part.")
    rows = models.ForeignKey(ArchivedRows, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "table", "part"], name="one_state_a_part")]

    def __str__(self) -> str:
        return f"edition {self.edition_id}, {self.table} {self.part}"
