"""Each kind of conflict is settled by an action of its own, which is counted, can be undone, and says beforehand what it does."""

from pathlib import Path

import pytest
from django.test import Client

from initiatives.models import Article, Conflict, Edition, Funder, FundingEntry
from initiatives.publish import editing
from initiatives.recount import recount_families
from tests.at_once import at_once
from tests.initiatives.desk.conflicts.material import (
    OTHER,
    PART,
    THIRD,
    WHOLE,
    alike,
    codes,
    form,
    loaded,
    net,
    outgrown,
    rivals,
    row,
    said,
    settle,
    text,
)


def test_another_cut_restates_the_envelope(tmp_path: Path, editor: Client) -> None:
    answer = settle(editor, outgrown(tmp_path), "restates", **{f"part-{THIRD}": "on"})
    assert (row(THIRD).relation, row(THIRD).related_to) == ("restates", row(WHOLE))
    assert (net(WHOLE), net(PART), net(THIRD), codes()) == (200_000, 800_000, 0, [])
    assert "Settled: Another cut of the same money. It takes $" in text(answer)


def test_parts_that_add_up_to_another_lie_in_it(tmp_path: Path, editor: Client) -> None:
    parts = [
        said(number, relation="part-of", related_to=WHOLE, amount=amount)
        for number, amount in ((2, 300_000), (3, 200_000), (4, 500_000), (5, 500_000))
    ]
    conflict = loaded(tmp_path, said(1), *parts)
    shown = text(editor.get(f"/desk/conflicts/{conflict.key}/"))
    assert "They lie in one another" in shown
    settle(editor, conflict, "within")
    assert {row(PART).related_to, row(THIRD).related_to} == {row("fjord-computer#4")}
    assert codes() == []


def test_an_envelope_that_grew_has_a_newer_figure_with_the_same_payers(tmp_path: Path, editor: Client) -> None:
    conflict = outgrown(tmp_path)
    Funder.objects.create(entry=row(WHOLE), described="the ministry")
    source = str(row(WHOLE).source_id)
    settle(editor, conflict, "grew", amount="1,500,000", announced_on="2025-06", source=source, tier="1")
    newer = FundingEntry.objects.get(relation="replaces")
    assert (newer.amount, newer.tier, newer.related_to, net(newer.key), codes()) == (1_500_000, 1, row(WHOLE), 200_000, [])
    assert [paying.described for paying in newer.funders.all()] == ["the ministry"]


def test_a_new_figure_that_cannot_be_read_is_told_at_its_fields_and_kept(tmp_path: Path, editor: Client) -> None:
    answer = settle(editor, outgrown(tmp_path), "grew", amount="a lot", announced_on="soon", source="0", tier="1")
    assert answer.status_code == 422
    for words in ("“a lot” is not an amount", "“soon” is no day", "Choose the article"):
        assert words in text(answer)
    assert 'value="a lot"' in answer.content.decode()
    assert Edition.objects.current_number() == 1


def test_a_reason_that_is_missing_is_told_at_its_field(tmp_path: Path, editor: Client) -> None:
    page = settle(editor, rivals(tmp_path), "prefer", prefer=PART, rank_reason="").content.decode()
    field = page.split('<input name="rank_reason"')[1].split(">")[0]
    assert 'aria-invalid="true"' in field
    told = field.split('aria-describedby="')[1].split('"')[0]
    assert "Say in a few words why" in page.split(f'id="{told}"')[1].split("</form>")[0]


def test_a_reason_that_is_a_sentence_is_told_with_one_full_stop(tmp_path: Path, editor: Client) -> None:
    said_so = text(settle(editor, rivals(tmp_path), "prefer", prefer=PART, rank_reason="The ministry corrected it."))
    assert "Settled: Preferred: The ministry corrected it. It " in said_so


def test_the_preferred_figure_counts_and_the_rivals_stay_with_their_ranks(tmp_path: Path, editor: Client) -> None:
    settle(editor, rivals(tmp_path), "prefer", prefer=PART, rank_reason="the ministry's own", **{f"wrong-{WHOLE}": "on"})
    assert [(row(key).rank, row(key).relation) for key in (WHOLE, PART)] == [("deprecated", "restates"), ("preferred", "new")]
    assert row(THIRD).related_to == row(PART)
    assert (net(WHOLE), net(PART), net(THIRD)) == (0, 700_000, 300_000)


