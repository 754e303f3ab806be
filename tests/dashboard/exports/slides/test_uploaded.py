"""Templates from outside: taken in without their slides, or refused in words, and never a crash."""

import io
import random
import re
import zipfile
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from dashboard.exports.slides import TemplateRefused, open_template
from dashboard.exports.slides.uploaded import LARGEST_XML_BYTES, MOST_ENTRIES
from tests.dashboard.exports.slides.worlds import file, part, template, whole_deck, whole_file, with_parts

RELATIONS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
LINK = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"{}/></Relationships>'


def with_relation(kind: str, target: str, mode: str = "") -> bytes:
    content = template()
    relations = part(content, RELATIONS).replace(b"</Relationships>", LINK.format(kind, target, mode).encode())
    return with_parts(content, {RELATIONS: relations})


def refused(content: bytes) -> str:
    with pytest.raises(TemplateRefused) as caught:
        open_template(content)
    assert str(caught.value).endswith("Nothing of it was kept.")
    return str(caught.value)


def test_a_template_gives_its_master_fonts_and_colours_and_none_of_its_slides() -> None:
    deck = whole_deck(open_template(template()))
    content = file(deck)
    again: Any = Presentation(io.BytesIO(content))
    assert len(again.slides) == 7
    assert (again.slide_width, again.slide_height) == (9144000, 6858000)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".xml"))
        assert b"Confidential" not in whole
        assert b"4F81BD" in parts.read("ppt/theme/theme1.xml")
        assert len(parts.namelist()) == len(set(parts.namelist()))
    for slide in again.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= again.slide_width + 2
            assert shape.top + shape.height <= again.slide_height


def test_slides_on_a_foreign_template_are_as_complete_as_on_ours() -> None:
    for slide in Presentation(io.BytesIO(file(whole_deck(open_template(template()))))).slides:
        words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert "Japan leads" in words
        assert "Source: National AI initiatives" in words
        assert any(shape.has_chart or shape.has_table for shape in slide.shapes)


def test_our_own_file_can_be_given_back_as_a_template() -> None:
    assert next(layout.name for layout in open_template(whole_file()).slide_layouts) == "Briefing title"


def test_a_template_file_of_powerpoint_is_opened_as_the_presentation_that_it_starts() -> None:
    content = template()
    types = part(content, "[Content_Types].xml").replace(b"presentation.main+xml", b"template.main+xml")
    assert len(open_template(with_parts(content, {"[Content_Types].xml": types})).slide_layouts) == 11


def test_what_is_no_powerpoint_file_is_refused() -> None:
    assert "cannot be unpacked" in refused(b"")
    assert "cannot be unpacked" in refused(b"%PDF-1.7 not slides")
    assert "cannot be unpacked" in refused(template()[:-4000])
    assert "password" in refused(b"\xd0\xcf\x11\xe0" + b"\x00" * 600)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as other:
        other.writestr("word/document.xml", "<w/>")
    assert "no PowerPoint file" in refused(target.getvalue())


def test_macros_controls_and_objects_of_other_programs_are_refused() -> None:
    content = template()
    types = part(content, "[Content_Types].xml").replace(b"presentation.main+xml", b"presentation.macroEnabled.main+xml")
    for bad in (
        with_parts(content, {"ppt/vbaProject.bin": b"x"}),
        with_parts(content, {"[Content_Types].xml": types}),
        with_parts(content, {"ppt/activeX/activeX1.xml": b"<a/>"}),
        with_parts(content, {"ppt/embeddings/oleObject1.bin": b"x"}),
        with_relation("oleObject", "../embeddings/object.dat"),
        with_relation("control", "../controls/one.xml"),
        with_parts(content, {MASTER: part(content, MASTER).replace(b"<p:cSld", b'<p:cSld name="ppaction://macro?name=Go"', 1)}),
        with_parts(content, {MASTER: part(content, MASTER).replace(b"<p:cSld", b'<p:cSld name="ppaction&#58;//macro?name=Go"', 1)}),
        with_relation("ol&#101;Object", "../embeddings/object.dat"),
        with_relation("vb&#x61;Project", "../vba.bin"),
    ):
        assert "macro" in refused(bad)


