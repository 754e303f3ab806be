"""Who may enter the administration, what each address answers, and what it costs."""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.models import Article, FundingEntry, Initiative, Organization, writing
from initiatives.models.writing import Author
from tests.initiatives.admin.conftest import entry_of, words_of

MODELS = sorted(f"{model._meta.app_label}/{model._meta.model_name}" for model in admin.site._registry)
RECORD = [name for name in MODELS if name.startswith("initiatives/")]
DERIVED = [
    "fundingcount", "snapshot", "conversion", "edition", "intake", "draft", "story", "storyarticle", "sourcevisit", "sourceitem", "relevanceexample",
    "relevancemodel", "valuenote", "correction", "identitychange", "notthesame", "bulkimport", "columnmapping", "conflict", "conflictdecision",
    "announcement", "knownname",
]  # fmt: skip
TRIED_AT_ONCE = {"initiatives/initiative", "initiatives/fundingentry", "initiatives/organization", "auth/user"}  # the others with the slow tests
QUERIES_AT_MOST = 25
BYTES_AT_MOST = 300_000
OPTIONS_AT_MOST = 50


def some_at_once(names: list[str]) -> list[Any]:
    return [pytest.param(name, marks=() if name in TRIED_AT_ONCE else pytest.mark.slow) for name in names]


