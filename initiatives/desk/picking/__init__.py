"""Finds organizations and initiatives by whatever somebody types of their names, and settles which one a typed name means."""

from initiatives.desk.picking.finding import Candidate, find, find_initiatives, find_organizations
from initiatives.desk.picking.resolving import Picked, picked_initiative, picked_organization

__all__ = ["Candidate", "Picked", "find", "find_initiatives", "find_organizations", "picked_initiative", "picked_organization"]
