"""What editors decided about relevance, and the classifiers that were trained on it."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class RelevanceExample(models.Model):
    """One article that is, or is not, about a national AI effort, as an editor decided."""

    text_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the normalised text; a later decision replaces an earlier one.")
    title = models.CharField(max_length=500, blank=True)
    relevant = models.BooleanField()
    embedding = models.BinaryField(help_text="The article's embedding as 384 half-precision numbers.")
    embedded_by = models.CharField(max_length=80, help_text="The embedding model with its version; others are not comparable.")
    keyword_score = models.FloatField(null=True, blank=True, help_text="The keywords' log odds; empty while the text was not read again.")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-decided_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class RelevanceModel(models.Model):
    """A trained classifier. The one in use judges new articles; every judgement keeps the version it was made with."""

    version = models.CharField(max_length=40, unique=True)
    embedded_by = models.CharField(max_length=80)
    weights = models.JSONField(help_text="The weights of the embedding's 384 numbers, then of the keyword score, then the constant.")
    examples = models.PositiveIntegerField(help_text="How many articles it learned from.")
    figures = models.JSONField(default=dict, help_text="How it did on examples held back: right, found, false alarms, and how many there were.")
    in_use = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["in_use"], condition=Q(in_use=True), name="one_relevance_model_in_use")]

    def __str__(self) -> str:
        return self.version
