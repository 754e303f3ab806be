"""Quantities: things promised that are not money, such as megawatts and GPUs."""

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from initiatives import vocabulary
from initiatives.models.article import Article
from initiatives.models.fields import one_of, word
from initiatives.models.initiative import Initiative


class Quantity(models.Model):
    """One stated quantity; a stage of a larger one is `part-of` it and is not added to it."""

    key = models.CharField(max_length=140, unique=True, help_text="Stable identifier: the initiative's slug, ~ and a number.")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="quantities")
    order = models.PositiveSmallIntegerField(default=0)
    measure = word(vocabulary.MEASURES, "What is counted.")
    value = models.DecimalField(max_digits=24, decimal_places=6)
    hedge = word(vocabulary.HEDGES, "How firm the figure is in the source's words.", default="exact")
    status = word(vocabulary.QUANTITY_STATUSES, "Planned, or already there.")
    by = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The year by which it is promised.")
    relation = word(vocabulary.QUANTITY_RELATIONS, "Whether it lies in a larger quantity of the same initiative.", default="new")
    related_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    source = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["initiative", "order"]
        verbose_name_plural = "quantities"
        constraints = [
            models.CheckConstraint(condition=Q(value__gt=0), name="quantity_positive", violation_error_message="value: a quantity is above 0."),
            models.CheckConstraint(
                condition=Q(relation="new", related_to__isnull=True) | Q(relation="part-of", related_to__isnull=False),
                name="quantity_relation_has_its_partner",
                violation_error_message="related_to: a part needs the larger quantity; a quantity that stands alone has none.",
            ),
            models.CheckConstraint(condition=Q(related_to__isnull=True) | ~Q(related_to=F("id")), name="quantity_not_part_of_itself"),
            one_of("measure", vocabulary.MEASURES, "quantity_measure"),
            one_of("hedge", vocabulary.HEDGES, "quantity_hedge"),
            one_of("status", vocabulary.QUANTITY_STATUSES, "quantity_status"),
        ]

    def __str__(self) -> str:
        return self.key
