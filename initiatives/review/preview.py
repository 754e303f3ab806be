"""What publishing a draft would do, also while something is missing: what is missing is stood in for, for the estimate alone. Publishes nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.utils import timezone

from initiatives import publish, vocabulary
from initiatives.models import Draft
from initiatives.publication import Effect, Fault, PublicationRefused
from initiatives.review.decision import ROWS, Decision
from initiatives.review.drafting import decision_of
from initiatives.review.faults import on_the_form
from initiatives.review.known import Known
from initiatives.review.publishing import publication_of

MOST_TRIES = 4  # what stands in for one field may bring another to light
OWNERS = "initiative-countries"
SMALLEST_UNIT = Decimal("0.01")
OF_ARTICLE = {"url": "https://example.org/", "title": "To be written", "klass": next(iter(vocabulary.ARTICLE_CLASSES)), "published": ""}
OF_INITIATIVE = {
    "name": "To be named",
    "kind": next(iter(vocabulary.INITIATIVE_KINDS)),
    "status": next(iter(vocabulary.INITIATIVE_STATUSES)),
    "summary": "To be written.",
    "countries": "EUU",
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing `decision` would do, and what stands in its way. With faults `effect` is an estimate: `decision` is then as it was completed,
    without the rows that cannot be read, and without totals where nobody owns it yet; None where even that says nothing."""

    decision: Decision
    effect: Effect | None
    faults: Sequence[Fault] = ()
    known: Known = field(default_factory=Known, compare=False)  # what the record was asked for on the way


def preview_of(draft: Draft, decision: Decision) -> Preview:
    """The effect of publishing, or what it would be once the faults are mended."""
    tried, found = decision, Preview(decision, None)
    for _ in range(MOST_TRIES):
        try:
            return told(replace(found, decision=tried, effect=effect_of(draft, tried, found.known)))
        except PublicationRefused as refused:
            found = replace(found, faults=(*found.faults, *further(found.faults, refused.faults, decision)))
            tried = completed(tried, {fault.field for fault in refused.faults})
    return found


def further(known: Sequence[Fault], faults: Sequence[Fault], decision: Decision) -> tuple[Fault, ...]:
    """The faults that come to light behind others: what the ledger says of relations. The rest is only about what stands in."""
    pointing = {f"entries-{index}-related_to" for index, entry in enumerate(decision.entries) if entry.related_to}
    return tuple(fault for fault in faults if not known or (fault.field in pointing and fault.field not in {each.field for each in known}))


def effect_of(draft: Draft, decision: Decision, known: Known | None = None) -> Effect:
    """What publishing would do. Raises PublicationRefused, with the fields named as on the form."""
    publication = publication_of(draft, decision, known)
    try:
        return publish.effect_of(publication)
    except PublicationRefused as refused:
        raise on_the_form(decision, refused) from refused


def told(preview: Preview) -> Preview:
    """The preview without the totals of an owner that nobody named."""
    if preview.effect is None or all(fault.field != OWNERS for fault in preview.faults):
        return preview
    return replace(preview, effect=replace(preview.effect, bases=()))


def completed(decision: Decision, faulty: Collection[str]) -> Decision:
    """The decision with stand-ins for these fields; rows that cannot be read are left out."""
    today = f"{timezone.now():%Y-%m-%d}"
    said_on = decision.article.published if "article-published" not in faulty and decision.article.published else today
    parts: dict[str, Any] = {
        part: tuple(row_without(f"{part}-{index}", row, faulty, said_on) for index, row in enumerate(getattr(decision, part))) for part in ROWS
    }
    return replace(
        decision,
        slug="" if "slug" in faulty else decision.slug,
        article=stood_in(decision.article, "article", OF_ARTICLE, faulty),
        initiative=stood_in(decision.initiative, "initiative", {**OF_INITIATIVE, "announced": today}, faulty),
        **parts,
    )


def stood_in(value: Any, prefix: str, stand_ins: dict[str, str], faulty: Collection[str]) -> Any:
    """Article or initiative with stand-ins for its fields that cannot be read."""
    return replace(value, **{name: words for name, words in stand_ins.items() if f"{prefix}-{name}" in faulty})


def row_without(name: str, row: Any, faulty: Collection[str], day: str) -> Any:
    """The row as it is; a sum whose day alone is missing with a day; any other that cannot be read is left out."""
    wrong = {field for field in faulty if field.startswith(f"{name}-")}
    if wrong == {f"{name}-announced_on"} and row.announced_on != day:
        return replace(row, announced_on=day)
    return replace(row, keep=False) if wrong else row


def moved_by(effect: Effect | None) -> Decimal | None:
    """The dollars that an effect adds, below 0 where it takes away; None where it says of no sum what it adds."""
    sums = [entry.adds_usd for entry in effect.entries if entry.adds_usd is not None] if effect else []
    return sum(sums, Decimal(0)).quantize(SMALLEST_UNIT) if sums else None


def weigh(draft: Draft) -> None:
    """Keeps what the draft as it stands would move, by which the inbox puts it in order."""
    from_form = preview_of(draft, decision_of(draft))
    draft.consequence = moved_by(from_form.effect)
    draft.save(update_fields=["consequence"])
