"""Points: what an initiative is for, what stands in its way, and whose model it follows."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from initiatives import vocabulary
from initiatives.models.article import Article
from initiatives.models.country import Country
from initiatives.models.fields import one_of, word
from initiatives.models.initiative import Initiative


class Point(models.Model):
    """One goal, rationale, hurdle, opportunity or model, in one sentence, with its source."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="points")
    order = models.PositiveSmallIntegerField(default=0)
    kind = word(vocabulary.POINT_KINDS, "Goal, rationale, hurdle, opportunity, or the model it follows.")
    aspect = models.CharField(max_length=40, help_text="A short lowercase tag, for example energy.")
    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Only for a model: the country whose approach is followed.",
    )
    text = models.TextField(help_text="One sentence.")
    source = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="+")
    evidence = models.JSONField(null=True, blank=True, editable=False, help_text="start, end and text of the passage in the source.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["initiative", "order"]
        constraints = [
            one_of("kind", vocabulary.POINT_KINDS, "point_kind"),
            models.CheckConstraint(
                condition=Q(kind="model", country__isnull=False) | (~Q(kind="model") & Q(country__isnull=True)),
                name="point_model_names_a_country",
                violation_error_message="country: a model names the country whose approach is followed; no other point has one.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
