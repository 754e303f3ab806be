"""Administration of countries, of bodies that own initiatives as countries do, and of their yearly statistics."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from initiatives.admin.recorded import Recorded
from initiatives.models import Country, CountryStatistic


@admin.register(Country)
class CountryAdmin(Recorded):
    """An owner of initiatives."""

    list_display = ("name", "code", "region", "is_actor")
    list_filter = ("is_actor", "region")
    search_fields = ("name", "code")
    search_help_text = "Name or code"
    ordering = ("name",)
    fields = ("code", "name", "region", "is_actor")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The code is what everything else names the country by."""
        return ("code",) if obj else ()


@admin.register(CountryStatistic)
class CountryStatisticAdmin(Recorded):
    """One year of one country."""

    list_display = ("country", "year", "gdp_usd", "population", "source")
    list_filter = (("country", AutocompleteSelectFilter),)
    search_fields = ("country__name", "country__code")
    search_help_text = "Country"
    ordering = ("country__name", "-year")
    autocomplete_fields = ("country",)
    fields = ("country", "year", "gdp_usd", "population", "source")