@pytest.mark.parametrize("chosen", [WHOLE, PART])
def test_rivals_that_were_looked_at_are_put_away_until_another_comes(tmp_path: Path, editor: Client, chosen: str) -> None:
    settle(editor, rivals(tmp_path), "prefer", prefer=chosen, rank_reason="the ministry's own")
    assert "No conflict in the ledger" in text(editor.get("/desk/conflicts/"))
    assert "Preferred: the ministry's own" in text(editor.get(f"/desk/conflicts/{Conflict.objects.get().key}/"))
    with editing(None, "Read elsewhere") as session:
        third = FundingEntry(initiative=row(WHOLE).initiative, relation="restates", related_to=row(chosen), amount=1_300_000, order=9)
        for name in ("currency", "stage", "origin", "scope", "tier", "source", "announced_on"):
            setattr(third, name, getattr(row(WHOLE), name))
        session.save(third)
    assert "1 conflict in the ledger" in text(editor.get("/desk/conflicts/")).replace("\u00a0", " ")


@pytest.mark.parametrize("chosen", [WHOLE, PART])
def test_rivals_ask_again_when_the_choice_is_undone(tmp_path: Path, editor: Client, chosen: str) -> None:
    settle(editor, rivals(tmp_path), "prefer", prefer=chosen, rank_reason="the ministry's own")
    editor.post("/desk/conflicts/undo/", {"edition": str(Edition.objects.current_number())})
    assert "1 conflict in the ledger" in text(editor.get("/desk/conflicts/")).replace("\u00a0", " ")


def test_a_figure_that_the_ledger_does_not_let_stand_is_refused_in_words(tmp_path: Path, editor: Client) -> None:
    restated = said(2, relation="restates", related_to=WHOLE, amount=1_100_000, source=OTHER)
    answer = settle(editor, loaded(tmp_path, said(1, stage="committed"), restated), "prefer", prefer=PART, rank_reason="larger")
    assert answer.status_code == 422
    assert "committed is firmer than the announced" in text(answer)
    assert row(PART).rank == "normal"


def test_a_newer_figure_can_be_preferred_where_the_former_replaced_an_older_one(tmp_path: Path, editor: Client) -> None:
    newer = said(2, relation="replaces", related_to=WHOLE, amount=900_000, announced_on="2025-05-01")
    conflict = loaded(tmp_path, said(1), newer, said(3, relation="restates", related_to=PART, amount=1_000_000, source=OTHER))
    settle(editor, conflict, "prefer", prefer=THIRD, rank_reason="the law itself")
    assert (row(THIRD).relation, row(THIRD).related_to, row(PART).relation) == ("replaces", row(WHOLE), "restates")
    assert (net(WHOLE), net(PART), net(THIRD)) == (0, 0, 1_000_000)


@pytest.mark.parametrize(
    ("choice", "typed", "moved", "counts"),
    [
        ("restates", {}, PART, 20_000_000),
        ("part-of", {}, PART, 20_000_000),
        ("replaces", {}, PART, 20_000_000),
        ("replaces", {"swap": "on"}, WHOLE, 20_000_000),
    ],
)
def test_sums_that_are_one_money_count_once(tmp_path: Path, editor: Client, choice: str, typed: dict[str, str], moved: str, counts: int) -> None:
    settle(editor, alike(tmp_path), choice, **typed)
    assert row(moved).relation == choice
    assert (net(WHOLE) + net(PART), codes()) == (counts, [])


def test_a_disclosed_amount_replaces_the_undisclosed_one(tmp_path: Path, editor: Client) -> None:
    conflict = loaded(tmp_path, said(1, amount=None), said(2, announced_on="2025-09-01", source=OTHER))
    assert conflict.code == "disclosed-later"
    settle(editor, conflict, "disclosed", disclosed=PART)
    assert (row(PART).relation, row(PART).related_to, codes()) == ("replaces", row(WHOLE), [])


