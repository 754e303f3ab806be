"""The one writer of public facts for people: writes what was decided with its history, counts anew and makes an edition, in one transaction."""

from initiatives.publish.editing import Editing, editing, relation_problems
from initiatives.publish.effects import effect_of
from initiatives.publish.publications import publish
from initiatives.publish.undoing import changes_of, undo

__all__ = ["Editing", "changes_of", "editing", "effect_of", "publish", "relation_problems", "undo"]
