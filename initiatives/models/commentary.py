"""Commentary: who says what about an initiative, with which stance and which interest."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from simple_history.models import HistoricalRecords

from initiatives import vocabulary
from initiatives.models.article import Article
from initiatives.models.country import Country
from initiatives.models.fields import SEARCH_COLUMNS, Searchable, first_day_of, last_day_of, one_of, partial_date, search_index, word
from initiatives.models.initiative import Initiative

GENERATED = ["said_first", "said_last"]


class Comment(Searchable):
    """One person's position on one initiative, paraphrased, and verbatim where `quote` is given."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="commentary")
    order = models.PositiveSmallIntegerField(default=0)
    speaker = models.CharField(max_length=200)
    title = models.CharField(max_length=200, null=True, blank=True)
    affiliation = models.CharField(max_length=200, null=True, blank=True)
    place = models.CharField(max_length=120, null=True, blank=True, help_text="Where the speaker is based, if the source says so.")
    actor = word(vocabulary.ACTORS, "What kind of speaker.")
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="The speaker's country. Empty while unknown."
    )
    interest = models.CharField(max_length=300, null=True, blank=True, help_text="A declared or evident interest.")
    stance = word(vocabulary.STANCES, "Towards the initiative, not the tone.")
    aspects = ArrayField(models.CharField(max_length=40), default=list, blank=True, help_text="Short lowercase tags of what the comment is about.")
    position = models.TextField(blank=True, help_text="The position in our own words. May stay empty where the verbatim quote is given.")
    quote = models.TextField(null=True, blank=True, help_text="Verbatim.")
    said_on = partial_date("When it was said. Empty while unknown.", null=True)
    source = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="comments")
    evidence = models.JSONField(null=True, blank=True, editable=False, help_text="start, end and text of the passage in the source.")
    said_first = first_day_of("said_on")
    said_last = last_day_of("said_on")
    history = HistoricalRecords(excluded_fields=[*SEARCH_COLUMNS, *GENERATED])

    class Meta:
        ordering = ["initiative", "order"]
        verbose_name_plural = "commentary"
        indexes = [
            search_index("comment_search"),
            GinIndex(fields=["aspects"], name="comment_aspects"),
            models.Index(fields=["stance", "actor"], name="comment_stance_actor"),
        ]
        constraints = [
            one_of("actor", vocabulary.ACTORS, "comment_actor"),
            one_of("stance", vocabulary.STANCES, "comment_stance"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker}: {self.position[:60]}"
