"""The frozen values that travel along the line from an article to a draft; they must not know Django, the network, a clock or a language model.

Every offset counts Unicode code points of the article's `text` (of its `title` in `Understanding.title_money` alone). Days are texts with
precision: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Amounts are `Decimal` in units of their currency. Unknown is None.
"""

from initiatives.ingest.values.article import (
    Article,
    Doubt,
    Evidence,
    Item,
    NoArticle,
    Span,
)
from initiatives.ingest.values.claims import (
    Attribution,
    CountryClaim,
    Funder,
    InitiativeClaim,
    MoneyClaim,
    OrganizationClaim,
    PointClaim,
    QuantityClaim,
    QuoteClaim,
    Understanding,
    Warning,  # noqa: A004
)
from initiatives.ingest.values.draft import (
    SCHEMA,
    Candidate,
    DraftValue,
    InitiativeMatch,
    OrganizationMatch,
    Proposal,
)
from initiatives.ingest.values.language import (
    Entity,
    Language,
    Reading,
    Token,
    Vector,
)
from initiatives.ingest.values.record import (
    Context,
    KnownEntry,
    KnownInitiative,
    KnownOrganization,
    Record,
)

__all__ = [
    "SCHEMA",
    "Article",
    "Attribution",
    "Candidate",
    "Context",
    "CountryClaim",
    "Doubt",
    "DraftValue",
    "Entity",
    "Evidence",
    "Funder",
    "InitiativeClaim",
    "InitiativeMatch",
    "Item",
    "KnownEntry",
    "KnownInitiative",
    "KnownOrganization",
    "Language",
    "MoneyClaim",
    "NoArticle",
    "OrganizationClaim",
    "OrganizationMatch",
    "PointClaim",
    "Proposal",
    "QuantityClaim",
    "QuoteClaim",
    "Reading",
    "Record",
    "Span",
    "Token",
    "Understanding",
    "Vector",
    "Warning",
]
