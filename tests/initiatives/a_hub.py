"""A small record for tests: a hub with one announced entry of 100 m euros, paid by the Ministry of Science."""

from typing import Any

from initiatives import publish
from initiatives.models import Article, FundingEntry, Initiative, Organization


def make_hub() -> Initiative:
    """The hub with its entry, as one edition."""
    with publish.editing(None, "Set up") as session:
        source = Article(url="https://news.example/hub", title="A hub for AI", publisher="Example News")
        session.save(source)
        row = Initiative(slug="exampleland-ai-hub", name="Exampleland AI Hub", countries=["FRA"], kind="compute", status="announced")
        row.announced, row.summary = "2026", "A hub."
        session.save(row)
        session.save(Organization(name="Ministry of Science", kind="government", country_id="FRA"))
        session.save(entry_of(row, source))
    return row


def entry_of(initiative: Initiative, source: Article, **columns: Any) -> FundingEntry:
    """An announced entry of 100 m euros of public money, not stored."""
    given = {"amount": 100_000_000, "currency": "EUR", "stage": "announced", "origin": "public", "scope": "ai", "announced_on": "2026-03", "tier": 2}
    return FundingEntry(initiative=initiative, source=source, **{**given, **columns})
