"""Countries and actors that own initiatives, and their yearly statistics."""

from django.db import models
from simple_history.models import HistoricalRecords


class Country(models.Model):
    """An owner of initiatives: a country by ISO 3166-1 alpha-3, or an actor that is none (`EUU`, `ASEAN`)."""

    code = models.CharField(max_length=8, primary_key=True, help_text="ISO 3166-1 alpha-3, or the short code of an actor such as EUU.")
    name = models.CharField(max_length=80, unique=True, help_text="The name shown on every page and in every file.")
    region = models.CharField(max_length=40, blank=True, help_text="The part of the world it is listed under.")
    is_actor = models.BooleanField(default=False, help_text="Not a country but a body of countries, such as the European Union.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "countries"

    def __str__(self) -> str:
        return self.name


class CountryStatistic(models.Model):
    """Gross domestic product and population of one country in one year; null where the source has no figure."""

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="statistics")
    year = models.PositiveSmallIntegerField()
    gdp_usd = models.DecimalField("GDP in US dollars, current prices", max_digits=24, decimal_places=2, null=True, blank=True)
    population = models.PositiveBigIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200, help_text="Where the figures come from.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["country", "-year"]
        constraints = [models.UniqueConstraint(fields=["country", "year"], name="statistic_once_a_year")]

    def __str__(self) -> str:
        return f"{self.country_id} {self.year}"
