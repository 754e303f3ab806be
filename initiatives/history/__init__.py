"""What was changed in the record, by whom, when and why, read from the histories; knows words and states, writes nothing.

- `find` names a record, `events_of` its changes by edition, `state_at` and `differences` two days of it
- `newest_editions` and `changes_in` the same by edition
- `tell` puts changes into words: sums, days and names, never columns and ids
- `notes_of` and `corrections_of` what people said about values
"""

from initiatives.history.changes import Change, Event, events_in, events_of, meanwhile, standing
from initiatives.history.editions import EditionSummary, changes_in, kinds_of_changes, later_changes, newest_editions
from initiatives.history.lines import lines_numbered, lines_of, newest_lines
from initiatives.history.remarks import AnsweredCorrection, corrections_of, notes_of
from initiatives.history.states import Moment, differences, state_at
from initiatives.history.subjects import Subject, find, subject_of_row
from initiatives.history.telling import ToldChange, tell

__all__ = [
    "AnsweredCorrection",
    "Change",
    "EditionSummary",
    "Event",
    "Moment",
    "Subject",
    "ToldChange",
    "changes_in",
    "corrections_of",
    "differences",
    "events_in",
    "events_of",
    "find",
    "kinds_of_changes",
    "later_changes",
    "lines_numbered",
    "lines_of",
    "meanwhile",
    "newest_editions",
    "newest_lines",
    "notes_of",
    "standing",
    "state_at",
    "subject_of_row",
    "tell",
]
