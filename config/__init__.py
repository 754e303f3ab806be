"""The wiring: settings, addresses, engines and the processes of one checkout; imports anything, imported by nothing."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
