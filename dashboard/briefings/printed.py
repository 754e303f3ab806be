"""The slides of a making as a PDF: a page of HTML that Chromium prints, from a file, without a network; knows neither the record nor requests."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from pypdf import PdfWriter

from dashboard.briefings.content.state import Made
from dashboard.briefings.strokes import stroked
from dashboard.briefings.values import Slide
from dashboard.charts.chart import SITE
from dashboard.exports.browser import PictureFailed, found

PRINT_SECONDS: Final = 120
ARGUMENTS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
    "--disable-extensions", "--disable-sync", "--no-first-run", "--no-default-browser-check", "--mute-audio", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
)  # fmt: skip
ROWS: Final = 15  # of a table
ROWS_UNDER_A_NOTE: Final = 11  # of one beside a picture
PDF_BEGINS: Final = b"%PDF-"


def pdf(title: str, slides: Sequence[Made]) -> bytes:
    """The file. Raises BrowserMissing or PictureFailed, in words."""
    browser = found(settings.CHROMIUM_PATH)
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        page, target = Path(folder) / "deck.html", Path(folder) / "deck.pdf"
        page.write_text(html(title, [made.slide for made in slides]), encoding="utf-8")
        printed(browser, page, target)
        return slim(title, target)


def slim(title: str, printed_file: Path) -> bytes:
    """The file with its title, what is the same in it once, and no day of its own."""
    writer = PdfWriter(clone_from=printed_file)
    writer.compress_identical_objects(remove_duplicates=True)
    writer.metadata = {"/Title": title, "/Creator": SITE}
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def html(title: str, slides: Sequence[Slide]) -> str:
    """The page that is printed, whole: styles and drawings stand in it."""
    return render_to_string("pages/briefing_printed.html", {"title": title, "slides": [Shown(printable(slide)) for slide in slides], "site": SITE})


def printable(slide: Slide) -> Slide:
    """The slide with drawings that a PDF keeps sharp and small."""
    return replace(slide, svg=stroked(slide.svg), key=tuple((stroked(mark), words) for mark, words in slide.key))


class Shown:
    """A slide as the templates show it: its drawings are our own SVG, whose texts are escaped where they are drawn."""

    def __init__(self, slide: Slide) -> None:
        self.slide = slide
        self.svg = trusted(slide.svg)
        self.key = tuple((trusted(mark), words) for mark, words in slide.key)
        grid = slide.grid
        self.head = tuple(zip(grid.head, _right(slide), strict=True)) if grid else ()
        self.rows = (
            [[Cell(text, *look) for text, *look in zip(row, _right(slide), _strong(slide), strict=True)] for row in self.kept()] if grid else []
        )
        self.jumps = grid.jumps if grid and grid.jumps else (None,) * len(self.rows)

    def kept(self) -> list[tuple[str, ...]]:
        """The rows that there is room for, and in the last how many more there are."""
        grid = self.slide.grid
        if grid is None:
            return []
        most = ROWS_UNDER_A_NOTE if self.slide.layout == "picture" else ROWS
        if len(grid.rows) <= most:
            return list(grid.rows)
        return [*grid.rows[: most - 1], (f"and {len(grid.rows) + grid.beyond - most + 1} {grid.rest}", *("",) * (len(grid.head) - 1))]

    @property
    def lines(self) -> "list[tuple[list[Cell], int | None]]":
        """The rows of the table, each with the slide that its last cell leads to."""
        return list(zip(self.rows, self.jumps, strict=True))


class Cell:
    """The words of a cell and how they stand."""

    def __init__(self, text: str, right: bool, strong: bool) -> None:
        self.text, self.right, self.strong = text, right, strong


def _right(slide: Slide) -> tuple[bool, ...]:
    if slide.grid is None:
        return ()
    return slide.grid.right or tuple(place > 0 for place in range(len(slide.grid.head)))


def _strong(slide: Slide) -> tuple[bool, ...]:
    return tuple(place in slide.grid.strong for place in range(len(slide.grid.head))) if slide.grid else ()


def trusted(svg: str) -> SafeString:
    """An SVG of our own making."""
    return mark_safe(svg)


def printed(browser: str, page: Path, target: Path) -> None:
    """Prints a page of this machine into a file; a browser that hangs is killed with all its processes. Raises PictureFailed in words."""
    profile = page.parent / "profile"
    command = [browser, *ARGUMENTS, f"--user-data-dir={profile}", f"--print-to-pdf={target}", page.as_uri()]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    try:
        _, said = started.communicate(timeout=PRINT_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise PictureFailed(f"Chromium did not print the pages within {PRINT_SECONDS} s and was stopped. Make the briefing again.") from error
    finally:
        end(started)
        shutil.rmtree(profile, ignore_errors=True)
    if not target.is_file() or not target.read_bytes().startswith(PDF_BEGINS):
        last = said.decode(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
        raise PictureFailed(f"Chromium could not print the pages ({last[0][:120]}). Make the briefing again.")


def end(started: "subprocess.Popen[bytes]") -> None:
    """Ends a browser and every process of its own."""
    try:
        os.killpg(started.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        started.wait()
