"""What a page of every chart asks in one statement; must not know how they are drawn."""

from dashboard.filters import Filters
from dashboard.queries.comments import BY_ACTOR
from dashboard.queries.composition import LARGEST_PORTIONS
from dashboard.queries.dependence import PLACES_BY_OWNERS
from dashboard.queries.funding_by_country import COUNTED_INITIATIVES, JOINT_OWNERS, OWNERS, of_any_place, of_whole_places
from dashboard.queries.funding_ladder import PAUSED
from dashboard.queries.funding_over_time import SLICES
from dashboard.queries.participants import HOMES, KINDS, ROLES
from dashboard.queries.quantities import STATED
from dashboard.queries.timeline import LARGEST_INITIATIVES
from dashboard.queries.together import Asked

ALIKE = (BY_ACTOR, HOMES, JOINT_OWNERS, KINDS, LARGEST_INITIATIVES, LARGEST_PORTIONS, PAUSED, PLACES_BY_OWNERS, ROLES, SLICES, STATED)


def of_every_chart(filters: Filters) -> list[Asked]:
    """The questions behind all charts that do not wait for another's answer, each with the filters that it is asked with."""
    return [(OWNERS, of_any_place(filters)), (COUNTED_INITIATIVES, of_whole_places(filters)), *((shared, filters) for shared in ALIKE)]
