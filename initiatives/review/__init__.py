"""What an editor decides about a draft: change it, accept it, reject it; the record is written by `initiatives.publish` alone."""

from initiatives.review.decide import AlreadyDecided, ProposalChanged, StaleDraft, accept, confirm, edit, reject
from initiatives.review.decision import Decision
from initiatives.review.drafting import decision_of
from initiatives.review.matching import match_again, match_some_again, match_story_again
from initiatives.review.publishing import publication_of
from initiatives.review.relevance import NotRejected, read_anyway, standing
from initiatives.review.undoing import NotUndone, undo, undoable

__all__ = [
    "AlreadyDecided",
    "Decision",
    "NotRejected",
    "NotUndone",
    "ProposalChanged",
    "StaleDraft",
    "accept",
    "confirm",
    "decision_of",
    "edit",
    "match_again",
    "match_some_again",
    "match_story_again",
    "publication_of",
    "read_anyway",
    "reject",
    "standing",
    "undo",
    "undoable",
]
