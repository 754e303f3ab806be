"""A draft is decided with its consequences in view, once, by one editor."""

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape

import pytest
from django.db.models import Sum
from django.test import Client

from initiatives.ingest.values import DraftValue
from initiatives.models import Comment, Country, Draft, Edition, FundingCount, FundingEntry, Point, Reference, StoryArticle
from initiatives.review import decision_of
from tests.initiatives.desk.material import a_draft

PROJECT = "japan-domestic-foundation-model"


@pytest.fixture
def norway_draft(db: None) -> Draft:
    Country.objects.get_or_create(code="NOR", defaults={"name": "Norway"})
    return a_draft("Norway builds a model")


def words_of(client: Client, address: str) -> str:
    """A page's text without its tags."""
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def counted() -> Decimal | None:
    total: Decimal | None = FundingCount.objects.filter(snapshot__day=None).aggregate(total=Sum("usd_net"))["total"]
    return total


def post(client: Client, draft: Draft, verb: str, **fields: str) -> tuple[int, str]:
    answer = client.post(f"/desk/drafts/{draft.pk}/{verb}/", {"version": str(draft.version), **fields}, follow=True)
    return answer.status_code, unescape(answer.content.decode())


def test_publishing_a_restatement_adds_its_comments_and_points_but_no_money(japan_draft: Draft, editor: Client) -> None:
    page = words_of(editor, f"/desk/drafts/{japan_draft.pk}/")
    assert "adds ¥0: restates METI's five-year support (21\u00a0Dec\u00a02025)".replace("\u00a0", " ") in page.replace("\u00a0", " ")
    before, edition, comments = counted(), Edition.objects.current_number(), Comment.objects.count()

    status, _page = post(editor, japan_draft, "save", then="accept")

    assert status == 200
    assert (counted(), Edition.objects.current_number(), Comment.objects.count()) == (before, edition + 1, comments + 4)
    added = FundingEntry.objects.get(initiative__slug=PROJECT, source__url=japan_draft.article.url)
    assert (added.relation, added.related_to and added.related_to.key, added.amount) == ("restates", f"{PROJECT}#2", Decimal(10**12))
    assert (added.evidence or {}).get("text") == "1 trillion yen"
    kinds = set(Point.objects.filter(source__url=japan_draft.article.url).values_list("kind", flat=True))
    assert kinds == {"goal", "rationale", "hurdle", "opportunity", "model"}
    assert Reference.objects.filter(initiative__slug=PROJECT, article__url=japan_draft.article.url).exists()

    reader = words_of(Client(), f"/initiatives/{PROJECT}/")
    for told in ("Kenji Tanaka", "Aiko Sato", "Mark Richardson", "Haruka Yamamoto", "South China Morning Post"):
        assert told in reader


def test_of_two_editors_one_wins_and_the_other_is_told(japan_draft: Draft, editor: Client, other_editor: Client) -> None:
    post(editor, japan_draft, "save", then="accept")
    edition = Edition.objects.current_number()

    status, page = post(other_editor, japan_draft, "save", then="accept", **{"entries-0-shown": "1", "entries-0-note": "Typed with care"})

    assert status == 409
    assert "ada accepted this draft" in page
    assert 'value="Typed with care"' in page
    assert Edition.objects.current_number() == edition


def test_a_stale_form_is_refused_and_what_was_typed_is_kept(japan_draft: Draft, editor: Client, other_editor: Client) -> None:
    post(editor, japan_draft, "save", **{"article-shown": "1", "article-publisher": "The First Paper"})

    status, page = post(other_editor, japan_draft, "save", **{"article-shown": "1", "article-publisher": "The Second Paper"})

    assert status == 409
    assert "Somebody changed this draft" in page
    assert "The Second Paper" in page
    decided = Draft.objects.get(pk=japan_draft.pk).decided or {}
    assert decided["article"]["publisher"] == "The First Paper"


