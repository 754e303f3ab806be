"""Stories: articles that tell of one event, which of them are copies of which, and the rows by which copies are found."""

from django.conf import settings
from django.db import models

from initiatives.models.article import Article
from initiatives.models.fields import one_of, word

TIES = {
    "first": "the first of its story",
    "copy": "a copy: the same text, whole or cut",
    "cites": "rests on another report of the story",
    "retells": "tells the same announcement in its own words",
    "editor": "put here by an editor",
}


class Story(models.Model):
    """Articles about one event. Copies are grouped here and never deleted; an editor may split and join."""

    made_at = models.DateTimeField(auto_now_add=True)
    joined_to = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="The story that its articles were moved to."
    )

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return f"story {self.pk}"


class StoryArticle(models.Model):
    """An article's place in its story. `origin` is the article whose words or report it repeats; empty for an origin of its own."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="places")
    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="place")
    tie = word(TIES, "Why it stands in this story.", default="first")
    origin = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="repeated_by")
    score = models.FloatField(null=True, blank=True, help_text="Likeness of the texts, from 0 to 1, for copies.")
    reason = models.TextField(blank=True, help_text="Why it stands here, in words.")
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    placed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["story", "placed_at", "pk"]
        constraints = [one_of("tie", TIES, "story_tie")]

    def __str__(self) -> str:
        return f"{self.article_id} in story {self.story_id}"


class ArticleBand(models.Model):
    """One band of an article's MinHash; two articles that share a band are compared in full."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bands")
    band = models.PositiveSmallIntegerField()
    value = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["band", "value"], name="band_value")]
        constraints = [models.UniqueConstraint(fields=["article", "band"], name="band_once")]

    def __str__(self) -> str:
        return f"{self.article_id}: band {self.band}"
