"""Puts what was understood and what was matched into one draft; must not know the desk."""

from dataclasses import replace

from initiatives.ingest.steps.match import match_initiative, match_organizations, propose_relations
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.doubts import doubts
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.values import Article, DraftValue, InitiativeMatch, MoneyClaim, Proposal, Record, Understanding
from initiatives.ledger.rates import Rates

SURE = 0.8  # score from which the initiative is named, and not merely of the same country, kind and sum


def compose(article: Article, understanding: Understanding, record: Record, rates: Rates | None) -> DraftValue:
    """The draft of an article against the part of the record at hand."""
    amounts = Amounts(rates)
    initiative = match_initiative(article, understanding, record, amounts)
    search = Search(article, understanding, initiative.slug, record, amounts, _likely(initiative), initiative.score >= SURE)
    proposals = propose_relations(search)
    return DraftValue(
        article=article,
        understanding=_with_doubts(understanding, proposals, search),
        initiative=initiative,
        organizations=match_organizations(understanding.organizations, record.organizations, understanding.owners()),
        proposals=proposals,
    )


def _likely(match: InitiativeMatch) -> tuple[str, ...]:
    return tuple(candidate.key for candidate in match.candidates)


def _with_doubts(understanding: Understanding, proposals: tuple[Proposal, ...], search: Search) -> Understanding:
    stages = {proposal.money: _stage(proposal, search) for proposal in proposals}
    money = tuple(_at(claim, stages.get(index)) for index, claim in enumerate(understanding.money))
    return replace(understanding, money=money, warnings=(*understanding.warnings, *doubts(proposals, search)))


def _stage(proposal: Proposal, search: Search) -> str | None:
    """The stage of a pledge that is said again: that an article announces it makes it no firmer."""
    if proposal.relation != "restates" or proposal.related_to is None:
        return None
    stage = search.known.entries[proposal.related_to].stage
    return stage if stage == "pledged" else None


def _at(claim: MoneyClaim, stage: str | None) -> MoneyClaim:
    return replace(claim, stage=stage) if stage and claim.stage == "announced" else claim
