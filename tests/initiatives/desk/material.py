"""Drafts and articles of the tests of the desk, as the line would leave them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from initiatives import review
from initiatives.ingest import values
from initiatives.models import Article, Country, Draft, Edition, Intake, Story, StoryArticle
from initiatives.review import decision_of

TEXT = "The government of Norway will spend 2 billion kroner on a national AI model, the ministry said."
SUM = values.Evidence(36, 52, "2 billion kroner", "money", "1", 1.0)
MONEY = values.MoneyClaim(SUM, Decimal(2 * 10**9), "NOK", role="initiative-funding")
WARNING = values.Warning("conversion", "The dollars are ten times too many.", 36, 52)


def proposal(owner: str = "NOR", relation: values.Proposal | None = None, **understood: Any) -> values.DraftValue:
    """What the line proposes for `TEXT`; `understood` replaces fields of what was read."""
    read = values.Understanding(
        "yes",
        0.97,
        countries=(values.CountryClaim(owner, "owner"),),
        initiative=values.InitiativeClaim("Norway's national AI model", "foundation-model"),
        money=(MONEY,),
        warnings=(WARNING,),
    )
    proposed = (relation or values.Proposal(0, "new", None, 0.9, "nothing alike"),)
    return values.DraftValue(values.Article(TEXT), replace(read, **understood), values.InitiativeMatch(None, 0.1, "none alike"), proposals=proposed)


def a_draft(
    title: str, *, consequence: int | None = None, story: Story | None = None, value: values.DraftValue | None = None, **columns: Any
) -> Draft:
    """An open draft of an article of its own; in a story that has others already, the article repeats its first."""
    name = f"https://news.example.org/{Article.objects.count()}"
    article = Article.objects.create(url=name, title=title, publisher="Example News", published="2026-03-04", text=TEXT)
    if story is not None:
        first = story.places.first()
        StoryArticle.objects.create(story=story, article=article, tie="copy" if first else "first", origin=first.article if first else None)
    intake = columns.pop("intake", None) or Intake.objects.create(address=name, state="done", article=article)
    return Draft.objects.create(article=article, intake=intake, proposal=(value or proposal()).to_json(), consequence=consequence, **columns)


def an_intake(title: str, state: str, **columns: Any) -> Intake:
    """An article that came in, in this state."""
    return Intake.objects.create(address=f"https://news.example.org/in/{Intake.objects.count()}", title=title, state=state, **columns)


def a_ready_draft(title: str, **columns: Any) -> Draft:
    """An open draft of a new initiative of Norway that can be accepted as it stands."""
    for code, name in (("NOR", "Norway"), ("EUU", "European Union")):
        Country.objects.get_or_create(code=code, defaults={"name": name})
    draft = a_draft(title, **columns)
    form = decision_of(draft)
    sums = tuple(replace(entry, announced_on="2026-03-04") for entry in form.entries)
    initiative = replace(form.initiative, name=title, announced="2026-03-04", summary="A model for its languages.")
    article = replace(form.article, url=draft.article.url)
    review.edit(draft.pk, draft.version, replace(form, article=article, initiative=initiative, entries=sums))
    Draft.objects.filter(pk=draft.pk).update(matched_with=Edition.objects.current_number())
    draft.refresh_from_db()
    return draft
