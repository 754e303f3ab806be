"""Merges and splits of organizations and initiatives; what they moved stands in the history of the edition that they made."""

from django.conf import settings
from django.db import models

from initiatives import vocabulary
from initiatives.models.edition import Edition
from initiatives.models.fields import one_of, word


class IdentityChange(models.Model):
    """Two records found to be one, or one found to be two. `kept` goes on under its address; `other` was merged into it, or was split off it."""

    kind = word(vocabulary.IDENTITY_CHANGES, "Whether two were merged or one was split.")
    noun = models.CharField(max_length=20, help_text="What they are: organization or initiative.")
    kept_id = models.BigIntegerField()
    kept_slug = models.CharField(max_length=120)
    kept_name = models.CharField(max_length=200)
    other_id = models.BigIntegerField()
    other_slug = models.CharField(max_length=120, db_index=True)
    other_name = models.CharField(max_length=200)
    reason = models.CharField(max_length=300, blank=True)
    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="identity_change")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    moved = models.JSONField(default=list, blank=True, editable=False, help_text="What it moved beside the record: table, column, row, from and to.")
    undone_with = models.ForeignKey(
        Edition, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="The edition that took it back; empty while it stands."
    )

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [one_of("kind", vocabulary.IDENTITY_CHANGES, "identity_change_kind")]

    def __str__(self) -> str:
        return f"{self.kept_name} and {self.other_name}"


class NotTheSame(models.Model):
    """Two organizations or initiatives whose names are alike and that an editor told apart; they are not proposed for a merge again."""

    noun = models.CharField(max_length=20)
    first_id = models.BigIntegerField(help_text="The smaller of the two ids.")
    second_id = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["noun", "first_id", "second_id"], name="told_apart_once")]

    def __str__(self) -> str:
        return f"{self.noun} {self.first_id} is not {self.second_id}"
