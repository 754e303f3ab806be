"""What an editor decides about a draft: change it, accept it, reject it; the record is written by `initiatives.publish` alone."""

from initiatives.review.decide import AlreadyDecided, StaleDraft, accept, confirm, edit, reject
from initiatives.review.decision import Decision
from initiatives.review.drafting import decision_of
from initiatives.review.publishing import publication_of
from initiatives.review.relevance import NotRejected, read_anyway, standing

__all__ = [
    "AlreadyDecided",
    "Decision",
    "NotRejected",
    "StaleDraft",
    "accept",
    "confirm",
    "decision_of",
    "edit",
    "publication_of",
    "read_anyway",
    "reject",
    "standing",
]