def test_a_part_takes_the_stage_of_its_envelope(tmp_path: Path, editor: Client) -> None:
    conflict = loaded(tmp_path, said(1, stage="budgeted"), said(2, relation="part-of", related_to=WHOLE, amount=400_000))
    assert conflict.code == "softer-part"
    settle(editor, conflict, "stage", stage="budgeted")
    assert (row(PART).stage, codes()) == ("budgeted", [])


def test_a_figure_with_wrong_dollars_is_mended(tmp_path: Path, editor: Client) -> None:
    conflict = loaded(tmp_path, said(1, usd_as_published=95_000_000))
    assert conflict.code == "dollar-figure"
    refused = settle(editor, conflict, "correct", amount="1000000000", currency="ZZ", usd_as_published="95000000")
    assert "“ZZ” is no currency" in text(refused)
    settle(editor, conflict, "correct", amount="1000000000", currency="nok", usd_as_published="95000000")
    assert (row(WHOLE).amount, codes()) == (1_000_000_000, [])


def test_what_is_right_as_it_stands_is_put_away_and_can_be_taken_back(tmp_path: Path, editor: Client) -> None:
    conflict = alike(tmp_path)
    assert settle(editor, conflict, "keep", reason="").status_code == 422
    settle(editor, conflict, "keep", reason="Two ministries")
    assert Edition.objects.current_number() == 1
    assert "No conflict in the ledger" in text(editor.get("/desk/conflicts/"))
    assert "Two ministries" in text(editor.get(f"/desk/conflicts/{conflict.key}/"))
    assert "1 conflict is right as it stands" in text(editor.get("/desk/conflicts/?list=kept")).replace("\u00a0", " ")
    editor.post(f"/desk/conflicts/{conflict.key}/take-back/")
    assert "1 conflict in the ledger" in text(editor.get("/desk/conflicts/")).replace("\u00a0", " ")


def test_a_settlement_is_undone_from_its_message(tmp_path: Path, editor: Client) -> None:
    conflict = alike(tmp_path)
    answer = settle(editor, conflict, "restates")
    assert "data-undo" in answer.content.decode()
    undone = editor.post("/desk/conflicts/undo/", {"edition": "2"}, follow=True)
    assert "Undone" in text(undone)
    assert (row(PART).relation, codes(), Edition.objects.current_number()) == ("new", ["likely-restatement"], 3)


def test_another_editors_edition_is_not_undone_here(tmp_path: Path, editor: Client, other_editor: Client) -> None:
    settle(editor, alike(tmp_path), "restates")
    assert "Only an edition that you made" in text(other_editor.post("/desk/conflicts/undo/", {"edition": "2"}, follow=True))
    assert row(PART).relation == "restates"


def test_a_stale_form_is_refused_with_what_changed_and_keeps_what_was_typed(tmp_path: Path, editor: Client, other_editor: Client) -> None:
    conflict = outgrown(tmp_path)
    stale = form("grew", amount="1500000", announced_on="2025-06", source="0", tier="1")
    settle(other_editor, conflict, "grew", amount="1200000", announced_on="2025-06", source=str(row(WHOLE).source_id), tier="1")
    now = Conflict.objects.get()
    answer = editor.post(f"/desk/conflicts/{now.key}/settle/", stale)
    assert answer.status_code == 409
    assert "by ben on" in text(answer)
    assert 'value="1500000"' in answer.content.decode()
    gone = editor.post(f"/desk/conflicts/{conflict.key}/settle/", {**stale, "reason": "Two ministries <b>"}, follow=True)
    assert "is settled already" in text(gone)
    assert "You had written: “Two ministries <b>”" in text(gone)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_settle_at_the_same_moment_one_is_told_how_the_other_did(tmp_path: Path, editor: Client, other_editor: Client) -> None:
    conflict, said = alike(tmp_path), list[str]()
    sent = form("restates")

    def settling(client: Client) -> None:
        said.append(text(client.post(f"/desk/conflicts/{conflict.key}/settle/", sent, follow=True)))

    assert at_once(lambda: settling(editor), lambda: settling(other_editor)) == []
    late, first = sorted(said, key=lambda page: "Settled: " in page)
    assert "Settled: " in first
    assert "This conflict is settled already" in late
    assert (row(PART).relation, Edition.objects.current_number()) == ("restates", 2)


