"""Articles: where every value of the record was read, and which initiative cites which article."""

from django.db import models
from simple_history.models import HistoricalRecords

from initiatives import vocabulary
from initiatives.models.fields import one_of, partial_date, word
from initiatives.models.initiative import Initiative


class Article(models.Model):
    """One published text. `text` is kept for articles that came through the line; evidence offsets count code points in it."""

    url = models.CharField(max_length=2000, unique=True, help_text="The address it was published at.")
    title = models.CharField(max_length=500)
    publisher = models.CharField(max_length=200, blank=True)
    klass = word(vocabulary.ARTICLE_CLASSES, "Who speaks: an official text, a wire, the press, the trade press, an aggregator.", default="other")
    published = partial_date("When it was published. Empty while unknown.", null=True)
    rests_on = models.CharField(
        max_length=200, blank=True, help_text="The report that this one rests on, as it names it (“South China Morning Post”)."
    )
    text = models.TextField(blank=True, editable=False)
    text_hash = models.CharField(max_length=64, blank=True, db_index=True, editable=False, help_text="SHA-256 of the normalised text.")
    history = HistoricalRecords(excluded_fields=["text"])

    class Meta:
        ordering = ["-published", "title"]
        constraints = [one_of("klass", vocabulary.ARTICLE_CLASSES, "article_class")]

    def __str__(self) -> str:
        return self.title or self.url


class Reference(models.Model):
    """An initiative cites an article; `cited_as` keeps the words of the citation where they differ from the article's own."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="references")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="references")
    order = models.PositiveSmallIntegerField(default=0)
    cited_as = models.JSONField(null=True, blank=True, help_text="Title, publisher, class or day where this citation gives them otherwise.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["initiative", "order"]
        constraints = [models.UniqueConstraint(fields=["initiative", "article"], name="article_cited_once")]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.article_id}"
