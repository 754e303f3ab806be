"""What an article adds to the record, as proposals with reasons, and its stored form; must not know how they were found."""

from dataclasses import dataclass, field
from typing import Any

from initiatives.ingest.plain import as_plain, from_plain
from initiatives.ingest.values.article import Article
from initiatives.ingest.values.claims import Understanding

SCHEMA = 1  # of a stored draft; goes up when a field is renamed or changes its meaning


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing of the record that a claim may be, with the reasons for and against it in words."""

    key: str
    relation: str | None
    score: float
    reasons_for: tuple[str, ...] = ()
    reasons_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InitiativeMatch:
    """Which initiative of the record the article is about; `slug` None proposes a new one."""

    slug: str | None
    score: float
    reason: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationMatch:
    """Which organization of the record `Understanding.organizations[claim]` is; `slug` None proposes a new one."""

    claim: int
    slug: str | None
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """How `Understanding.money[money]` relates to the ledger: `related_to` is an entry's key; the best candidates first.

    Where it relates to another sum of the same article, `related_money` is that sum's index in `Understanding.money` instead. Both None for `new`.
    """

    money: int
    relation: str
    related_to: str | None
    score: float
    reason: str
    candidates: tuple[Candidate, ...] = ()
    related_money: int | None = None


@dataclass(frozen=True, slots=True)
class DraftValue:
    """All that the desk shows, edits and publishes for one article."""

    article: Article
    understanding: Understanding
    initiative: InitiativeMatch
    organizations: tuple[OrganizationMatch, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    schema: int = field(default=SCHEMA)

    def to_json(self) -> dict[str, Any]:
        """A plain JSON object; the same value always gives the same object."""
        return dict(as_plain(self))

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> "DraftValue":
        """The value that `to_json` wrote. Raises ValueError naming the field that is wrong, or the schema that is not known."""
        if plain.get("schema") != SCHEMA:
            raise ValueError(f"schema: {plain.get('schema')!r} is not a known version of a draft. Read the article again to get version {SCHEMA}.")
        return from_plain(cls, plain)
