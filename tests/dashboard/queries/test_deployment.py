"""What one deployment keeps is no answer of another."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.cache import cache

from dashboard.queries.deployment import version
from dashboard.queries.remembered import remembered


def test_code_that_differs_has_another_mark(tmp_path: Path, settings: LazySettings) -> None:
    (tmp_path / "dashboard").mkdir()
    settings.BASE_DIR = tmp_path
    marks = []
    for text in ("rows = 1", "rows = 2", "rows = 1"):
        (tmp_path / "dashboard" / "code.py").write_text(text)
        marks.append(version.__wrapped__())
    assert marks[0] == marks[2] != marks[1]


@pytest.fixture
def deployed(tmp_path: Path, settings: LazySettings) -> Iterator[Callable[[str], None]]:
    """Lets this process run other code."""

    def deploy(text: str) -> None:
        (tmp_path / "dashboard").mkdir(exist_ok=True)
        (tmp_path / "dashboard" / "code.py").write_text(text)
        settings.BASE_DIR = tmp_path
        version.cache_clear()

    yield deploy
    version.cache_clear()


@pytest.mark.django_db
def test_another_deployment_asks_for_itself(deployed: Callable[[str], None]) -> None:
    cache.clear()
    for text, found, answer in (("rows = 1", "old", "old"), ("rows = 2", "new", "new"), ("rows = 1", "asked again", "old")):
        deployed(text)
        assert remembered("question", "key", partial(str, found)) == answer
