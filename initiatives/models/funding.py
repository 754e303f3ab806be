"""Funding entries: one statement about money, by one source, on one day, for one initiative; and who pays."""

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from initiatives import vocabulary
from initiatives.models.article import Article
from initiatives.models.country import Country
from initiatives.models.fields import first_day_of, last_day_of, money, one_of, partial_date, word
from initiatives.models.initiative import Initiative
from initiatives.models.organization import Organization

GENERATED = ["announced_first", "announced_last"]


class FundingEntry(models.Model):
    """What one source said about money. Nothing is overwritten by newer news: a newer statement is a new entry with a typed relation."""

    key = models.CharField(max_length=140, unique=True, help_text="Stable identifier: the initiative's slug, # and a number.")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="funding")
    order = models.PositiveSmallIntegerField(default=0)
    amount = money("As published, in units of the currency. Empty means undisclosed; never enter 0.")
    currency = models.CharField(max_length=3, help_text="ISO 4217 code of the published figure.")
    hedge = word(vocabulary.HEDGES, "How firm the figure is in the source's words.", default="exact")
    amount_low = money("Lower bound, if the source gives a range.")
    amount_high = money("Upper bound, if the source gives a range.")
    usd_as_published = money("Only if the source itself gives US dollars.")
    stage = word(vocabulary.STAGES, "How far the money has come: pledged, announced, budgeted, committed or disbursed.")
    origin = word(vocabulary.ORIGINS, "Public, private, mixed where one figure joins both, or unknown.")
    scope = word(vocabulary.SCOPES, "AI itself, chips at large, or a wider programme of which AI is a part.")
    channel = models.CharField(max_length=200, null=True, blank=True, help_text="The agency it passes through.")
    recipient_country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Only if the money goes to a country other than the owner.",
    )
    announced_on = partial_date("When this was said.")
    period = models.CharField(max_length=9, null=True, blank=True, help_text="The years that the money covers, for example 2026-2030.")
    instrument = word(vocabulary.INSTRUMENTS, "The form that the money takes.", null=True)
    relation = word(vocabulary.RELATIONS, "How it stands to money already in the ledger.", default="new")
    related_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="related_by",
        help_text="The entry that the relation points at. Empty for new money.",
    )
    within = models.CharField(max_length=300, null=True, blank=True, help_text="Words for an envelope that is not in this record.")
    new_money = word(vocabulary.NEW_MONEY, "What the source says about whether the money is new.", default="unclear")
    tier = models.PositiveSmallIntegerField(choices=list(vocabulary.TIERS.items()), help_text="How good the source is.")
    note = models.TextField(null=True, blank=True)
    source = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="+")
    evidence = models.JSONField(null=True, blank=True, editable=False, help_text="start, end and text of the passage in the source.")
    announced_first = first_day_of("announced_on")
    announced_last = last_day_of("announced_on")
    rank = word(vocabulary.RANKS, "Of rival figures for one statement: which is preferred, which is known to be wrong.", default="normal")
    rank_reason = models.CharField(max_length=300, null=True, blank=True, help_text="Why it is ranked so, in words.")
    history = HistoricalRecords(excluded_fields=GENERATED)

    class Meta:
        ordering = ["initiative", "order"]
        verbose_name_plural = "funding entries"
        indexes = [
            models.Index(fields=["-announced_first", "key"], name="funding_newest"),
            models.Index(fields=["currency", "amount"], name="funding_by_sum"),
        ]
        constraints = [
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{column}__gt": 0}) | Q(**{f"{column}__isnull": True}),
                    name=f"funding_{column}_positive",
                    violation_error_message=f"{column}: leave it empty when undisclosed; it is never 0 or less.",
                )
                for column in ("amount", "amount_low", "amount_high", "usd_as_published")
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount_low__isnull=True) | Q(amount_low__lte=F("amount")),
                name="funding_low_not_above_amount",
                violation_error_message="amount_low: the lower bound is above the amount.",
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount_high__isnull=True) | Q(amount_high__gte=F("amount")),
                name="funding_high_not_below_amount",
                violation_error_message="amount_high: the upper bound is below the amount.",
            ),
            models.CheckConstraint(
                condition=Q(amount_low__isnull=True) | Q(amount_high__isnull=True) | Q(amount_low__lte=F("amount_high")),
                name="funding_low_not_above_high",
                violation_error_message="amount_low: the lower bound is above the upper.",
            ),
            models.CheckConstraint(
                condition=Q(relation="new", related_to__isnull=True) | (~Q(relation="new") & Q(related_to__isnull=False)),
                name="funding_relation_has_its_partner",
                violation_error_message="related_to: new money points at nothing; every other relation needs the entry it points at.",
            ),
            models.CheckConstraint(
                condition=Q(related_to__isnull=True) | ~Q(related_to=F("id")),
                name="funding_not_related_to_itself",
                violation_error_message="related_to: an entry cannot point at itself.",
            ),
            models.CheckConstraint(
                condition=Q(currency__regex=r"^[A-Z]{3}$"),
                name="funding_currency_code",
                violation_error_message="currency: use an ISO 4217 code of three capital letters.",
            ),
            models.CheckConstraint(
                condition=Q(period__isnull=True) | Q(period__regex=r"^\d{4}-\d{4}$"),
                name="funding_period_years",
                violation_error_message="period: use two years, for example 2026-2030.",
            ),
            models.CheckConstraint(condition=Q(tier__gte=1, tier__lte=4), name="funding_tier"),
            one_of("hedge", vocabulary.HEDGES, "funding_hedge"),
            one_of("stage", vocabulary.STAGES, "funding_stage"),
            one_of("origin", vocabulary.ORIGINS, "funding_origin"),
            one_of("scope", vocabulary.SCOPES, "funding_scope"),
            one_of("instrument", vocabulary.INSTRUMENTS, "funding_instrument"),
            one_of("relation", vocabulary.RELATIONS, "funding_relation"),
            one_of("new_money", vocabulary.NEW_MONEY, "funding_new_money"),
            one_of("rank", vocabulary.RANKS, "funding_rank"),
        ]

    def __str__(self) -> str:
        return self.key


class Funder(models.Model):
    """One payer of an entry: an organization, or words for the unnamed; its share is null where the split is not published."""

    entry = models.ForeignKey(FundingEntry, on_delete=models.CASCADE, related_name="funders")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="funded")
    described = models.CharField(max_length=200, null=True, blank=True, help_text="Words for payers that nobody has named.")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    share = models.DecimalField(
        max_digits=7, decimal_places=6, null=True, blank=True, help_text="Part of the amount between 0 and 1. Empty: the split is not published."
    )
    order = models.PositiveSmallIntegerField(default=0)
    history = HistoricalRecords()

    class Meta:
        ordering = ["entry", "order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organization__isnull=False, described__isnull=True) | Q(organization__isnull=True, described__isnull=False),
                name="funder_named_or_described",
                violation_error_message="organization: name the funder, or describe it in words, one of the two.",
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gt=0, share__lte=1),
                name="funder_share",
                violation_error_message="share: a part of the amount above 0 and at most 1; empty when not published.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.organization or self.described)
