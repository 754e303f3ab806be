"""The ways to settle each kind of conflict: what an editor may choose, in words, and what has to be typed or ticked for it."""

from dataclasses import dataclass
from typing import Final

from initiatives.ledger import kinds


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle a conflict. `asks` names the part of the form that it needs."""

    name: str
    words: str
    hint: str
    asks: str = ""


KEEP: Final = Option(
    "keep", "It is right as it stands", "Nothing changes. The warning is put away, with your reason; it can be taken back.", "reason"
)
DIFFERENT: Final = Option("keep", "Different money", "Both go on counting. The warning is put away, with your reason.", "reason")
WAITS: Final = Option("keep", "Leave it as it is", "The sum keeps this rate until a newer series is installed, which moves it by itself.", "reason")
OTHER_CUT: Final = Option("restates", "Another cut of the same money", "The statements ticked restate the envelope and add nothing.", "parts")
WITHIN: Final = Option(
    "within", "They lie in one another", "The ledger’s suggestion: the smaller ones are parts of the one they add up to.", "nesting"
)
GREW: Final = Option("grew", "The envelope grew", "A newer figure replaces the envelope’s; whatever lies in it goes on lying in it.", "figure")
PREFER: Final = Option("prefer", "Another figure counts", "The chosen one stands for the money, the others restate it and stay visible.", "prefer")
FOLLOW: Final = Option("follow", "One follows the other", "The chosen one is the newest; it replaces the other.", "follow")
SAME: Final = Option("restates", "The same money again", "The later statement restates the earlier one and adds nothing.")
PART: Final = Option("part-of", "A part of it", "The later statement lies in the earlier one.")
NEWER: Final = Option("replaces", "A newer figure", "The later statement replaces the earlier one.")
DISCLOSED: Final = Option("disclosed", "This is its figure", "The chosen statement replaces the undisclosed one.", "disclosed")
STAGE: Final = Option("stage", "Its stage is another", "The stage is changed; a breakdown of one decision takes the stage of that decision.", "stage")
CORRECT: Final = Option("correct", "Mend the figure", "As its source prints it.", "correct")

OPTIONS: Final = {
    kinds.OUTGROWN: (OTHER_CUT, WITHIN, GREW, KEEP),
    kinds.RIVAL_FIGURES: (PREFER, KEEP),
    kinds.UNHEEDED_RANK: (PREFER, KEEP),
    kinds.RIVAL_REPLACEMENTS: (FOLLOW, KEEP),
    kinds.ALIKE: (SAME, PART, NEWER, DIFFERENT),
    kinds.DISCLOSED_LATER: (DISCLOSED, KEEP),
    kinds.UNDISCLOSED: (DISCLOSED, KEEP),
    kinds.SOFTER_PART: (STAGE, KEEP),
    kinds.SOFTER_REPLACEMENT: (STAGE, KEEP),
    kinds.STALE: (WAITS,),
    kinds.PROVISIONAL: (WAITS,),
    kinds.WRONG_DOLLARS: (CORRECT, KEEP),
    kinds.NOT_CONVERTIBLE: (CORRECT, KEEP),
}


def options_of(code: str, *, has_suggestion: bool) -> list[Option]:
    """The ways to settle a conflict of this kind; nesting only where the ledger suggests one."""
    return [option for option in OPTIONS[code] if option is not WITHIN or has_suggestion]
