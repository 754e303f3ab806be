"""Derived: what in the ledger asks for an editor, written by `initiatives.recount` alone; recorded: what an editor said is right as it stands."""

from django.conf import settings
from django.db import models

from initiatives.models.count import link
from initiatives.models.funding import FundingEntry
from initiatives.models.initiative import Initiative


class Conflict(models.Model):
    """One named warning about an entry and those that it concerns. The same warning has the same key whenever it is found."""

    key = models.CharField(max_length=64, primary_key=True, help_text="SHA-256 of the code and the keys of the entries concerned.")
    code = models.CharField(max_length=40)
    entry = link(FundingEntry)
    initiative = link(Initiative)
    family = models.CharField(max_length=140, db_index=True, help_text="The smallest key of the connected family.")
    about = models.JSONField(help_text="Keys of the other entries concerned.")
    message = models.TextField()
    excess = models.DecimalField(max_digits=30, decimal_places=6, null=True, help_text="In units of the currency of the entry.")
    usd = models.DecimalField(max_digits=30, decimal_places=6, null=True, help_text="Dollars at stake; empty where nobody can say.")
    country = models.CharField(max_length=8, help_text="The country that the entry belongs to, or joint.")

    class Meta:
        indexes = [models.Index(fields=["code", "-usd"], name="conflict_by_code"), models.Index(fields=["initiative"], name="conflict_of_initiative")]

    def __str__(self) -> str:
        return f"{self.code}: {self.message[:60]}"


class ConflictDecision(models.Model):
    """An editor looked at a warning and left the record as it is, with the reason; taken back by removing it."""

    conflict = models.CharField(max_length=64, unique=True, help_text="The key of the warning.")
    code = models.CharField(max_length=40)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"
