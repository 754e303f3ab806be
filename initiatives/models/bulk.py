"""Spreadsheets that are taken in as a whole: the file, what its columns mean, what is wrong with its rows, and what became of it."""

from django.conf import settings
from django.db import models

from initiatives import vocabulary
from initiatives.models.edition import Edition
from initiatives.models.fields import LineFromOutside, TextFromOutside, one_of, word


class BulkImport(models.Model):
    """One spreadsheet. This row is the truth about the work on it: a worker claims it by one update, and what it finds is kept here."""

    noun = models.CharField(max_length=20, help_text="What its rows are: funding, organizations or initiatives.")
    file_name = LineFromOutside(max_length=255)
    body = models.BinaryField(help_text="The bytes of the file.")
    sheet = LineFromOutside(max_length=100, blank=True, help_text="The sheet of a workbook that is read.")
    headers = models.JSONField(default=list, help_text="The headers of its columns, in order.")
    mapping = models.JSONField(default=dict, help_text="Header → column of the record; empty where a column is left out.")
    reading = models.JSONField(default=dict, help_text="How its text is read: delimiter, decimal mark, order of day and month.")
    state = word(vocabulary.IMPORT_STATES, "How far it is.", default="uploaded")
    message = TextFromOutside(blank=True, help_text="What happened, in words, with the way out.")
    rows_total = models.PositiveIntegerField(null=True, blank=True)
    rows_done = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list, help_text="What keeps rows from being stored: row, column, value and message of each.")
    problem_count = models.PositiveIntegerField(default=0)
    effect = models.JSONField(default=dict, help_text="What storing it would add, change and move, as counted by a dry run.")
    checked_with = models.PositiveIntegerField(null=True, blank=True, help_text="Number of the edition that it was checked against.")
    cancel_asked = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1, help_text="Goes up with each change by a person, so that a stale form is refused.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    edition = models.ForeignKey(
        Edition, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="The edition that it made when it was stored."
    )
    undone_with = models.ForeignKey(Edition, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["state", "claimed_at"], name="import_waiting")]
        constraints = [one_of("state", vocabulary.IMPORT_STATES, "import_state")]

    def __str__(self) -> str:
        return self.file_name


class ColumnMapping(models.Model):
    """What the columns of spreadsheets with these headers meant the last time."""

    noun = models.CharField(max_length=20)
    headers_hash = models.CharField(max_length=64, help_text="SHA-256 of the headers, in order.")
    mapping = models.JSONField()
    reading = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["noun", "headers_hash"], name="one_mapping_of_headers")]

    def __str__(self) -> str:
        return f"{self.noun}: {self.headers_hash[:12]}"
