"""The application that holds the record and the line that fills it."""

from importlib import import_module

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """National AI initiatives and their money."""

    name = "initiatives"
    verbose_name = "The record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Registers the checks, which can be loaded only after the models."""
        import_module("initiatives.checks")
