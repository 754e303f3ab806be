"""What one deployment keeps is no answer of another."""

from pathlib import Path

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


def test_another_deployment_asks_for_itself(curated: Path, tmp_path: Path, settings: LazySettings) -> None:
    cache.clear()
    assert remembered("question", "key", lambda: "old shape") == "old shape"
    here = settings.BASE_DIR
    version.cache_clear()
    settings.BASE_DIR = tmp_path
    try:
        assert remembered("question", "key", lambda: "new shape") == "new shape"
    finally:
        settings.BASE_DIR = here
        version.cache_clear()
    assert remembered("question", "key", lambda: "asked again") == "old shape"
