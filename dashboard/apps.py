"""The application that people look at: pages, charts and downloads of the record."""

from django.apps import AppConfig


class DashboardConfig(AppConfig):
    """Pages, charts and downloads."""

    name = "dashboard"
    verbose_name = "The pages"
