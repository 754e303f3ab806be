"""The command that rebuilds everything derived."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from initiatives.exchange.load import load
from initiatives.models import FundingCount
from tests.initiatives.exchange.files import initiative, write


def said() -> str:
    out = io.StringIO()
    call_command("recount", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_it_says_what_moved(tmp_path: Path) -> None:
    load(write(tmp_path, initiative()))
    assert said() == "Recounted. Nothing moved.\n"
    FundingCount.objects.update(net=7)
    assert "Recounted. Entries that moved: 1.\n  fjord-computer#1: net 7 → 1,000,000, in US dollars" in said()
