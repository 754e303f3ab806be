"""Organizations with kind, country, role and status; must not know which of them the record already holds a page for."""

from initiatives.ingest.steps.understand.organizations.claims import find_organizations

__all__ = ["find_organizations"]
