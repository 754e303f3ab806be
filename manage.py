#!/usr/bin/env python
"""Runs one management command, with the engines of this checkout running while it works."""

import os
import sys

from django.core.management import execute_from_command_line

from config import engines

NEED_NO_ENGINE = {"help", "--help", "version", "--version", "check", "collectstatic"}


def main() -> None:
    """Starts the engines when none runs and stops them again when nobody else uses them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if len(sys.argv) < 2 or sys.argv[1] in NEED_NO_ENGINE:
        execute_from_command_line(sys.argv)
        return
    with engines.running():
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
