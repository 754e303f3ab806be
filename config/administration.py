"""Which site the administration is, and when its tables are registered."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class AdministrationConfig(AdminConfig):
    """Django's administration with the product's own site."""

    default_site = "initiatives.admin.site.Site"

    def ready(self) -> None:
        """Registers the tables, which can be loaded only after the models."""
        super().ready()
        import_module("initiatives.admin.nouns")
