"""Each field of a sum stands beside the words that it was read from."""

from django.test import Client

from tests.initiatives.desk.material import a_draft
from tests.initiatives.review.test_drafting import TEXT, drafted


def test_the_channel_of_a_sum_is_shown_with_its_words(editor: Client) -> None:
    draft = a_draft("Norway's national AI model", value=drafted())
    draft.article.text = TEXT
    draft.article.save()
    page = editor.get(f"/desk/drafts/{draft.pk}/").content.decode()
    assert '<span class="k">Passes through</span><span class="v">NFR</span><span class="w">“NFR” <b>' in page


def test_a_sum_without_a_channel_shows_no_such_field(editor: Client) -> None:
    assert "Passes through" not in editor.get(f"/desk/drafts/{a_draft('Plain').pk}/").content.decode()
