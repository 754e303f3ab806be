"""The names of what may be wrong with the figures of a ledger, in the order in which they ask for attention; knows no entry."""

from typing import Final

RIVAL_FIGURES: Final = "rival-figures"
UNHEEDED_RANK: Final = "unheeded-rank"
OUTGROWN: Final = "parts-exceed-envelope"
RIVAL_REPLACEMENTS: Final = "rival-replacements"
ALIKE: Final = "likely-restatement"
DISCLOSED_LATER: Final = "disclosed-later"
SOFTER_PART: Final = "softer-part"
SOFTER_REPLACEMENT: Final = "softer-replacement"
WRONG_DOLLARS: Final = "dollar-figure"
NOT_CONVERTIBLE: Final = "not-convertible"
STALE: Final = "stale-rate"
PROVISIONAL: Final = "provisional-rate"
UNDISCLOSED: Final = "undisclosed"

KINDS: Final = {  # code → the kind in words, in the plural
    OUTGROWN: "Parts larger than their envelope",
    ALIKE: "Sums that look like one",
    RIVAL_FIGURES: "Rival figures",
    UNHEEDED_RANK: "Ranks that nothing follows",
    RIVAL_REPLACEMENTS: "Rival replacements",
    DISCLOSED_LATER: "Disclosed since",
    SOFTER_PART: "Parts softer than their envelope",
    SOFTER_REPLACEMENT: "Softer newer figures",
    WRONG_DOLLARS: "Dollars that do not fit",
    NOT_CONVERTIBLE: "Not convertible",
    STALE: "Stale rates",
    PROVISIONAL: "Provisional rates",
    UNDISCLOSED: "Undisclosed amounts",
}
