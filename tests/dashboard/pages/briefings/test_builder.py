"""The builder: saved behind a secret, changed by form alone, and what was typed comes back."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pptx import Presentation

from dashboard.briefings import limits, store
from dashboard.briefings.models import Briefing
from initiatives.models import Initiative
from tests.dashboard.pages.briefings.conftest import Fields

pytestmark = pytest.mark.django_db


def charts_of(address: str) -> list[str]:
    found = store.find(address.strip("/").split("/")[-1])
    assert found is not None
    return list(found.charts)


def test_a_briefing_is_saved_without_an_account_behind_a_secret_that_is_kept_nowhere(client: Client, address: str) -> None:
    secret = address.removeprefix("/briefings/").strip("/")
    assert len(secret) >= 32  # 24 random bytes
    briefing = Briefing.objects.get()
    assert secret not in str(Briefing.objects.values().get())
    assert (briefing.title, briefing.query, briefing.charts) == ("Who pays in the north?", "country=NOR", ["funding-by-country", "why-this-total"])
    assert [pick["slug"] for pick in briefing.picks] == ["fjord-computer"]
    assert client.get(address).status_code == 200


def test_a_wrong_secret_finds_nothing_and_no_page_lists_briefings(client: Client, address: str) -> None:
    wrong = f"/briefings/{'x' * 32}/"
    for page in (wrong, f"{wrong}1/", f"{wrong}1.pptx", f"{wrong}compare/", f"{wrong}making/"):
        assert client.get(page).status_code == 404
    assert client.post(wrong, {"do": "save"}).status_code == 404
    assert client.post(f"{wrong}1/cancel/").status_code == 404
    assert address not in client.get("/briefings/").content.decode()
    assert "Who pays in the north?" not in client.get("/briefings/").content.decode()


def test_the_pages_of_a_briefing_are_kept_by_nobody_and_told_to_no_other_site(client: Client, address: str) -> None:
    for page in (address, "/briefings/", "/briefings/new/"):
        answer = client.get(page)
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "same-origin"
        assert "ETag" not in answer
    missing = (f"{address}99.pptx", f"{address}compare/?from=9", f"/briefings/{'x' * 32}/")
    for refused, status in (*((one, 404) for one in missing), ("/briefings/new/?country=XXX", 400)):
        answer = client.get(refused)
        assert answer.status_code == status, refused
        assert "no-store" in answer["Cache-Control"], refused
        assert "noindex" in answer["X-Robots-Tag"], refused
    assert b"Disallow: /briefings/" in client.get("/robots.txt").content


def test_every_change_needs_the_token_of_the_form(address: str, fields: Fields) -> None:
    strict = Client(enforce_csrf_checks=True)
    for page in ("/briefings/", address, f"{address}1/cancel/", f"{address}1/again/"):
        assert strict.post(page, fields).status_code == 403
    page = strict.get(address).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    assert strict.post(address, {**fields, "csrfmiddlewaretoken": token[1]}).status_code == 303


def test_what_is_wrong_is_named_and_what_was_typed_comes_back(client: Client, fields: Fields) -> None:
    fields |= {"title": "", "note": "n" * 700, "charts": ["funding-by-country", "no-such"], "initiatives": ["gone"], "from": "yesterday"}
    answer = client.post("/briefings/", fields)
    page = answer.content.decode()
    assert answer.status_code == 400
    for words in ("The title is empty", "700 characters", "“no-such” is no chart", "“gone” is no initiative", "“yesterday”"):
        assert words in page
    assert "n" * 700 in page
    assert 'value="yesterday"' in page
    assert 'name="charts" value="funding-by-country"' in page
    assert not Briefing.objects.exists()


@pytest.mark.parametrize(
    ("button", "left"),
    [
        ("down chart 1", ["why-this-total", "funding-by-country"]),
        ("up chart 2", ["why-this-total", "funding-by-country"]),
        ("remove chart 1", ["why-this-total"]),
        ("up chart 1", ["funding-by-country", "why-this-total"]),
        ("remove chart 99", ["funding-by-country", "why-this-total"]),
        ("up chart ٣", ["funding-by-country", "why-this-total"]),
        ("nonsense \x00", ["funding-by-country", "why-this-total"]),
    ],
)
def test_the_small_buttons_move_and_remove_and_do_nothing_where_there_is_nothing(
    client: Client, address: str, fields: Fields, button: str, left: list[str]
) -> None:
    assert client.post(address, {**fields, "do": button}).status_code == 303
    assert charts_of(address) == left


def test_a_small_button_of_a_new_briefing_changes_the_form_and_saves_nothing(client: Client, fields: Fields) -> None:
    page = client.post("/briefings/", {**fields, "do": "up chart 2"}).content.decode()
    assert page.index('value="why-this-total"') < page.index('value="funding-by-country"')
    assert not Briefing.objects.exists()


def test_an_address_prefills_charts_initiatives_and_filters(client: Client, two_countries: object) -> None:
    page = client.get("/briefings/new/?country=NOR&per=gdp&chart=funding-map&initiative=fjord-computer&chart=nope&edition=1").content.decode()
    assert 'name="charts" value="funding-map?per=gdp"' in page
    assert 'name="initiatives" value="fjord-computer"' in page
    assert 'name="country" value="NOR"' in page
    assert "nope" not in page.partition("<footer")[0]
    assert client.get("/briefings/new/?basis=comitted").status_code == 400


def test_an_initiative_is_found_by_a_word_and_picked_without_script(client: Client, address: str, fields: Fields) -> None:
    page = client.post(address, {**fields, "find": "Nordic", "do": "save"}).content.decode()
    assert 'value="pick nordic-chips"' in page
    client.post(address, {**fields, "do": "pick nordic-chips"})
    assert [pick["slug"] for pick in Briefing.objects.get().picks] == ["fjord-computer", "nordic-chips"]


def test_an_initiative_that_is_gone_stays_picked_so_that_the_deck_can_tell_it(client: Client, address: str, fields: Fields) -> None:
    fields["initiatives"] = ["nordic-chips"]
    client.post(address, fields)
    Initiative.objects.get(slug="nordic-chips").delete()
    assert client.post(address, fields).status_code == 303
    assert [pick["slug"] for pick in Briefing.objects.get().picks] == ["nordic-chips"]
    assert client.get(address).status_code == 200


def test_a_template_that_is_none_is_refused_in_words_and_the_briefing_is_kept(client: Client, address: str, fields: Fields) -> None:
    upload = SimpleUploadedFile("<b>style</b>.pptx", b"PK\x03\x04 no presentation")
    answer = client.post(address, {**fields, "title": "Kept", "template": upload})
    assert answer.status_code == 400
    assert "was not taken" in answer.content.decode()
    assert "<b>style</b>" not in answer.content.decode()
    briefing = Briefing.objects.get()
    assert (briefing.title, briefing.template, briefing.template_name) == ("Kept", None, "")
    large = SimpleUploadedFile("large.pptx", b"x" * (limits.LARGEST_TEMPLATE_BYTES + 1))
    assert "larger than 8 MB" in client.post(address, {**fields, "template": large}).content.decode()


def test_a_template_is_taken_in_and_forgotten_again_by_form(client: Client, address: str, fields: Fields) -> None:
    content = io.BytesIO()
    Presentation().save(content)
    assert client.post(address, {**fields, "template": SimpleUploadedFile("house.pptx", content.getvalue())}).status_code == 303
    assert Briefing.objects.get().template_name == "house.pptx"
    assert "house.pptx" in client.get(address).content.decode()
    assert client.post(address, {**fields, "do": "restyle"}).status_code == 303
    assert Briefing.objects.get().template is None


def test_what_was_refused_after_a_new_briefing_was_saved_is_told_at_the_address_that_is_its_key(client: Client, fields: Fields) -> None:
    answer = client.post("/briefings/", {**fields, "template": SimpleUploadedFile("house.pptx", b"no deck")})
    assert answer.status_code == 303
    page = client.get(answer["Location"])
    assert "was not taken" in page.text
    assert Briefing.objects.count() == 1
    forged = client.get(answer["Location"].replace("refused=", "refused=x"))
    assert (forged.status_code, "was not taken" in forged.text) == (200, False)


def test_marks_that_turn_the_direction_of_text_do_not_stay_in_a_title(client: Client, address: str, fields: Fields) -> None:
    client.post(address, {**fields, "title": "Who \u202epays\u2066?"})
    assert Briefing.objects.get().title == "Who pays?"


def test_a_chart_that_names_the_same_choice_again_and_again_is_refused_in_words(client: Client, address: str, fields: Fields) -> None:
    answer = client.post(address, {**fields, "charts": [f"funding-by-country?{'&'.join(['per=gdp'] * 13)}"]})
    assert answer.status_code == 400
    assert "is no chart" in answer.text


def test_too_many_briefings_in_an_hour_are_refused_in_words(client: Client, fields: Fields) -> None:
    Briefing.objects.bulk_create(Briefing(secret_hash=str(number), title="x") for number in range(limits.NEW_AN_HOUR))
    answer = client.post("/briefings/", fields)
    assert answer.status_code == 429
    assert "in the last hour" in answer.content.decode()
    assert "Who pays in the north?" in answer.content.decode()


def test_text_from_outside_is_text(client: Client, address: str, fields: Fields) -> None:
    client.post(address, {**fields, "title": "<script>alert(1)</script>", "note": "</textarea><script>"})
    page = client.get(address).content.decode()
    assert "<script>alert" not in page
    assert "</textarea><script>" not in page


def test_a_page_asks_as_often_however_much_is_picked(client: Client, address: str, fields: Fields, django_assert_max_num_queries: object) -> None:
    client.get(address)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        client.get(address)


@pytest.mark.parametrize("button", ["without title x", "without", "without pairs JPN", "up chart 99999999999", "remove pick ²", "pick", "nothing"])
def test_a_button_that_nobody_made_changes_nothing(client: Client, fields: Fields, button: str) -> None:
    answer = client.post("/briefings/", fields | {"do": button})
    assert answer.status_code == 200
    assert not Briefing.objects.exists()
    assert client.post("/briefings/", fields | {"do": "without country NOR"}).status_code == 200
