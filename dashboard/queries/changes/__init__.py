"""What moved between two states of the record and because of which entries; must not know how it is told.

`with readiness.state_of(QueryDict("from=2026-01-01&to=2026-07-01&country=JPN"), needed) as filters: changes(filters)`, or with `from_edition=11`.
"""

from dashboard.queries.changes.moments import Moment, moments, needed
from dashboard.queries.changes.movements import CAUSES, Changes, CountryMovement, Movement, changes, moved

__all__ = ["CAUSES", "Changes", "CountryMovement", "Moment", "Movement", "changes", "moments", "moved", "needed"]
