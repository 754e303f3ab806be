"""What the proposals for sums are made from, in one value; must not know how they are made."""

from dataclasses import dataclass

from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.index import Index, index_of
from initiatives.ingest.values import Article, KnownEntry, Record, Understanding


@dataclass(frozen=True, slots=True)
class Search:
    """What the proposals are made from: the article, what was read in it, the initiative it was matched with, the record, and the rates.
    `likely` are the slugs of the initiatives that were weighed, for an article that names no owner; `is_sure` where it names its initiative.
    `told_beside` are the keys of entries that other reports of the same story brought."""

    article: Article
    understanding: Understanding
    initiative: str | None
    record: Record
    amounts: Amounts
    likely: tuple[str, ...] = ()
    is_sure: bool = False
    told_beside: frozenset[str] = frozenset()

    @property
    def known(self) -> Index:
        """The record, put in order."""
        return index_of(self.record)

    def entries(self) -> list[KnownEntry]:
        """The entries that a sum of the article may be: of its owners and of its initiative, or of those that are likely."""
        owners = self.understanding.owners()
        named = (self.initiative,) if self.initiative else ()
        return self.known.entries_for(owners, named if owners else (*named, *self.likely))
