"""What `min` and `max` leave out because nobody says how much it is, in words; knows no requests."""

from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.words import Part, Sentence
from dashboard.queries.selection import left_out
from initiatives import formats
from initiatives.vocabulary import SCOPES


def left_out_words(filters: Filters) -> Sentence:
    """`3 entries without a published sum are left out: nobody can say whether they lie within the bounds.`; empty without bounds."""
    number = left_out(filters)
    if not number:
        return ()
    address = links.to(
        "ledger", filters, keep="all", min=None, max=None, basis="headline", scope=tuple(SCOPES), reason="undisclosed", step=None, view="entries",
        sort=None, per=None,
    )  # fmt: skip
    words = formats.counted(number, "entry without a published sum is", "entries without a published sum are")
    return Part(words, address), Part(" left out: nobody can say whether what is undisclosed lies within the bounds.")
