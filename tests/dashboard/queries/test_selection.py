"""Which rows a filter lets through."""

from pathlib import Path

import pytest

from dashboard.queries import selection
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, initiative, write


def keys(ask: Ask, query: str) -> set[str]:
    return set(selection.entries(ask(query)).values_list("entry__key", flat=True))


def slugs(ask: Ask, query: str) -> set[str]:
    return set(selection.initiatives(ask(query)).values_list("slug", flat=True))


def test_a_fiscal_year_holds_what_lies_inside_it_as_a_whole(db: None, tmp_path: Path, ask: Ask) -> None:
    days = ["2025-03-31", "2025-04-01", "2025-12", "2025", "2026-03-31", "2026-04"]
    funding = [entry(f"lab#{number}", announced_on=day) for number, day in enumerate(days)]
    loading.load(write(tmp_path, initiative("lab", funding=funding, quantities=[])))
    assert keys(ask, "from=2025-04-01&to=2026-03-31") == {"lab#1", "lab#2", "lab#4"}


def test_the_smallest_amount_is_in_the_display_currency(db: None, tmp_path: Path, ask: Ask) -> None:
    amounts = [(2_000_000_000, "JPY"), (500_000_000, "USD"), (None, "USD"), (1_000_000, "JPY")]
    funding = [entry(f"lab#{number}", amount=amount, currency=currency) for number, (amount, currency) in enumerate(amounts)]
    loading.load(write(tmp_path, initiative("lab", funding=funding, quantities=[])))
    assert keys(ask, "min=1000000000&currency=JPY") == {"lab#0", "lab#1"}
    assert keys(ask, "min=1000000000&currency=USD") == set()
    assert keys(ask, "max=1e7&currency=JPY") == {"lab#3"}
    assert selection.left_out(ask("max=1e7&currency=JPY")) == 1


def test_money_belongs_to_the_recipient_and_joint_money_to_nobody_alone(two_countries: Path, ask: Ask) -> None:
    assert keys(ask, "country=FIN") == {"stockholm-lab#2"}
    assert keys(ask, "country=SWE") == {"stockholm-lab#1"}
    assert keys(ask, "country=joint") == {"baltic-data-space#1"}
    assert "baltic-data-space#1" not in keys(ask, "country=NOR")
    assert keys(ask, "country=-NOR&country=-joint") == {"stockholm-lab#1", "stockholm-lab#2"}


def test_an_initiative_is_listed_for_each_of_its_owners_and_where_its_money_counts(two_countries: Path, ask: Ask) -> None:
    assert slugs(ask, "country=NOR") == {"fjord-computer", "nordic-chips", "baltic-data-space"}
    assert slugs(ask, "country=joint") == {"baltic-data-space"}
    assert slugs(ask, "country=-SWE") == {"fjord-computer", "nordic-chips", "baltic-data-space", "stockholm-lab"}
    assert slugs(ask, "country=-SWE&country=-FIN&country=-joint") == {"fjord-computer", "nordic-chips"}
    assert slugs(ask, "country=FIN") == {"stockholm-lab"}
    assert slugs(ask, "region=Europe") == slugs(ask, "")
    assert slugs(ask, "region=bodies+of+Europe") == set()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=chips", {"nordic-chips"}),
        ("status=-announced&kind=-compute", {"stockholm-lab", "baltic-data-space"}),
        ("theme=compute&theme=data", {"fjord-computer", "baltic-data-space"}),
        ("stage=committed", {"fjord-computer"}),
        ("origin=private", {"fjord-computer"}),
        ("origin=private&stage=committed", set()),
        ("funder=european-union", {"stockholm-lab"}),
        ("organization=malmo-cloud", {"fjord-computer"}),
        ("role=supplier&home=SWE", {"fjord-computer"}),
        ("stance=critical", {"stockholm-lab"}),
        ("min=1e6", {"fjord-computer", "stockholm-lab", "baltic-data-space"}),
        ("min=1e6&scope=chips", {"nordic-chips"}),
        ("from=2026", {"stockholm-lab"}),
        ("relation=restates", {"fjord-computer"}),
    ],
)
def test_each_parameter_narrows_the_list(two_countries: Path, ask: Ask, query: str, found: set[str]) -> None:
    assert slugs(ask, query) == found


@pytest.mark.parametrize("words", ["sprak", "Språklab", "SPRAKLAB", "経済産業省", "産業", "malmo", "al olama", "Al-Olama", "Fjord Mach"])
def test_words_are_found_without_accents_and_names_in_other_scripts_by_part(two_countries: Path, ask: Ask, words: str) -> None:
    assert slugs(ask, f"q={words}") & {"stockholm-lab", "fjord-computer"}


@pytest.mark.parametrize("words", ["!!!", "—", "zeppelin", "' | drop:*", "a & !b", "(((", "\\"])
def test_signs_alone_find_nothing_and_break_nothing(two_countries: Path, ask: Ask, words: str) -> None:
    filters = ask()
    filters = filters.model_copy(update={"q": words})
    assert not selection.initiatives(filters).exists() or words.startswith("a")
    assert not selection.comments(filters).filter(speaker="nobody").exists()


def test_reasons_part_the_entries_without_a_rest(two_countries: Path, ask: Ask) -> None:
    everything = keys(ask, "")
    from_reasons = [
        keys(ask, f"reason={reason}")
        for reason in ("counted", "counted-less", "contains-only", "undisclosed", "below-basis", "out-of-scope", "restates")
    ]
    assert sum(map(len, from_reasons)) == len(everything)
    assert set().union(*from_reasons) == everything
    assert keys(ask, "reason=-restates") == everything - {"fjord-computer#3"}


def test_as_of_a_day_later_statements_do_not_exist(two_countries: Path, ask: Ask) -> None:
    assert keys(ask, "as_of=2025-07-01") == {"fjord-computer#1", "fjord-computer#2", "fjord-computer#4", "nordic-chips#1"}
    assert slugs(ask, "as_of=2025-07-01") == {"fjord-computer", "nordic-chips"}
    assert keys(ask, "as_of=2031-01-01") == keys(ask, "")


def test_comments_follow_their_initiative_and_their_speaker(two_countries: Path, ask: Ask) -> None:
    def speakers(query: str) -> set[str]:
        return set(selection.comments(ask(query)).values_list("speaker", flat=True))

    assert speakers("country=SWE") == {"Anna Al-Olama"}
    assert speakers("home=NOR&stance=-supportive") == {"Kari Nordmann"}
    assert speakers("aspect=energy&from=2025") == {"Kari Nordmann", "Anna Al-Olama"}
    assert speakers("q=olama") == {"Anna Al-Olama"}


def test_organizations_are_found_by_what_they_take_part_in(two_countries: Path, ask: Ask) -> None:
    def names(query: str) -> set[str]:
        return set(selection.organizations(ask(query)).values_list("name", flat=True))

    assert names("role=supplier") == {"Malmö Cloud"}
    assert names("home=JPN") == {"経済産業省"}
    assert "European Union" in names("country=SWE")
    assert names("q=malmo") == {"Malmö Cloud"}
