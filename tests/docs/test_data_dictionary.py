"""The data dictionary is held to the tables and to the format."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from initiatives.exchange.shapes import LISTS, shapes

PAGE = (Path(__file__).parents[2] / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
APPS = ("initiatives", "dashboard")
TABLES = [model for app in APPS for model in apps.get_app_config(app).get_models() if not model.__name__.startswith("Historical")]


def columns_told(table: str) -> set[str]:
    """The names in the first cells of one table's rows."""
    _, _, section = PAGE.partition(f"### {table}\n")
    rows = re.findall(r"^\| (`.*?) \|", re.split(r"^##", section, flags=re.MULTILINE)[0], flags=re.MULTILINE)
    return {name for cell in rows for name in re.findall(r"`(\w+)`", cell)}


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_column_of_a_table_is_told_and_nothing_else(model: type[models.Model]) -> None:
    assert columns_told(model.__name__) == {field.name for field in model._meta.concrete_fields} - {"id"}


@pytest.mark.parametrize("kind", [*LISTS, "funders"])
def test_every_key_of_the_format_is_told_in_its_order(kind: str) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith((f"| `{kind}` |", f"| `{kind}` of ")))
    told = " ".join(re.findall(r"`([^`]*)`", row.split("|")[2])).split()
    assert [key for key in told if key != "source" or "source" in shapes({}).of(kind)][: len(shapes({}).of(kind))] == list(shapes({}).of(kind))
