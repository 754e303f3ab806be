"""The editions of the record, to read."""

from django.contrib import admin

from initiatives.admin.derived import Derived
from initiatives.models import Edition


@admin.register(Edition)
class EditionAdmin(Derived):
    """One state of the published record."""

    list_display = ("number", "made_at", "reason", "by")
    search_fields = ("reason",)
    ordering = ("-number",)
    linked = ("by",)
