"""Makes the demo accounts, for a machine where only its owner can reach the site."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction


class Command(BaseCommand):
    """An editor, a contributor and an administrator, to try each role; all three have the one password of the file."""

    help = "Makes or renews the demo editor, contributor and administrator, whose password lies in var/demo_password. Refused in production."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Idempotent; the passwords become the one in the file again."""
        if settings.PRODUCTION:
            raise CommandError(
                f"PRODUCTION is on, and there the demo accounts are not made. Use createsuperuser and the group {settings.EDITORS_GROUP}."
            )
        password = settings.DEMO_PASSWORD_FILE.read_text(encoding="ascii").strip()
        renewed(settings.DEMO_EDITOR, password, settings.EDITORS_GROUP)
        renewed(settings.DEMO_CONTRIBUTOR, password, settings.CONTRIBUTORS_GROUP)
        renewed(settings.DEMO_ADMINISTRATOR, password, administrator=True)


def renewed(name: str, password: str, *groups: str, administrator: bool = False) -> None:
    """One account with its role and nothing more."""
    person, _ = User.objects.get_or_create(username=name)
    if not person.check_password(password):
        person.set_password(password)
    person.is_superuser = person.is_staff = administrator
    person.save()
    person.groups.set([Group.objects.get_or_create(name=group)[0] for group in groups])
