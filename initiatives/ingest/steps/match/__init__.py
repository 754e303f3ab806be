"""Finds in the record what an article speaks of: initiative, organizations, and the money that is there already; must not know the database."""

from initiatives.ingest.steps.match.initiative import match_initiative
from initiatives.ingest.steps.match.names import same_organization
from initiatives.ingest.steps.match.organizations import match_organizations
from initiatives.ingest.steps.match.relations import propose_relations

__all__ = ["match_initiative", "match_organizations", "propose_relations", "same_organization"]
