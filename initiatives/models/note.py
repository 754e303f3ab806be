"""Notes of editors on single values of the record; nothing is counted from them."""

from django.conf import settings
from django.db import models


class ValueNote(models.Model):
    """What an editor says about one value, or about a whole row where `field` is empty. A note that was taken back stays, with the day."""

    subject_table = models.CharField(max_length=40, help_text="The table of the value: the lower-case name of its model, for example fundingentry.")
    subject_id = models.BigIntegerField(help_text="The row's id in that table.")
    field = models.CharField(max_length=60, blank=True, help_text="The column; empty for the row as a whole.")
    text = models.TextField(help_text="The note, in plain words.")
    public = models.BooleanField(default=False, help_text="Whether readers see it too.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["subject_table", "subject_id"], name="note_of_value")]

    def __str__(self) -> str:
        return self.text[:80]
