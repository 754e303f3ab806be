"""The ledger lists every statement with its reason, and its sums are those of the whole record."""

from pathlib import Path

from django.test import Client

from initiatives.exchange import load as loading
from tests.dashboard.pages.test_home import words
from tests.initiatives.exchange.files import initiative, write


def test_a_family_stands_under_its_envelope_with_both_sums(japan: Path, client: Client) -> None:
    said = words(client.get("/ledger/?currency=JPY").content)
    assert "Japan · 9 statements in 1 initiative publish ¥12.7 tn" in said
    assert "restates 3" in said or "restates 2" in said


def test_a_step_of_the_total_opens_its_entries(japan: Path, client: Client) -> None:
    said = words(client.get("/ledger/?step=restated&view=entries").content)
    assert "All 4 statements" in said or "All 5 statements" in said


def test_reasons_narrow_the_list(japan: Path, client: Client) -> None:
    html = client.get("/ledger/?view=entries").content.decode()
    assert 'href="?reason=below-basis&amp;view=entries"' in html
    assert "1 to 1 of 1" in words(client.get("/ledger/?reason=below-basis&view=entries").content)


def test_a_sum_in_another_currency_is_shown_as_published_first(japan: Path, client: Client) -> None:
    said = words(client.get("/ledger/?view=entries&sort=-published").content)
    assert "¥3 tn ≈ $" in said


def test_money_of_a_paused_effort_is_marked(db: None, tmp_path: Path, client: Client) -> None:
    loading.load(write(tmp_path, initiative(status="paused"), initiative("harbour")))
    for view in ("family", "entries"):
        assert words(client.get(f"/ledger/?view={view}").content).count("initiative paused") == 1


def test_a_step_says_what_each_statement_gives_to_it_and_all_of_them(japan: Path, client: Client) -> None:
    said = words(client.get("/ledger/?step=contained&view=entries&currency=JPY").content)
    assert "This step" in said
    assert "these statements give −¥2" in said or "these statements give −¥3" in said
    assert "This step" not in words(client.get("/ledger/?step=counted&view=entries").content)


def test_the_own_part_of_a_payer_is_told_from_what_others_pay(two_countries: Path, client: Client) -> None:
    said = words(client.get("/ledger/?funder=european-union&currency=EUR").content)
    assert "Of what counts here, €4.50 m is paid by European Union alone or by a published share; €4.50 m is the part of others" in said
