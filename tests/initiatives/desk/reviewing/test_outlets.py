"""The reports of one story stand together: what this one adds to the others, and their texts beside it."""

from dataclasses import replace
from decimal import Decimal
from html import unescape

from django.test import Client

from initiatives import review
from initiatives.ingest import values
from initiatives.models import Article, Draft, Story, StoryArticle
from initiatives.review import decision_of
from tests.initiatives.desk.material import MONEY, SUM, a_draft, a_ready_draft, proposal


def page_of(client: Client, draft: Draft, query: str = "") -> str:
    return unescape(client.get(f"/desk/drafts/{draft.pk}/{query}").content.decode()).replace("\u00a0", " ")


def with_people(*names: str) -> values.DraftValue:
    return proposal(organizations=tuple(values.OrganizationClaim(SUM, name, role="partner") for name in names))


def test_a_second_report_that_says_the_same_says_nothing_new(editor: Client) -> None:
    story = Story.objects.create()
    a_draft("First report", story=story)
    second = a_draft("Second report", story=story)
    assert "Nothing new: every sum, participant and quotation stands in the 1 other report of this story." in page_of(editor, second)


def test_what_a_second_report_adds_is_named_and_marked_at_its_rows(editor: Client) -> None:
    story = Story.objects.create()
    a_draft("First report", story=story, value=with_people("Fjord Computing"))
    second = a_draft("Second report", story=story, value=with_people("Fjord Computing", "Northern Chips"))
    page = page_of(editor, second)
    assert "New against the 1 other report of this story: 1 participant." in page
    assert page.count("new in this story") == 1
    assert "<li>Northern Chips</li>" in page


def test_what_the_record_has_from_a_report_is_not_new(editor: Client) -> None:
    first = a_ready_draft("Norway builds a model")
    editor.post(f"/desk/drafts/{first.pk}/save/", {"version": str(first.version), "then": "accept"})
    story = Story.objects.create()
    StoryArticle.objects.create(story=story, article=first.article, tie="first")
    dearer = replace(MONEY, amount=MONEY.amount * 2)
    second = a_draft("Second report", story=story)
    third = a_draft("Third report", story=story, value=proposal(money=(dearer,)))
    assert "Nothing new" in page_of(editor, second)
    assert "New against the 2 other reports of this story: 1 sum." in page_of(editor, third)


def test_a_sum_in_another_currency_and_a_longer_name_are_not_new(editor: Client, curated: object) -> None:
    story = Story.objects.create()
    kroner, dollars = replace(MONEY, announced_on="2025-03-04"), replace(SUM, text="$185 million")
    in_dollars = replace(kroner, amount=Decimal(185 * 10**6), currency="USD", evidence=dollars)
    one, two = (tuple(values.OrganizationClaim(SUM, name, role="partner") for name in names) for names in (["Fjord"], ["Fjord AS", "Northern Chips"]))
    a_draft("In kroner", story=story, value=proposal(money=(kroner,), organizations=one))
    second = a_draft("In dollars", story=story, value=proposal(money=(in_dollars,), organizations=two))
    third = a_draft("More dollars", story=story, value=proposal(money=(replace(in_dollars, amount=Decimal(285 * 10**6)),)))
    assert "New against the 2 other reports of this story: 1 participant." in page_of(editor, second)
    assert "1 sum" in page_of(editor, third)


def test_the_text_of_another_report_is_read_beside_the_draft(editor: Client) -> None:
    story = Story.objects.create()
    first, second = a_draft("First report", story=story), a_draft("Second report", story=story)
    first.article.text = "Words that only the first report has."
    first.article.save()
    page = page_of(editor, second, f"?article={first.article_id}")
    assert "Words that only the first report has." in page
    assert f'<a href="/desk/drafts/{first.pk}/">Open the draft of this report</a> (open)' in page
    for nothing in ("0", "x", "99999999999999999999", second.article_id):
        assert "Words that only the first" not in page_of(editor, second, f"?article={nothing}")


def test_an_article_that_stands_alone_has_no_such_part(editor: Client) -> None:
    assert "Beside the other reports" not in page_of(editor, a_draft("Alone"))


def test_what_is_left_out_is_not_counted_as_new(editor: Client) -> None:
    story = Story.objects.create()
    a_draft("First report", story=story, value=proposal(money=()))
    second = a_draft("Second report", story=story)
    assert "1 sum" in page_of(editor, second)
    form = decision_of(second)
    review.edit(second.pk, second.version, replace(form, entries=(replace(form.entries[0], keep=False),)))
    assert "Nothing new" in page_of(editor, second)


def test_a_copy_of_the_article_is_nothing_to_compare_with(editor: Client) -> None:
    story = Story.objects.create()
    draft = a_draft("First report", story=story)
    copy = Article.objects.create(url="https://copy.example.org/1", title="First report, again", text=draft.article.text)
    StoryArticle.objects.create(story=story, article=copy, origin=draft.article, tie="copy")
    page = page_of(editor, draft)
    assert "Beside the other reports" not in page
    assert f"?article={copy.pk}" in page
