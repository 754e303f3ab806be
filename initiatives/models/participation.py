"""Participations: who takes part in an initiative, in which role, and how sure that is."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from initiatives import vocabulary
from initiatives.models.article import Article
from initiatives.models.fields import one_of, word
from initiatives.models.initiative import Initiative
from initiatives.models.organization import Organization


class Participation(models.Model):
    """One organization (or, unnamed, words such as “major banks”) in one role of one initiative."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="participations")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="participations")
    described = models.CharField(max_length=200, null=True, blank=True, help_text="Words for participants that nobody has named yet.")
    role = word(vocabulary.PARTICIPATION_ROLES, "What it does in the initiative.")
    status = word(vocabulary.PARTICIPATION_STATUSES, "Whether it is confirmed, reported or only expected.")
    order = models.PositiveSmallIntegerField(default=0)
    source = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="+")
    evidence = models.JSONField(null=True, blank=True, editable=False, help_text="start, end and text of the passage in the source.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["initiative", "order"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "organization", "role"], name="one_row_per_participation"),
            models.UniqueConstraint(fields=["initiative", "described", "role"], name="one_row_per_described_participation"),
            models.CheckConstraint(
                condition=Q(organization__isnull=False, described__isnull=True) | Q(organization__isnull=True, described__isnull=False),
                name="participant_named_or_described",
                violation_error_message="organization: name the organization, or describe the unnamed participants, one of the two.",
            ),
            one_of("role", vocabulary.PARTICIPATION_ROLES, "participation_role"),
            one_of("status", vocabulary.PARTICIPATION_STATUSES, "participation_status"),
        ]

    def __str__(self) -> str:
        return f"{self.organization or self.described}, {self.role}"
