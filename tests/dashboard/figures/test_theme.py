"""One table of colours for page and drawing."""

import re

from django.conf import settings

from dashboard.figures import theme

SITE = settings.BASE_DIR / "static/site"


def test_the_page_and_the_drawings_share_one_table_of_colours() -> None:
    for mode, file in (("light", "tokens.css"), ("dark", "dark.css")):
        written = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", (SITE / file).read_text(encoding="utf-8")))
        expected = {name: getattr(shade, mode) for name, shade in theme.TOKENS.items()}
        assert {name: written.get(name) for name in expected} == expected


def test_every_colour_has_one_token_so_that_a_drawing_can_follow_the_page() -> None:
    assert len(theme.NAMED) == len(theme.TOKENS)


def test_every_bar_says_how_wide_it_is_so_that_two_far_apart_are_not_widened() -> None:
    far = {"type": "bar", "orientation": "h", "y": [0, 9], "x": [1, 1]}
    assert theme.figure([far], 100, 100, bargap=0.4)["data"][0]["width"] == 0.6
    assert theme.figure([{"type": "scatter"}], 100, 100)["data"] == [{"type": "scatter"}]
