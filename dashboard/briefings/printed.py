"""The slides of a making as a PDF: a page of HTML that Chromium prints, from a file, without a network; knows neither the record nor requests."""

import errno
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
from pypdf import PdfWriter
from pypdf.errors import PyPdfError

from dashboard.briefings import laid
from dashboard.briefings.content.state import Made
from dashboard.briefings.shown import Shown
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
PDF_BEGINS, PDF_ENDS = b"%PDF-", b"%%EOF"
PRINT_BYTES: Final = 16 * 1024 * 1024  # that Chromium wants for its profile and the pages
END_BYTES: Final = 1024  # within which a whole file says that it ends


def pdf(title: str, slides: Sequence[Made]) -> bytes:
    """The file. Raises BrowserMissing or PictureFailed, in words, and OSError where the disk is full."""
    browser = found(settings.CHROMIUM_PATH)
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        page, target = Path(folder) / "deck.html", Path(folder) / "deck.pdf"
        page.write_text(html(title, slides), encoding="utf-8")
        printed(browser, page, target)
        return slim(title, target)


def slim(title: str, printed_file: Path) -> bytes:
    """The file with its title, what is the same in it once, and no day of its own."""
    try:
        writer = PdfWriter(clone_from=printed_file)
    except PyPdfError as error:
        raise PictureFailed(f"Chromium printed pages that cannot be read ({error}). Make the briefing again.") from error
    writer.compress_identical_objects(remove_duplicates=True)
    writer.metadata = {"/Title": title, "/Creator": SITE}
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def html(title: str, slides: Sequence[Made]) -> str:
    """The page that is printed, whole: styles and drawings stand in it."""
    shown = [Shown(printable(made.slide)) for made in laid.out(slides)]
    return render_to_string("pages/briefing_printed.html", {"title": title, "slides": shown, "site": SITE, "on_paper": True})


def printable(slide: Slide) -> Slide:
    """The slide with drawings that a PDF keeps sharp and small."""
    return replace(slide, svg=stroked(slide.svg), key=tuple((stroked(mark), words) for mark, words in slide.key))


def printed(browser: str, page: Path, target: Path) -> None:
    """Prints a page of this machine into a file; a browser that hangs is killed with all its processes. Raises PictureFailed in words,
    and OSError where the disk is full."""
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
    if not is_whole(target):
        if has_no_room(page.parent):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        last = said.decode(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
        raise PictureFailed(f"Chromium could not print the pages ({last[0][:120]}). Make the briefing again.")


def is_whole(file: Path) -> bool:
    """Whether a PDF is there from its first to its last words."""
    content = file.read_bytes() if file.is_file() else b""
    return content.startswith(PDF_BEGINS) and PDF_ENDS in content[-END_BYTES:]


def has_no_room(folder: Path) -> bool:
    """Whether the disk of a folder has less room than a print takes."""
    return shutil.disk_usage(folder).free < PRINT_BYTES


def end(started: "subprocess.Popen[bytes]") -> None:
    """Ends a browser and every process of its own."""
    try:
        os.killpg(started.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        started.wait()
