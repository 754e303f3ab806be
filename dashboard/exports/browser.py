"""One warm Chromium that turns figures into PNG and PDF through Kaleido; knows no chart, no request and no cache.

A browser that hangs or fails is killed with all its processes and the next picture starts a new one. Nothing is fetched: plotly.js is a file that is
named or that of the installed package, MathJax is off, and our figures need no map service.
"""

import asyncio
import atexit
import contextlib
import os
import shutil
import signal
import threading
from concurrent.futures import TimeoutError as TooLate
from pathlib import Path
from typing import Any, Final

import kaleido

from dashboard.figures.theme import Figure

PICTURE_TIMEOUT_SECONDS: Final = 20  # a warm picture takes 0.1 s, the first one 2 to 4 s
CLOSE_TIMEOUT_SECONDS: Final = 8
PICTURES_A_BROWSER: Final = 300  # Chromium's memory grows with every picture
USUAL_SCALE: Final = 2  # of a PNG
HOW_TO_INSTALL: Final = (
    "Install Chromium where the pictures are made (on Debian: apt-get install chromium fonts-noto-core fonts-noto-cjk) "
    "or name its path in CHROMIUM_PATH. SVG, CSV, Excel and JSON need no browser."
)


class PictureFailed(Exception):
    """A picture could not be made; the message says why, and what to do."""


class BrowserMissing(PictureFailed):
    """There is no Chromium."""


def found(path: str) -> str:
    """The browser's full path. Raises BrowserMissing, in words."""
    full = shutil.which(path)
    if full is None:
        raise BrowserMissing(f"No Chromium at {path}, so PNG and PDF cannot be made. {HOW_TO_INSTALL}")
    return full


class KeptPage(kaleido.Kaleido):
    """Kaleido with one page for all pictures: it would load the page anew, plotly.js and all, before it hands a picture out: most of the time.

    A page that failed is never used again, for `WarmBrowser` then ends the browser."""

    async def _return_kaleido_tab(self, tab: Any) -> None:
        await self.tabs_ready.put(tab)


class WarmBrowser:
    """A browser of this process, started with its first picture. Safe to use from several threads, one picture at a time.

    `plotly`: a file of plotly.js that knows all our kinds of traces and is read faster than that of the package."""

    def __init__(self, path: str, timeout_seconds: float = PICTURE_TIMEOUT_SECONDS, plotly: Path | None = None) -> None:
        self.path = path
        self.plotly = plotly
        self.timeout_seconds = timeout_seconds
        self.pictures = 0
        self._kaleido: kaleido.Kaleido | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._one_at_a_time = threading.Lock()
        atexit.register(self.close)

    def picture(self, figure: Figure, extension: str, scale: int = USUAL_SCALE) -> bytes:
        """The figure as `png` (at `scale` times its size) or `pdf`. Raises BrowserMissing, or PictureFailed after the time limit."""
        with self._one_at_a_time:
            options = {"format": extension, "scale": scale if extension == "png" else 1}
            if self._has_died():
                self.kill()
            try:
                return self._picture(figure, options)
            except TooLate as error:
                self.kill()
                raise PictureFailed(f"Chromium did not answer within {self.timeout_seconds:g} s and was stopped. Ask again.") from error
            except BrowserMissing:
                raise
            except Exception as error:
                self.kill()
                raise PictureFailed(f"Chromium could not make the picture ({type(error).__name__}: {error}). Ask again.") from error

    def close(self) -> None:
        """Ends the browser, gently and else by force."""
        if self._kaleido is not None:
            with contextlib.suppress(TooLate, RuntimeError, OSError):
                self._run(self._kaleido.close(), CLOSE_TIMEOUT_SECONDS)
        self.kill()

    def kill(self) -> None:
        """Ends the browser and every process of its own, at once."""
        started = getattr(self._kaleido, "subprocess", None)
        if started is not None and started.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._kaleido, self._loop, self.pictures = None, None, 0

    def _has_died(self) -> bool:
        """Whether somebody ended the browser since the last picture; a new one is then started at once."""
        started = getattr(self._kaleido, "subprocess", None)
        return started is not None and started.poll() is not None

    @property
    def process(self) -> int | None:
        """The number of the browser's process, None while there is none."""
        return getattr(getattr(self._kaleido, "subprocess", None), "pid", None)

    def _picture(self, figure: Figure, options: dict[str, Any]) -> bytes:
        if self.pictures >= PICTURES_A_BROWSER:
            self.close()
        opened = self._opened()
        self.pictures += 1
        return bytes(self._run(opened.calc_fig(figure, opts=options), self.timeout_seconds))

    def _opened(self) -> kaleido.Kaleido:
        if self._kaleido is None:
            path = found(self.path)
            self._loop = asyncio.new_event_loop()
            threading.Thread(target=_turn, args=(self._loop,), name="chromium", daemon=True).start()
            self._kaleido = self._run(_start(path, self.plotly), self.timeout_seconds)
        return self._kaleido

    def _run(self, work: Any, seconds: float) -> Any:
        if self._loop is None:
            raise PictureFailed("The browser is not running. Ask again.")
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(seconds)


async def _start(path: str, plotly: Path | None) -> KeptPage:
    """A started browser; no sandbox, because the only page it opens is ours, from a file."""
    started = KeptPage(n=1, timeout=None, mathjax=False, plotlyjs=plotly, path=path, enable_sandbox=False)
    await started.open()
    return started


def _turn(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    loop.run_forever()
