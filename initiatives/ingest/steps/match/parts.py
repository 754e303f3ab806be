"""Weighs whether a sum lies within an entry: smaller, and of its initiative or beside its own sum in the article; must not know the rest."""

from initiatives.ingest.steps.match.changes import printed_too
from initiatives.ingest.steps.match.said import is_beside_said, is_one_more, is_part_said, is_tranche, sentence_of
from initiatives.ingest.steps.match.same import is_firmer
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.values import Candidate, KnownEntry, MoneyClaim
from initiatives.names.currencies import in_words

SMALLER, FITS, MAY_FIT, FITS_NOT, ENVELOPE, OF_ITS_OWN, WHOLE_TOO, ONE_MORE, SAID_SO = (
    0.4, 0.15, 0.05, -0.2, 0.05, -0.15, 0.25, -0.3, 0.1,
)  # fmt: skip


def part(claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate | None:
    """The entry of which the claim is a part or a tranche; None for a larger sum, for one that is said to stand beside it, and where only
    the country is the same."""
    amount = search.amounts.in_currency(claim, entry.currency, entry.announced_on)
    if amount is None or entry.amount is None or amount >= entry.amount or is_beside_said(claim, search.article):
        return None
    whole = printed_too(claim, entry, search)
    if entry.initiative != search.initiative and (whole is None or _is_aside(whole, claim, search)):
        return None
    is_paid_out = is_firmer(claim, entry) or is_tranche(claim, search.article)
    said_so = SAID_SO if is_paid_out or is_part_said(claim, search.article) else 0
    standing = _standing(claim, entry, bool(whole and said_so))
    score = SMALLER + _origin(claim, entry) + standing + (WHOLE_TOO if whole else 0) + said_so + _more(claim, search)
    relation = "tranche-of" if is_paid_out else "part-of"
    return Candidate(entry.key, relation, round(min(1.0, max(0.0, score)), 2), _reasons(entry, whole, search))


def _is_aside(whole: MoneyClaim, claim: MoneyClaim, search: Search) -> bool:
    """Whether the whole is mere context that stands in another sentence than the sum, and says nothing of it."""
    return whole.role == "context" and whole.evidence.text not in sentence_of(claim, search.article.text)


def _origin(claim: MoneyClaim, entry: KnownEntry) -> float:
    return FITS if entry.origin in (claim.origin, "mixed", "unknown") else MAY_FIT if claim.origin == "unknown" else FITS_NOT


def _standing(claim: MoneyClaim, entry: KnownEntry, is_said: bool) -> float:
    """For an envelope, and against a sum of an initiative's own, unless the article prints the whole and says that this is out of it."""
    of_its_own = claim.role == "initiative-funding" and not is_said
    return (ENVELOPE if entry.relation in ("new", "replaces") else 0) + (OF_ITS_OWN if of_its_own else 0)


def _more(claim: MoneyClaim, search: Search) -> float:
    return ONE_MORE if is_one_more(claim, search.article) else 0


def _reasons(entry: KnownEntry, whole: MoneyClaim | None, search: Search) -> tuple[str, ...]:
    smaller = f"smaller than its {in_words(entry.amount, entry.currency)}" if entry.amount is not None else ""
    said = f"the article gives its “{whole.evidence.text}” too" if whole else ""
    of = "of the same initiative" if entry.initiative == search.initiative else "of the same country"
    return tuple(words for words in (of, smaller, said) if words)
