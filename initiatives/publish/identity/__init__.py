"""Merges, splits and renames organizations and initiatives: one edition each, with history, a recount, and everything that pointed to either."""

from initiatives.publish.identity.merging import merge
from initiatives.publish.identity.renaming import add_name, remove_name, rename
from initiatives.publish.identity.splitting import split
from initiatives.publish.identity.subjects import gone, mark_of
from initiatives.publish.leading import lead_of, leads_to, now_of

__all__ = ["add_name", "gone", "lead_of", "leads_to", "mark_of", "merge", "now_of", "remove_name", "rename", "split"]
