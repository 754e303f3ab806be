"""Brings a correction and the article that it corrects together, whichever was read first, and says so in both drafts."""

from dataclasses import replace
from urllib.parse import urlsplit

from django.db.models import Q, QuerySet
from django.utils import timezone

from initiatives.ingest.run import gather, stories
from initiatives.ingest.run.stories import DAYS_OF_A_STORY, Tie
from initiatives.ingest.steps import duplicates
from initiatives.ingest.values import Article as ArticleValue
from initiatives.ingest.values import DraftValue, Warning  # noqa: A004
from initiatives.models import Article, Draft, FundingEntry, Intake

CODE = "correction"  # of the warnings about it
MOST_COMPARED = 50
LONGEST_HEADING_CHARACTERS = 300  # of a notice too short to have a title
SAYS_SO = r"correct|clarif|erratum|corrigendum|amended"
FIRST_THIS = (
    "It corrects “{title}”, whose draft {draft} is still open. Decide that one first: an entry that is published can be replaced by this one."
)
SAYS_WRONG = "“{title}” ({where}) corrects this article. Compare the two before you accept."


def correction_of(article: ArticleValue) -> Tie | None:
    """The tie of an article that corrects an earlier one of its publisher, with a title much like it; None where it corrects none that is known."""
    if not duplicates.is_correction(article.title, article.text):
        return None
    of_publisher = stories.lately().filter(Q(publisher=article.publisher) if article.publisher else Q(url__contains=f"//{host_of(article.url)}/"))
    heading = article.title or article.text[:LONGEST_HEADING_CHARACTERS].partition("\n")[0]
    alike = [(duplicates.titles_alike(heading, row.title), row) for row in of_publisher.order_by("-pk")[:MOST_COMPARED]]
    score, row = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    if row is None or score < duplicates.LEAST_ALIKE:
        return None
    return Tie("cites", row, None, reason(row))


def reason(corrected: Article) -> str:
    """Why a correction stands beside what it corrects."""
    return f"It corrects “{corrected.title}” ({stories.named(corrected)})."


def with_replacement(value: DraftValue, tie: Tie, corrects: bool) -> DraftValue:
    """The draft of a correction or of a changed copy: its sum replaces the entry that no longer holds, or it says which draft comes first."""
    if tie.origin is None:
        return value
    sums = [claim for claim, _words in duplicates.sums_of(value.article)]
    entries = gather.entries(entries_of(tie.origin))
    value = duplicates.replacing(value, [entry for entry in entries if all(entry.amount != claim.amount for claim in sums)], tie.reason)
    open_draft = Draft.objects.filter(article=tie.origin, state="open").only("pk").first() if corrects else None
    return warned(value, FIRST_THIS.format(title=tie.origin.title, draft=open_draft.pk)) if open_draft else value


def entries_of(origin: Article) -> QuerySet[FundingEntry]:
    """What the record took from the article; else from its copies, of which one may have been read before it."""
    own = FundingEntry.objects.filter(source=origin)
    return own if own.exists() else FundingEntry.objects.filter(source__place__origin=origin, source__place__tie="copy")


def with_known_corrections(value: DraftValue) -> DraftValue:
    """The draft of an article that is known to be wrong already; each correction is named, with where it is."""
    for row in known_corrections(value.article):
        value = warned(value, SAYS_WRONG.format(title=title_of(row), where=where(row)))
    return value


def known_corrections(article: ArticleValue) -> list[Intake]:
    """Corrections of the article that came in before it, read or put aside."""
    says_so = Q(title__iregex=SAYS_SO) | Q(claimed_title__iregex=SAYS_SO) | Q(article__title__iregex=SAYS_SO)
    lately = Intake.objects.filter(says_so, handed_in_at__gte=timezone.now() - DAYS_OF_A_STORY, state__in=("done", "rejected"))
    rows = lately.exclude(address=article.url or "").select_related("article").defer("body", "embedding", "article__text").order_by("-pk")
    return [row for row in rows[:MOST_COMPARED] if corrects(row, article)]


def corrects(row: Intake, article: ArticleValue) -> bool:
    """Whether an intake is a correction of the article, by its title and its host."""
    title = title_of(row)
    is_one = duplicates.is_correction(title, "") and not duplicates.is_correction(article.title, "")
    return is_one and host_of(row.address) == host_of(article.url) and duplicates.titles_alike(title, article.title) >= duplicates.LEAST_ALIKE


def gather_corrections(row: Article, article: ArticleValue) -> None:
    """Brings corrections that were read before the article into its story."""
    for intake in known_corrections(article):
        place = stories.place_of(intake.article) if intake.article else None
        if intake.article and place and place.tie == "first":
            stories.move(intake.article, Tie("cites", row, None, reason(row)), stories.place(row, Tie()).story)


def warned(value: DraftValue, words: str) -> DraftValue:
    """The draft with one more warning about a correction."""
    doubt = Warning(CODE, words)
    return replace(value, understanding=replace(value.understanding, warnings=(*value.understanding.warnings, doubt)))


def title_of(row: Intake) -> str:
    """The title of an intake, as far as it is known."""
    return (row.article.title if row.article else "") or row.title or row.claimed_title


def where(row: Intake) -> str:
    """Where an editor finds it: its draft, or its address where the line put it aside."""
    draft = Draft.objects.filter(article=row.article).only("pk").first() if row.article else None
    return f"draft {draft.pk}" if draft else f"put aside by the line: {row.address}"


def host_of(address: str | None) -> str:
    """The host of an address; empty for a file."""
    return urlsplit(address or "").netloc.lower().removeprefix("www.")
