"""Sources: feeds, site maps and pages that are visited again and again, each visit, and each item that was seen there."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from initiatives import vocabulary
from initiatives.models.country import Country
from initiatives.models.fields import LineFromOutside, TextFromOutside, one_of, word

SOURCE_KINDS = {"feed": "feed", "sitemap": "site map", "page": "single page"}
SOURCE_STATES = {
    "new": "not visited yet",
    "healthy": "answers",
    "failing": "does not answer as it should",
    "blocked": "blocked by a wall or a log-in",
    "gone": "gone for good",
}


class Source(models.Model):
    """One address that the workers watch. Off until an editor turns it on; this row is the truth about its next visit."""

    address = LineFromOutside(max_length=2000, unique=True, help_text="The address that is visited; a permanent redirect changes it.")
    former_addresses = models.JSONField(default=list, blank=True, editable=False, help_text="Addresses it had before permanent redirects.")
    name = LineFromOutside(max_length=200, help_text="Who publishes it, as shown at the desk.")
    kind = word(SOURCE_KINDS, "What stands at the address.", default="feed")
    country = models.ForeignKey(Country, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="Where its publisher sits.")
    klass = word(vocabulary.ARTICLE_CLASSES, "Who speaks there: an official text, a wire, the press, the trade press.", default="other")
    language = models.CharField(max_length=8, blank=True, help_text="The language it is written in, as ISO 639-1; empty while unknown.")
    watched = models.BooleanField(default=False, help_text="Whether the workers visit it.")
    state = word(SOURCE_STATES, "How its last visits went.", default="new")
    state_since = models.DateTimeField(null=True, blank=True, editable=False)
    message = TextFromOutside(blank=True, editable=False, help_text="What the last visit found, in words.")
    articles_walled_since = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Since when its articles have stood behind a wall, though it answers itself."
    )
    etag = LineFromOutside(max_length=500, blank=True, editable=False)
    last_modified = LineFromOutside(max_length=100, blank=True, editable=False)
    body_hash = models.CharField(max_length=64, blank=True, editable=False, help_text="SHA-256 of the last body, for servers without validators.")
    interval_seconds = models.PositiveIntegerField(default=3600, editable=False, help_text="The wait between two visits; adapts to what comes.")
    failures_in_a_row = models.PositiveSmallIntegerField(default=0, editable=False)
    next_visit_at = models.DateTimeField(null=True, blank=True, editable=False)
    claimed_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_visit_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_new_at = models.DateTimeField(null=True, blank=True, editable=False)
    added_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords(
        excluded_fields=[
            "state", "state_since", "message", "articles_walled_since", "etag", "last_modified", "body_hash", "interval_seconds",
            "failures_in_a_row", "next_visit_at", "claimed_at", "last_visit_at", "last_new_at",
        ]
    )  # fmt: skip

    class Meta:
        ordering = ["name", "address"]
        indexes = [models.Index(fields=["next_visit_at"], condition=Q(watched=True), name="source_due")]
        constraints = [
            one_of("kind", SOURCE_KINDS, "source_kind"),
            one_of("state", SOURCE_STATES, "source_state"),
            one_of("klass", vocabulary.ARTICLE_CLASSES, "source_class"),
        ]

    def __str__(self) -> str:
        return self.name or self.address


class SourceVisit(models.Model):
    """One visit of a source: what the server answered, and what was new."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="visits")
    visited_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=20, help_text="new, unchanged, or the kind of failure (busy, gone, robots, status, wall, not-a-feed, …).")
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The server's status; empty where there was no answer.")
    message = TextFromOutside(blank=True)
    items = models.PositiveIntegerField(null=True, blank=True, help_text="Items that the answer held; empty where it was not read.")
    new_items = models.PositiveIntegerField(null=True, blank=True)
    bytes = models.PositiveIntegerField(null=True, blank=True)
    seconds = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ["-visited_at", "-pk"]
        indexes = [models.Index(fields=["source", "-visited_at"], name="visit_of_source")]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.outcome}"


class SourceItem(models.Model):
    """One item that a source showed. Its identity is its guid, else its link, else a hash of title and day."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="items")
    identity = models.CharField(max_length=64, help_text="SHA-256 of what identifies the item within its source.")
    address = LineFromOutside(max_length=2000, blank=True)
    title = LineFromOutside(max_length=500, blank=True)
    published = models.CharField(max_length=10, null=True, blank=True, help_text="The day the source gives; empty where it gives none that can be.")
    claimed = LineFromOutside(max_length=100, blank=True, help_text="The day as written, where it could not be read or lies ahead.")
    first_seen_at = models.DateTimeField(auto_now_add=True)
    intake = models.ForeignKey("Intake", on_delete=models.SET_NULL, null=True, blank=True, related_name="items")

    class Meta:
        ordering = ["-first_seen_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["source", "identity"], name="item_once_in_a_source")]

    def __str__(self) -> str:
        return self.title or self.address
