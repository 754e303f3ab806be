"""Intake and drafts: an article handed to the line, and what the line read in it until an editor decides."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from initiatives.models.article import Article
from initiatives.models.edition import Edition
from initiatives.models.fields import LineFromOutside, TextFromOutside, one_of, word
from initiatives.models.initiative import Initiative
from initiatives.models.source import Source

INTAKE_STATES = {
    "waiting": "waiting",
    "working": "being read",
    "done": "done",
    "failed": "failed",
    "duplicate": "already known",
    "rejected": "not about national AI efforts",
    "dismissed": "put away by an editor",
}
INTAKE_STEPS = {
    "fetch": "fetching",
    "extract": "extracting the text",
    "duplicates": "looking for copies",
    "relevance": "judging what it is about",
    "understand": "reading",
    "match": "matching with the record",
    "draft": "writing the draft",
}
VERDICTS = {"yes": "about a national AI effort", "maybe": "doubtful", "no": "about something else"}
REJECTIONS = {
    "not-relevant": "not about a national AI effort",
    "known": "says nothing new",
    "misread": "read wrongly",
    "other": "another reason",
}
HALF = 0.5  # doubt of a draft of which the line said nothing
DRAFT_STATES = {"open": "open", "accepted": "accepted", "rejected": "rejected"}


class Urgency(models.Func):
    """log2(money at stake × doubt) less the weeks from 2026 to the day it was made: the order of `review.urgency`, which no day changes."""

    template = (
        "ln(greatest(abs(coalesce(%(consequence)s, 0)), 1000000)::double precision * greatest(%(doubt)s, 0.05)) / ln(2.0::double precision)"
        " - extract(epoch from %(made_at)s - timestamptz '2026-01-01 00:00:00+00')::double precision / 604800"
    )

    def __init__(self, consequence: str, doubt: str, made_at: str) -> None:
        super().__init__(consequence, doubt, made_at, output_field=models.FloatField())

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple[Any, ...]]:  # type: ignore[override]
        """The template with its three columns."""
        columns = [compiler.compile(column)[0] for column in self.get_source_expressions()]
        return self.template % dict(zip(("consequence", "doubt", "made_at"), columns, strict=True)), ()


class Intake(models.Model):
    """One article handed in. This row is the truth about the work: a worker claims it by one update, a sweeper rings again for what was lost."""

    address = LineFromOutside(max_length=2000, help_text="The address it is or was published at.")
    address_hash = models.CharField(
        max_length=64, blank=True, db_index=True, editable=False, help_text="SHA-256 of the canonical address, by which it is known again."
    )
    claimed_published = models.CharField(max_length=10, null=True, blank=True, help_text="The day of publication as handed in.")
    body = models.BinaryField(null=True, blank=True, help_text="The bytes handed in, for a file; empty for an address that is to be fetched.")
    content_type = LineFromOutside(max_length=100, blank=True, help_text="What the server said the bytes are.")
    charset = LineFromOutside(max_length=40, blank=True)
    file_name = LineFromOutside(max_length=255, blank=True)
    source = models.ForeignKey(
        Source, on_delete=models.SET_NULL, null=True, blank=True, related_name="intakes", help_text="Where it was seen; empty when handed in."
    )
    claimed_title = LineFromOutside(max_length=500, blank=True, help_text="The title that the source gave.")
    claimed_summary = TextFromOutside(blank=True, help_text="The text that the source gave, read where the page itself gives none.")
    title = LineFromOutside(max_length=500, blank=True, help_text="The title that was found; with the hash all that is kept of a rejected article.")
    text_hash = models.CharField(max_length=64, blank=True, db_index=True, help_text="SHA-256 of the normalised text.")
    verdict = word(VERDICTS, "Whether it is about a national AI effort.", null=True)
    relevance = models.FloatField(null=True, blank=True, help_text="How surely it is, from 0 to 1.")
    judged_by = models.CharField(max_length=80, blank=True, help_text="The version of the rule or classifier that judged.")
    embedding = models.BinaryField(null=True, blank=True, help_text="384 half-precision numbers, from which a later decision can be learned.")
    timings = models.JSONField(default=dict, blank=True, help_text="Seconds and CPU seconds of each step: {step: [seconds, cpu_seconds]}.")
    not_before = models.DateTimeField(null=True, blank=True, help_text="A server asked to come back no earlier.")
    state = models.CharField(max_length=12, choices=list(INTAKE_STATES.items()), default="waiting")
    step = models.CharField(max_length=12, choices=list(INTAKE_STEPS.items()), blank=True)
    message = TextFromOutside(blank=True, help_text="What happened, in words, with the way out.")
    attempts = models.PositiveSmallIntegerField(default=0)
    handed_in_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="intakes")

    step_began: tuple[float, float] | None = None  # of the worker that has it: clock and CPU seconds at which its step began; not stored

    class Meta:
        ordering = ["-handed_in_at"]
        indexes = [models.Index(fields=["state", "claimed_at"], name="intake_waiting")]
        constraints = [one_of("state", INTAKE_STATES, "intake_state"), one_of("verdict", VERDICTS, "intake_verdict")]

    def __str__(self) -> str:
        return self.file_name or self.address


class Draft(models.Model):
    """What the line read in one article. `proposal` is the line's DraftValue as JSON, `decided` the values as the editor left them."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="draft")
    intake = models.ForeignKey(Intake, on_delete=models.SET_NULL, null=True, blank=True, related_name="drafts")
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="drafts",
        help_text="The initiative it is about, as proposed or chosen.",
    )
    proposal = models.JSONField()
    decided = models.JSONField(null=True, blank=True, help_text="The editor's version; empty until something is changed.")
    state = models.CharField(max_length=12, choices=list(DRAFT_STATES.items()), default="open")
    version = models.PositiveIntegerField(default=1, help_text="Goes up with each change, so that a stale form is refused.")
    doubtful = models.BooleanField(default=False, help_text="On the maybe list: the line is not sure that it is about a national AI effort.")
    made_at = models.DateTimeField(auto_now_add=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who typed it; empty where the line read it.",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decision_reason = models.TextField(blank=True)
    rejected_as = word(REJECTIONS, "The kind of reason for a rejection; “not about a national AI effort” teaches the line.", null=True)
    consequence = models.DecimalField(
        max_digits=24, decimal_places=2, null=True, blank=True, help_text="Dollars that it would add, move or take away; empty where it names none."
    )
    doubt = models.FloatField(default=HALF, help_text="How much of it the line doubts, from 0.05 to 1, by its own confidences and warnings.")
    urgency = models.GeneratedField(
        expression=Urgency("consequence", "doubt", "made_at"),
        output_field=models.FloatField(),
        db_persist=True,
        help_text="Place in the inbox: the doublings of money at stake × doubt × age, which doubles each week; highest first, whatever the day.",
    )
    taught_before = models.BooleanField(
        null=True, blank=True, editable=False, help_text="What the line had been taught of the article before the decision; empty for nothing."
    )
    matched_with = models.PositiveIntegerField(
        null=True, blank=True, help_text="Number of the edition that its proposals were made against; empty where they are to be made again."
    )
    edition = models.ForeignKey(
        Edition, on_delete=models.SET_NULL, null=True, blank=True, related_name="drafts", help_text="The edition that its publication made."
    )

    class Meta:
        ordering = ["-made_at"]
        indexes = [
            models.Index(fields=["-made_at"], condition=Q(state="open"), name="draft_open"),
            models.Index(fields=["doubtful", "-urgency", "-id"], condition=Q(state="open"), name="draft_by_urgency"),
            models.Index(fields=["-decided_at"], condition=~Q(state="open"), name="draft_by_decision"),
        ]
        constraints = [one_of("state", DRAFT_STATES, "draft_state"), one_of("rejected_as", REJECTIONS, "draft_rejected_as")]

    def __str__(self) -> str:
        return str(self.article)
