"""The pages of imports: what is said at which field, what is kept, what is refused."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from initiatives import publish
from initiatives.importing import run
from initiatives.importing import upload as bulk
from initiatives.models import BulkImport, Edition, FundingEntry, Initiative
from tests.initiatives.admin.conftest import words_of

LIST = "/desk/imports/"
FILE = "initiative,amount,currency,announced_on,stage,origin,scope,tier,source\nexampleland-ai-hub,5,EUR,2026-04,comitted,public,AI,2,https://news.example/a\n"


def upload(client: Client, content: str | bytes = FILE, rows: str = "funding", name: str = "table.csv") -> Any:
    body = content if isinstance(content, bytes) else content.encode()
    return client.post(f"{LIST}upload/", {"rows": rows, "file": SimpleUploadedFile(name, body)})


def form_of(row: BulkImport, **changed: str) -> dict[str, str]:
    """What the page of the columns would send."""
    columns = {f"column-{place}": row.mapping.get(header, "?") for place, header in enumerate(row.headers)}
    return {"version": str(row.version), **columns, **changed}


def checked(client: Client, content: str = FILE) -> BulkImport:
    """A file as far as its check, which a worker would do."""
    upload(client, content)
    row = BulkImport.objects.latest("pk")
    client.post(f"{LIST}{row.pk}/columns/", form_of(row))
    run.work_on(row.pk)
    row.refresh_from_db()
    return row


@pytest.mark.parametrize(
    ("content", "rows", "words"),
    [
        (b"", "funding", "empty"),
        (b"\x00\x01\x02", "funding", "zeros"),
        (b"name\nx\n", "people", "Say what the rows are"),
        (b"a" * 11 * 1024 * 1024, "funding", "11.0 MB"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_at_its_field(editor: Client, content: bytes, rows: str, words: str) -> None:
    answer = upload(editor, content, rows)
    assert answer.status_code == 422
    assert words in words_of(answer)
    assert not BulkImport.objects.exists()


def test_a_form_without_a_file_says_so(editor: Client) -> None:
    answer = editor.post(f"{LIST}upload/", {"rows": "organizations"})
    assert (answer.status_code, answer.context["chosen"]) == (422, "organizations")
    assert "Choose a file" in words_of(answer)


def test_a_column_that_nobody_knows_has_to_be_decided_and_the_rest_is_kept(editor: Client, hub: Initiative) -> None:
    upload(editor, FILE.replace("tier,source", "colleague,source"))
    row = BulkImport.objects.get()
    answer = editor.post(f"{LIST}{row.pk}/columns/", form_of(row, **{"column-4": "hedge", "all-source": "nowhere", "all-currency": "EUR"}))
    assert answer.status_code == 422
    words = words_of(answer)
    assert "“colleague” is no column that is known. Say what it means, or leave it out." in words
    assert "is not a web address" in words
    shown = answer.context["shown"]
    assert [header.meant for header in shown.headers if header.header == "stage"] == ["hedge"]
    assert {answer.field: answer.value for answer in shown.for_all}["all-source"] == "nowhere"
    assert "The file was not checked: 2 fields have to be put right." in words.replace("\xa0", " ")
    assert [(each.field, each.label) for each in shown.refused] == [("column-7", "colleague"), ("all-source", "Source")]
    html = answer.content.decode()
    assert all(f'href="#{each.field}"' in html and f'id="{each.field}"' in html for each in shown.refused)


def test_problems_are_shown_with_their_cells_and_mended_in_place(editor: Client, hub: Initiative) -> None:
    row = checked(editor)
    page = editor.get(f"{LIST}{row.pk}/")
    assert "E2" in words_of(page)
    assert "Did you mean “committed”?" in words_of(page)
    untouched = editor.post(f"{LIST}{row.pk}/cells/", {"version": row.version, "cell-2-stage": "comitted"})
    assert (untouched.status_code, "No value was changed" in words_of(untouched)) == (422, True)
    answer = editor.post(f"{LIST}{row.pk}/cells/", {"version": row.version, "cell-2-stage": "comitted", "use": "cell-2-stage"})
    assert answer.status_code == 302
    run.work_on(row.pk)
    row.refresh_from_db()
    assert row.problem_count == 0
    said = words_of(editor.get(f"{LIST}{row.pk}/")).replace("\xa0", " ")
    assert "1 funding entry: 1 new, 0 changed, 0 as the record has them".replace(" ", "") in said.replace(" ", "")


def test_a_stale_form_is_refused_and_what_was_typed_is_kept(editor: Client, other_editor: Client, hub: Initiative) -> None:
    row = checked(editor)
    other_editor.post(f"{LIST}{row.pk}/cells/", {"version": row.version, "use": "cell-2-stage"})
    answer = editor.post(f"{LIST}{row.pk}/cells/", {"version": row.version, "cell-2-stage": "disbursed"})
    assert answer.status_code == 409
    assert "changed while the page was open" in words_of(answer)
    assert editor.post(f"{LIST}{row.pk}/store/", {"version": row.version}).status_code == 409


def test_stored_and_taken_back_by_the_forms(editor: Client, hub: Initiative) -> None:
    row = checked(editor, FILE.replace("comitted", "committed"))
    editor.post(f"{LIST}{row.pk}/store/", {"version": row.version})
    run.work_on(row.pk)
    row.refresh_from_db()
    assert FundingEntry.objects.count() == 2
    assert "Take all of it back" in words_of(editor.get(f"{LIST}{row.pk}/"))
    assert editor.post(f"{LIST}{row.pk}/undo/", {"version": row.version}).status_code == 302
    assert FundingEntry.objects.count() == 1
    assert "Taken back with edition" in words_of(editor.get(f"{LIST}{row.pk}/"))
    assert "1 funding entry" in words_of(editor.get(LIST)).replace("\xa0", " ")


def test_the_copy_with_problems_and_the_file_itself_can_be_downloaded(editor: Client, hub: Initiative) -> None:
    row = checked(editor, FILE + 'exampleland-ai-hub,"=HYPERLINK(1)",EUR,2026-05,announced,public,ai,2,https://news.example/b\n')
    copy = editor.get(f"{LIST}{row.pk}/problems/")
    text = copy.content.decode("utf-8-sig")
    assert text.splitlines()[0].endswith(",problems")
    assert "E2: “comitted” is not known here." in text
    assert "'=HYPERLINK(1)" in text
    original = editor.get(f"{LIST}{row.pk}/file/")
    assert (original.headers["Content-Type"], original.content.decode()[:10]) == ("application/octet-stream", "initiative")
    mended = text.replace("comitted,", "committed,", 1).replace("'=HYPERLINK(1)", "7")
    assert checked(editor, mended).problem_count == 0


def test_text_from_a_file_is_shown_as_text(editor: Client, hub: Initiative) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    row = checked(editor, FILE.replace("comitted", hostile))
    for address in (LIST, f"{LIST}{row.pk}/"):
        assert hostile not in editor.get(address).content.decode()


def test_the_list_asks_few_questions(editor: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(30):
        BulkImport.objects.create(noun="funding", file_name="t.csv", body=b"x")
    editor.get(LIST)
    with django_assert_max_num_queries(12):
        editor.get(LIST)


@pytest.mark.parametrize("noun", ["funding", "organizations", "initiatives"])
def test_a_template_is_a_workbook(editor: Client, noun: str) -> None:
    answer = editor.get(f"{LIST}templates/{noun}.xlsx")
    assert answer.content.startswith(b"PK\x03\x04")
    assert editor.get(f"{LIST}templates/people.xlsx").status_code == 404


def test_progress_is_told_until_the_work_is_done(editor: Client, hub: Initiative) -> None:
    upload(editor)
    row = BulkImport.objects.get()
    editor.post(f"{LIST}{row.pk}/columns/", form_of(row))
    waiting = editor.get(f"{LIST}{row.pk}/progress/")
    assert "HX-Refresh" not in waiting.headers
    run.work_on(row.pk)
    assert editor.get(f"{LIST}{row.pk}/progress/").headers["HX-Refresh"] == "true"


def test_an_unknown_initiative_is_chosen_or_made_beside_its_cell(editor: Client, hub: Initiative) -> None:
    row = checked(editor, FILE.replace("comitted", "committed").replace("exampleland-ai-hub,", "The Hub of Atlantis,"))
    page = editor.get(f"{LIST}{row.pk}/").content.decode()
    assert 'name="cell-2-initiative-slug" data-picker-slug' in page
    form = {"version": row.version, "cell-2-initiative": "Exampleland AI Hub", "cell-2-initiative-slug": "exampleland-ai-hub"}
    assert editor.post(f"{LIST}{row.pk}/cells/", form).status_code == 302
    run.work_on(row.pk)
    row.refresh_from_db()
    assert (row.problem_count, row.reading["edits"]) == (0, {"2": {"initiative": "exampleland-ai-hub"}})


def test_an_import_taken_back_in_the_history_is_undone_here_and_stored_again_when_that_is_taken_back(editor: Client, hub: Initiative) -> None:
    row = checked(editor, FILE.replace("comitted", "committed"))
    editor.post(f"{LIST}{row.pk}/store/", {"version": row.version})
    run.work_on(row.pk)
    row.refresh_from_db()
    assert row.edition is not None
    first = publish.undo(row.edition.number, None)
    row.refresh_from_db()
    assert (row.state, row.undone_with) == ("undone", first)
    again = publish.undo(first.number, None)
    row.refresh_from_db()
    assert (row.state, row.undone_with, row.edition) == ("done", None, again)
    assert editor.post(f"{LIST}{row.pk}/undo/", {"version": row.version}).status_code == 302
    assert FundingEntry.objects.count() == 1


def test_a_large_import_is_taken_back_by_a_worker(editor: Client, hub: Initiative, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "TAKEN_BACK_AT_ONCE", 1)
    row = checked(editor, FILE.replace("comitted", "committed") + FILE.splitlines()[1].replace("comitted", "pledged").replace(",5,", ",6,") + "\n")
    editor.post(f"{LIST}{row.pk}/store/", {"version": row.version})
    run.work_on(row.pk)
    row.refresh_from_db()
    assert FundingEntry.objects.count() == 3
    assert editor.post(f"{LIST}{row.pk}/undo/", {"version": row.version}).status_code == 302
    assert editor.post(f"{LIST}{row.pk}/undo/", {"version": row.version}).status_code == 409
    assert FundingEntry.objects.count() == 3
    assert "Being taken back" in words_of(editor.get(f"{LIST}{row.pk}/"))
    for _ in range(2):
        run.work_on(row.pk)
    row.refresh_from_db()
    assert (row.state, FundingEntry.objects.count()) == ("undone", 1)


def test_what_a_worker_could_not_take_back_stays_stored_with_the_reason(editor: Client, hub: Initiative, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "TAKEN_BACK_AT_ONCE", 0)
    row = checked(editor, FILE.replace("comitted", "committed"))
    editor.post(f"{LIST}{row.pk}/store/", {"version": row.version})
    run.work_on(row.pk)
    row.refresh_from_db()
    entry = FundingEntry.objects.get(amount=5)
    entry.amount = 8
    with publish.editing(None, "Meanwhile") as session:
        session.save(entry)
    editor.post(f"{LIST}{row.pk}/undo/", {"version": row.version})
    run.work_on(row.pk)
    answer = editor.get(f"{LIST}{row.pk}/")
    page = words_of(answer)
    assert "It cannot be taken back." in page
    assert "“Meanwhile”" in page
    assert "Take that edition back first." in page
    assert f'<a href="/desk/history/editions/{Edition.objects.current_number()}/take-back/">' in answer.content.decode()
    assert FundingEntry.objects.filter(amount=8).exists()


TWIN = FILE.replace("comitted", "announced").replace(",5,EUR", ",100000000,EUR")


def test_what_asks_is_confirmed_before_the_file_is_stored(editor: Client, hub: Initiative) -> None:
    row = checked(editor, TWIN)
    page = words_of(editor.get(f"{LIST}{row.pk}/")).replace("\xa0", " ")
    assert "To be confirmed: This looks like exampleland-ai-hub#1" in page
    refused = editor.post(f"{LIST}{row.pk}/store/", {"version": row.version})
    assert refused.status_code == 422
    assert "Say that you looked at what is asked" in words_of(refused)
    assert editor.post(f"{LIST}{row.pk}/store/", {"version": row.version, "confirmed": "yes"}).status_code == 302
    run.work_on(row.pk)
    assert FundingEntry.objects.count() == 2


def test_a_proposal_for_a_twin_fills_the_relation_and_what_it_points_at(editor: Client, hub: Initiative) -> None:
    row = checked(editor, TWIN)
    assert editor.post(f"{LIST}{row.pk}/cells/", {"version": row.version, "use": "cell-2-relation"}).status_code == 302
    run.work_on(row.pk)
    row.refresh_from_db()
    assert row.reading["edits"] == {"2": {"relation": "restates", "related_to": "exampleland-ai-hub#1"}}
    assert (row.problem_count, row.effect["asked"]) == (0, 0)


def test_one_press_mends_every_cell_that_says_the_same(editor: Client, hub: Initiative) -> None:
    second = FILE.splitlines()[1]
    row = checked(editor, f"{FILE}{second.replace(',5,', ',6,')}\n{second.replace(',5,', ',7,').replace('comitted', 'anounced')}\n")
    assert "Use “committed” in all 2 cells like it" in words_of(editor.get(f"{LIST}{row.pk}/")).replace("\xa0", " ")
    editor.post(f"{LIST}{row.pk}/cells/", {"version": row.version, "use_all": "cell-3-stage"})
    row.refresh_from_db()
    assert row.reading["edits"] == {"2": {"stage": "committed"}, "3": {"stage": "committed"}}


def test_all_unknown_columns_are_left_out_by_one_press(editor: Client, hub: Initiative) -> None:
    upload(editor, FILE.replace("source\n", "source,Checked by,Our file\n").replace("/a\n", "/a,Ben,7\n"))
    row = BulkImport.objects.get()
    assert "Leave out all 2 unknown columns" in words_of(editor.get(f"{LIST}{row.pk}/"))
    assert editor.post(f"{LIST}{row.pk}/columns/", form_of(row)).status_code == 422
    assert editor.post(f"{LIST}{row.pk}/columns/", form_of(row, leave_out="yes")).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.mapping["Checked by"], row.mapping["stage"]) == ("waiting", "", "stage")


def test_words_that_were_read_as_codes_are_shown_in_the_preview(editor: Client, hub: Initiative) -> None:
    row = checked(editor, FILE.replace("comitted", "committed").replace("EUR", "EURO"))
    assert "“EURO” as EUR (1 cell)" in words_of(editor.get(f"{LIST}{row.pk}/")).replace("\xa0", " ")
