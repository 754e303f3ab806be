"""The application that people look at: pages, charts and downloads of the record."""

from django.apps import AppConfig
from django.core.checks import register

from dashboard.checks import browser_is_here, typefaces_are_here


class DashboardConfig(AppConfig):
    """Pages, charts and downloads."""

    name = "dashboard"
    verbose_name = "The pages"

    def ready(self) -> None:
        """Registers what is said at start when pictures cannot be made well."""
        register(browser_is_here)
        register(typefaces_are_here)
