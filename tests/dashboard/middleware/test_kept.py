"""Finished pages are answered from the cache until the next edition, and never anything that is not the same for everybody."""

import gzip
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from dashboard.middleware.kept import address_of, can_be_kept, encoding_for
from initiatives.models import Edition

PAGE = "/charts/funding-by-country.json"


def test_a_page_asked_again_costs_the_edition_alone(two_countries: Path, client: Client) -> None:
    first = client.get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        second = client.get(PAGE)
    assert len(asked) == 1
    assert (first.content, first["ETag"]) == (second.content, second["ETag"])
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert second["X-Content-Type-Options"] == "nosniff"


def test_the_next_edition_is_never_answered_from_the_last(two_countries: Path, client: Client) -> None:
    before = client.get(PAGE)
    Edition.objects.next("something else")
    after = client.get(PAGE)
    assert (before.json()["edition"], after.json()["edition"]) == (1, 2)
    assert before["ETag"] != after["ETag"]


def test_a_browser_that_has_the_page_gets_no_second_copy(two_countries: Path, client: Client) -> None:
    mark = client.get(PAGE)["ETag"]
    again = client.get(PAGE, headers={"If-None-Match": mark})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", mark)
    assert client.get(PAGE, headers={"If-None-Match": '"another"'}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", ""), ("br;q=0, gzip", "gzip"), ("", "")]
)
def test_each_browser_gets_the_encoding_it_takes(two_countries: Path, client: Client, accepted: str, encoding: str) -> None:
    plain = client.get(PAGE).content
    for _ in ("made", "kept"):
        answer = client.get(PAGE, headers={"Accept-Encoding": accepted})
        assert answer.get("Content-Encoding", "") == encoding
        unpacked = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[encoding](answer.content)
        assert unpacked == plain
        assert int(answer["Content-Length"]) == len(answer.content)
        assert "Accept-Encoding" in answer["Vary"]


def test_head_answers_like_get(two_countries: Path, client: Client) -> None:
    got, asked = client.get(PAGE), client.head(PAGE)
    assert asked.status_code == 200
    assert asked["ETag"] == got["ETag"]
    assert asked.content == b""


def test_the_same_filters_in_another_order_are_one_answer() -> None:
    make = RequestFactory()
    one, other = make.get("/x/?kind=chips&country=JPN&country=KOR"), make.get("/x/?country=JPN&country=KOR&kind=chips")
    assert address_of(one) == address_of(other)
    assert address_of(one) != address_of(make.get("/x/?country=KOR&kind=chips"))
    assert address_of(one) != address_of(make.get("/x/?kind=chips&country=JPN&country=KOR", headers={"HX-Request": "true"}))


def test_what_is_personal_unfinished_or_wrong_is_not_kept() -> None:
    personal, told = HttpResponse("x"), HttpResponse("x", headers={"Cache-Control": "no-store"})
    personal.set_cookie("session", "secret")
    read_a_cookie = HttpResponse("x", headers={"Vary": "Accept, Cookie"})
    assert can_be_kept(HttpResponse("x"))
    assert not any(
        map(can_be_kept, (personal, told, read_a_cookie, HttpResponse(status=404), HttpResponseRedirect("/"), HttpResponse(b"x" * 4_000_000)))
    )


def test_a_refused_address_is_not_kept(two_countries: Path, client: Client) -> None:
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{PAGE}?basis=comitted").status_code == 400
        assert len(asked) > 0


def test_public_pages_set_no_cookie(two_countries: Path, client: Client) -> None:
    for address in ("/", "/initiatives/", "/ledger/", "/charts/funding-by-country/", "/commentary/", "/organizations/", "/countries/NOR/"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not answer.cookies
        assert can_be_kept(answer), address  # type: ignore[arg-type]


def test_without_the_cache_pages_are_made_anew(two_countries: Path, client: Client, settings: pytest.FixtureRequest) -> None:
    nowhere = {"BACKEND": "config.cache.ForgivingRedisCache", "LOCATION": "unix:///nowhere/at/all.sock"}
    settings.CACHES = {"default": nowhere}  # type: ignore[attr-defined]
    assert client.get(PAGE).json()["rows"] == client.get(PAGE).json()["rows"] != []


def test_the_best_encoding_is_chosen() -> None:
    make = RequestFactory()
    assert encoding_for(make.get("/", headers={"Accept-Encoding": "gzip;q=0.5, br;q=1.0"})) == "br"
    assert encoding_for(make.get("/", headers={"Accept-Encoding": "deflate"})) == ""


def test_an_unknown_host_is_refused_under_the_same_policy_as_a_page(two_countries: Path, client: Client) -> None:
    answer = client.get("/", headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert answer["Content-Security-Policy"] == client.get("/")["Content-Security-Policy"]


def test_it_stands_outside_everything_that_adds_headers_but_the_policies() -> None:
    order = settings.MIDDLEWARE
    assert order.index("csp.middleware.CSPMiddleware") < order.index("dashboard.middleware.KeptAnswers")
    assert order.index("dashboard.middleware.KeptAnswers") < order.index("whitenoise.middleware.WhiteNoiseMiddleware")
    assert order.index("dashboard.middleware.OneState") > order.index("django.contrib.sessions.middleware.SessionMiddleware")
