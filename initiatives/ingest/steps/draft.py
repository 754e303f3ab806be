"""Puts what was understood and what was matched into one draft; must not know the desk."""

from dataclasses import replace

from initiatives.ingest.steps.match import match_initiative, match_organizations, propose_relations
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.bare import only_known, units_in_doubt, with_figures
from initiatives.ingest.steps.match.by_money import by_its_money
from initiatives.ingest.steps.match.doubts import NOT_MATCHED, doubts, look_alikes, without_doubts
from initiatives.ingest.steps.match.initiative import SURELY_NAMED
from initiatives.ingest.steps.match.names import strict_form
from initiatives.ingest.steps.match.organizations import without_initiatives
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.values import Article, DraftValue, InitiativeMatch, MoneyClaim, Proposal, Record, Understanding
from initiatives.ledger.rates import Rates

SURE = 0.8  # score from which the initiative is named, and not merely of the same country, kind and sum


def compose(
    article: Article,
    understanding: Understanding,
    record: Record,
    rates: Rates | None,
    chosen: str | None = None,
    told_beside: frozenset[str] = frozenset(),
) -> DraftValue:
    """The draft of an article against the part of the record at hand.

    `chosen` is the initiative within which an editor wants the sums looked up, empty for one that the record lacks; None leaves that to the match.
    `told_beside` are keys of entries that other reports of the same story brought. What was doubted in an earlier match is forgotten.
    """
    amounts, understanding = Amounts(rates), without_doubts(understanding)
    initiative = match_initiative(article, understanding, record, amounts)
    search = _search(Search(article, understanding, initiative.slug, record, amounts), initiative, chosen, told_beside)
    search, proposals = _proposed(search)
    if chosen is None:
        initiative, search, proposals = _settled(initiative, search, proposals)
    names = _names(search)
    organizations = match_organizations(understanding.organizations, record.organizations, understanding.owners(), names)
    taking_part = replace(search.understanding, organizations=without_initiatives(understanding.organizations, organizations, names))
    return DraftValue(article, _with_doubts(taking_part, proposals, search, initiative), initiative, organizations, proposals)


def unmatched(article: Article, understanding: Understanding) -> DraftValue:
    """The draft of an article at which matching stopped: without proposals, and with a warning that says so."""
    nothing = InitiativeMatch(None, 0.0, "Matching with the record stopped at a fault.")
    understanding = without_doubts(understanding)
    return DraftValue(article, replace(understanding, warnings=(*understanding.warnings, NOT_MATCHED)), nothing)


def _proposed(search: Search) -> tuple[Search, tuple[Proposal, ...]]:
    """The search with the figures that its ledger knows, and what is proposed for its sums."""
    search = with_figures(search)
    return only_known(search, propose_relations(search))


def _settled(match: InitiativeMatch, search: Search, proposals: tuple[Proposal, ...]) -> tuple[InitiativeMatch, Search, tuple[Proposal, ...]]:
    """The same with the initiative that the money belongs to; its sums are looked up again within that one."""
    settled = by_its_money(match, proposals, search)
    if settled.slug == match.slug:
        return settled, search, proposals
    again, found = _proposed(replace(search, initiative=settled.slug))
    return (settled, again, found) if by_its_money(match, found, again).slug == settled.slug else (match, search, proposals)


def _names(search: Search) -> frozenset[str]:
    """Names of initiatives: those of the record, and the one that the article introduces."""
    claim = search.understanding.initiative
    is_introduced = claim is not None and claim.evidence is not None and claim.evidence.confidence >= SURELY_NAMED
    return search.known.names | ({strict_form(claim.name)} if claim is not None and is_introduced else frozenset())


def _search(search: Search, match: InitiativeMatch, chosen: str | None, told_beside: frozenset[str]) -> Search:
    """The search as the match, or the editor's choice of another initiative, leaves it."""
    likely = tuple(candidate.key for candidate in match.candidates)
    if chosen is None:
        return replace(search, likely=likely, is_sure=match.score >= SURE, told_beside=told_beside)
    return replace(search, initiative=chosen or None, likely=likely, is_sure=chosen != "", told_beside=told_beside)


def _with_doubts(understanding: Understanding, proposals: tuple[Proposal, ...], search: Search, match: InitiativeMatch) -> Understanding:
    stages = {proposal.money: _stage(proposal, search) for proposal in proposals}
    money = tuple(_at(claim, stages.get(index)) for index, claim in enumerate(understanding.money))
    found = (*look_alikes(match, search), *units_in_doubt(search, proposals), *doubts(proposals, search))
    return replace(understanding, money=money, warnings=(*understanding.warnings, *found))


def _stage(proposal: Proposal, search: Search) -> str | None:
    """The stage of a pledge that is said again: that an article announces it makes it no firmer."""
    if proposal.relation != "restates" or proposal.related_to is None:
        return None
    stage = search.known.entries[proposal.related_to].stage
    return stage if stage == "pledged" else None


def _at(claim: MoneyClaim, stage: str | None) -> MoneyClaim:
    return replace(claim, stage=stage) if stage and claim.stage == "announced" else claim
