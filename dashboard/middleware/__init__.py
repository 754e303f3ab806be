"""What happens around every public page: kept answers, one state of the record, and problems in words; must not know any page.

In `MIDDLEWARE`, `kept.KeptAnswers` stands before everything that adds headers but the security headers and the policy; `state.OneState` and
`problems.ProblemsInWords` stand last, and `short.ShortAddresses` before them.
"""

from dashboard.middleware.kept import KeptAnswers
from dashboard.middleware.private import PrivateAddresses
from dashboard.middleware.problems import ProblemsInWords
from dashboard.middleware.short import ShortAddresses
from dashboard.middleware.state import OneState
from dashboard.middleware.storable import StorableText

__all__ = ["KeptAnswers", "OneState", "PrivateAddresses", "ProblemsInWords", "ShortAddresses", "StorableText"]
