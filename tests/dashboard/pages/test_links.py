"""Addresses keep how money is counted, and only addresses of the web are linked."""

from django.http import QueryDict

from dashboard.filters import Filters
from dashboard.pages import links


def filters(query: str) -> Filters:
    return Filters.from_query(QueryDict(query))


def test_a_page_keeps_basis_scope_currency_and_day_but_not_the_selection() -> None:
    address = links.to("ledger", filters("basis=committed&scope=ai&scope=chips&country=JPN&page=3"))
    assert address == "/ledger/?scope=ai&scope=chips&basis=committed"


def test_the_whole_selection_is_kept_where_asked_for() -> None:
    assert links.to("ledger", filters("country=JPN&page=3"), keep="all", step="counted").endswith("?country=JPN&step=counted")


def test_only_addresses_of_the_web_are_linked() -> None:
    assert links.outside("https://example.org/a") == "https://example.org/a"
    assert [links.outside(address) for address in ("javascript:alert(1)", "data:text/html,x", "//example.org", "", None)] == [""] * 5


def test_an_address_that_nobody_can_read_is_no_link_and_breaks_no_page() -> None:
    damaged = ("http://[", "https://[::1", "http://example.org:99999999/", "https://example.org/\u202egpj.exe", "https://exam ple.org/", "http:///a")
    assert [links.outside(address) for address in damaged] == [""] * len(damaged)
