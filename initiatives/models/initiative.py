"""Initiatives: what a country, or several together, set out to do about AI."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from initiatives import vocabulary
from initiatives.models.country import Country
from initiatives.models.fields import SEARCH_COLUMNS, Searchable, first_day_of, last_day_of, one_of, partial_date, search_index, word

SLUG_LENGTH = 120
GENERATED = ["announced_first", "announced_last"]


class Initiative(Searchable):
    """One national effort. Its owners are country codes in the order of the source; several owners share it jointly."""

    slug = models.CharField(max_length=SLUG_LENGTH, unique=True, help_text="Its address and stable identifier.")
    name = models.CharField(max_length=200, help_text="The usual English name.")
    countries = ArrayField(models.CharField(max_length=8), help_text="The owners: ISO 3166-1 alpha-3 codes, EUU for the European Union itself.")
    kind = word(vocabulary.INITIATIVE_KINDS, "What it mainly is.")
    status = word(vocabulary.INITIATIVE_STATUSES, "Where it stands today.")
    announced = partial_date("When it was first announced.")
    start = partial_date("When it began or is to begin. Empty while unknown.", null=True)
    end = partial_date("When it ends. Empty while unknown.", null=True)
    summary = models.TextField(help_text="Two or three sentences in our own words.")
    themes = ArrayField(models.CharField(max_length=40), default=list, blank=True, help_text="Short lowercase tags.")
    changed_at = models.DateTimeField(auto_now=True, editable=False)
    announced_first = first_day_of("announced")
    announced_last = last_day_of("announced")
    history = HistoricalRecords(excluded_fields=[*SEARCH_COLUMNS, *GENERATED, "changed_at"])

    class Meta:
        ordering = ["name"]
        indexes = [
            search_index("initiative_search"),
            GinIndex(fields=["countries"], name="initiative_countries"),
            GinIndex(fields=["themes"], name="initiative_themes"),
            models.Index(fields=["-announced_first", "slug"], name="initiative_newest"),
            models.Index(fields=["name", "slug"], name="initiative_by_name"),
            models.Index(fields=["kind", "status"], name="initiative_kind_status"),
        ]
        constraints = [
            one_of("kind", vocabulary.INITIATIVE_KINDS, "initiative_kind"),
            one_of("status", vocabulary.INITIATIVE_STATUSES, "initiative_status"),
            models.CheckConstraint(
                condition=models.Q(countries__len__gte=1),
                name="initiative_has_an_owner",
                violation_error_message="countries: name at least one owner.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuses owners that are in no list of countries and actors."""
        known = set(Country.objects.filter(code__in=self.countries or []).values_list("code", flat=True))
        unknown = [code for code in self.countries or [] if code not in known]
        if unknown:
            raise ValidationError(
                {"countries": f"{', '.join(unknown)}: no such country or actor. Use ISO 3166-1 alpha-3 codes, or add the actor first."}
            )


class InitiativeName(models.Model):
    """Another name of an initiative: an alias in any script, or a former name or address, which leads on to today's."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    slug = models.CharField(max_length=SLUG_LENGTH, blank=True, db_index=True, help_text="The address under this name, which leads on to today's.")
    until = models.DateField(null=True, blank=True, help_text="Only for a former name: the last day on which it was the name.")
    order = models.PositiveSmallIntegerField(default=0)
    history = HistoricalRecords()

    class Meta:
        ordering = ["initiative", "order", "name"]
        constraints = [models.UniqueConstraint(fields=["initiative", "name"], name="name_once_an_initiative")]

    def __str__(self) -> str:
        return self.name
