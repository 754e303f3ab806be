"""When a page stands: it is loaded, its scripts have run, and the focus that it gives itself is where it belongs."""

from playwright.sync_api import Error, Page

# a browser gives the focus of `autofocus` with a frame after the load
TWO_FRAMES = """() => window.standsForTests || new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(
    () => resolve(window.standsForTests = true))))"""
TRIES = 5


def stands(page: Page) -> None:
    """Waits until the page that is shown stands; a page that is left meanwhile is waited for anew."""
    for left in reversed(range(TRIES)):
        page.wait_for_load_state("load")
        try:
            page.evaluate(TWO_FRAMES)
        except Error:
            if not left:
                raise
        else:
            return
