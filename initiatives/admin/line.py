"""What the line keeps for itself, to read: stories, visits and items of sources, and what relevance was learned from."""

from django.contrib import admin

from initiatives.admin.derived import Derived
from initiatives.models import RelevanceExample, RelevanceModel, SourceItem, SourceVisit, Story, StoryArticle


@admin.register(Story)
class StoryAdmin(Derived):
    """Articles about one event."""

    list_display = ("__str__", "made_at")
    ordering = ("-made_at",)


@admin.register(StoryArticle)
class StoryArticleAdmin(Derived):
    """An article's place in its story."""

    list_display = ("article", "story", "tie", "origin", "score", "placed_by", "placed_at")
    list_filter = ("tie",)
    search_fields = ("article__title",)
    ordering = ("-placed_at",)
    linked = ("article", "story", "origin", "placed_by")


@admin.register(SourceVisit)
class SourceVisitAdmin(Derived):
    """One visit of a source."""

    list_display = ("source", "visited_at", "outcome", "status", "items", "new_items", "message")
    list_filter = ("outcome",)
    search_fields = ("source__name",)
    ordering = ("-visited_at",)
    linked = ("source",)


@admin.register(SourceItem)
class SourceItemAdmin(Derived):
    """One item that a source showed."""

    list_display = ("__str__", "source", "published", "first_seen_at", "intake")
    search_fields = ("title", "address", "source__name")
    ordering = ("-first_seen_at",)
    linked = ("source", "intake")


@admin.register(RelevanceExample)
class RelevanceExampleAdmin(Derived):
    """What an editor decided about one article."""

    list_display = ("title", "relevant", "decided_by", "decided_at")
    list_filter = ("relevant",)
    search_fields = ("title",)
    ordering = ("-decided_at",)
    linked = ("decided_by",)
    exclude = ("embedding",)


@admin.register(RelevanceModel)
class RelevanceModelAdmin(Derived):
    """A trained classifier."""

    list_display = ("version", "in_use", "examples", "made_at")
    ordering = ("-made_at",)