def test_links_out_of_the_template_are_refused_wherever_they_stand() -> None:
    outside = ' TargetMode="External"'
    assert "leads out of itself" in refused(with_relation("hyperlink", "https://tracker.example/", outside))
    assert "leads out of itself" in refused(with_relation("image", "file://server/share/logo.png", outside))
    for spelled in ("&#69;xternal", "&#x45;xternal", "Extern&#97;l"):
        assert "leads out of itself" in refused(with_relation("image", "https://tracker.example/x.png", f' TargetMode="{spelled}"'))

    def link(shown: Any) -> None:
        run = shown.slides[0].shapes.title.text_frame.paragraphs[0].add_run()
        run.text, run.hyperlink.address = "x", "https://tracker.example/"

    assert "leads out of itself" in refused(template(link))


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "ppt\\..\\..\\x.xml", "C:/x.xml", "ppt/a\u202eb.xml", "PPT/presentation.xml"])
def test_parts_whose_names_lead_elsewhere_are_refused(name: str) -> None:
    assert "Save the template again" in refused(with_parts(template(), {name: b"<a/>"}))


def test_what_unpacks_without_end_is_refused_before_it_is_unpacked() -> None:
    assert "unpacks to more" in refused(with_parts(template(), {"ppt/theme/theme9.xml": b"<a>" + b" " * LARGEST_XML_BYTES + b"</a>"}))
    assert "parts" in refused(with_parts(template(), {f"ppt/media/{number}.png": b"" for number in range(MOST_ENTRIES)}))
    assert "elements" in refused(with_parts(template(), {"ppt/theme/theme9.xml": b"<a>" + b"<b/>" * 200_001 + b"</a>"}))


@pytest.mark.parametrize(
    "xml",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>',
    ],
)
def test_xml_with_entities_of_its_own_is_refused(xml: bytes) -> None:
    assert "Save the template again" in refused(with_parts(template(), {"ppt/theme/theme9.xml": xml}))


def test_broken_and_unfitting_parts_are_refused() -> None:
    content = template()
    assert "broken" in refused(with_parts(content, {MASTER: part(content, MASTER)[:900]}))
    refused(with_parts(content, {MASTER: None}))
    refused(with_parts(content, {"ppt/presentation.xml": b"<a/>"}))
    refused(with_parts(content, {"ppt/_rels/presentation.xml.rels": None}))
    refused(with_parts(content, {"[Content_Types].xml": b"<Types/>"}))
    listed = part(content, "ppt/presentation.xml")
    for needed in (rb'(<p:sldId\b[^>]*?) r:id="[^"]*"', rb'(<p:sldSz\b[^>]*?) cx="[^"]*"'):
        without = re.sub(needed, rb"\1", listed, count=1)
        assert without != listed
        assert "do not fit together" in refused(with_parts(content, {"ppt/presentation.xml": without}))


def test_a_file_that_is_packed_unlike_an_office_file_is_refused_before_it_is_unpacked() -> None:
    content = template()
    for packing in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as own, zipfile.ZipFile(target, "w", packing) as other:
            for name in own.namelist():
                other.writestr(name, own.read(name))
        assert "is packed in a way" in refused(target.getvalue())


def test_slides_of_no_usable_size_are_refused() -> None:
    def tiny(shown: Any) -> None:
        shown.slide_width = shown.slide_height = Inches(1)

    def ribbon(shown: Any) -> None:
        shown.slide_width, shown.slide_height = Inches(40), Inches(3)

    assert "size" in refused(template(tiny))
    assert "size" in refused(template(ribbon))


@pytest.mark.slow
def test_a_part_that_is_missing_or_empty_is_refused_in_words_or_still_gives_slides() -> None:
    content = template()
    chance = random.Random(7)
    names = chance.sample([name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if "slideLayout" not in name], 6)
    outcomes = [outcome(with_parts(content, {name: lost})) for name in names for lost in (None, b"<a/>")]
    assert all(outcomes)


def outcome(content: bytes) -> str:
    """What became of a template: the words of the refusal, or how many bytes its deck has."""
    try:
        taken = open_template(content)
    except TemplateRefused as error:
        return str(error)
    return f"{len(file(whole_deck(taken)))} bytes"
