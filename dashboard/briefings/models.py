"""What is kept of briefings: the selection, each making with its progress, its finished slides and its files; knows no figures."""

from __future__ import annotations

from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

TITLE_CHARACTERS: Final = 120
NOTE_CHARACTERS: Final = 600
CHART_CHARACTERS: Final = 80
SCHEDULES: Final = {
    "": "only when I ask",
    "moved": "every week in which the record has moved",
    "weekly": "every week",
}
STATES: Final = {"waiting": "waiting for a worker", "working": "being made", "done": "done", "failed": "stopped", "cancelled": "cancelled"}
EXTENSIONS: Final = ("pptx", "pdf", "xlsx")
OPEN: Final = ("waiting", "working")
STEP_CHARACTERS: Final = 160


class Briefing(models.Model):
    """A saved selection. Whoever has the secret may read and change it; only the secret's hash is kept, so that a copy of the table opens nothing."""

    secret_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret in its address.")
    title = models.CharField(max_length=TITLE_CHARACTERS)
    query = models.TextField(blank=True, help_text="The filters for every slide, as an address writes them.")
    charts = ArrayField(models.CharField(max_length=CHART_CHARACTERS), default=list, blank=True, help_text="In order, each with how it is shown.")
    picks = models.JSONField(default=list, blank=True, help_text="Initiatives: id, slug and the name they bore when they were picked.")
    note = models.TextField(blank=True, help_text="A note to the readers, for the first slide.")
    template = models.BinaryField(null=True, blank=True, help_text="A PPTX whose masters, fonts and colours the deck takes.")
    template_name = models.CharField(max_length=120, blank=True)
    schedule = models.CharField(max_length=8, choices=list(SCHEDULES.items()), default="", blank=True)
    due_at = models.DateTimeField(null=True, blank=True, help_text="When it is made next by itself.")
    created_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(auto_now_add=True, help_text="When somebody last opened or changed it, or took a file.")

    class Meta:
        indexes = [models.Index(fields=["due_at"], name="briefing_due"), models.Index(fields=["used_at"], name="briefing_used")]

    def __str__(self) -> str:
        return self.title


class Making(models.Model):
    """One making of a briefing. This row is the truth about the work: a worker claims it by one update; what is finished is kept."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="makings")
    number = models.PositiveIntegerField(help_text="Counted from 1 within its briefing.")
    selection = models.JSONField(help_text="The selection as it was when the making was asked for.")
    state = models.CharField(max_length=10, choices=list(STATES.items()), default="waiting")
    step = models.CharField(max_length=STEP_CHARACTERS, blank=True, help_text="What is being done now, in words.")
    done = models.PositiveSmallIntegerField(default=0, help_text="Steps that are finished.")
    steps = models.PositiveSmallIntegerField(default=0, help_text="Steps in all, 0 while nobody knows.")
    edition = models.PositiveIntegerField(null=True, blank=True, help_text="The edition that all of it is read at.")
    stamp = models.CharField(max_length=60, blank=True, help_text="Tells this state of the record from every other.")
    as_of = models.DateField(null=True, blank=True, help_text="The day whose state it shows.")
    plan = models.JSONField(default=list, blank=True, help_text="The keys of the slides in their order.")
    figures = models.JSONField(
        null=True, blank=True, help_text="What is compared with the next making: sums by basis and country, and the entries behind them."
    )
    message = models.TextField(blank=True, help_text="Why it stopped, in words, with the way out.")
    remarks = models.JSONField(default=list, blank=True, help_text="What could not be made or had to be told, in words.")
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, blank=True, help_text="When a worker last gave a sign of life.")
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    chosen = ""  # its filters in words, where a page has read them

    class Meta:
        ordering = ["-number"]
        indexes = [models.Index(fields=["state", "claimed_at"], name="making_open")]
        constraints = [
            models.UniqueConstraint(fields=["briefing", "number"], name="making_number"),
            models.UniqueConstraint(fields=["briefing"], condition=Q(state__in=OPEN), name="making_one_open"),
            models.CheckConstraint(condition=Q(state__in=list(STATES)), name="making_state"),
        ]

    def __str__(self) -> str:
        return f"{self.briefing} {self.number}"

    @property
    def is_open(self) -> bool:
        """Whether a worker has it, or will."""
        return self.state in OPEN

    @property
    def in_order(self) -> list[MakingFile]:
        """Its files as they are named everywhere: PowerPoint, PDF, Excel."""
        return sorted(self.files.all(), key=lambda file: EXTENSIONS.index(file.extension))

    @property
    def lacks_pdf(self) -> bool:
        """Whether it was finished without a browser."""
        return self.state == "done" and all(file.extension != "pdf" for file in self.files.all())

    @property
    def percent(self) -> int:
        """How far it is, of a hundred."""
        return round(100 * self.done / self.steps) if self.steps else 0


class MakingSlide(models.Model):
    """One finished slide of a making, as the value that every rendering is made from."""

    making = models.ForeignKey(Making, on_delete=models.CASCADE, related_name="slides")
    place = models.PositiveSmallIntegerField(help_text="From 1.")
    key = models.CharField(max_length=60)
    content = models.JSONField()
    picture = models.BinaryField(null=True, blank=True, help_text="PNG, where the slide shows a picture.")

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["making", "place"], name="making_slide_once")]

    def __str__(self) -> str:
        return f"{self.place}. {self.key}"


class MakingFile(models.Model):
    """One finished file of a making, whole."""

    making = models.ForeignKey(Making, on_delete=models.CASCADE, related_name="files")
    extension = models.CharField(max_length=4)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField(help_text="Bytes.")
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["making", "extension"], name="making_file_once")]

    def __str__(self) -> str:
        return self.name
