"""Small records with one conflict each, and what tests ask of the desk about them."""

import re
from html import unescape
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.test import Client

from initiatives.exchange.load import load
from initiatives.models import Conflict, Edition, FundingCount, FundingEntry
from tests.initiatives.exchange.files import article, entry, initiative, write, write_organizations

OTHER = "https://other.example/news"
WHOLE, PART, THIRD = "fjord-computer#1", "fjord-computer#2", "fjord-computer#3"


def said(number: int, **changes: Any) -> dict[str, Any]:
    return entry(f"fjord-computer#{number}", **changes)


def loaded(folder: Path, *entries: dict[str, Any]) -> Conflict:
    """The record with these statements, and the first conflict in it."""
    write_organizations(folder, "Ministry of Fjords,government,NOR,MOF", "Fjord Machines,company,NOR,")
    load(write(folder, initiative(funding=list(entries), articles=[article(), article(OTHER)])))
    found = Conflict.objects.order_by("code").first()
    assert found is not None
    return found


def outgrown(folder: Path) -> Conflict:
    """A million with parts of 800,000 and 500,000."""
    return loaded(
        folder, said(1), said(2, relation="part-of", related_to=WHOLE, amount=800_000), said(3, relation="part-of", related_to=WHOLE, amount=500_000)
    )


def rivals(folder: Path) -> Conflict:
    """Eight and ten hundred thousand for one statement, and a tranche of the first."""
    restated = said(2, relation="restates", related_to=WHOLE, amount=1_000_000, source=OTHER)
    return loaded(folder, said(1, amount=800_000), restated, said(3, relation="tranche-of", related_to=WHOLE, amount=300_000))


def alike(folder: Path) -> Conflict:
    """Twenty million in each of two articles, five days apart."""
    return loaded(folder, said(1, amount=20_000_000), said(2, amount=20_000_000, announced_on="2025-03-06", source=OTHER))


def form(choice: str, **typed: str) -> dict[str, str]:
    return {"choice": choice, "seen": str(Edition.objects.current_number()), **typed}


def settle(client: Client, conflict: Conflict, choice: str, **typed: str) -> HttpResponse:
    return client.post(f"/desk/conflicts/{conflict.key}/settle/", form(choice, **typed), follow=True)  # type: ignore[return-value]


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def row(key: str) -> FundingEntry:
    return FundingEntry.objects.select_related("related_to").get(key=key)


def net(key: str) -> int:
    return int(FundingCount.objects.get(snapshot__day=None, entry__key=key).net)


def codes() -> list[str]:
    return sorted(Conflict.objects.values_list("code", flat=True))
