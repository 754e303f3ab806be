"""Goes through the plan of a making: one slide after the other, each read at the same edition and kept before the next; then the files."""

import errno
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from billiard.exceptions import SoftTimeLimitExceeded
from django.db import Error as DatabaseError
from django.http import QueryDict

from dashboard import short
from dashboard.briefings import content, deck, plan, printed, selection, values, work, workbook
from dashboard.briefings.content.state import Earlier, Made, State
from dashboard.briefings.models import Making
from dashboard.briefings.names import file_name
from dashboard.briefings.selection import Selection
from dashboard.exports.browser import PictureFailed
from dashboard.filters import FilterError
from dashboard.queries import editions
from dashboard.queries.readiness import Unsettled, state_of

log = logging.getLogger(__name__)

NO_SPACE: Final = ("53100", "53200")  # PostgreSQL: disk full, out of memory
DISK_FULL: Final = "There is no room left on the disk. Nothing half was kept; make room and ask again."
UNEXPECTED: Final = "{kind}: {error}. The worker's log has the rest."
LONGEST_WORDS: Final = 300


def work_on(making_id: int) -> None:
    """Makes what is left of a making, unless another worker has it. Whatever goes wrong is kept in words; a lost database is left to the sweeper."""
    with work.claimed(making_id) as making:
        if making is None:
            return
        try:
            carry_out(making)
        except work.Stopped:
            log.info("The making %s goes no further: it was cancelled, or has failed in words", making_id)


def carry_out(making: Making) -> None:
    """Slides, then files. Raises Stopped where somebody cancelled it."""
    wanted = selection.read(making.selection)
    with told(making, "The figures could not be read"):
        begin(making, wanted)
    done = set(making.slides.values_list("place", flat=True))
    for place, key in enumerate(making.plan, 1):
        if place not in done:
            with told(making, f"Slide {place}, {plan.name_of(key)}, could not be made"):
                make_slide(making, wanted, place, key)
    remarks = make_files(making, wanted)
    work.finish(making, remarks)


def begin(making: Making, wanted: Selection) -> None:
    """Freezes edition and plan, and keeps the figures that the next making is compared with; nothing where that is done already."""
    if not making.plan:
        now = editions.newest()
        edition = wanted.filters.edition or now.number
        slides = plan.slides(wanted, has_earlier=earlier_of(making) is not None)
        work.keep(making, edition=edition, stamp=now.stamp, as_of=now.day, plan=list(slides), steps=len(slides) + len(plan.FILES))
    if making.figures is None:
        work.keep(making, step=f"Reading the figures of edition {making.edition}")
        with reading(making, wanted) as state:
            figures = content.figures_of(state)
        work.keep(making, figures=figures, as_of=state.day)


@contextmanager
def reading(making: Making, wanted: Selection) -> Iterator[State]:
    """What the slides are made from, everything inside at the edition of the making."""
    query = QueryDict(wanted.query, mutable=True)
    if making.edition:
        query["edition"] = str(making.edition)
    with short.kept(), state_of(query) as filters:
        now = editions.current()
        own = filters.model_copy(update={"edition": None})
        yield State(wanted, own, making.edition or now.number, now.day, tuple(making.plan), earlier_of(making), making.figures)


def earlier_of(making: Making) -> Earlier | None:
    """The last making that was finished before this one, None where this is the first."""
    found = (
        Making.objects.filter(briefing=making.briefing_id, number__lt=making.number, state="done", figures__isnull=False).order_by("-number").first()
    )
    return Earlier(found.figures, found.edition or 0, found.as_of) if found and found.figures else None


def make_slide(making: Making, wanted: Selection, place: int, key: str) -> None:
    """One slide, gathered and kept."""
    work.keep(making, step=f"Slide {place} of {len(making.plan)}: {plan.name_of(key)}")
    with reading(making, wanted) as state:
        made = content.made(state, key)
    work.keep_slide(making, place, key, values.kept(made.slide), made.picture)


def slides_of(making: Making) -> list[Made]:
    """The finished slides in their order."""
    rows = making.slides.order_by("place").values_list("content", "picture")
    return [Made(values.read(slide), bytes(picture) if picture is not None else None) for slide, picture in rows]


def make_files(making: Making, wanted: Selection) -> list[str]:
    """Workbook, deck and PDF, each whole and at once; answers with what has to be told."""
    with told(making, "The finished slides could not be read again"):
        slides = slides_of(making)
    lacking = tuple(f"{name}: " for name in plan.FILES.values())
    remarks = [one for one in making.remarks if not one.startswith(lacking)]
    remarks += [made.slide.remark for made in slides if made.slide.remark]
    have = set(making.files.values_list("extension", flat=True))
    made_day = making.as_of
    writes: dict[str, Callable[[], bytes]] = {
        "xlsx": lambda: written_workbook(making, wanted),
        "pptx": lambda: written_deck(making, wanted, slides, remarks),
        "pdf": lambda: printed.pdf(wanted.title, slides),
    }
    for extension, write in writes.items():
        if extension in have:
            continue
        name = plan.FILES[extension]
        work.keep(making, step=f"Writing the {name} file")
        try:
            with told(making, f"All slides are made, but the {name} file could not be written"):
                work.keep_file(making, extension, file_name(wanted.title, making.edition or 0, made_day, extension), write())
        except PictureFailed as error:
            remarks.append(f"{name}: {error}")
            work.keep(making, done=making.done + 1)
    return list(dict.fromkeys(remarks))


def written_workbook(making: Making, wanted: Selection) -> bytes:
    """The workbook, read at the edition of the making."""
    with reading(making, wanted) as state:
        return workbook.workbook(state)


def written_deck(making: Making, wanted: Selection, slides: list[Made], remarks: list[str]) -> bytes:
    """The deck in the template of the briefing, if it has one."""
    template = making.briefing.template if wanted.template_name else None
    made, remark = deck.deck(wanted.title, making.as_of, slides, bytes(template) if template else None)
    remarks += [remark] if remark else []
    return made


@contextmanager
def told(making: Making, what: str) -> Iterator[None]:
    """Whatever goes wrong inside ends the making in words and raises Stopped; a missing browser and a lost database are for others to deal with."""
    try:
        yield
    except (work.Stopped, PictureFailed, SoftTimeLimitExceeded):
        raise
    except DatabaseError as error:
        if getattr(error.__cause__, "pgcode", None) not in NO_SPACE:
            raise
        stop(making, what, DISK_FULL, error)
    except OSError as error:
        stop(making, what, DISK_FULL if error.errno == errno.ENOSPC else f"{error.strerror or error}.", error)
    except (FilterError, Unsettled) as error:
        stop(making, what, str(error), error)
    except Exception as error:
        stop(making, what, UNEXPECTED.format(kind=type(error).__name__, error=str(error).rstrip(".")), error)


def stop(making: Making, what: str, why: str, error: Exception) -> None:
    """Ends the making in words. Raises Stopped."""
    log.error("The making %s stopped: %s", making.pk, what, exc_info=error)
    words = f"{what}. {why[:LONGEST_WORDS]} {work.kept_in_words(making)}"
    work.fail(making, words)
    raise work.Stopped from error
