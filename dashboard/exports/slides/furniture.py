"""What every slide has around its contents: takeaway, basis, source, number, notes for the speaker, and words in their places; knows no record."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from pptx.presentation import Presentation as Opened
from pptx.util import Emu, Pt

from dashboard.exports.slides import boxes, fitting
from dashboard.exports.slides.boxes import Box
from dashboard.exports.slides.layouts import Stage
from dashboard.exports.slides.markup import SLIDE_NUMBER, element, quoted, shade, transform, written
from dashboard.exports.slides.values import Note, Picture, SlideWords

SIZES: Final = {boxes.BASIS_AT: 14, boxes.NAME_AT: 14, boxes.SOURCE_AT: 12, boxes.NOTES_AT: 14, boxes.SECOND_NOTES_AT: 16}
QUIET: Final = frozenset({boxes.BASIS_AT, boxes.NAME_AT, boxes.SOURCE_AT})
TITLE_SIZE, OPENING_SIZE = 26, 40  # points
TITLE_SIZES: Final = (26, 24, 22, 20)
OPENING_SIZES: Final = (40, 36, 32, 28, 26)
BASIS_SIZES: Final = (14, 13, 12)
NOTE_SIZES: Final = (16, 14, 12)
FEWEST_NOTES: Final = 3  # beside a chart, before the type is made smaller
NOTE_GAP: Final = 0.1  # inches between two paragraphs
NAME: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def frame(stage: Stage, words: SlideWords, opened: Opened) -> None:
    """Takeaway, basis, source and number, and the speaker's notes."""
    opening = boxes.NAME_AT in stage.places
    _title(stage, words.takeaway, opening)
    if not opening:
        basis, size = fitting.in_one_line(words.basis, stage.places[boxes.BASIS_AT].width, BASIS_SIZES)
        say(stage, boxes.BASIS_AT, basis, size)
    say(stage, boxes.SOURCE_AT, fitting.source_lines(words.source, stage.places[boxes.SOURCE_AT].width, SIZES[boxes.SOURCE_AT]))
    _number(stage)
    said = "\n\n".join(part for part in (written(words.notes), f"Basis: {written(words.basis)}.", f"{written(words.source)}") if part)
    frame_of_notes = stage.slide.notes_slide.notes_text_frame
    if frame_of_notes is not None:
        frame_of_notes.text = said


def say(stage: Stage, at: int, words: str, size: int = 0, high: float = 0.0) -> None:
    """Words at a place: in its placeholder, or in a text box of the same look where the layout has none. `size` in points, else the usual one;
    `high` are the inches that stand at the foot of the place, where it is not to be filled from its top."""
    if not words:
        return
    placeholder = stage.placeholder(at)
    if placeholder is None:
        box = stage.places[at]
        box = box.lowered(box.height - high) if high else box
        _text_box(
            stage, box, ["<a:br/>".join(f"<a:r>{_run(size or SIZES[at], at in QUIET)}<a:t>{quoted(line)}</a:t></a:r>" for line in words.split("\n"))]
        )
        return
    placeholder.text_frame.text = "\v".join(written(line) for line in words.split("\n"))
    if size and size != SIZES[at]:
        placeholder.text_frame.paragraphs[0].runs[0].font.size = Pt(size)


def notes_beside(stage: Stage, notes: Sequence[Note]) -> None:
    """Paragraphs beside a chart: all of them in large type where they fit, else the first ones in type that can still be read from afar."""
    box = stage.places[boxes.NOTES_AT]
    kept, size = notes_that_fit(notes, box)
    placeholder = stage.placeholder(boxes.NOTES_AT)
    if placeholder is None:
        _text_box(stage, box, [_paragraph(note, size) for note in kept])
        return
    frame_of_text = placeholder.text_frame
    for place, note in enumerate(kept):
        paragraph = frame_of_text.paragraphs[0] if place == 0 else frame_of_text.add_paragraph()
        for words, bold in ((_head(note), True), (note.text, False)):
            if not words:
                continue
            run = paragraph.add_run()
            run.text = written(words) + (" " if bold else "")
            run.font.bold = True if bold else None
            run.font.size = None if size == NOTE_SIZES[0] else Pt(size)


def notes_that_fit(notes: Sequence[Note], box: Box) -> tuple[list[Note], int]:
    """The paragraphs that have room in a box, and the points of their type."""
    largest, *smaller = NOTE_SIZES
    first = notes[:FEWEST_NOTES]
    fitting_size = next((one for one in smaller if _height(first, box.width, one) <= box.height), smaller[-1])
    size = largest if _height(notes, box.width, largest) <= box.height else fitting_size
    kept = list(notes)
    while len(kept) > 1 and _height(kept, box.width, size) > box.height:
        kept.pop()
    return kept, size


