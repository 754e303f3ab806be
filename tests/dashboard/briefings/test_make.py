"""A making from the first slide to the last file, and what goes wrong on the way."""

import io
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.utils import timezone
from pptx import Presentation

from dashboard.briefings import limits, make, store, upkeep, values, work
from dashboard.briefings.models import Briefing, Making
from initiatives.models import Initiative
from tests.dashboard.briefings.conftest import Saved

pytestmark = pytest.mark.django_db

NO_BROWSER = "/nowhere/chromium"
NO_ROOM = """
    CREATE FUNCTION no_room() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql;
    CREATE TRIGGER no_room BEFORE INSERT ON dashboard_makingfile FOR EACH ROW EXECUTE FUNCTION no_room();
"""


@pytest.fixture(autouse=True)
def _without_a_browser(settings: Any) -> None:
    settings.CHROMIUM_PATH = NO_BROWSER


def made(briefing: Briefing) -> Making:
    """A making worked on until it ends."""
    making = store.ask(briefing)
    make.work_on(making.pk)
    making.refresh_from_db()
    return making


def file_of(making: Making, extension: str) -> io.BytesIO:
    return io.BytesIO(bytes(making.files.get(extension=extension).content))


def texts(making: Making) -> list[str]:
    """The words of each slide of the deck."""
    deck = Presentation(file_of(making, "pptx"))
    found = []
    for slide in deck.slides:
        words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        words += [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
        found.append("\n".join(words))
    return found


def test_without_a_browser_deck_and_workbook_are_there_and_the_pdf_says_what_to_install(saved: Saved) -> None:
    making = made(saved())
    assert (making.state, making.message) == ("done", "")
    assert {one.extension for one in making.files.all()} == {"pptx", "xlsx"}
    assert any("PDF" in remark and "Install Chromium" in remark for remark in making.remarks)
    assert making.done == making.steps == len(making.plan) + 3
    deck = texts(making)
    assert len(deck) == len(making.plan)
    assert "=Who pays? <b>Nordic</b>" in deck[0]
    assert "=1+1 for the committee" in deck[0]
    assert any("Stockholm Språklab" in words or "Fjord" in words for words in deck)


def test_a_pdf_that_is_missing_is_made_later_from_the_same_slides(saved: Saved, settings: Any, tmp_path: Any) -> None:
    making = made(saved())
    slides = list(making.slides.values_list("pk", flat=True))
    assert store.complete(making).state == "waiting"
    assert store.cancel(making)
    making.refresh_from_db()
    assert (making.state, making.done) == ("done", making.steps)
    making.files.filter(extension="pdf").delete()
    store.complete(making)
    making.files.create(extension="pdf", name="made.pdf", size=1, content=b"x")
    make.work_on(making.pk)
    making.refresh_from_db()
    assert (making.state, making.remarks, making.number) == ("done", [], 1)
    assert list(making.slides.values_list("pk", flat=True)) == slides
    assert store.complete(making).state == "done"


def test_a_long_note_has_a_slide_of_its_own_with_every_word(saved: Saved) -> None:
    briefing = saved()
    briefing.note = "Read this first. " * 30
    briefing.save()
    making = made(briefing)
    first, second = texts(making)[:2]
    assert making.plan[1] == "note"
    assert "Read this first" not in first
    assert briefing.note.strip() in second


def test_an_entry_that_came_and_adds_nothing_at_this_basis_is_named(saved: Saved) -> None:
    briefing = saved(query="basis=committed")
    first = made(briefing)
    figures = first.figures or {}
    assert figures["silent"]
    key, own = next(iter(figures["silent"].items()))
    del figures["silent"][key]
    Making.objects.filter(pk=first.pk).update(figures=figures)
    slide = values.read(made(briefing).slides.get(key="changes").content)
    assert slide.grid is not None
    assert any(row[0] == own[1] and "adds nothing here" in row[2] for row in slide.grid.rows)
    assert "1\N{NO-BREAK SPACE}entry came that adds nothing at this basis" in slide.words.takeaway


def test_files_carry_title_and_edition(saved: Saved) -> None:
    making = made(saved())
    names = sorted(one.name for one in making.files.all())
    assert names == [f"Who-pays-b-Nordic-b_edition-{making.edition}_{making.as_of}.{extension}" for extension in ("pptx", "xlsx")]


def test_no_cell_of_the_workbook_is_a_formula_or_a_link_and_it_begins_and_ends_as_it_should(saved: Saved) -> None:
    book = openpyxl.load_workbook(file_of(made(saved()), "xlsx"))
    assert (book.sheetnames[0], book.sheetnames[-1]) == ("Read me first", "Method")
    assert {"Countries", "Ledger", "Initiatives", "Why this total"} <= set(book.sheetnames)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert any(cell.value == "=1+1 for the committee" for cell in cells)


def test_undisclosed_cells_are_empty_and_days_are_days_with_their_precision(saved: Saved) -> None:
    sheet = openpyxl.load_workbook(file_of(made(saved()), "xlsx"))["Ledger"]
    head = [cell.value for cell in sheet[1]]
    rows = {row[0].value: dict(zip(head, row, strict=True)) for row in sheet.iter_rows(min_row=2)}
    assert rows["stockholm-lab#1"]["amount"].value is None
    assert rows["fjord-computer#3"]["announced_on"].number_format == "yyyy-mm"
    assert rows["fjord-computer#3"]["precision"].value == "month"
    assert rows["fjord-computer#1"]["amount"].value == 100_000_000
    assert "NOK" in rows["fjord-computer#1"]["amount"].number_format
    assert sheet.freeze_panes == "B2"


@pytest.mark.slow
def test_the_second_making_says_what_changed_since_the_first(saved: Saved) -> None:
    briefing = saved()
    first, second = made(briefing), made(briefing)
    assert "changes" not in first.plan
    assert second.plan[2] == "changes"
    assert "has not moved" in texts(second)[2]
    assert "What changed" in openpyxl.load_workbook(file_of(second, "xlsx")).sheetnames


@pytest.mark.slow
def test_a_worker_that_comes_back_goes_on_with_the_first_unfinished_slide(saved: Saved) -> None:
    making = made(saved())
    kept = {slide.place: slide.pk for slide in making.slides.all()}
    making.files.all().delete()
    making.slides.filter(place__gt=3).delete()
    Making.objects.filter(pk=making.pk).update(state="working", done=3, finished_at=None)
    make.work_on(making.pk)
    making.refresh_from_db()
    assert making.state == "done"
    assert [slide.pk for slide in making.slides.all()[:3]] == [kept[place] for place in (1, 2, 3)]
    assert making.slides.count() == len(making.plan)


def test_a_slide_that_cannot_be_made_is_named_with_what_was_kept_and_can_be_tried_again(saved: Saved) -> None:
    briefing = saved()
    making = store.ask(briefing)
    Making.objects.filter(pk=making.pk).update(plan=["opening", "chart:no-such-chart", "method"], steps=6, edition=1)
    make.work_on(making.pk)
    making.refresh_from_db()
    assert making.state == "failed"
    assert "Slide 2" in making.message
    assert "Slide 1 is kept." in making.message
    Making.objects.filter(pk=making.pk).update(plan=["opening", "method"])
    assert store.resume(making).state == "waiting"


def test_a_full_disk_says_so_and_leaves_no_half_file(saved: Saved) -> None:
    making = store.ask(saved())
    with connection.cursor() as cursor:
        cursor.execute(NO_ROOM)
    make.work_on(making.pk)
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER no_room ON dashboard_makingfile; DROP FUNCTION no_room()")
    making.refresh_from_db()
    assert making.state == "failed"
    assert "no room left on the disk" in making.message
    assert making.slides.count() == len(making.plan)
    assert not making.files.exists()
    assert store.resume(making).state == "waiting"
    make.work_on(making.pk)
    assert {one.extension for one in making.files.all()} == {"pptx", "xlsx"}


def test_an_initiative_that_was_renamed_or_removed_is_told_and_the_deck_goes_on(saved: Saved) -> None:
    briefing = saved(picks=("fjord-computer", "nordic-chips"))
    Initiative.objects.filter(slug="fjord-computer").update(name="Fjord Computer II")
    gone = Initiative.objects.get(slug="nordic-chips")
    gone._change_reason = "merged with Fjord Computer II"  # type: ignore[attr-defined]
    gone.delete()
    making = made(briefing)
    assert making.state == "done"
    words = " ".join(making.remarks)
    assert "was picked as" in words
    assert "no longer in the record" in words
    assert "merged with Fjord Computer II" in words
    assert "merged with Fjord Computer II" in texts(making)[making.plan.index("initiatives?1")]


def a_template() -> bytes:
    """A presentation whose theme is called after nobody of ours."""
    target = io.BytesIO()
    Presentation().save(target)
    return target.getvalue()


def test_a_template_dresses_the_deck_and_one_that_breaks_later_is_told(saved: Saved) -> None:
    briefing = saved()
    store.restyle(briefing, "house.pptx", a_template())
    dressed = made(briefing)
    assert dressed.state == "done"
    assert not [remark for remark in dressed.remarks if "style" in remark]
    assert Presentation(file_of(dressed, "pptx")).slide_width == Presentation(io.BytesIO(a_template())).slide_width
    store.restyle(briefing, "house.pptx", b"PK broken meanwhile")
    plain = made(briefing)
    assert plain.state == "done"
    assert any("in our own style" in remark for remark in plain.remarks)
    assert len(texts(plain)) == len(plain.plan)


def test_two_makings_of_the_same_thing_at_once_are_one(saved: Saved) -> None:
    briefing = saved()
    assert store.ask(briefing).pk == store.ask(briefing).pk
    assert briefing.makings.count() == 1


def test_a_cancelled_making_stops_before_its_next_slide_and_its_slides_are_gone(saved: Saved) -> None:
    making = store.ask(saved())
    with work.claimed(making.pk) as own:
        assert own is not None
        work.keep_slide(own, 1, "opening", {}, None)
        assert store.cancel(making)
        with pytest.raises(work.Stopped):
            work.keep_slide(own, 2, "answer", {}, None)
    assert not making.slides.exists()
    making.refresh_from_db()
    assert making.state == "cancelled"


def test_a_making_that_killed_its_worker_again_and_again_stops_in_words(saved: Saved) -> None:
    making = store.ask(saved())
    Making.objects.filter(pk=making.pk).update(state="working", attempts=limits.MOST_ATTEMPTS, step="Slide 4 of 9: Funding map")
    make.work_on(making.pk)
    making.refresh_from_db()
    assert making.state == "failed"
    assert "Slide 4 of 9" in making.message


def test_lost_makings_are_rung_for_again_and_not_twice_at_once(saved: Saved) -> None:
    making = store.ask(saved())
    assert upkeep.to_ring() == []
    Making.objects.filter(pk=making.pk).update(state="working", claimed_at=timezone.now() - 2 * limits.RING_AGAIN_AFTER)
    assert upkeep.to_ring() == [making.pk]
    assert upkeep.to_ring() == []


def test_every_quote_is_a_paraphrase_with_speaker_day_and_source_as_many_of_each_stance(saved: Saved) -> None:
    making = made(saved())
    slide = values.read(making.slides.get(key="voices").content)
    rows = slide.grid.rows if slide.grid else slide.facts
    assert rows
    if slide.grid:
        stances = [row[0].split()[-1] for row in slide.grid.rows]
        assert len({stances.count(stance) for stance in set(stances)}) == 1
        assert all("Source: " in row[2] for row in slide.grid.rows)
    assert "rule" in slide.words.notes
