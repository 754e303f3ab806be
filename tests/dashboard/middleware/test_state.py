"""A reader sees one state of the record, and what a page needs is made before it is read."""

import threading
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from dashboard.middleware import OneState
from dashboard.queries import editions
from initiatives.models import Conversion, Edition, Initiative, Snapshot


def test_days_and_currencies_are_made_on_demand(two_countries: Path, client: Client) -> None:
    assert not Conversion.objects.exists()
    then = client.get("/charts/funding-by-country.json?as_of=2025-07-01&currency=EUR").json()
    assert (then["as_of"], then["currency"]) == ("2025-07-01", "EUR")
    assert {row["country"] for row in then["rows"]} == {"NOR"}
    assert Snapshot.objects.filter(day="2025-07-01").exists()
    assert Conversion.objects.filter(display="EUR").exists()


def publish() -> None:
    """Another thread publishes while a page is read."""
    with transaction.atomic():
        Edition.objects.lock()
        Initiative.objects.update(name="Renamed in the middle")
        Edition.objects.next("in the middle")
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_no_reader_sees_half_a_publication() -> None:
    Edition.objects.next("the first")
    Initiative.objects.create(slug="lab", name="Lab", countries=["NOR"], kind="compute", status="underway", announced="2025", summary="A lab.")
    seen: list[tuple[int, str]] = []

    def page(_request: HttpRequest) -> HttpResponse:
        for turn in range(2):
            seen.append((editions.newest().number, Initiative.objects.get().name))
            if turn == 0:
                other = threading.Thread(target=publish)
                other.start()
                other.join()
        return HttpResponse(str(editions.current().number))

    answer = OneState(page)(RequestFactory().get("/"))
    assert seen == [(1, "Lab"), (1, "Lab")]
    assert isinstance(answer, HttpResponse)
    assert answer.content == b"1"
    assert editions.current().number == 2


@pytest.mark.django_db(transaction=True)
def test_a_page_cannot_write() -> None:
    def page(_request: HttpRequest) -> HttpResponse:
        Edition.objects.next("from a page")
        return HttpResponse()

    with pytest.raises(DatabaseError, match="read-only"):
        OneState(page)(RequestFactory().get("/"))
    assert not Edition.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_desk_and_forms_write_as_ever() -> None:
    def page(_request: HttpRequest) -> HttpResponse:
        Edition.objects.next("from the desk")
        return HttpResponse()

    OneState(page)(RequestFactory().post("/"))
    OneState(page)(RequestFactory().get("/desk/"))
    assert Edition.objects.count() == 2


def test_a_day_before_the_first_statement_in_another_currency_has_no_rates_and_is_answered(two_countries: Path, client: Client) -> None:
    for address in ("/", "/ledger.csv", "/charts/funding-map.json"):
        assert client.get(f"{address}?as_of=2001-01-01&currency=EUR").status_code == 200
