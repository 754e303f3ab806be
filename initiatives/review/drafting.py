"""From what the line proposes to the form an editor decides on: keeps what would be published, ticks off what is only context. Pure."""

from dataclasses import replace
from decimal import Decimal

from initiatives.ingest.plain import from_plain
from initiatives.ingest.values import (
    DraftValue,
    Evidence,
    MoneyClaim,
    OrganizationClaim,
    PointClaim,
    Proposal,
    QuantityClaim,
    QuoteClaim,
)
from initiatives.models import Article, Draft
from initiatives.review.decision import (
    DecidedArticle,
    DecidedComment,
    DecidedEntry,
    DecidedInitiative,
    DecidedParticipation,
    DecidedPoint,
    DecidedQuantity,
    Decision,
    Words,
)

TIER_OF_CLASS = {"official": "1", "wire": "2"}
OTHER_TIER = "3"
NOT_FIRMER_THAN_CHANNEL = ("mentioned", "partner", "funder")  # who passes money on is easily read as its payer
NOT_FIRMER_THAN_RECIPIENT = ("mentioned", "operator", "partner", "funder")  # who is paid beside the payer is easily read as one
NEW_MONEY = Proposal(-1, "new", None, 0.0, "")


def decision_of(draft: Draft) -> Decision:
    """The draft as the editor left it, or as the line proposes it while nobody changed it."""
    if draft.decided is not None:
        return from_plain(Decision, draft.decided)
    decision = proposed(DraftValue.from_json(draft.proposal))
    return replace(decision, article=as_recorded(decision.article, draft.article))


def as_recorded(proposal: DecidedArticle, known: Article) -> DecidedArticle:
    """The article as the record knows it, completed by what was read now."""
    return replace(
        proposal,
        title=known.title or proposal.title,
        publisher=known.publisher or proposal.publisher,
        klass=known.klass,
        published=known.published or proposal.published,
        rests_on=known.rests_on or proposal.rests_on,
    )


def proposed(value: DraftValue) -> Decision:
    """The form as the line would fill it in."""
    understanding = value.understanding
    return Decision(
        slug=value.initiative.slug or "",
        article=article(value),
        initiative=initiative(value),
        entries=tuple(entry(value, index, claim) for index, claim in enumerate(understanding.money)),
        participations=tuple(participation(value, index, claim) for index, claim in enumerate(understanding.organizations)),
        comments=tuple(comment(claim) for claim in understanding.quotes),
        points=tuple(point(claim) for claim in understanding.points),
        quantities=tuple(quantity(claim) for claim in understanding.quantities),
    )


def article(value: DraftValue) -> DecidedArticle:
    """The article's own facts, and the report it rests on."""
    source, attributions = value.article, value.understanding.attributions
    return DecidedArticle(
        url=source.url or "",
        title=source.title,
        publisher=source.publisher or "",
        klass=source.article_class,
        published=source.published or "",
        rests_on=attributions[0].publisher if attributions else "",
    )


def initiative(value: DraftValue) -> DecidedInitiative:
    """What a new initiative would be called, for an article about one that the record lacks."""
    claim = value.understanding.initiative
    return DecidedInitiative(
        name=claim.name if claim else "",
        countries=" ".join(value.understanding.owners()),
        kind=claim.kind if claim else "",
        announced=value.article.published or "",
    )


def entry(value: DraftValue, index: int, claim: MoneyClaim) -> DecidedEntry:
    """One sum with the relation proposed for it; sums that are context, or said before in the text, are not kept."""
    proposal = next((each for each in value.proposals if each.money == index), NEW_MONEY)
    return DecidedEntry(
        keep=claim.role != "context" and claim.restates_in_text is None,
        money=index,
        amount=digits(claim.amount),
        currency=claim.currency,
        hedge=claim.hedge,
        amount_low=digits(claim.amount_low),
        amount_high=digits(claim.amount_high),
        usd_as_published=digits(claim.usd_quoted),
        stage=claim.stage,
        origin=claim.origin,
        scope=claim.scope,
        announced_on=claim.announced_on or value.article.published or "",
        period=claim.period or "",
        instrument=claim.instrument or "",
        funders="; ".join(funder.organization or funder.described or "" for funder in claim.funders),
        channel=claim.channel or "",
        recipient_country="",
        within="",
        new_money=claim.new_money,
        tier=TIER_OF_CLASS.get(value.article.article_class, OTHER_TIER),
        relation=proposal.relation,
        related_to=proposal.related_to or "",
        related_money="" if proposal.related_money is None else str(proposal.related_money),
        note="",
        words=words(claim.evidence),
    )


def participation(value: DraftValue, index: int, claim: OrganizationClaim) -> DecidedParticipation:
    """One organization with the one of the record it was matched with; who is only mentioned, and gets no money either, is not kept."""
    match = next((each for each in value.organizations if each.claim == index), None)
    role = role_of(value, claim)
    return DecidedParticipation(
        keep=role != "mentioned" and claim.kind != "media",
        name=claim.name or "",
        described=claim.described or "",
        slug=match.slug or "" if match else "",
        kind=claim.kind or "",
        country=claim.country or "",
        role="partner" if role == "mentioned" else role,
        status=claim.status,
        words=words(claim.evidence),
    )


def role_of(value: DraftValue, claim: OrganizationClaim) -> str:
    """The role of an organization: who passes the money on or receives it by the words beside a sum, and is read as nothing firmer."""
    told, sums = claim.evidence.text, [each for each in value.understanding.money if each.role != "context"]
    if claim.role in NOT_FIRMER_THAN_CHANNEL and any(each.channel == told for each in sums):
        return "channel"
    return "recipient" if claim.role in NOT_FIRMER_THAN_RECIPIENT and any(told in each.recipients for each in sums) else claim.role


def comment(claim: QuoteClaim) -> DecidedComment:
    """One quotation: direct words stay the quote, reported ones become the position. Nobody's words are not kept."""
    return DecidedComment(
        keep=claim.speaker is not None,
        speaker=claim.speaker or "",
        title=claim.title or "",
        affiliation=claim.affiliation or "",
        place=claim.place or "",
        country=claim.country or "",
        actor=claim.actor,
        stance="neutral" if claim.stance == "unclear" else claim.stance,
        aspects=" ".join(claim.aspects),
        position="" if claim.direct else claim.evidence.text,
        quote=claim.evidence.text if claim.direct else "",
        words=words(claim.evidence),
    )


def point(claim: PointClaim) -> DecidedPoint:
    """One point in the article's own clause, which the editor may put in other words."""
    return DecidedPoint(
        keep=True, kind=claim.kind, aspect=claim.aspect, country=claim.country or "", text=claim.evidence.text, words=words(claim.evidence)
    )


def quantity(claim: QuantityClaim) -> DecidedQuantity:
    """One promised quantity."""
    return DecidedQuantity(True, claim.measure, digits(claim.value), claim.hedge, claim.status, claim.by or "", words(claim.evidence))


def words(evidence: Evidence) -> Words:
    """The passage of a claim."""
    return Words(evidence.start, evidence.end, evidence.text)


def digits(amount: Decimal | None) -> str:
    """An amount as a person types it; empty where nothing is known."""
    return "" if amount is None else f"{amount.normalize():f}"
