"""From a form that was read to the publication that it makes."""

from initiatives.publication import EntryToPublish, OrganizationToPublish, ParticipationToPublish, Publication
from initiatives.review import organizations
from initiatives.review.announcing.reading import Settled


def publication_of(settled: Settled) -> Publication:
    """What publishing would add; to be asked for only where nothing is at fault."""
    return Publication(
        article=settled.article,
        slug=settled.initiative.slug if settled.initiative else None,
        new_initiative=settled.new_initiative,
        entries=(entry(settled),),
        participations=participations(settled.typed.recipients),
    )


def entry(settled: Settled) -> EntryToPublish:
    """The one funding entry."""
    typed = settled.typed
    return EntryToPublish(
        amount=settled.amount.amount,
        currency=settled.currency,
        stage=typed.stage,
        origin=typed.origin,
        scope=typed.scope,
        announced_on=settled.day,
        relation=typed.relation,
        related_to=typed.related_to if typed.relation != "new" else None,
        tier=int(typed.tier),
        hedge=settled.hedge,
        amount_low=settled.amount.low,
        amount_high=settled.amount.high,
        usd_as_published=settled.usd,
        funders=settled.funders,
        channel=channel(typed.channel),
        recipient_country=settled.recipient,
        period=settled.period,
        instrument=typed.instrument or None,
        within=typed.within or None,
        new_money=typed.new_money,
        note=typed.note or None,
        passage=settled.passage,
    )


def channel(typed: str) -> str | None:
    """What the money passes through, by the name that the record has for it; in the words typed where it has none, None where none were."""
    row = organizations.found(typed) if typed else None
    return row.name if row else typed or None


def participations(recipients: str) -> tuple[ParticipationToPublish, ...]:
    """Who receives the money: organizations of the record, and words for all others."""
    return tuple(recipient(name) for part in recipients.split(";") if (name := part.strip()))


def recipient(name: str) -> ParticipationToPublish:
    """One who receives."""
    row = organizations.found(name)
    known = OrganizationToPublish(row.slug, row.name, row.kind, row.country_id) if row else None
    return ParticipationToPublish(known, None if known else name, "recipient", "reported")
