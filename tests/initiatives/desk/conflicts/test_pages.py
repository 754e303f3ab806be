"""The list of conflicts narrows by kind, country and initiative, asks the database a fixed number of times, and is for editors alone."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.ledger.kinds import KINDS
from initiatives.models import Conflict
from tests.initiatives.desk.conflicts.material import alike, outgrown, rivals, text


def test_the_curated_record_has_conflicts_worth_a_look_and_no_hundreds(curated: Path, editor: Client) -> None:
    counts = {code: Conflict.objects.filter(code=code).count() for code in KINDS}
    assert counts["parts-exceed-envelope"] == 9
    assert sum(counts.values()) < 80
    shown = text(editor.get("/desk/conflicts/")).replace("\u00a0", " ")
    assert "Parts larger than their envelope 9" in shown
    assert shown.index("$25 bn") < shown.index("$2 bn")


def test_the_list_narrows_and_says_what_it_cannot_read(curated: Path, editor: Client) -> None:
    listed = text(editor.get("/desk/conflicts/?kind=rival-figures&country=UZB")).split("At stake")[1]
    assert "Uzbekistan" in listed
    assert "Korea" not in listed
    refused = editor.get("/desk/conflicts/?kind=nonsense&country=Atlantis&initiative=none")
    assert refused.status_code == 400
    assert text(refused).count("Shown without it.") == 3


@pytest.mark.parametrize("code", list(KINDS))
def test_every_kind_in_the_curated_record_opens_with_its_ways_out(curated: Path, editor: Client, code: str) -> None:
    for conflict in Conflict.objects.filter(code=code)[:3]:
        answer = editor.get(f"/desk/conflicts/{conflict.key}/?kind={code}")
        assert answer.status_code == 200
        assert "What settles it?" in text(answer)
        assert "Do it" in text(answer)


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_queries_of_list_and_page_do_not_grow(curated: Path, editor: Client) -> None:
    assert asked(editor, "/desk/conflicts/") <= 14
    assert asked(editor, "/desk/conflicts/?kind=rival-figures") <= 14
    of_each_kind = {row.code: row for row in Conflict.objects.order_by("usd")}.values()
    largest = [*Conflict.objects.filter(code="parts-exceed-envelope"), *of_each_kind]
    counts = {f"{row.code} {row.key}": asked(editor, f"/desk/conflicts/{row.key}/") for row in largest}
    assert max(counts.values()) <= 14, counts


def test_rival_figures_stand_side_by_side_with_tier_day_and_rank(tmp_path: Path, editor: Client) -> None:
    conflict = rivals(tmp_path)
    Conflict.objects.get().entry.__class__.objects.filter(key="fjord-computer#2").update(rank="deprecated", rank_reason="A slip")
    shown = text(editor.get(f"/desk/conflicts/{conflict.key}/"))
    for words in ("1 Mar\u00a02025", "wire or paper of record", "deprecated", "A slip", "counted, less what it contains", "restates"):
        assert words.replace("\u00a0", " ") in shown.replace("\u00a0", " ")


def test_only_editors_are_let_in(tmp_path: Path, reader: Client, client: Client) -> None:
    conflict = alike(tmp_path)
    for address in ("/desk/conflicts/", f"/desk/conflicts/{conflict.key}/"):
        assert reader.get(address).status_code == 403
        assert client.get(address).status_code == 302


def test_a_conflict_that_is_gone_leads_to_the_list(tmp_path: Path, editor: Client) -> None:
    outgrown(tmp_path)
    assert editor.get("/desk/conflicts/0000/").url == "/desk/conflicts/"  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["?done=²", "?done=99999999999999999999", "?initiative=%C2%B2", "²/"])
def test_addresses_that_nobody_would_write_name_nothing(tmp_path: Path, editor: Client, path: str) -> None:
    alike(tmp_path)
    assert editor.get(f"/desk/conflicts/{path}", follow=True).status_code in (200, 400)


@pytest.mark.parametrize("action", ["undo/", "²/settle/", "²/take-back/"])
def test_forms_that_nobody_would_send_change_nothing(tmp_path: Path, editor: Client, action: str) -> None:
    conflict = alike(tmp_path)
    answer = editor.post(f"/desk/conflicts/{action}", {"edition": "²", "choice": "keep", "reason": "wrong", "seen": "²"}, follow=True)
    assert answer.status_code == 200
    assert Conflict.objects.filter(key=conflict.key).exists()


def test_a_form_seen_at_no_edition_is_read_all_the_same(tmp_path: Path, editor: Client) -> None:
    conflict = outgrown(tmp_path)
    typed = {"choice": "grew", "seen": "²", "source": "²", "amount": "²", "announced_on": "²", "tier": "²"}
    assert editor.post(f"/desk/conflicts/{conflict.key}/settle/", typed).status_code == 422
