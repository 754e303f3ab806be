"""Derived: what each funding entry counts, as of today and as of other days, and the rates it is shown at; written by `initiatives.recount` alone."""

from typing import Any

from django.db import models
from django.db.models import Q

from initiatives.models.funding import FundingEntry
from initiatives.models.initiative import Initiative

AMOUNT: dict[str, Any] = {"max_digits": 30, "decimal_places": 6}
RATE: dict[str, Any] = {"max_digits": 30, "decimal_places": 18}
RATE_MARKS = ["exact", "average", "provisional", "stale"]


def link(to: type[models.Model], *, null: bool = False) -> Any:
    """A reference that the database does not guard: derived rows are written by the thousand, from rows just read."""
    return models.ForeignKey(to, on_delete=models.CASCADE, null=null, related_name="+", db_constraint=False, db_index=False)


class Snapshot(models.Model):
    """The record counted as of one day; `day` is null for the current count, of which there is one."""

    day = models.DateField(null=True, blank=True, unique=True)
    edition = models.PositiveIntegerField(help_text="The edition it was counted from.")
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(models.Value(1), condition=Q(day__isnull=True), name="one_current_snapshot")]

    def __str__(self) -> str:
        return f"as of {self.day}" if self.day else "current"


class FundingCount(models.Model):
    """What one entry counts in one snapshot. `gross`, `net` and `held` are in the entry's currency; `usd_*` at `rate`; null where not convertible.

    Columns of the entry that totals are cut by are repeated here, so that a total reads one table.
    """

    snapshot = models.ForeignKey(Snapshot, on_delete=models.CASCADE, related_name="counts", db_index=False)
    entry = models.ForeignKey(FundingEntry, on_delete=models.CASCADE, related_name="counts")
    initiative = link(Initiative)
    family = models.CharField(max_length=140, help_text="The smallest key of the connected family.")
    root = link(FundingEntry)
    envelope = link(FundingEntry, null=True)
    live = models.BooleanField()
    gross = models.DecimalField(**AMOUNT)
    net = models.DecimalField(**AMOUNT)
    held = models.DecimalField(**AMOUNT)
    reason = models.CharField(max_length=20)
    reason_entry = link(FundingEntry, null=True)
    reason_entry_now = link(FundingEntry, null=True)
    country = models.CharField(max_length=8, help_text="The country it belongs to, or joint.")
    owners = models.JSONField(help_text="The initiative's owners, for joint money.")
    currency = models.CharField(max_length=3)
    stage = models.CharField(max_length=20)
    origin = models.CharField(max_length=20)
    scope = models.CharField(max_length=20)
    disclosed = models.BooleanField()
    public_abroad_share = models.DecimalField(
        max_digits=7, decimal_places=6, null=True, help_text="Part of public money whose funders are another state or the EU."
    )
    announced_on = models.CharField(max_length=10)
    announced_first = models.DateField()
    announced_last = models.DateField()
    rate = models.DecimalField(**RATE, null=True)
    rate_day = models.CharField(max_length=10, null=True)
    rate_provider = models.CharField(max_length=40, null=True)
    rate_mark = models.CharField(max_length=12, null=True)
    usd_published = models.DecimalField(**AMOUNT, null=True)
    usd_held = models.DecimalField(**AMOUNT, null=True)
    usd_gross = models.DecimalField(**AMOUNT, null=True)
    usd_net = models.DecimalField(**AMOUNT, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "entry"], name="one_count_an_entry"),
            models.CheckConstraint(condition=Q(net__gte=0, gross__gte=0, held__gte=0), name="count_not_negative"),
        ]
        indexes = [
            models.Index(
                fields=["snapshot", "country", "scope", "stage"], include=["origin", "usd_net", "initiative", "disclosed"], name="count_by_country"
            ),
            models.Index(fields=["snapshot", "initiative"], include=["scope", "stage", "origin", "usd_net"], name="count_by_initiative"),
            models.Index(fields=["snapshot", "-announced_first", "entry"], name="count_newest"),
            models.Index(fields=["snapshot", "-usd_net"], name="count_largest"),
            models.Index(fields=["snapshot", "family"], name="count_family"),
            models.Index(fields=["snapshot", "country", "usd_published"], name="count_by_dollars"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.reason}"


class Conversion(models.Model):
    """The rate from an entry's currency on its day to a display currency other than the dollar, made when a reader first asks."""

    snapshot = models.ForeignKey(Snapshot, on_delete=models.CASCADE, related_name="conversions")
    currency = models.CharField(max_length=3)
    announced_on = models.CharField(max_length=10)
    display = models.CharField(max_length=3)
    rate = models.DecimalField(**RATE, null=True)
    rate_day = models.CharField(max_length=10, null=True)
    rate_provider = models.CharField(max_length=40, null=True)
    rate_mark = models.CharField(max_length=12, null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["snapshot", "display", "currency", "announced_on"], name="one_conversion")]

    def __str__(self) -> str:
        return f"{self.currency} to {self.display}, {self.announced_on}"
