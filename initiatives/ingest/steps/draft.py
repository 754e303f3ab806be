"""Puts what was understood and what was matched into one draft; must not know the desk."""

from initiatives.ingest.steps.match import match_initiative, match_organizations, propose_relations
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.values import Article, DraftValue, InitiativeMatch, Record, Understanding
from initiatives.ledger.rates import Rates


def compose(article: Article, understanding: Understanding, record: Record, rates: Rates | None) -> DraftValue:
    """The draft of an article against the part of the record at hand."""
    amounts = Amounts(rates)
    initiative = match_initiative(article, understanding, record, amounts)
    return DraftValue(
        article=article,
        understanding=understanding,
        initiative=initiative,
        organizations=match_organizations(understanding.organizations, record.organizations),
        proposals=propose_relations(Search(article, understanding, initiative.slug, record, amounts, _likely(initiative))),
    )


def _likely(match: InitiativeMatch) -> tuple[str, ...]:
    return tuple(candidate.key for candidate in match.candidates)
