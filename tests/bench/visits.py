"""One visit of a page in a real browser: when its chart is seen, what came until then, and when a filter has changed it; knows no product."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Error, Page

WATCH: Final = Path(__file__).with_name("watch.js")
TIMEOUT_SECONDS: Final = 15
SETTLES_MS: Final = 700  # a page that is seen may still move or load
LOOK_EVERY_SECONDS: Final = 0.03
BARS: Final = "vis('.js-plotly-plot .barlayer .point path')"


@dataclass(frozen=True, slots=True)
class Target:
    """A page with a chart. The conditions are JavaScript; `steps` are the verbs and selectors of one filter, of which the last starts the clock."""

    name: str
    address: str
    visible: str
    steps: tuple[tuple[str, ...], ...] = ()
    updated: str = "state() !== before"
    state: str = "location.search"


@dataclass(frozen=True, slots=True)
class Visit:
    """Milliseconds to the first chart with an empty and a filled cache and from a filter to the changed one; kilobytes until then; shift."""

    cold: float
    warm: float
    kilobytes: float
    shift: float
    update: float | None


class Unseen(Exception):
    """What was waited for did not happen: says what and where."""


class Traffic:
    """Bytes on the wire as the browser reports them, by its own clock."""

    def __init__(self, page: Page) -> None:
        self.received: list[tuple[float, float]] = []
        self.start: float | None = None
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self.begin)
        session.on("Network.loadingFinished", lambda event: self.received.append((event["timestamp"], event["encodedDataLength"])))

    def begin(self, event: dict[str, Any]) -> None:
        self.start = self.start or event["timestamp"]

    def kilobytes(self, milliseconds: float) -> float:
        """What came within this time after the first request."""
        return sum(size for at, size in self.received if self.start and at <= self.start + milliseconds / 1000) / 1000


def visit(browser: Browser, target: Target) -> Visit:
    """One round with a browser that knows nothing of the page. Raises Unseen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    try:
        context.add_init_script(watching(target))
        page = context.new_page()
        traffic = Traffic(page)
        cold = seen(page, target)
        page.wait_for_timeout(SETTLES_MS)
        kilobytes, shift = traffic.kilobytes(cold), float(page.evaluate("bench.shift"))
        page.goto("about:blank")
        warm = seen(page, target)
        page.wait_for_timeout(SETTLES_MS)
        return Visit(cold, warm, kilobytes, shift, updated(page, target) if target.steps else None)
    except Error as error:
        raise Unseen(f"{target.name} at {target.address}: {str(error).splitlines()[0]}") from error
    finally:
        context.close()


def watching(target: Target) -> str:
    """The script that looks for what this target calls seen and changed."""
    words = WATCH.read_text(encoding="utf-8")
    return words.replace("(VISIBLE)", f"({target.visible})").replace("(STATE)", f"({target.state})").replace("(UPDATED)", f"({target.updated})")


def seen(page: Page, target: Target) -> float:
    page.goto(target.address, wait_until="commit", timeout=TIMEOUT_SECONDS * 1000)
    return until(page, "window.bench?.visible || null", f"{target.name}: no chart")


def updated(page: Page, target: Target) -> float:
    """Milliseconds from the filter's event to the changed chart."""
    for step in target.steps[:-1]:
        act(page, step)
    page.evaluate("bench.arm()")
    act(page, target.steps[-1])
    return until(page, "+sessionStorage.done > 1 ? sessionStorage.done - sessionStorage.start : null", f"{target.name}: nothing changed")


def act(page: Page, step: tuple[str, ...]) -> None:
    verb, *words = step
    if verb == "wait":
        page.wait_for_selector(words[0])
    else:
        {"click": page.click, "select": page.select_option}[verb](*words)  # type: ignore[operator]


def until(page: Page, expression: str, otherwise: str) -> float:
    """Asks the page until it answers; the time itself was taken inside it. Raises Unseen, with what the page last refused to answer by."""
    deadline, refusal = time.monotonic() + TIMEOUT_SECONDS, ""
    while time.monotonic() < deadline:
        try:
            if (value := page.evaluate(expression)) is not None:
                return float(value)
            refusal = ""
        except Error as error:  # while a navigation is under way; then the next page is asked
            refusal = f": {str(error).splitlines()[0]}"
        time.sleep(LOOK_EVERY_SECONDS)
    raise Unseen(f"{otherwise} within {TIMEOUT_SECONDS} s at {page.url}{refusal}")
