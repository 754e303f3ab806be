"""What a PDF says of itself to programs: title, author, subject; must not know what is drawn in it."""

from io import BytesIO

from pypdf import PdfWriter

from dashboard.charts.chart import SITE


def named(pdf: bytes, title: str, source: str) -> bytes:
    """The same pages under a title and with their source line, in place of what the browser says of itself and of the time."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.metadata = {"/Title": title, "/Author": SITE, "/Creator": SITE, "/Producer": SITE, "/Subject": source}
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