def signed_in_as(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_stranger_is_led_to_the_one_sign_in_and_back(db: None) -> None:
    answer = Client().get("/admin/initiatives/organization/", follow=True)
    assert answer.redirect_chain[-1][0] == "/desk/sign-in/?next=/admin/initiatives/organization/"


@pytest.mark.parametrize("name", MODELS)
def test_a_stranger_sees_nothing_and_changes_nothing(db: None, name: str) -> None:
    for address in (f"/admin/{name}/", f"/admin/{name}/add/", f"/admin/{name}/1/change/", f"/admin/{name}/1/delete/", f"/admin/{name}/1/history/"):
        for answer in (Client().get(address), Client().post(address, {"post": "yes"})):
            assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/admin/login/")


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"])
def test_sign_in_leads_to_our_own_addresses_alone(signed_in: Client, target: str) -> None:
    assert signed_in.get("/admin/login/", {"next": target})["Location"] == "/admin/"


def test_an_editor_of_the_desk_has_no_business_here(db: None, settings: Any) -> None:
    editor = User.objects.create_user("eve")
    editor.groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    answer = signed_in_as(editor).get("/admin/", follow=True)
    assert answer.status_code == 403
    assert signed_in_as(editor).post("/admin/initiatives/organization/add/", {"name": "X"}).status_code == 302
    assert not Organization.objects.exists()


def test_the_staff_may_do_what_their_permissions_say_and_nothing_more(hub: Initiative) -> None:
    member = User.objects.create_user("stan", is_staff=True)
    member.user_permissions.add(Permission.objects.get(codename="view_organization"))
    client, row = signed_in_as(member), Organization.objects.get()
    base = "/admin/initiatives/organization/"
    assert client.get(base).status_code == 200
    assert client.get(f"{base}{row.pk}/change/").status_code == 200
    assert client.post(f"{base}{row.pk}/change/", {"name": "Other"}).status_code == 403
    assert client.get(f"{base}add/").status_code == 403
    assert client.post(f"{base}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get(f"{base}import/").status_code == 403
    assert client.post(f"{base}process_import/", {}).status_code == 403
    assert client.get("/admin/initiatives/fundingentry/").status_code == 403
    assert client.get("/admin/initiatives/fundingentry/export/").status_code == 403
    row.refresh_from_db()
    assert row.name == "Ministry of Science"


def test_who_may_change_people_without_being_a_superuser_cannot_become_one(db: None) -> None:
    member = User.objects.create_user("stan", is_staff=True)
    member.user_permissions.set(Permission.objects.filter(content_type__app_label="auth"))
    client = signed_in_as(member)
    assert client.get(f"/admin/auth/user/{member.pk}/change/").status_code == 403
    assert client.post(f"/admin/auth/user/{member.pk}/change/", {"is_superuser": "on"}).status_code == 403
    assert client.post("/admin/auth/group/add/", {"name": "all"}).status_code == 403


def test_a_person_switched_off_is_out_at_once(administrator: User, signed_in: Client) -> None:
    User.objects.filter(pk=administrator.pk).update(is_active=False)
    assert signed_in.get("/admin/").status_code == 302


@pytest.mark.parametrize("model", DERIVED)
def test_what_is_derived_is_read_and_never_changed(signed_in: Client, hub: Initiative, model: str) -> None:
    base = f"/admin/initiatives/{model}/"
    assert signed_in.get(base).status_code == 200
    assert signed_in.get(f"{base}add/").status_code == 403
    assert signed_in.post(f"{base}add/", {}).status_code == 403
    assert signed_in.post(base, {"action": "delete_selected", "_selected_action": ["1"], "post": "yes"}).status_code in (200, 302)
    assert FundingEntry.objects.get().counts.count() == 1


@pytest.mark.parametrize("name", some_at_once(MODELS))
def test_no_address_of_a_table_ends_in_a_fault(signed_in: Client, hub: Initiative, name: str) -> None:
    base = f"/admin/{name}/"
    for address in (
        base, "add/", "?q=japan", "?q=%27%3A%2A%20%26%20%7C", "?q=%E7%A7%91", "?q=" + "a" * 5000, "?p=99999", "?p=abc", "?o=99.-x", "?all=", "?e=1",
        "?nothing=1", "?id__in=abc", "?initiative__id__exact=abc", "?country__code__exact=%27", "?_facets=True", "?q=%00", "?%00=1", "abc/change/",
        "99999999999999999999999/change/", "%00/change/", "1_2F2/change/", "abc/history/", "99999999999999999999999/history/", "1/history/abc/",
        "1/history/99999999999999999999999/", "abc/delete/", "import/", "export/", "add/?initiative=abc&source=abc&organization=abc&country=%27",
        "1/change/?funders-page=%C2%B2&commentary-page=" + "9" * 5000, "?_popup=1&_to_field=nothing", "add/?_popup=1&_to_field=nothing",
    ):  # fmt: skip
        answer = signed_in.get(address if address.startswith("/") else base + address)
        assert answer.status_code < 500, address


@pytest.mark.parametrize("name", some_at_once(RECORD))
def test_no_sent_nonsense_ends_in_a_fault(signed_in: Client, hub: Initiative, name: str) -> None:
    base = f"/admin/{name}/"
    for address, sent in (
        (base, {"action": "delete_selected", "_selected_action": ["abc"], "post": "yes"}),
        (base, {"action": "delete_selected", "_selected_action": ["9" * 40]}),
        (base, {"action": "nothing", "_selected_action": ["1"]}),
        (base, {"action": "delete_selected", "_selected_action": ["a\x00"]}),
        (f"{base}add/", {}),
        (f"{base}add/", {"_version": "x.9999999999999999999999.\x00", "name": "a\x00", "order": "9" * 30}),
        (f"{base}1/change/", {"_version": "²", "funders-TOTAL_FORMS": "99999999", "funders-INITIAL_FORMS": "-1"}),
        (f"{base}abc/change/", {"_version": "1"}),
        (f"{base}export/", {"format": "99"}),
    ):
        assert signed_in.post(address, sent).status_code < 500, (address, sent)


@pytest.fixture
def many(hub: Initiative) -> int:
    """10,000 organizations, 2,000 articles and 300 entries."""
    author = Author(None, "Many")
    writing.copy_rows(Organization, _numbered(Organization, 10_000, lambda number: Organization(slug=f"o-{number}", name=f"Organization {number}")))
    articles = _numbered(Article, 2_000, lambda number: Article(url=f"https://news.example/{number}", title=f"Article {number}"))
    writing.copy_rows(Article, articles)
    entries = [entry_of(hub, articles[number], key=f"exampleland-ai-hub#{number + 2}", order=number) for number in range(300)]
    writing.add(FundingEntry, entries, author)
    return 10_000


def _numbered(model: Any, count: int, make: Any) -> list[Any]:
    rows = [make(number) for number in range(count)]
    writing.number_rows(model, rows)
    return rows


def cost_of(client: Client, address: str) -> tuple[int, int, int]:
    """Queries, bytes, and options of the largest choice of a page."""
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address)
    assert page.status_code == 200, words_of(page)[:300]
    choices = re.findall(r"<select.*?</select>", page.content.decode(), re.DOTALL)
    return len(queries), len(page.content), max((choice.count("<option") for choice in choices), default=0)


@pytest.mark.parametrize("name", some_at_once(RECORD))
def test_a_list_costs_the_same_however_many_rows_there_are(signed_in: Client, many: int, name: str) -> None:
    queries, size, options = cost_of(signed_in, f"/admin/{name}/")
    assert queries <= QUERIES_AT_MOST
    assert size <= BYTES_AT_MOST
    assert options <= OPTIONS_AT_MOST


def test_a_filtered_and_searched_list_costs_no_more(signed_in: Client, many: int, hub: Initiative) -> None:
    base = "/admin/initiatives/fundingentry/"
    for address in (f"{base}?initiative__id__exact={hub.pk}&stage__exact=announced", f"{base}?q=exampleland", f"{base}?p=5", f"{base}?o=-3.1"):
        queries, size, _ = cost_of(signed_in, address)
        assert queries <= QUERIES_AT_MOST
        assert size <= BYTES_AT_MOST


def test_a_form_with_many_parts_asks_no_query_for_each(signed_in: Client, many: int, hub: Initiative) -> None:
    queries, _, options = cost_of(signed_in, f"/admin/initiatives/initiative/{hub.pk}/change/")
    assert queries <= QUERIES_AT_MOST
    assert options <= OPTIONS_AT_MOST
    funding = hub.funding.earliest("pk")
    queries, size, options = cost_of(signed_in, f"/admin/initiatives/fundingentry/{funding.pk}/change/")
    assert queries <= QUERIES_AT_MOST
    assert size <= BYTES_AT_MOST
    assert options <= OPTIONS_AT_MOST


def test_scripts_come_from_our_own_files_and_none_is_written_in_the_page(signed_in: Client, hub: Initiative) -> None:
    for address in (
        "/admin/",
        "/admin/initiatives/fundingentry/",
        f"/admin/initiatives/initiative/{hub.pk}/change/",
        "/admin/initiatives/organization/import/",
    ):
        page = signed_in.get(address)
        policy = page["Content-Security-Policy"]
        assert "script-src 'self' 'unsafe-eval'" in policy
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
        assert not re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", page.content.decode())
    assert "unsafe-eval" not in Client().get("/")["Content-Security-Policy"]
