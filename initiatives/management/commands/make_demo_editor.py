"""Makes the demo editor, for a machine where only its owner can reach the site."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction


class Command(BaseCommand):
    """One account with the editor's role and nothing more."""

    help = "Makes or renews the demo editor, whose password lies in var/demo_password. Refused in production."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Idempotent; the password becomes the one in the file again."""
        if settings.PRODUCTION:
            raise CommandError(
                f"PRODUCTION is on, and there the demo account is not made. Use createsuperuser and the group {settings.EDITORS_GROUP}."
            )
        password = settings.DEMO_PASSWORD_FILE.read_text(encoding="ascii").strip()
        editor, _ = User.objects.get_or_create(username=settings.DEMO_EDITOR)
        if not editor.check_password(password):
            editor.set_password(password)
            editor.save()
        group, _ = Group.objects.get_or_create(name=settings.EDITORS_GROUP)
        editor.groups.set([group])
