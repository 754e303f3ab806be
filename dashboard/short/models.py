"""What a short address stands for; knows no page."""

from django.db import models
from django.db.models import Q

CODE_CHARACTERS = 10
LONGEST_ADDRESS = 2_000


class ShortAddress(models.Model):
    """One page of this site under its filters. A row is written once and never changed, so that what was printed leads there for ever."""

    code = models.CharField(max_length=CODE_CHARACTERS, unique=True, help_text="Made from the address alone, so that it is the same everywhere.")
    address = models.CharField(max_length=LONGEST_ADDRESS, help_text="Path and query, without scheme and host.")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(address__startswith="/") & ~Q(address__startswith="//") & ~Q(address__startswith="/\\"),
                name="short_address_is_our_own",
                violation_error_message="Only addresses of this site have a short form.",
            )
        ]

    def __str__(self) -> str:
        return self.code
