"""A making on its pages: progress, cancel, files, slides, comparison."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dashboard.briefings import make, selection, store
from dashboard.briefings.models import Briefing, Making
from tests.dashboard.pages.briefings.conftest import Fields

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_a_browser(settings: Any) -> None:
    settings.CHROMIUM_PATH = "/nowhere/chromium"


def made(times: int = 1) -> Making:
    """The only briefing made so often; the last making."""
    for _ in range(times):
        making = store.ask(Briefing.objects.get())
        make.work_on(making.pk)
    return making


def test_making_is_asked_for_by_form_and_once(client: Client, address: str, fields: Fields) -> None:
    assert client.post(address, {**fields, "do": "make"}).status_code == 303
    assert client.post(address, {**fields, "do": "make"}).status_code == 303
    assert Making.objects.count() == 1
    page = client.get(address).content.decode()
    assert 'id="running"' in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "waiting for a worker" in client.get(f"{address}making/").content.decode().lower()


def test_progress_names_the_slide_and_ends_with_a_fresh_page(client: Client, address: str, fields: Fields) -> None:
    making = store.ask(Briefing.objects.get())
    Making.objects.filter(pk=making.pk).update(
        state="working", plan=["opening", "answer", "method"], steps=6, done=1, edition=1, started_at=timezone.now()
    )
    part = client.get(f"{address}making/").content.decode()
    assert "1 of 6 steps" in part
    assert "<b>The answer in five sentences</b>" in part
    assert 'max="6"' in part
    client.post(f"{address}{making.number}/cancel/")
    assert client.get(f"{address}making/")["HX-Refresh"] == "true"
    assert "Cancelled. The choice is kept" in client.get(address).content.decode()


def test_files_are_downloads_and_slides_a_page(client: Client, address: str) -> None:
    made()
    for extension in ("pptx", "xlsx"):
        answer = client.get(f"{address}1.{extension}")
        assert answer.content.startswith(b"PK")
        assert answer["Content-Disposition"].startswith("attachment")
        assert "Who-pays-in-the-north_edition-1" in answer["Content-Disposition"]
        assert "no-store" in answer["Cache-Control"]
    assert client.get(f"{address}1.pdf").status_code == 404
    page = client.get(f"{address}1/").content.decode()
    assert "The answer in five sentences" in page
    assert "Install Chromium" in client.get(address).content.decode()


def test_two_makings_are_compared_and_one_alone_is_not(client: Client, address: str) -> None:
    made()
    assert client.get(f"{address}compare/").status_code == 404
    made()
    assert "No entry adds anything else" in client.get(f"{address}compare/").content.decode()
    assert client.get(f"{address}compare/?from=1&to=2").status_code == 200
    assert client.get(f"{address}compare/?from=x").status_code == 404
    assert "compared with itself" in client.get(f"{address}compare/?from=2&to=2").text


def test_a_missing_pdf_is_offered_and_asked_for_by_form(client: Client, address: str) -> None:
    making = Making.objects.create(
        briefing=Briefing.objects.get(), number=1, state="done", steps=4, done=4, edition=1, finished_at=timezone.now(),
        selection=selection.of(Briefing.objects.get()).kept(),
    )  # fmt: skip
    making.slides.create(place=1, key="opening", content={})
    making.files.create(extension="pptx", name="a.pptx", size=1, content=b"x")
    making.files.create(extension="xlsx", name="a.xlsx", size=1, content=b"x")
    page = client.get(address).text
    assert "Make the PDF" in page
    assert "Norway" in page.partition("Finished")[2]
    assert client.post(f"{address}1/again/", {"part": "pdf"}).status_code == 303
    making.refresh_from_db()
    assert (making.state, making.done, Making.objects.count()) == ("waiting", 3, 1)


def test_a_stopped_making_says_why_and_goes_on_by_form(client: Client, address: str) -> None:
    making = store.ask(Briefing.objects.get())
    Making.objects.filter(pk=making.pk).update(state="failed", message="Slide 3, Funding map, could not be made. Slides 1 to 2 are kept.")
    page = client.get(address).content.decode()
    assert "Slides 1 to 2 are kept" in page
    assert "Go on from there" in page
    assert client.post(f"{address}{making.number}/again/").status_code == 303
    making.refresh_from_db()
    assert making.state == "waiting"


def test_what_was_typed_beside_a_button_of_a_making_is_kept_and_made(client: Client, address: str, fields: Fields) -> None:
    made()
    assert client.post(f"{address}1/again/", {**fields, "note": "Typed and not saved."}).status_code == 303
    assert Briefing.objects.get().note == "Typed and not saved."
    assert Making.objects.get(number=2).selection["note"] == "Typed and not saved."
    assert client.post(f"{address}2/cancel/", {**fields, "note": "Typed later."}).status_code == 303
    assert (Briefing.objects.get().note, Making.objects.get(number=2).state) == ("Typed later.", "cancelled")


def test_what_cannot_be_kept_beside_a_button_of_a_making_comes_back_as_it_was_typed(client: Client, address: str, fields: Fields) -> None:
    wrong = {**fields, "title": "", "note": "Typed and not saved."}
    store.ask(Briefing.objects.get())
    answer = client.post(f"{address}1/cancel/", wrong)
    assert answer.status_code == 400
    assert "The title is empty" in answer.text
    assert "Typed and not saved." in answer.text
    assert (Briefing.objects.get().note, Making.objects.get().state) == ("", "cancelled")
    assert client.post(f"{address}1/again/", wrong).status_code == 400
    assert Making.objects.count() == 1


@pytest.mark.parametrize("tail", ["999999999/", "999999999.pptx", "0/", "compare/?from=" + "9" * 400, "1.exe", "making/x"])
def test_no_address_behind_a_secret_leads_to_a_fault(client: Client, address: str, tail: str) -> None:
    assert client.get(address + tail).status_code == 404
