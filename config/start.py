"""Refuses to serve or work under settings that cannot be right; web and worker ask it before they begin."""

from django.core import checks
from django.db import connections

from config.env import SettingError


def refuse_unsafe() -> None:
    """Raises SettingError with every error that the system checks find; leaves no connection open for a fork to share."""
    found = [message for message in checks.run_checks(databases=["default"]) if message.is_serious()]
    connections.close_all()
    if found:
        raise SettingError("\n".join(f"{message.id}: {message.msg} {message.hint or ''}" for message in found))
