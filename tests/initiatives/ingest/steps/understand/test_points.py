"""Goals, rationale, hurdles, opportunities and the model followed."""

import pytest

from initiatives.ingest.steps.understand.points import find_points
from initiatives.ingest.values import Context, Reading


@pytest.mark.parametrize(
    ("text", "kind", "aspect", "country"),
    [
        ("The plan aims to create a national model that competes with foreign ones.", "goal", "competition", None),
        ("The country has watched its influence wane in the age of phones.", "rationale", "competition", None),
        ("The machines strain electrical grids in the north of the country.", "hurdle", "energy", None),
        ("AI itself holds promise for managing smart grids and fusion research.", "opportunity", "energy", None),
        ("The approach mirrors strategies employed in the United States for decades.", "model", "competition", "USA"),
    ],
)
def test_each_kind_of_point_is_found_by_its_cue(text: str, kind: str, aspect: str, country: str | None) -> None:
    (point,) = find_points(text, Reading(), Context())
    assert (point.kind, point.aspect, point.country, point.evidence.text) == (kind, aspect, country, text)


def test_one_hurdle_may_touch_two_aspects() -> None:
    points = find_points("It raises concerns about sustainability and operational costs.", Reading(), Context())
    assert [(point.kind, point.aspect) for point in points] == [("hurdle", "energy"), ("hurdle", "cost")]


def test_what_somebody_says_is_left_to_commentary() -> None:
    assert find_points("“The plan aims to create a national model,” said Ona Brekke.", Reading(), Context()) == ()
