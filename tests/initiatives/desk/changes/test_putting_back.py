"""Values, rows and whole records are put back to what they were, and editions taken back, with the effect shown first."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from initiatives import tasks
from initiatives.desk.changes import take_back
from initiatives.models import Edition, Funder, FundingEntry, Initiative, Point, TakingBack
from initiatives.publication import InitiativeToPublish
from initiatives.publish import editing, publish
from initiatives.recount import recount_all
from tests.initiatives.desk.changes.conftest import changed, whole
from tests.initiatives.desk.changes.test_pages import words
from tests.initiatives.publish.publications import entry_to_publish, publication

pytestmark = pytest.mark.usefixtures("fjord")
RECORD = "/desk/history/initiatives/fjord-computer/"


def links(client: Client, address: str) -> list[str]:
    found = re.findall(r'href="(/desk/history/put-back/\?[^"]+)"', client.get(address).content.decode())
    return [link.replace("&amp;", "&") for link in found]


def form(answer: Any) -> dict[str, Any]:
    """What the form of a page would send."""
    html = answer.content.decode()
    sent: dict[str, Any] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html.partition("put-back/now/")[2]):
        sent.setdefault(name, []).append(value)
    return sent


def put_back(client: Client, link: str, reason: str = "") -> Any:
    return client.post("/desk/history/put-back/now/", form(client.get(link)) | {"reason": reason})


def test_one_value_is_put_back_after_its_effect_was_shown(editor: Client, doubled: Edition) -> None:
    link = next(link for link in links(editor, RECORD) if link.endswith("field=amount"))
    page = words(editor.get(link))
    assert "Put back: amount?" in page
    assert "Amount NOK 2 m NOK 1 m" in page
    assert "−$" in page
    assert put_back(editor, link, "A slip").status_code == 302
    assert (whole().amount, whole().note) == (1_000_000, "Said in parliament")
    line: Any = whole().history.first()
    assert (line.history_change_reason, line.history_user.username) == ("A slip", "ada")
    assert recount_all() == []


def test_a_whole_change_is_put_back_and_what_others_changed_since_stays(editor: Client, doubled: Edition) -> None:
    link = links(editor, f"/desk/history/editions/{doubled.number}/")[0]
    changed("Meanwhile", channel="Ministry of Seas")
    put_back(editor, link)
    assert (whole().amount, whole().note, whole().channel) == (1_000_000, None, "Ministry of Seas")


def test_a_row_that_was_removed_comes_back_and_one_that_came_goes(editor: Client) -> None:
    funder = Funder.objects.get()
    with editing(None, "Removed") as session:
        session.remove(funder)
    put_back(editor, links(editor, RECORD)[0])
    assert Funder.objects.get().pk == funder.pk
    put_back(editor, links(editor, RECORD)[0])
    assert not Funder.objects.exists()


@pytest.mark.slow
def test_a_whole_record_is_put_back_as_it_was_with_an_edition(editor: Client, doubled: Edition) -> None:
    row = Initiative.objects.get()
    row.countries = ["NOR", "SWE"]
    with editing(None, "Joint") as session:
        session.save(row)
        session.remove(Funder.objects.get())
    address = f"{RECORD}?from=edition+{doubled.number - 1}"
    compared = words(editor.get(address))
    assert "Owners Norway Norway and Sweden" in compared
    put_back(editor, next(link for link in links(editor, address) if "moment=" in link))
    assert (whole().amount, Initiative.objects.get().countries, Funder.objects.count()) == (1_000_000, ["NOR"], 1)
    assert recount_all() == []
    assert "Nothing differs" in words(editor.get(address))


def test_a_stale_form_is_refused_with_what_changed_meanwhile_and_the_reason_kept(editor: Client, doubled: Edition) -> None:
    link = links(editor, RECORD)[0]
    sent = form(editor.get(link)) | {"reason": "My reason"}
    changed("Faster", amount=Decimal(3_000_000))
    answer = editor.post("/desk/history/put-back/now/", sent)
    assert answer.status_code == 409
    page = words(answer)
    assert "amount was NOK 2 m, is now NOK 3 m" in page
    assert "Faster" in page
    assert 'value="My reason"' in answer.content.decode()
    assert whole().amount == 3_000_000
    assert editor.post("/desk/history/put-back/now/", form(answer) | {"reason": "My reason"}).status_code == 302
    assert whole().amount == 1_000_000


def test_what_the_record_refuses_is_said_in_words(editor: Client) -> None:
    row = FundingEntry.objects.get(key="fjord-computer#2")
    with editing(None, "Removed") as session:
        session.remove(row)
        session.remove(whole())
    link = next(link for link in links(editor, RECORD) if f"row={row.pk}&" in link)
    answer = put_back(editor, link)
    assert answer.status_code == 422
    assert "The entry it points at: it leads to something that is not in the record any more." in words(answer)
    assert not FundingEntry.objects.exists()


def test_a_reason_that_is_too_long_is_refused_and_kept(editor: Client, doubled: Edition) -> None:
    answer = put_back(editor, links(editor, RECORD)[0], "x" * 101)
    assert answer.status_code == 422
    assert "The reason has 101 characters" in words(answer)
    assert "x" * 101 in answer.content.decode()
    assert whole().amount == 2_000_000


@pytest.mark.parametrize(
    "query",
    [
        "",
        "table=fundingentry&row=1&to=99999999",
        "table=nothing&row=1&to=1",
        "table=fundingentry&row=x&to=nothing",
        "table=fundingentry&row=99999999999999999999&to=nothing",
        "noun=initiatives&address=fjord-computer&moment=someday",
        "noun=initiatives&address=atlantis&moment=2025",
        "table=country&row=ATL&to=1",
    ],
)
def test_an_address_that_names_nothing_is_not_found(editor: Client, query: str) -> None:
    assert editor.get(f"/desk/history/put-back/?{query}").status_code == 404
    assert editor.post(f"/desk/history/put-back/now/?{query}").status_code == 404


def test_an_edition_is_taken_back_after_its_effect_was_shown(editor: Client, doubled: Edition) -> None:
    page = words(editor.get(f"/desk/history/editions/{doubled.number}/take-back/"))
    assert "1 funding entry would be as before" in page
    assert "−$" in page
    answer = editor.post(f"/desk/history/editions/{doubled.number}/take-back/now/", {"reason": "Another ministry"})
    made = Edition.objects.get(undoes=doubled)
    assert answer["Location"] == f"/desk/history/editions/{made.number}/"
    assert whole().amount == 1_000_000
    assert f"taken back with edition {made.number}" in words(editor.get(f"/desk/history/editions/{doubled.number}/"))


def test_an_edition_on_which_later_ones_rest_is_refused_with_links_to_them(editor: Client, doubled: Edition) -> None:
    later = changed("Later still", amount=Decimal(3_000_000))
    address = f"/desk/history/editions/{doubled.number}/take-back/"
    page = editor.get(address)
    assert f'href="/desk/history/editions/{later.number}/"' in page.content.decode()
    assert f'<a href="/desk/history/editions/{later.number}/take-back/">Edition {later.number}</a>, “Later still”' in page.content.decode()
    answer = editor.post(f"{address}now/", {"reason": "Anyway"})
    assert answer.status_code == 409
    assert whole().amount == 3_000_000


def test_what_rests_on_a_row_that_would_go_is_named(editor: Client) -> None:
    new = InitiativeToPublish("Fjord Cloud", ("NOR",), "compute", "announced", "2025-11", "A cloud.")
    made = publish(publication(slug=None, new_initiative=new, entries=(entry_to_publish(relation="new", related_to=None),)), None, "Accepted: it")
    publish(publication(entries=(entry_to_publish(relation="part-of", related_to="fjord-cloud#1", amount=Decimal(5)),)), None, "Accepted: a part")
    page = words(editor.get(f"/desk/history/editions/{made.number}/take-back/"))
    assert "It cannot be taken back as things stand." in page
    assert "“Accepted: a part”" in page
    assert "Take that edition back first." in page
    assert "fjord-cloud#1" not in page
    assert "would come" not in page


def test_looking_writes_nothing(editor: Client, doubled: Edition) -> None:
    before = (Edition.objects.count(), FundingEntry.history.count())
    for address in (links(editor, RECORD)[0], f"/desk/history/editions/{doubled.number}/take-back/"):
        assert editor.get(address).status_code == 200
    assert (Edition.objects.count(), FundingEntry.history.count()) == before
    assert whole().amount == 2_000_000


def many_points() -> Edition:
    """The edition that added more rows than are taken back while somebody waits."""
    row, source = Initiative.objects.get(), whole().source
    with editing(None, "Many points") as session:
        for number in range(take_back.ROWS_AT_ONCE + 1):
            session.save(Point(initiative=row, kind="goal", aspect="language", text=f"Goal {number}.", source=source, order=number + 1))
    return Edition.objects.get(number=Edition.objects.current_number())


@pytest.mark.slow
def test_a_large_edition_is_taken_back_by_a_worker_and_its_page_says_how_far(editor: Client) -> None:
    edition = many_points()
    address = f"/desk/history/editions/{edition.number}/"
    asked_before = words(editor.get(f"{address}take-back/"))
    assert "1,001 points would go" in asked_before
    assert "How the totals move is not counted beforehand for so many rows. It is told when the worker is done" in asked_before
    assert editor.post(f"{address}take-back/now/", {"reason": "Too many"})["Location"] == address
    assert editor.post(f"{address}take-back/now/", {"reason": "Once more"})["Location"] == address
    page = words(editor.get(address))
    assert "It is being taken back by a worker" in page
    assert "Take this back" not in page
    assert Point.objects.count() > take_back.ROWS_AT_ONCE

    asked = TakingBack.objects.get()
    for _ in range(2):
        tasks.take_back_edition.apply((asked.pk,))
    made = Edition.objects.get(undoes=edition)
    assert (Point.objects.count(), made.reason, made.by) == (1, "Too many", asked.by)
    assert f"A worker took it back with edition {made.number}" in words(editor.get(address))


@pytest.mark.slow
def test_what_a_worker_could_not_take_back_stays_whole_and_the_page_says_why(editor: Client) -> None:
    edition = many_points()
    goal = Point.objects.get(text="Goal 7.")
    goal.text = "Goal seven."
    with editing(None, "In words") as session:
        session.save(goal)
    address = f"/desk/history/editions/{edition.number}/"
    assert "In words (1 row)" in words(editor.get(f"{address}take-back/"))
    editor.post(f"{address}take-back/now/", {"reason": ""})
    tasks.take_back_edition.apply((TakingBack.objects.get().pk,))
    page = words(editor.get(address))
    assert "It was not taken back" in page
    assert "Take that edition back first" in page
    assert Point.objects.count() == take_back.ROWS_AT_ONCE + 2