def test_a_field_that_cannot_be_read_is_named_with_the_way_out_and_kept(japan_draft: Draft, editor: Client) -> None:
    typed = {"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-amount": "a great deal", "then": "accept"}

    status, page = post(editor, japan_draft, "save", **typed)

    assert status == 422
    assert "“a great deal” is not an amount" in page
    assert 'value="a great deal"' in page
    assert Draft.objects.get(pk=japan_draft.pk).state == "open"


def test_every_fault_is_told_in_one_round_each_at_its_field(japan_draft: Draft, editor: Client) -> None:
    wrong = {"announced_on": "31 Feb 2026", "currency": "XYZ", "period": "forever"}
    typed = {"entries-0-shown": "1", "entries-0-keep": "on", "article-shown": "1", "article-url": "nowhere", "then": "accept"}

    status, page = post(editor, japan_draft, "save", **typed, **{f"entries-0-{field}": value for field, value in wrong.items()})

    assert status == 422
    for field in (*(f"entries-0-{field}" for field in wrong), "article-url"):
        [control] = re.findall(rf'<input name="{field}"[^>]*>', page)
        assert f'aria-invalid="true" aria-describedby="fault-{field}"' in control, field
        assert re.search(rf'<span class="fault" id="fault-{field}">[^<]+</span>{re.escape(control)}', page), field
    assert page.count('aria-invalid="true"') == 4


def test_the_fields_of_a_new_initiative_say_what_they_lack(norway_draft: Draft, editor: Client) -> None:
    page = unescape(editor.get(f"/desk/drafts/{norway_draft.pk}/").content.decode())
    assert re.search(r'id="fault-initiative-summary">Say in two [^<]+</span><textarea [^>]*aria-describedby="fault-initiative-summary">', page)


def test_a_draft_is_rejected_with_a_reason_only(japan_draft: Draft, editor: Client) -> None:
    status, page = post(editor, japan_draft, "reject", reason="  ")
    assert (status, "Say why this draft is rejected" in page) == (422, True)

    post(editor, japan_draft, "reject", reason="A copy of an older report")

    rejected = Draft.objects.get(pk=japan_draft.pk)
    assert (rejected.state, rejected.decision_reason) == ("rejected", "A copy of an older report")
    assert not FundingEntry.objects.filter(source=rejected.article).exists()


def test_a_relation_to_an_entry_that_is_not_there_is_refused_in_words(japan_draft: Draft, editor: Client) -> None:
    typed = {"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-related_to": "no-such-entry#1", "then": "accept"}

    status, page = post(editor, japan_draft, "save", **typed)

    assert status == 422
    assert "no-such-entry#1" in page


GARBAGE = ("sNaN", "1e400", "1e999999", "-1", "٣", "2025-02-30", "<script>alert(1)</script>", "http://[", "a/b", "\u202e", "x" * 6000)


def test_whatever_is_typed_into_a_draft_is_kept_shown_and_can_be_mended(japan_draft: Draft, editor: Client) -> None:
    typed = ("article", "initiative", "entries-0", "participations-0", "comments-0", "points-0")
    fields = {
        "article": ("published", "url", "klass"),
        "initiative": ("announced", "countries", "kind"),
        "entries-0": (
            "amount",
            "usd_as_published",
            "amount_low",
            "currency",
            "hedge",
            "announced_on",
            "stage",
            "related_to",
            "tier",
            "period",
            "relation",
        ),
        "participations-0": ("slug", "kind", "country", "role"),
        "comments-0": ("country", "stance", "actor"),
        "points-0": ("kind", "country"),
    }
    for garbage in GARBAGE:
        japan_draft.refresh_from_db()
        posted = {f"{part}-{field}": garbage for part in typed for field in fields[part]} | {f"{part}-shown": "1" for part in typed}
        status, page = post(editor, japan_draft, "save", **posted, **{f"{part}-keep": "on" for part in typed}, then="accept")
        assert status == 422, garbage
        assert "Not published" in page
        assert "<script>alert(1)" not in editor.get(f"/desk/drafts/{japan_draft.pk}/").content.decode()
    assert not Reference.objects.filter(article__url=japan_draft.article.url).exists()


