"""What a file left in the record, for the tests of loading: its rows, their history, or the words that refused it."""

from pathlib import Path
from typing import Any

import pytest
from django.db import models

from initiatives.exchange.load import load
from initiatives.exchange.problems import Refused
from initiatives.models import (
    Article,
    Comment,
    Funder,
    FundingEntry,
    Initiative,
    Organization,
    OrganizationName,
    Participation,
    Point,
    Quantity,
    Reference,
)

RECORDED = (Initiative, FundingEntry, Funder, Participation, Quantity, Point, Comment, Article, Reference, Organization, OrganizationName)


def rows() -> int:
    return sum(model._default_manager.count() for model in RECORDED)


def history_rows() -> int:
    return sum(history(model).count() for model in RECORDED)


def history(model: type[models.Model]) -> Any:
    return model.history  # type: ignore[attr-defined]


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        load(path)
    return str(refused.value)
