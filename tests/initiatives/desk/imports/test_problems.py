"""What is wrong with a file, said once where it is the same, and mended by one answer."""

from django.test import Client

from initiatives.importing import run
from initiatives.models import BulkImport, Initiative
from tests.initiatives.admin.conftest import words_of
from tests.initiatives.desk.imports.test_pages import LIST, checked

HEADER = "initiative,amount,currency,announced_on,stage,scope,source\n"


def rows(stage: str, *amounts: int) -> str:
    return "".join(f"exampleland-ai-hub,{amount},EUR,2026-04,{stage},ai,https://news.example/a\n" for amount in amounts)


def checked_again(row: BulkImport) -> BulkImport:
    run.work_on(row.pk)
    row.refresh_from_db()
    return row


def test_columns_that_the_file_lacks_are_asked_for_once_and_mended_by_one_answer(editor: Client, hub: Initiative) -> None:
    row = checked(editor, HEADER + rows("announced", 5, 6, 7))
    page = editor.get(f"{LIST}{row.pk}/")
    assert row.problem_count == 2
    assert [(each.column, each.rows) for each in page.context["report"].once] == [("origin", 3), ("tier", 3)]
    assert not page.context["page"].object_list
    html = page.content.decode()
    assert '<select name="once-origin"' in html
    assert "cell-2-origin" not in html
    answer = editor.post(f"{LIST}{row.pk}/cells/", {"version": row.version, "once-origin": "public", "once-tier": "2"})
    assert answer.status_code == 302
    assert (checked_again(row).problem_count, row.effect["new"]) == (0, 3)


def test_what_is_said_once_and_cannot_be_taken_is_named_at_its_field_and_kept(editor: Client, hub: Initiative) -> None:
    row = checked(editor, HEADER.replace(",source", ",origin,tier") + rows("announced", 5, 6).replace("https://news.example/a", "public,2"))
    answer = editor.post(f"{LIST}{row.pk}/cells/", {"version": row.version, "once-source": "nowhere"})
    assert answer.status_code == 422
    (source,) = answer.context["report"].once
    assert (source.typed, "is not a web address" in source.fault) == ("nowhere", True)
    assert 'id="once-source-fault"' in answer.content.decode()
    row.refresh_from_db()
    assert row.state == "checked"


def test_the_same_unknown_word_is_one_line_and_one_answer_goes_into_all_its_cells(editor: Client, hub: Initiative) -> None:
    full = HEADER.replace(",scope", ",scope,origin,tier")
    body = (rows("qqq", 5, 6, 7) + rows("zzz", 8)).replace(",ai,", ",ai,public,2,")
    row = checked(editor, full + body)
    page = editor.get(f"{LIST}{row.pk}/")
    (kind,) = page.context["report"].kinds
    assert (kind.field, kind.cells, kind.named) == ("like-2-stage", 3, "E2, E3, E4")
    assert [each.cell for each in page.context["page"].object_list] == ["E5"]
    assert "3 × stage “qqq”" in words_of(page).replace("\xa0", " ")
    assert [each.cell for each in editor.get(f"{LIST}{row.pk}/?each=yes").context["page"].object_list] == ["E2", "E3", "E4", "E5"]
    form = {"version": row.version, "like-2-stage": "committed", "cell-5-stage": "pledged"}
    stale = editor.post(f"{LIST}{row.pk}/cells/", {**form, "version": row.version - 1})
    assert (stale.status_code, stale.context["report"].kinds[0].typed) == (409, "committed")
    assert editor.post(f"{LIST}{row.pk}/cells/", form).status_code == 302
    checked_again(row)
    stages = {line: cells["stage"] for line, cells in row.reading["edits"].items()}
    assert (row.problem_count, stages) == (0, {"2": "committed", "3": "committed", "4": "committed", "5": "pledged"})


def test_how_many_problems_each_column_has_stands_on_top(editor: Client, hub: Initiative) -> None:
    row = checked(editor, HEADER + rows("qqq", 5, 6))
    assert "By column: stage 2, origin 1, tier 1." in words_of(editor.get(f"{LIST}{row.pk}/")).replace("\xa0", " ")


def test_the_number_of_remarks_stands_beside_the_button_that_stores(editor: Client, hub: Initiative) -> None:
    body = rows("announced", 5, 6).replace("2026-04", "2199-04").replace(",ai,", ",ai,public,2,")
    row = checked(editor, HEADER.replace(",scope", ",scope,origin,tier") + body)
    html = editor.get(f"{LIST}{row.pk}/").content.decode().replace("\xa0", " ")
    store = html.index("Store 2 new rows")
    assert store < html.index('<a href="#problems" class="small">2 remarks to look at</a>') < html.index('id="problems"')
