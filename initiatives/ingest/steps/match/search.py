"""What the proposals for sums are made from, in one value; must not know how they are made."""

from dataclasses import dataclass

from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.values import Article, Record, Understanding


@dataclass(frozen=True, slots=True)
class Search:
    """What the proposals are made from: the article, what was read in it, the initiative it was matched with, the record, and the rates."""

    article: Article
    understanding: Understanding
    initiative: str | None
    record: Record
    amounts: Amounts
