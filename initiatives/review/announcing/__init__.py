"""Quick entry: reads a typed announcement, says what it would do to the ledger while it is typed, and publishes it."""

from initiatives.review.announcing.answering import Answer, Option, answer_to
from initiatives.review.announcing.publishing import Done, EffectChanged, announce, can_be_undone, take_back
from initiatives.review.announcing.typed import Payer, Typed

__all__ = ["Answer", "Done", "EffectChanged", "Option", "Payer", "Typed", "announce", "answer_to", "can_be_undone", "take_back"]