def fitted_title(takeaway: str, box: Box, opening: bool) -> tuple[str, int]:
    """The words of a title and their points: smaller where it is long, cut where even that does not fit."""
    sizes = OPENING_SIZES if opening else TITLE_SIZES
    size = next((one for one in sizes if fitting.height(takeaway, box.width * 0.97, one) <= box.height + 0.02), sizes[-1])
    return fitting.cut(takeaway, box.width, size, max(1, int(box.height * 72 / size / fitting.LINE_SHARE + 0.1))), size


def picture(stage: Stage, shown: Picture) -> None:
    """The picture as large as its place allows, whole and not distorted."""
    box = stage.places[boxes.PICTURE_AT]
    placeholder = stage.placeholder(boxes.PICTURE_AT)
    drawn = stage.slide.shapes.add_picture(BytesIO(shown.png), 0, 0)
    if placeholder is not None:
        placeholder._element.getparent().remove(placeholder._element)
    share = min(box.width * boxes.EMU_AN_INCH / drawn.width, box.height * boxes.EMU_AN_INCH / drawn.height)
    drawn.width, drawn.height = Emu(round(drawn.width * share)), Emu(round(drawn.height * share))
    drawn.left, drawn.top = Emu(round(box.left * boxes.EMU_AN_INCH)), Emu(round(box.top * boxes.EMU_AN_INCH))
    properties = drawn._element.nvPicPr.cNvPr
    properties.set("name", written(shown.name))
    properties.set("descr", written(shown.alt))


def tidied(stage: Stage) -> None:
    """Takes away what nothing was put into."""
    for one in list(stage.slide.placeholders):
        if one.has_text_frame and not one.text_frame.text and one.placeholder_format.idx != boxes.NUMBER_AT:
            one._element.getparent().remove(one._element)


def _title(stage: Stage, takeaway: str, opening: bool) -> None:
    """The takeaway, set smaller where it is long."""
    box, most = stage.places[boxes.TITLE_AT], OPENING_SIZE if opening else TITLE_SIZE
    words, size = fitted_title(takeaway, box, opening)
    title = stage.slide.shapes.title
    if title is None:
        _text_box(stage, box, [f"<a:r>{_run(size, False, '+mj-lt')}<a:t>{quoted(words)}</a:t></a:r>"])
        return
    title.text_frame.text = written(words)
    if not stage.own:
        title.left, title.top, title.width, title.height = (Emu(one) for one in box.emu())
    if size != most or not stage.own:
        for run in title.text_frame.paragraphs[0].runs:
            run.font.size = Pt(size)


def _number(stage: Stage) -> None:
    """The number of the slide, which python-pptx does not take over from the layout."""
    box = transform(stage.places[boxes.NUMBER_AT])
    known = f'<p:nvPr><p:ph type="sldNum" idx="{boxes.NUMBER_AT}"/></p:nvPr>' if stage.own else "<p:nvPr/>"
    place = "<p:spPr/>" if stage.own else f'<p:spPr>{box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
    words = SLIDE_NUMBER if stage.own else SLIDE_NUMBER.replace("<a:p>", '<a:p><a:pPr algn="r"/>').replace('<a:rPr lang="en-GB"/>', _run(12, True))
    stage.slide.shapes._spTree.append(
        element(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next_id(stage)}" name="Number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>{known}</p:nvSpPr>{place}'
            f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/>{words}</p:txBody></p:sp>'
        )
    )


def next_id(stage: Stage) -> int:
    """A number that no shape of the slide has."""
    return max((int(one.get("id")) for one in stage.slide.shapes._spTree.iter("{*}cNvPr")), default=1) + 1


def _text_box(stage: Stage, box: Box, paragraphs: Sequence[str]) -> None:
    number = next_id(stage)
    words = "".join(f"<a:p>{runs}</a:p>" for runs in paragraphs)
    stage.slide.shapes._spTree.append(
        element(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Text {number}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0">'
            f"<a:normAutofit/></a:bodyPr><a:lstStyle/>{words}</p:txBody></p:sp>"
        )
    )


def _run(size: int, quiet: bool, font: str = "") -> str:
    face = f'<a:latin typeface="{font}"/>' if font else ""
    return f'<a:rPr lang="en-GB" sz="{size * 100}"><a:solidFill>{shade("tx2" if quiet else "tx1")}</a:solidFill>{face}</a:rPr>'


def _paragraph(note: Note, size: int) -> str:
    bold = _run(size, False).replace("<a:rPr ", '<a:rPr b="1" ')
    head = f"<a:r>{bold}<a:t>{quoted(_head(note))} </a:t></a:r>" if note.head else ""
    return f"{head}<a:r>{_run(size, False)}<a:t>{quoted(note.text)}</a:t></a:r>"


def _height(notes: Sequence[Note], inches: float, size: int) -> float:
    return sum(fitting.height(f"{_head(note)} {note.text}", inches, size) * 1.05 + NOTE_GAP for note in notes)


def _head(note: Note) -> str:
    return f"{note.head}." if note.head else ""
