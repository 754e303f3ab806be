"""What a browser must receive before a reader sees a chart for the first time; draws nothing."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin

from tests.bench import clients, servers
from tests.bench.findings import Finding, at_most
from tests.bench.places import Place

PAGE = "/charts/funding-by-country/"
MEGABYTE = 1_000_000
MOST_MEGABYTES = 0.25
ENCODINGS = "br, gzip"


class Needed(HTMLParser):
    """Collects the stylesheets, scripts and preloaded files of a page, and whether its chart is drawn in it."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.drawings = 0
        self.in_figure = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if tag == "link" and found.get("rel") in ("stylesheet", "preload", "modulepreload"):
            self.addresses.append(found.get("href") or "")
        elif tag == "script" and found.get("src"):
            self.addresses.append(found["src"] or "")
        self.in_figure = self.in_figure or tag == "figure"
        self.drawings += self.in_figure and tag == "svg"


def measure(place: Place) -> Iterator[Finding]:
    """The page with everything that it names, scripts that may come later included, in the encoding that browsers ask for."""
    with servers.product(place) as ours:
        clients.fetched(ours.address, PAGE, ENCODINGS)
        page = Needed()
        page.feed(clients.fetched(ours.address, PAGE).decode())
        sizes = {path: len(clients.fetched(ours.address, path, ENCODINGS)) for path in [PAGE, *page.addresses, *fonts(ours.address, page.addresses)]}
    more = f" in {len(sizes)} files, the page {sizes[PAGE] / MEGABYTE:.3f}"
    found = at_most(place.size, "chart page, first visit until the chart is seen", MOST_MEGABYTES, sum(sizes.values()) / MEGABYTE, "MB", more)
    yield found if page.drawings else Finding(place.size, found.what, found.target, "the page holds no drawing", False)


def fonts(address: str, paths: list[str]) -> list[str]:
    """Fonts that the stylesheets load."""
    found = []
    for path in paths:
        if path.endswith(".css"):
            words = clients.fetched(address, path).decode()
            found += [urljoin(path, name) for name in re.findall(r"url\([\"']?([^\"')]+\.woff2?)", words)]
    return found
