"""From the editor's form to what is published: reads every field, and names each that cannot be read with the way out."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from initiatives import publish, vocabulary
from initiatives.models import Draft, Initiative
from initiatives.publication import (
    ArticleToPublish,
    CommentToPublish,
    EntryToPublish,
    Fault,
    InitiativeToPublish,
    ParticipationToPublish,
    Passage,
    PointToPublish,
    Publication,
    PublicationRefused,
    QuantityToPublish,
)
from initiatives.review import organizations
from initiatives.review.decision import (
    DecidedComment,
    DecidedEntry,
    DecidedParticipation,
    DecidedPoint,
    DecidedQuantity,
    Decision,
    Words,
    in_publishing_order,
)
from initiatives.review.faults import on_the_form
from initiatives.review.known import Known
from initiatives.review.reader import Reader

Made = TypeVar("Made")


def publication_of(draft: Draft, decision: Decision, known: Known | None = None) -> Publication:
    """What accepting would publish; `known` is what the record was asked for already. Raises PublicationRefused naming every field that stands in
    the way."""
    reader = Reader(known)
    organizations.look_up((row for row in decision.participations if row.keep), reader)
    sums = [decision.entries[index].money for index in in_publishing_order(decision, "entries")]
    publication = Publication(
        article=article(draft, decision, reader),
        slug=slug(decision, reader),
        new_initiative=None if decision.slug else new_initiative(decision, reader),
        entries=kept(decision, "entries", lambda at, row: entry(at, row, reader, sums)),
        participations=kept(decision, "participations", lambda at, row: participation(at, row, reader)),
        comments=kept(decision, "comments", lambda at, row: comment(at, row, reader, decision.article.published or None)),
        points=kept(decision, "points", lambda at, row: point(at, row, reader)),
        quantities=kept(decision, "quantities", lambda at, row: quantity(at, row, reader)),
    )
    if reader.faults:
        raise PublicationRefused((*reader.faults, *found_besides(publication, decision, reader)))
    return publication


def found_besides(publication: Publication, decision: Decision, reader: Reader) -> list[Fault]:
    """What is wrong with the fields that could be read, so that all faults are told in one round."""
    named = {fault.field for fault in reader.faults}
    others = on_the_form(decision, PublicationRefused(tuple(publish.faults_of_values(publication)))).faults
    return [fault for fault in others if fault.field not in named]


def kept(decision: Decision, part: str, make: Callable[[str, Any], Made]) -> tuple[Made, ...]:
    """The rows of one part that are to be published, each read under its own field name."""
    rows = getattr(decision, part)
    return tuple(make(f"{part}-{index}", rows[index]) for index in in_publishing_order(decision, part))


def article(draft: Draft, decision: Decision, reader: Reader) -> ArticleToPublish:
    """The article with its text."""
    form = decision.article
    return ArticleToPublish(
        url=reader.address("article-url", form.url),
        title=reader.text("article-title", form.title, "give the article's title."),
        publisher=form.publisher,
        klass=reader.word("article-klass", form.klass, vocabulary.ARTICLE_CLASSES),
        published=reader.day("article-published", form.published, optional=True),
        rests_on=form.rests_on,
        text=draft.article.text,
    )


def slug(decision: Decision, reader: Reader) -> str | None:
    """The initiative of the record, None for a new one."""
    if decision.slug and not reader.known.once("initiative", decision.slug, lambda asked: Initiative.objects.filter(slug=asked).exists()):
        reader.fault(
            "slug",
            decision.slug,
            f"“{decision.slug}” is no initiative of the record. Type its name, or leave it empty to make a new one.",
        )
    return decision.slug or None


def new_initiative(decision: Decision, reader: Reader) -> InitiativeToPublish:
    """An initiative that the record does not have yet."""
    form = decision.initiative
    return InitiativeToPublish(
        name=reader.text("initiative-name", form.name, "name the initiative, or choose one of the record."),
        countries=reader.countries("initiative-countries", form.countries),
        kind=reader.word("initiative-kind", form.kind, vocabulary.INITIATIVE_KINDS),
        status=reader.word("initiative-status", form.status, vocabulary.INITIATIVE_STATUSES),
        announced=reader.day("initiative-announced", form.announced) or "",
        summary=reader.text("initiative-summary", form.summary, "say in two or three sentences what it is."),
    )


def entry(at: str, row: DecidedEntry, reader: Reader, sums: list[int]) -> EntryToPublish:
    """One funding entry. `sums` are the claims of the entries to be published, in their order."""
    return EntryToPublish(
        amount=reader.amount(f"{at}-amount", row.amount, row.currency),
        currency=row.currency.strip().upper(),
        stage=reader.word(f"{at}-stage", row.stage, vocabulary.STAGES),
        origin=reader.word(f"{at}-origin", row.origin, vocabulary.ORIGINS),
        scope=reader.word(f"{at}-scope", row.scope, vocabulary.SCOPES),
        announced_on=reader.day(f"{at}-announced_on", row.announced_on) or "",
        relation=reader.word(f"{at}-relation", row.relation, vocabulary.RELATIONS),
        tier=reader.tier(f"{at}-tier", row.tier),
        related_to=row.related_to or None if row.relation != "new" else None,
        related_new=among(at, row, reader, sums) if row.relation != "new" and not row.related_to else None,
        hedge=reader.word(f"{at}-hedge", row.hedge, vocabulary.HEDGES),
        amount_low=reader.amount(f"{at}-amount_low", row.amount_low, row.currency),
        amount_high=reader.amount(f"{at}-amount_high", row.amount_high, row.currency),
        usd_as_published=reader.amount(f"{at}-usd_as_published", row.usd_as_published, "USD"),
        funders=tuple(organizations.payer(f"{at}-funders", payer, reader) for payer in payers_in(row.funders)),
        channel=organizations.channel(row.channel, reader),
        recipient_country=reader.country(f"{at}-recipient_country", row.recipient_country),
        within=row.within or None,
        period=row.period or None,
        instrument=reader.word(f"{at}-instrument", row.instrument, vocabulary.INSTRUMENTS, optional=True) or None,
        new_money=reader.word(f"{at}-new_money", row.new_money, vocabulary.NEW_MONEY),
        note=row.note or None,
        passage=passage(row.words),
    )


def among(at: str, row: DecidedEntry, reader: Reader, sums: list[int]) -> int | None:
    """The index of the sum of the same article that this one is related to."""
    if row.related_money in map(str, sums):
        return sums.index(int(row.related_money))
    relation = vocabulary.RELATIONS.get(row.relation, row.relation)
    reader.fault(f"{at}-related_to", row.related_to, f"say which entry it {relation}, or choose “new money”.")
    return None


def participation(at: str, row: DecidedParticipation, reader: Reader) -> ParticipationToPublish:
    """One participation, named or described."""
    named = organizations.participant(at, row, reader) if row.name or row.slug else None
    if named is None:
        reader.text(f"{at}-described", row.described, "name the organization, or describe the unnamed participants.")
    return ParticipationToPublish(
        organization=named,
        described=None if named else row.described,
        role=reader.word(f"{at}-role", row.role, vocabulary.PARTICIPATION_ROLES),
        status=reader.word(f"{at}-status", row.status, vocabulary.PARTICIPATION_STATUSES),
        passage=passage(row.words),
    )


def comment(at: str, row: DecidedComment, reader: Reader, said_on: str | None) -> CommentToPublish:
    """One comment: a quotation never without its speaker."""
    if not row.quote:
        reader.text(f"{at}-position", row.position, "say the position in your own words, or keep the quotation.")
    return CommentToPublish(
        speaker=reader.text(f"{at}-speaker", row.speaker, "name the speaker, or leave this comment out."),
        actor=reader.word(f"{at}-actor", row.actor, vocabulary.ACTORS),
        stance=reader.word(f"{at}-stance", row.stance, vocabulary.STANCES),
        position=row.position,
        quote=row.quote or None,
        title=row.title or None,
        affiliation=row.affiliation or None,
        place=row.place or None,
        country=reader.country(f"{at}-country", row.country),
        aspects=tuple(row.aspects.split()),
        said_on=said_on,
        passage=passage(row.words),
    )


def point(at: str, row: DecidedPoint, reader: Reader) -> PointToPublish:
    """One point; only a model names a country."""
    return PointToPublish(
        kind=reader.word(f"{at}-kind", row.kind, vocabulary.POINT_KINDS),
        aspect=reader.text(f"{at}-aspect", row.aspect, "give a short lowercase tag, such as energy."),
        text=reader.text(f"{at}-text", row.text, "say the point in one sentence."),
        country=reader.country(f"{at}-country", row.country) if row.kind == "model" else None,
        passage=passage(row.words),
    )


def quantity(at: str, row: DecidedQuantity, reader: Reader) -> QuantityToPublish:
    """One promised quantity."""
    value = reader.number(f"{at}-value", reader.text(f"{at}-value", row.value, "give the number, or leave this quantity out."))
    return QuantityToPublish(
        measure=reader.word(f"{at}-measure", row.measure, vocabulary.MEASURES),
        value=value or Decimal(0),
        hedge=reader.word(f"{at}-hedge", row.hedge, vocabulary.HEDGES),
        status=reader.word(f"{at}-status", row.status, vocabulary.QUANTITY_STATUSES),
        by=reader.year(f"{at}-by", row.by),
    )


def passage(words: Words) -> Passage | None:
    """The passage behind a value; None for what was typed from nothing."""
    return Passage(words.start, words.end, words.text) if words.text else None


def payers_in(funders: str) -> list[str]:
    """The payers in a list divided by semicolons."""
    return [payer.strip() for payer in funders.split(";") if payer.strip()]
