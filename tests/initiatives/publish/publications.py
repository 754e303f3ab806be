"""Publications for tests: one article about the Fjord Computer, which each test changes where it looks."""

from decimal import Decimal
from typing import Any

from initiatives.publication import (
    ArticleToPublish,
    CommentToPublish,
    EntryToPublish,
    OrganizationToPublish,
    ParticipationToPublish,
    Passage,
    PointToPublish,
    Publication,
    QuantityToPublish,
)

ARTICLE = ArticleToPublish(
    url="https://news.example/again",
    title="The Fjord Computer, again",
    publisher="Example News",
    klass="press",
    published="2025-04-02",
    rests_on="Example Wire",
    text="The ministry said again that it gives a million kroner.",
)
PASSAGE = Passage(32, 55, "gives a million kroner.")


def entry_to_publish(**changes: Any) -> EntryToPublish:
    plain: dict[str, Any] = {
        "amount": Decimal(1_000_000),
        "currency": "NOK",
        "stage": "announced",
        "origin": "public",
        "scope": "ai",
        "announced_on": "2025-04-02",
        "relation": "restates",
        "related_to": "fjord-computer#1",
        "tier": 3,
        "passage": PASSAGE,
    }
    return EntryToPublish(**plain | changes)


def publication(**changes: Any) -> Publication:
    """A restatement, and one of each other part."""
    plain: dict[str, Any] = {
        "article": ARTICLE,
        "slug": "fjord-computer",
        "entries": (entry_to_publish(),),
        "participations": (
            ParticipationToPublish(OrganizationToPublish("fjord-machines", "Fjord Machines"), None, "lead", "confirmed"),
            ParticipationToPublish(OrganizationToPublish(None, "Oslo Laboratory", "research-institute", "NOR"), None, "partner", "reported"),
            ParticipationToPublish(None, "major banks", "investor", "expected"),
        ),
        "comments": (CommentToPublish("Ola Nordmann", "academic", "critical", "Doubts the power supply.", place="Oslo", passage=PASSAGE),),
        "points": (PointToPublish("hurdle", "energy", "The grid is full."),),
        "quantities": (QuantityToPublish("gpus", Decimal(800), "about", "planned", 2027),),
    }
    return Publication(**plain | changes)
