"""A PDF says what it is, and nothing of the browser or of the time."""

import io

from pypdf import PdfReader, PdfWriter

from dashboard.exports import pdf_words


def test_title_author_and_source_stand_in_the_file_and_the_browser_does_not() -> None:
    blank = PdfWriter()
    blank.add_blank_page(200, 100)
    blank.add_metadata({"/Title": "(Kaleido-fier)", "/Creator": "HeadlessChrome", "/CreationDate": "D:20261125000000"})
    made = io.BytesIO()
    blank.write(made)
    named = pdf_words.named(made.getvalue(), "Who pays for Türkiye’s 経済?", "Source: National AI initiatives, edition 7")
    assert dict(PdfReader(io.BytesIO(named)).metadata or {}) == {
        "/Title": "Who pays for Türkiye’s 経済?",
        "/Author": "National AI initiatives",
        "/Creator": "National AI initiatives",
        "/Producer": "National AI initiatives",
        "/Subject": "Source: National AI initiatives, edition 7",
    }
    assert len(PdfReader(io.BytesIO(named)).pages) == 1
    assert named == pdf_words.named(made.getvalue(), "Who pays for Türkiye’s 経済?", "Source: National AI initiatives, edition 7")
