"""Keys are pressed as a person presses them: on a page that stands."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.standing import stands

WITHIN = 20_000  # milliseconds: a busy machine answers late, and what never comes fails all the same
expect.set_options(timeout=WITHIN)


@pytest.fixture
def page(page: Page) -> Page:
    """A page on which a key waits for the document, its scripts and its first focus."""
    for name in ("press", "type", "insert_text"):
        setattr(page.keyboard, name, _on_a_standing_page(page, getattr(page.keyboard, name)))
    return page


def _on_a_standing_page(page: Page, act: Callable[..., None]) -> Callable[..., None]:
    def acted(*values: Any, **named: Any) -> None:
        stands(page)
        act(*values, **named)

    return acted
