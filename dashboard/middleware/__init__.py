"""What happens around every public page: kept answers, one state of the record, and problems in words; must not know any page.

In `MIDDLEWARE`, `kept.KeptAnswers` stands before everything that adds headers but the two policies, `state.OneState` and `problems.ProblemsInWords` last.
"""

from dashboard.middleware.kept import KeptAnswers
from dashboard.middleware.problems import ProblemsInWords
from dashboard.middleware.state import OneState

__all__ = ["KeptAnswers", "OneState", "ProblemsInWords"]
