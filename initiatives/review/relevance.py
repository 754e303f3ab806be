"""What editors teach about relevance: each decision about a draft or a rejected article becomes an example to learn from."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from initiatives.ingest import embedding_model
from initiatives.ingest.run import classifiers, judging, training, work
from initiatives.ingest.run.hand_in import FILE_SCHEME
from initiatives.ingest.steps.understand.relevance import KEYWORDS
from initiatives.ingest.steps.understand.relevance.keywords import weigh
from initiatives.ingest.values import Article
from initiatives.models import Draft, Intake, RelevanceExample, RelevanceModel

NOT_RELEVANT = "not-relevant"  # of models.draft.REJECTIONS, the one that teaches


class NotRejected(Exception):
    """The article cannot be read against its rejection; the message says why and what to do instead."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What judges relevance now, for the desk; `figures` are shares from 0 to 1 on held-back examples, empty where keywords judge alone."""

    installed: bool
    version: str
    examples: int
    waiting: int
    figures: dict[str, Any]

    @property
    def sentence(self) -> str:
        """What an editor should know of it."""
        if not self.installed:
            return "No embedding model is installed: keywords alone judge what an article is about, miss more, and learn nothing."
        if self.version == KEYWORDS:
            return "No classifier belongs to the embedding model that is installed: keywords judge alone until one is trained."
        right = self.figures.get("right")
        figure = "" if right is None else f", right for {right:.0%} of {self.figures['held_back']} articles that it had not seen"
        judge = "The classifier that comes with the product" if self.version.startswith("own-") else "A classifier that learned from this desk"
        return f"{judge} decides what is relevant{figure}. It has {self.examples} decisions of editors behind it; {self.waiting} more wait."


def standing() -> Standing:
    """What judges now, without loading a model."""
    installed = embedding_model.is_installed(settings.EMBEDDING_MODEL)
    name = embedding_model.name_of(settings.EMBEDDING_MODEL) if installed else ""
    classifier = classifiers.in_use(name) if installed else None
    row = RelevanceModel.objects.filter(in_use=True, embedded_by=name).first()
    waiting = training.decided_since(RelevanceModel.objects.first())
    figures = {} if classifier is None else row.figures if row else dict(classifiers.own_file()["figures"])
    taught = RelevanceExample.objects.count() - waiting
    return Standing(installed, classifier.version if classifier else KEYWORDS, taught, waiting, figures)


def learn_from(draft: Draft, relevant: bool, editor: User) -> None:
    """Keeps the decision about a draft's article as an example; one that was never embedded teaches nothing."""
    article, intake = draft.article, draft.intake
    if intake is None or intake.embedding is None:
        return
    keywords = weigh(Article(article.text, article.title))
    learn(article.text_hash, article.title, bytes(intake.embedding), relevant, editor, keywords)


def taught(draft: Draft) -> bool | None:
    """What the line has been taught about a draft's article; None for nothing."""
    return RelevanceExample.objects.filter(text_hash=draft.article.text_hash).values_list("relevant", flat=True).first()


def unlearn(draft: Draft) -> None:
    """Takes back what the decision about a draft taught: the example is what it was before, unless somebody taught something else since."""
    relevant = draft.state == "accepted"
    if not (relevant or draft.rejected_as == NOT_RELEVANT):
        return
    learned = RelevanceExample.objects.filter(text_hash=draft.article.text_hash, relevant=relevant, decided_by=draft.decided_by)
    if draft.taught_before is None:
        learned.delete()
    else:
        learned.update(relevant=draft.taught_before)


def learn(text_hash: str, title: str, embedding: bytes, relevant: bool, editor: User, keywords: float | None) -> None:
    """One example; a later decision about the same text replaces the earlier one."""
    if not text_hash or not embedding_model.is_installed(settings.EMBEDDING_MODEL):
        return
    values = {
        "title": title[: judging.LONGEST_TITLE_CHARACTERS],
        "relevant": relevant,
        "embedding": embedding,
        "embedded_by": embedding_model.name_of(settings.EMBEDDING_MODEL),
        "keyword_score": keywords,
        "decided_by": editor,
    }
    RelevanceExample.objects.update_or_create(text_hash=text_hash, defaults=values)


@transaction.atomic
def read_anyway(intake_id: int, editor: User) -> Intake:
    """A rejected article that is about AI after all: taught, and waiting to be fetched and read past the gate. Raises NotRejected."""
    row = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
    if row.state != "rejected":
        raise NotRejected(f"This article is not put aside any more: it is {row.get_state_display()}. Look for it on the desk.")
    if row.address.startswith(FILE_SCHEME) and row.body is None:
        raise NotRejected("The bytes of this file are not kept any more. Hand the file in again; then it can be read past the line.")
    if row.embedding is not None:
        learn(row.text_hash, row.title, bytes(row.embedding), True, editor, None)
    waiting = {"state": "waiting", "message": "", "attempts": 0, "claimed_at": None, "finished_at": None, **work.to_begin_with(row)}
    Intake.objects.filter(pk=row.pk).update(**waiting, verdict="yes", judged_by=judging.EDITOR)
    row.refresh_from_db()
    return row
