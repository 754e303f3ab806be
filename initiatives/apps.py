"""The application that holds the record and the line that fills it."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """National AI initiatives and their money."""

    name = "initiatives"
    verbose_name = "The record"
    default_auto_field = "django.db.models.BigAutoField"
