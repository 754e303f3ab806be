"""The one writer of public facts for people: writes what was decided with its history, counts anew and makes an edition, in one transaction."""

from initiatives.publish.choices import BasisGain, Choice, ChoiceEffect, effects_of_choices
from initiatives.publish.editing import Editing, editing, relation_problems
from initiatives.publish.effects import effect_of
from initiatives.publish.later import ask_for as take_back_later
from initiatives.publish.later import in_words as refusal_in_words
from initiatives.publish.planning import faults_of_values
from initiatives.publish.publications import publish
from initiatives.publish.reverting import PutBack, foreseen, of_changes, put_back
from initiatives.publish.undoing import changes_of, obstacles, to_take_back, undo

__all__ = [
    "BasisGain",
    "Choice",
    "ChoiceEffect",
    "Editing",
    "PutBack",
    "changes_of",
    "editing",
    "effect_of",
    "effects_of_choices",
    "faults_of_values",
    "foreseen",
    "obstacles",
    "of_changes",
    "publish",
    "put_back",
    "refusal_in_words",
    "relation_problems",
    "take_back_later",
    "to_take_back",
    "undo",
]
