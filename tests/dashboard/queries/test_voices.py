"""Whom the commentary does not hear at all."""

from pathlib import Path
from typing import Any

from dashboard.pages.silence import without_a_voice
from dashboard.queries.voices import unheard
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import comment, initiative, write


def test_kinds_and_owners_without_a_voice_are_named(db: None, tmp_path: Path, ask: Ask) -> None:
    bare: dict[str, Any] = {"funding": [], "quantities": [], "participants": []}
    path = write(
        tmp_path,
        initiative("fjord", commentary=[comment(actor="official"), comment(actor="analyst", speaker="Ann", country="USA")], **bare),
        initiative("forest", countries=["SWE"], commentary=[comment(actor="analyst", speaker="Bo", country="NOR")], **bare),
        initiative("lake", countries=["FIN"], commentary=[], **bare),
        initiative("union", countries=["EUU"], commentary=[comment(actor="advocate", speaker="Cai", country="FRA")], **bare),
    )
    loading.load(path)
    found = unheard(ask())
    assert set(found.kinds) == {"executive", "investor", "academic", "journalist", "other"}
    assert found.owners == {"FIN": "Finland"}
    assert found.from_abroad == {"SWE": "Sweden"}, "a member’s speaker is at home in the Union"
    assert [(line.count, line.after) for line in without_a_voice(found)] == [
        (5, "executive, investor, academic, journalist and other"),
        (1, ""),
        (1, ""),
    ]


def test_that_everybody_is_heard_is_said_too(curated: Path, ask: Ask) -> None:
    kinds, owners, *_ = without_a_voice(unheard(ask()))
    assert (kinds.count, kinds.after) == (0, "all eight speak")
    assert (owners.count, owners.after) == (0, "all 86 are spoken of")
    assert unheard(ask("stance=critical")) == unheard(ask()), "choosing comments makes nobody silent"
