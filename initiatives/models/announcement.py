"""What was published by quick entry: one row for each form, so that a form which is sent twice is published once."""

from django.conf import settings
from django.db import models

from initiatives.models.edition import Edition


class Announcement(models.Model):
    """One form of quick entry and the edition that it made. The token is drawn when the form is opened."""

    token = models.CharField(primary_key=True, max_length=32, help_text="Drawn when the form was opened; the same form sent again has the same.")
    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="announcement")
    entry = models.CharField(max_length=140, help_text="The key of the entry that it added, also when it was undone since.")
    words = models.TextField(help_text="What was published, in words.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.entry}, with {self.edition}"
