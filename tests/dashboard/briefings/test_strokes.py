"""Patterns of a drawing as strokes of their own."""

import re

from dashboard.briefings.strokes import corners, stroked
from dashboard.figures.drawing.ink import Ink
from dashboard.figures.theme import LIGHT, pattern


def drawing(mark: str, shape: str = "/") -> str:
    """A mark filled with a pattern of the site's own ink, and the pattern."""
    ink = Ink("a", follows_page=True)
    fill = ink.paint(LIGHT["land"], pattern(shape, 5, 0.3, "ink-2", "land"))
    return f"<svg>{ink.definitions()}{mark.format(fill=fill)}</svg>"


def test_a_patterned_bar_becomes_flat_with_strokes_clipped_to_it() -> None:
    for shape in "/x.-":
        found = stroked(drawing('<rect x="10" y="20" width="30" height="10" fill="{fill}" stroke="red"/>', shape))
        assert 'fill="url(' not in found
        assert '<rect x="10" y="20" width="30" height="10" fill="var(--land, #f6f5f2)" stroke="red"/>' in found
        assert re.search(r'<clipPath id="(a-p0-clip-0)"><rect x="10" y="20" width="30" height="10"/></clipPath>.*clip-path="url\(#\1\)"', found)
        assert 'stroke="var(--ink-2, #565b62)"' in found


def test_strokes_cover_the_mark_and_no_more_than_its_surroundings() -> None:
    found = stroked(drawing('<path d="M100 100l20 0 0 20 -20 0z" fill="{fill}"/>', "-"))
    lines = re.findall(r"M([\d.]+) ([\d.]+)H([\d.]+)", found.split("<clipPath")[1])
    assert {(left, right) for left, _, right in lines} == {("100.0", "120.0")}
    assert [float(height) for _, height, _ in lines] == [102.5, 107.5, 112.5, 117.5]


def test_steps_are_added_up_and_curves_left_alone() -> None:
    assert corners("M1 2l3 4 -1 0zM9 9L8 8z") == [(1, 2), (4, 6), (3, 6), (9, 9), (8, 8)]
    assert corners("M0 0c1 1 2 2 3 3z") == []
    curved = drawing('<path d="M0 0c1 1 2 2 3 3z" fill="{fill}"/>')
    assert stroked(curved) == curved


def test_a_mark_with_a_title_inside_and_one_without_a_pattern() -> None:
    found = stroked(drawing('<rect x="0" y="0" width="9" height="9" fill="{fill}"><title>Mixed</title></rect><rect x="1" fill="red"/>'))
    assert 'fill="url(' not in found
    assert '<rect x="1" fill="red"/>' in found
