"""Corrections that readers propose: what they say is wrong with a value, and what the desk answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from initiatives import vocabulary
from initiatives.models.edition import Edition
from initiatives.models.fields import LineFromOutside, TextFromOutside, one_of, word


class Correction(models.Model):
    """One reader's remark on one public value. The remark and the way to its writer are the desk's; the answer is public."""

    subject_table = models.CharField(max_length=40, help_text="The table of the value: the lower-case name of its model, for example fundingentry.")
    subject_id = models.BigIntegerField(null=True, blank=True, help_text="The row's id in that table; empty for a computed value.")
    field = models.CharField(max_length=60, blank=True, help_text="The column; empty for the row as a whole.")
    label = LineFromOutside(max_length=300, help_text="The value by its name, as the page had it.")
    value_shown = LineFromOutside(max_length=500, blank=True, help_text="The value as the page showed it.")
    page = LineFromOutside(max_length=1000, help_text="The address within the site that it was seen at.")
    seen_edition = models.PositiveIntegerField(null=True, blank=True, help_text="The edition that the reader saw.")
    message = TextFromOutside(help_text="What is wrong, in the reader's words.")
    evidence_url = LineFromOutside(max_length=2000, blank=True, help_text="Where the right value can be read, if the reader says so.")
    contact = LineFromOutside(max_length=200, blank=True, help_text="How to reach the reader; never published.")
    sender_hash = models.CharField(max_length=64, blank=True, db_index=True, editable=False, help_text="Keyed hash of the sender's address and day.")
    state = word(vocabulary.CORRECTION_STATES, "Whether the desk has answered.", default="open")
    answer = models.TextField(blank=True, help_text="What the desk answered; public once the correction is settled.")
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    edition = models.ForeignKey(
        Edition, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="The edition that put it right, where one did."
    )
    version = models.PositiveIntegerField(default=1, help_text="Goes up with each change, so that a stale form is refused.")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["subject_table", "subject_id"], name="correction_of_value"),
            models.Index(fields=["-made_at"], condition=Q(state="open"), name="correction_open"),
        ]
        constraints = [one_of("state", vocabulary.CORRECTION_STATES, "correction_state")]

    def __str__(self) -> str:
        return self.label

    @property
    def public_label(self) -> str:
        """What everybody may read of the value's name: the record's own words, and of a computed value the page that it stands on."""
        return self.label if self.subject_table else f"a figure of the page {self.page.partition('?')[0]}"