def test_the_page_of_a_draft_leads_to_its_story(japan_draft: Draft, editor: Client) -> None:
    page = editor.get(f"/desk/drafts/{japan_draft.pk}/").content.decode()
    story = StoryArticle.objects.get(article=japan_draft.article).story_id
    assert f'<a href="/desk/stories/{story}/">1 outlet, 1 origin</a>' in page


def test_a_draft_names_another_that_waits_with_the_same_sum(editor: Client) -> None:
    first, second = a_draft("First report"), a_draft("Second report")
    assert f"“Second report” (draft {second.pk})" in words_of(editor, f"/desk/drafts/{first.pk}/")


def test_when_the_record_has_grown_accept_shows_the_fresh_proposal_first_and_keeps_what_was_typed(japan_draft: Draft, editor: Client) -> None:
    relation = FundingEntry.objects.get(key=f"{PROJECT}#2")
    value = DraftValue.from_json(japan_draft.proposal)
    stale = tuple(replace(each, relation="new", related_to=None) if each.related_to == relation.key else each for each in value.proposals)
    Draft.objects.filter(pk=japan_draft.pk).update(proposal=replace(value, proposals=stale).to_json(), matched_with=0)
    edition = Edition.objects.current_number()

    status, page = post(
        editor, japan_draft, "save", then="accept", **{"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-note": "Typed with care"}
    )

    assert status == 409
    assert "Not published yet: the record has grown since this was proposed." in page
    assert "was proposed as new money; it is proposed as a restatement of METI's five-year support" in page
    assert 'value="Typed with care"' in page
    assert Edition.objects.current_number() == edition
    fresh = Draft.objects.get(pk=japan_draft.pk)
    status, page = post(editor, fresh, "save", then="accept")
    assert (status, Edition.objects.current_number()) == (200, edition + 1)
    added = FundingEntry.objects.filter(source=japan_draft.article, relation="restates", related_to=relation)
    assert added.exists()


def test_a_softer_replacement_is_published_only_after_a_yes_to_what_is_asked(japan_draft: Draft, editor: Client) -> None:
    softer = {"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-relation": "replaces", "entries-0-stage": "pledged"}
    edition = Edition.objects.current_number()
    status, page = post(editor, japan_draft, "save", then="accept", **softer)
    assert (status, Edition.objects.current_number()) == (422, edition)
    assert "Yes, the source says so: pledged is softer than the" in page
    assert decision_of(Draft.objects.get(pk=japan_draft.pk)).entries[0].stage == "pledged"

    japan_draft.refresh_from_db()
    status, page = post(editor, japan_draft, "save", then="accept", confirmed="0" * 16)
    assert status == 422  # a yes to another question
    [mark] = re.findall(r'name="confirmed" value="([0-9a-f]{16})"', page)
    japan_draft.refresh_from_db()
    post(editor, japan_draft, "save", then="accept", confirmed=mark)
    assert Edition.objects.current_number() == edition + 1


def test_a_draft_remarks_on_a_day_that_lies_ahead(norway_draft: Draft, editor: Client) -> None:
    remark = "29 Jun 2099 lies ahead. It is published with that day, and counts from now on."
    address = f"/desk/drafts/{norway_draft.pk}/"
    assert "lies ahead" not in words_of(editor, address)
    post(editor, norway_draft, "save", **{"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-announced_on": "2099-06-29"})
    assert words_of(editor, address).replace("\u00a0", " ").count(remark) == 1


def test_dollars_that_do_not_fit_are_explained_once(norway_draft: Draft, editor: Client) -> None:
    far_off = {"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-usd_as_published": "2.1 bn", "entries-0-announced_on": "2026-03-04"}
    address = f"/desk/drafts/{norway_draft.pk}/"
    assert "The dollars are ten times too many." in words_of(editor, address)
    post(editor, norway_draft, "save", **far_off)
    page = words_of(editor, address)
    assert page.count("a power of ten lost") == 1
    assert "The dollars are ten times too many." not in page
    assert "Doubtful: NOK\u00a02\u00a0bn is" in page or "Doubtful: NOK 2 bn is" in page
