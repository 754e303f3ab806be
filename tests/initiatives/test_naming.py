"""Entries are named the way a person would say them."""

from initiatives.naming import entry_in_words, short_name, span_in_words


def test_a_payer_and_its_period_name_the_entry() -> None:
    assert entry_in_words("METI", "Domestic model", "announced", "public", "2026-2030", "2025-12-21") == "METI's five-year support (21 Dec 2025)"


def test_an_entry_without_a_payer_is_named_after_its_initiative() -> None:
    assert entry_in_words(None, "Gigafactories (EU)", "pledged", "mixed", None, "2025-02") == "Gigafactories' pledge (Feb 2025)"


def test_one_year_is_said_as_the_year_itself() -> None:
    assert span_in_words("2026-2026") == "2026"


def test_an_acronym_is_preferred_to_a_long_name() -> None:
    assert short_name("Ministry of Economy, Trade and Industry", ["経済産業省", "METI"]) == "METI"
    assert short_name("NEC", ["Nippon Electric Company"]) == "NEC"
