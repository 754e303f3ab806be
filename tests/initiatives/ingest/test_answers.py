"""Lines of `manage.py understand`."""

import json

import pytest

from initiatives.ingest import line
from initiatives.ingest.answers import QuestionError, answer, read_question, refusal
from initiatives.ingest.language_model import NoLanguage
from initiatives.ingest.values import Context

TEXT = "Norway's government will put 1.2 billion kroner ($115 million) into artificial intelligence. “We begin today,” said Minister Ada Berg."


def test_an_answer_has_the_fields_that_are_documented() -> None:
    question = read_question(json.dumps({"id": 7, "text": TEXT, "title": "AI in Norway", "date": "2026-01-05T08:00:00Z"}))
    found = answer(question, line.understand(question.article, Context(), NoLanguage(), None))
    assert list(found) == [
        "id", "relevant", "relevance", "countries", "initiative", "money", "organizations", "quotes", "points", "attributed_to", "warnings",
    ]  # fmt: skip
    assert (found["id"], found["relevant"], found["countries"][0]) == (7, True, {"code": "NOR", "role": "owner"})
    (money,) = found["money"]
    assert TEXT[money["start"] : money["end"]] == money["text"] == "1.2 billion kroner"
    assert list(money) == ["start", "end", "text", "amount", "amount_high", "currency", "hedge", "usd_quoted", "origin", "role", "stage"]
    assert (money["amount"], money["currency"], money["usd_quoted"]) == (1_200_000_000, "NOK", 115_000_000)
    (quote,) = [each for each in found["quotes"] if each["direct"]]
    assert list(quote) == ["start", "end", "text", "speaker", "title", "affiliation", "place", "direct", "stance"]
    assert json.loads(json.dumps(found)) == found


def test_a_range_is_answered_whole_and_then_by_its_upper_end() -> None:
    question = read_question(json.dumps({"id": 1, "text": "Norway's government will put 3 to 5 billion kroner into artificial intelligence."}))
    whole, upper = answer(question, line.understand(question.article, Context(), NoLanguage(), None))["money"]
    assert (whole["text"], whole["amount"], whole["amount_high"], whole["hedge"]) == ("3 to 5 billion kroner", 3 * 10**9, 5 * 10**9, "range")
    assert (upper["text"], upper["amount"], upper["amount_high"], upper["hedge"]) == ("3 to 5 billion kroner", 5 * 10**9, None, "up-to")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("{", "not JSON"),
        ("[1]", "not an object"),
        ('{"id": 1}', "text: nothing is given"),
        ('{"id": 1, "text": 5}', "text: nothing is given"),
        ('{"id": 1, "text": "x", "title": 5}', "title: 5 is not text"),
        ('{"id": 1, "text": "x", "date": "yesterday"}', "date:"),
        ("[" * 100_000, "nested too deeply"),
        ('{"id": 1e400, "text": "x"}', "1e400 is no number"),
        ('{"id": NaN, "text": "x"}', "NaN is no number"),
        ('{"id": ' + "9" * 5000 + ', "text": "x"}', "too many digits"),
    ],
)
def test_a_bad_line_is_refused_in_words(asked: str, message: str) -> None:
    with pytest.raises(QuestionError, match=message) as caught:
        read_question(asked)
    assert message in refusal(caught.value, 3)["error"]
    assert refusal(caught.value, 3)["error"].startswith("line 3: ")
