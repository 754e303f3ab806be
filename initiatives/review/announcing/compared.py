"""What is compared when twins are looked for: the money of a form, and an entry that it may be with what speaks for and against. Pure."""

from dataclasses import dataclass, field
from decimal import Decimal

from initiatives.review.announcing.candidates import Known


@dataclass(frozen=True, slots=True)
class Money:
    """What the form says of the money; `payers` are ids of organizations, `proposed` what the source's words read like (`restates japan#3`)."""

    slug: str | None
    name: str
    owners: tuple[str, ...]
    amount: Decimal | None
    currency: str
    hedge: str
    stage: str
    origin: str
    announced_on: str
    period: str | None
    payers: frozenset[int] = frozenset()
    url: str = ""
    proposed: str = ""


@dataclass(slots=True)
class Likeness:
    """One entry that may be meant. `relation` is what the announcement would be to it."""

    known: Known
    relation: str
    score: float
    reasons_for: list[str] = field(default_factory=list)
    reasons_against: list[str] = field(default_factory=list)

    def weigh(self, weight: float, words: str) -> None:
        """Adds one sign for or against."""
        self.score += weight
        if words:
            (self.reasons_for if weight >= 0 else self.reasons_against).append(words)

    @property
    def choice(self) -> str:
        """As the form chooses it: `replaces japan#5`."""
        return f"{self.relation} {self.known.key}"
