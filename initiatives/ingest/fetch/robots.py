"""What a host's robots.txt allows; must not fetch it."""

from functools import lru_cache

from protego import Protego

from initiatives.ingest.fetch.values import PRODUCT

AGENT = PRODUCT.split("/")[0]
LONGEST_ROBOTS_BYTES = 500 * 1024  # RFC 9309 asks for at least this much to be read
LONGEST_DELAY_SECONDS = 30.0  # a host that asks for more is asked rarely anyway: an article is one page
ROBOTS_PATH = "/robots.txt"


@lru_cache(maxsize=256)
def read(text: str) -> Protego:
    """The rules of a robots.txt; unreadable lines are left out, as the standard says."""
    return Protego.parse(text)


def allows(text: str, address: str) -> bool:
    """Whether we may ask for the address."""
    return bool(read(text).can_fetch(address, AGENT))


def delay(text: str) -> float:
    """The pause between two requests that the host asks for, in seconds, 30 at most; 0 where it asks for none."""
    asked = read(text).crawl_delay(AGENT)
    return min(float(asked or 0), LONGEST_DELAY_SECONDS)
