"""The page of the line counts every stage, shows who is at work and what failed, and learns again when it is asked."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.models import Intake
from tests.initiatives.desk.material import a_draft, an_intake

HOSTILE = '<script>alert("1")</script>'


def words_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\u00a0", " "))


def test_every_stage_is_counted(editor: Client) -> None:
    a_draft("Accepted", state="accepted")
    for state in ("rejected", "failed", "duplicate", "waiting"):
        an_intake(f"Now {state}", state)
    page = words_of(editor, "/desk/line/?over=ever")
    assert "5 items came in over all time; 1 draft came out" in page
    for told in ("Seen 5", "Rejected 1", "Drafted 1", "Accepted 1", "Failed 1", "Copies 1", "Waiting 1"):
        assert told in page


def test_the_middle_of_each_step_is_shown(editor: Client) -> None:
    Intake.objects.bulk_create(Intake(address=f"https://a.example/{at}", state="done", timings={"understand": [at, at / 2]}) for at in (1, 2, 9))
    assert "Reading 3 2.000 1.000" in words_of(editor, "/desk/line/")


def test_what_is_being_read_stands_with_its_step(editor: Client) -> None:
    an_intake("A long article", "working", step="relevance")
    for address in ("/desk/line/", "/desk/line/reading/"):
        assert "A long article Step 4 of 7: judging what it is about" in words_of(editor, address)


def test_failures_stand_with_their_reason_and_buttons(editor: Client) -> None:
    row = an_intake("A page that never ends", "failed", message="Nothing came for 30 seconds.")
    page = editor.get("/desk/line/").content.decode()
    assert "Nothing came for 30 seconds." in page
    assert f"/desk/intakes/{row.pk}/again/" in page
    assert f"/desk/intakes/{row.pk}/put-away/" in page


def test_queues_without_a_worker_are_named(editor: Client) -> None:
    page = words_of(editor, "/desk/line/")
    for queue in ("fetch", "understand", "export"):
        assert f"{queue} " in page
    assert "no sign of life" in page


def test_a_broker_that_does_not_answer_is_said(editor: Client, settings: pytest.FixtureRequest) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"  # type: ignore[attr-defined]
    assert "the broker does not answer" in words_of(editor, "/desk/line/")


def test_without_a_language_model_the_page_says_what_is_weaker(editor: Client, settings: pytest.FixtureRequest) -> None:
    settings.LANGUAGE_MODEL = "no_such_package"  # type: ignore[attr-defined]
    assert "No language model is installed." in words_of(editor, "/desk/line/")


def test_a_period_that_is_none_is_refused_in_words(editor: Client) -> None:
    answer = editor.get("/desk/line/?over=<script>alert")
    page = answer.content.decode()
    assert (answer.status_code, "is no period" in page, "<script>alert" in page) == (400, True, False)


def test_learning_again_is_rung_for(editor: Client) -> None:
    assert "learns again" in unescape(editor.post("/desk/line/learn/", follow=True).content.decode())


def test_learning_without_a_model_is_refused_in_words(editor: Client, settings: pytest.FixtureRequest) -> None:
    settings.EMBEDDING_MODEL = "no_such_package"  # type: ignore[attr-defined]
    assert "No embedding model is installed" in editor.post("/desk/line/learn/", follow=True).content.decode()


def test_text_from_outside_is_text(editor: Client) -> None:
    for state in ("working", "failed"):
        an_intake(HOSTILE, state, message=HOSTILE, step="fetch")
    page = editor.get("/desk/line/").content.decode()
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_long_queues_ask_as_often_as_short_ones(editor: Client) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert editor.get("/desk/line/").status_code == 200
        return len(asked)

    def fill(number: int) -> None:
        for index in range(number):
            a_draft(f"Draft {index}")
            for state in ("working", "failed", "waiting"):
                an_intake(f"{state} {index}", state)

    fill(2)
    few = questions()
    fill(40)
    assert questions() == few


def test_a_language_service_is_named_by_its_host_and_its_key_stays_secret(editor: Client, settings: pytest.FixtureRequest) -> None:
    assert "None is asked. The rules read alone." in words_of(editor, "/desk/line/")
    settings.LLM_BASE_URL, settings.LLM_MODEL = "https://user:pass@llm.example.org/v1", "small-one"  # type: ignore[attr-defined]
    settings.LLM_API_KEY = "a-secret-key"  # type: ignore[attr-defined]
    page = words_of(editor, "/desk/line/")
    assert "llm.example.org is asked beside the rules, with the model small-one" in page
    assert "pass" not in page.replace("passed", "")
    assert "a-secret-key" not in page
