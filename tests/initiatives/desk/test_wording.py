"""The page of a draft says everything in a person's words, and takes names where the record has codes."""

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client

from initiatives.ingest import values
from initiatives.models import Country, Draft, Initiative
from tests.initiatives.desk.material import MONEY, a_draft, proposal

RANGE = replace(MONEY, currency="CLP", hedge="range", amount=Decimal(40 * 10**9), amount_low=Decimal(40 * 10**9), amount_high=Decimal(120 * 10**9))


@pytest.fixture(autouse=True)
def countries(db: None) -> None:
    for code, name in (("NOR", "Norway"), ("JPN", "Japan"), ("EUU", "European Union")):
        Country.objects.get_or_create(code=code, defaults={"name": name})


def page_of(client: Client, draft: Draft) -> str:
    page = unescape(client.get(f"/desk/drafts/{draft.pk}/").content.decode()).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", page)


def saved(client: Client, draft: Draft, **fields: str) -> str:
    posted = {"version": str(draft.version), "initiative-shown": "1", **fields}
    return unescape(client.post(f"/desk/drafts/{draft.pk}/save/", posted, follow=True).content.decode())


def test_of_a_range_both_ends_are_shown(editor: Client) -> None:
    draft = a_draft("A fund", value=proposal(money=(RANGE,)))
    assert "between CLP 40 bn and CLP 120 bn (CLP 40,000,000,000 to CLP 120,000,000,000)" in page_of(editor, draft)
    assert "between CLP 40 bn and CLP 120 bn" in unescape(editor.get("/desk/").content.decode()).replace("\u00a0", " ")


def test_what_is_missing_is_named_and_what_would_be_added_is_told_beside_it(editor: Client) -> None:
    page = page_of(editor, a_draft("A model"))
    assert "Not ready to publish" in page
    assert "Once that is filled in, publishing adds NOK 2 bn" in page
    assert "refused" not in page


def test_a_relation_that_the_ledger_refuses_says_why(editor: Client) -> None:
    relation = values.Proposal(0, "part-of", "gone-model#2", 0.9, "alike")
    page = page_of(editor, a_draft("A part", value=proposal(relation=relation)))
    assert "This cannot be chosen as it stands." in page
    assert ">part of<" in page
    shown = re.sub(r'name="opened" value=".*?"></form>', "", page, flags=re.DOTALL)  # the form as it was opened, which nobody reads
    assert "gone-model#2" not in shown.replace('value="part-of gone-model#2"', "").replace('value="gone-model#2"', "")


def test_a_warning_without_words_is_followed_by_the_words_that_it_is_about(editor: Client) -> None:
    warning = values.Warning("unnamed-speaker", "Nobody is named for these words.", 4, 24)
    assert "Nobody is named for these words. <q>government of Norway</q>" in page_of(editor, a_draft("A model", value=proposal(warnings=(warning,))))


@pytest.mark.parametrize("typed", ["Japan", "jpn", "Japan (JPN)", "JPN, NOR", "Norway; Japan", "JPN NOR"])
def test_an_owner_is_typed_by_name_or_code(editor: Client, typed: str) -> None:
    page = saved(editor, a_draft("A model"), **{"initiative-countries": typed})
    assert "is no country" not in page
    assert "Owners</a>" not in page


def test_an_owner_is_shown_with_its_name_and_one_that_is_none_is_refused(editor: Client) -> None:
    draft = a_draft("A model")
    assert 'value="Norway (NOR)"' in page_of(editor, draft)
    assert '"Atlantis" is no country or actor' in saved(editor, draft, **{"initiative-countries": "Atlantis"})


def test_an_initiative_is_chosen_by_its_name(editor: Client) -> None:
    Initiative.objects.create(
        slug="norway-model", name="Norway's model", countries=["NOR"], kind="foundation-model", status="announced", announced="2026"
    )
    draft = a_draft("A model")
    page = saved(editor, draft, slug="norway's MODEL")
    assert (Draft.objects.get(pk=draft.pk).decided or {})["slug"] == "norway-model"
    assert 'value="Norway\'s model"' in page


def test_a_kind_is_asked_for_in_the_words_of_the_form(editor: Client) -> None:
    page = saved(editor, a_draft("A model"), **{"initiative-kind": "", "then": "accept"})
    assert "Kind: choose one: strategy, foundation model, computing capacity" in page
    assert "Not published. Address: no reader finds the article without one." in page
    assert "initiative-summary:" not in page


def test_a_doubtful_draft_is_kept_from_its_own_page(editor: Client) -> None:
    draft = a_draft("Doubtful", doubtful=True)
    assert "It is about AI: keep" in page_of(editor, draft)
    editor.post(f"/desk/drafts/{draft.pk}/keep/", {"version": "1", "back": f"/desk/drafts/{draft.pk}/"})
    assert "It is about AI: keep" not in page_of(editor, draft)


def test_a_decided_draft_offers_nothing_to_press(editor: Client) -> None:
    page = page_of(editor, a_draft("Decided", state="rejected"))
    assert "<kbd>a</kbd> accept" not in page.split("<dialog")[0]
    assert ">Change</summary>" not in page


def test_what_no_word_beside_a_sum_says_is_told_apart_from_what_is_read(editor: Client) -> None:
    page = page_of(editor, a_draft("A model"))
    stage = page[page.index('id="entries-0-stage"') :]
    assert '<span class="w quiet">not said beside the sum</span>' in stage[: stage.index("</div>")]


def test_a_text_from_outside_stays_text_in_every_field(editor: Client) -> None:
    hostile = '"><script>alert(1)</script>'
    draft = a_draft("A model")
    editor.post(
        f"/desk/drafts/{draft.pk}/save/", {"version": str(draft.version), "entries-0-shown": "1", "entries-0-keep": "on", "entries-0-note": hostile}
    )
    page = editor.get(f"/desk/drafts/{draft.pk}/").content.decode()
    assert 'name="entries-0-note" form="decision" value="&quot;&gt;&lt;script&gt;' in page
    assert "<script>alert" not in page