def test_the_words_of_a_form_that_came_too_late_are_text(tmp_path: Path, editor: Client) -> None:
    conflict = alike(tmp_path)
    settle(editor, conflict, "restates")
    gone = editor.post(f"/desk/conflicts/{conflict.key}/settle/", form("keep", reason="<script>alert(1)</script>"), follow=True)
    assert "<script>alert" not in gone.content.decode()


def test_the_effect_is_shown_before_and_nothing_is_saved(tmp_path: Path, editor: Client) -> None:
    answer = settle(editor, outgrown(tmp_path), "restates", show="1", **{f"part-{PART}": "on", f"part-{THIRD}": "on"})
    assert "takes $" in text(answer)
    assert (row(PART).relation, Edition.objects.current_number()) == ("part-of", 1)


def foreseen(client: Client, conflict: Conflict, choice: str, **typed: str) -> str:
    """What the place below one way of settling says while its form is filled in."""
    address = f"/desk/conflicts/{conflict.key}/settle/"
    answer = client.post(address, form(choice, show="1", **typed), headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "<form" not in answer.content.decode()
    return text(answer)


def test_the_effect_follows_what_is_chosen_without_a_reason(tmp_path: Path, editor: Client) -> None:
    conflict = rivals(tmp_path)
    page = text(editor.get(f"/desk/conflicts/{conflict.key}/"))
    assert "It adds $" in page
    assert foreseen(editor, conflict, "prefer", prefer=WHOLE) == "It moves no total ."
    assert "adds $" in foreseen(editor, conflict, "prefer", prefer=PART)
    assert "Choose one of the statements" in foreseen(editor, conflict, "prefer", prefer="fjord-computer#9")
    assert Edition.objects.current_number() == 1


def test_the_effect_of_a_new_figure_is_said_once_it_can_be_read(tmp_path: Path, editor: Client) -> None:
    conflict, source = outgrown(tmp_path), str(Article.objects.order_by("pk")[0].pk)
    typed = {"announced_on": "2025-06", "source": source, "tier": "1"}
    assert "“1e” is not an amount" in foreseen(editor, conflict, "grew", amount="1e", **typed)
    assert "It adds $" in foreseen(editor, conflict, "grew", amount="1,500,000", **typed)


def test_an_unknown_way_is_refused(tmp_path: Path, editor: Client) -> None:
    assert settle(editor, alike(tmp_path), "burn").status_code == 422


def test_of_two_that_replace_one_figure_the_newest_follows_the_other(tmp_path: Path, editor: Client) -> None:
    newer = said(2, relation="replaces", related_to=WHOLE, amount=900_000, announced_on="2025-05-01")
    loaded(tmp_path, said(1), newer, said(3, amount=1_200_000, announced_on="2025-06-01", usd_as_published=1))
    FundingEntry.objects.filter(key=THIRD).update(relation="replaces", related_to=row(WHOLE), usd_as_published=None)
    recount_families([WHOLE, THIRD])
    conflict = Conflict.objects.get()
    assert conflict.code == "rival-replacements"
    assert settle(editor, conflict, "follow", follow="fjord-computer#9").status_code == 422
    settle(editor, conflict, "follow", follow=THIRD)
    assert (row(THIRD).relation, row(THIRD).related_to, row(PART).related_to) == ("replaces", row(PART), row(WHOLE))
    assert (net(WHOLE), net(PART), net(THIRD), codes()) == (0, 0, 1_200_000, [])


def test_a_rank_that_the_relations_do_not_heed_is_settled_by_letting_it_count(tmp_path: Path, editor: Client) -> None:
    restated = said(2, relation="restates", related_to=WHOLE, rank="preferred", rank_reason="the law itself", source=OTHER)
    conflict = loaded(tmp_path, said(1), restated)
    assert (conflict.code, conflict.entry.key) == ("unheeded-rank", PART)
    assert 'value="the law itself"' in editor.get(f"/desk/conflicts/{conflict.key}/").content.decode()
    settle(editor, conflict, "prefer", prefer=PART, rank_reason="the law itself")
    assert (row(PART).relation, row(WHOLE).relation, row(PART).rank) == ("new", "restates", "preferred")
    assert codes() == []
