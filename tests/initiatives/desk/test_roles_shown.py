"""What a person may not do is not offered: every form and link of a page leads to an address that answers the person."""

import re

import pytest
from django.test import Client

from initiatives.models import Article, Draft, Intake, Source, StoryArticle

PAGES = ["/desk/", "/desk/?list=maybe", "/desk/?list=failed", "/desk/?list=rejected", "/desk/?list=reading", "/desk/?list=decided", "/desk/announce/"]
FORM = re.compile(r'<form[^>]*method="post"[^>]*action="([^"]+)"|<form[^>]*action="([^"]+)"[^>]*method="post"|formaction="([^"]+)"')
LINK = re.compile(r'<a [^>]*href="(/(?:desk|admin)/[^"#]*)"')


@pytest.fixture
def rows(japan_draft: Draft) -> list[str]:
    """The pages of a draft, a story of two articles, and a source; a failure and a rejection stand in the inbox."""
    Intake.objects.create(address="https://a.example/1", state="failed", message="It does not answer.")
    Intake.objects.create(address="https://a.example/2", state="rejected", message="About something else.")
    story = StoryArticle.objects.get(article=japan_draft.article).story
    other = Article.objects.create(url="https://a.example/3", title="The same again")
    StoryArticle.objects.create(story=story, article=other, origin=japan_draft.article, tie="copy")
    source = Source.objects.create(address="https://a.example/feed", name="Example", watched=True)
    return [f"/desk/drafts/{japan_draft.pk}/", f"/desk/stories/{story.pk}/", "/desk/sources/", f"/desk/sources/{source.pk}/", "/desk/line/"]


@pytest.mark.parametrize("role", ["contributor", "editor", "administrator"])
def test_no_page_offers_what_the_person_may_not_do(request: pytest.FixtureRequest, rows: list[str], role: str) -> None:
    client: Client = request.getfixturevalue(role)
    seen = {address: client.get(address) for address in (*PAGES, *rows)}
    shown = "".join(page.content.decode() for page in seen.values() if page.status_code == 200)
    forms = {next(filter(None, found)) for found in FORM.findall(shown)} - {"/desk/sign-out/"}
    links = set(LINK.findall(shown))
    assert len(links) > 3
    assert {address for address in links if client.get(address).status_code == 403} == set()
    assert {address for address in forms if client.post(address, {"then": "keep"}).status_code == 403} == set()


def test_a_contributor_is_offered_to_save_and_not_to_decide(contributor: Client, editor: Client, japan_draft: Draft) -> None:
    address = f"/desk/drafts/{japan_draft.pk}/"
    assert 'value="accept"' in editor.get(address).content.decode()
    shown = contributor.get(address).content.decode()
    assert 'value="accept"' not in shown
    assert 'value="keep"' in shown


def test_accept_sent_by_a_contributor_changes_nothing(contributor: Client, japan_draft: Draft) -> None:
    answer = contributor.post(f"/desk/drafts/{japan_draft.pk}/save/", {"then": "accept", "version": japan_draft.version})
    stored = Draft.objects.get(pk=japan_draft.pk)
    assert (answer.status_code, stored.state, stored.version) == (403, "open", japan_draft.version)
