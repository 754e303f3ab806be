"""What moved between two makings, from figures alone."""

from decimal import Decimal
from typing import Any

from dashboard.briefings import movement
from dashboard.queries.counted_entries import CountedEntry


def kept(entries: dict[str, tuple[str, int, int]], *, currency: str = "USD", query: str = "", comments: int = 3) -> Any:
    """Figures of a making: entries by key with country, net in yen, and what they count in the display currency."""
    total = sum(counts for _, _, counts in entries.values())
    by_country: dict[str, int] = {}
    for country, _, counts in entries.values():
        by_country[country] = by_country.get(country, 0) + counts
    return {
        "query": query,
        "basis": "announced",
        "currency": currency,
        "bases": {"announced": str(total), "committed": "0"},
        "countries": {code: [code.title(), str(amount)] for code, amount in by_country.items()},
        "entries": {
            key: [key, key.title(), country, "2026-01-01", "JPY", str(net), str(counts)] for key, (country, net, counts) in entries.items()
        },
        "comments": comments,
    }  # fmt: skip


def test_new_gone_changed_and_moved_by_rate_alone_are_told_apart_and_add_up() -> None:
    before = kept({"same": ("JPN", 10, 10), "gone": ("JPN", 5, 5), "rate": ("KOR", 7, 7), "more": ("KOR", 1, 1)})
    now = kept({"same": ("JPN", 10, 10), "rate": ("KOR", 7, 6), "more": ("KOR", 4, 4), "new": ("FRA", 9, 9)}, comments=5)
    moved = movement.between(before, now)
    assert {one.key: (one.what, one.change) for one in moved.entries} == {
        "gone": ("gone", -5), "rate": ("rate", -1), "more": ("changed", 3), "new": ("new", 9),
    }  # fmt: skip
    assert moved.total == 6 == next(one for one in moved.bases if one.key == "announced").change
    assert sum(one.change for one in moved.countries) == 6
    assert moved.of("rate") == -1
    assert moved.comments == 2
    assert [one.key for one in moved.entries] == ["new", "gone", "more", "rate"]


def test_sums_in_two_currencies_or_of_two_selections_are_not_compared() -> None:
    entries = {"one": ("JPN", 10, 10)}
    assert "two currencies" in movement.between(kept(entries), kept(entries, currency="EUR")).comparable
    other = movement.between(kept(entries), kept(entries, query="country=JPN"))
    assert "filters changed" in other.comparable
    assert not other.bases
    assert not other.entries


def test_an_entry_without_a_rate_is_kept_as_nothing() -> None:
    entry = CountedEntry("a#1", "a", "A", "JPN", "2026", "XXX", Decimal(5), None)
    assert movement.what(["a", "A", "JPN", "2026", "XXX", "5", "0"], ["a", "A", "JPN", "2026", "XXX", "5.0", "0"]) == "rate"
    assert entry.counts is None
