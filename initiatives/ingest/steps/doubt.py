"""How much of a draft the line itself doubts, from its own confidences and warnings; must not know the record or the desk."""

from initiatives.ingest.steps.consequence import is_published
from initiatives.ingest.values import DraftValue

LEAST = 0.05  # no reading is beyond doubt
KEPT_BY_A_WARNING = 0.85  # share of the trust that each warning leaves
LANGUAGE = "language"  # says what the article is written in, which the list tells already


def doubt_of(value: DraftValue) -> float:
    """From 0.05 to 1: what is left to doubt of relevance, of the initiative and of the least certain sum that would be published, more with each
    warning."""
    warnings = sum(warning.code != LANGUAGE for warning in value.understanding.warnings)
    trust = value.understanding.relevance * least_certain_sum(value) * certainty_of_initiative(value) * KEPT_BY_A_WARNING**warnings
    return round(min(1.0, max(LEAST, 1 - trust)), 4)


def least_certain_sum(value: DraftValue) -> float:
    """The confidence in the least certain sum and its relation, 1 where the article names none that would be published."""
    scores = {proposal.money: proposal.score for proposal in value.proposals}
    money = enumerate(value.understanding.money)
    return min((claim.evidence.confidence * scores.get(index, 1.0) for index, claim in money if is_published(claim)), default=1.0)


def certainty_of_initiative(value: DraftValue) -> float:
    """How sure it is which initiative is meant: the better the match, or the worse the best one for a new initiative, the surer."""
    match = value.initiative
    return match.score if match.slug else 1 - match.score
