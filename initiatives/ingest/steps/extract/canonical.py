"""Decides whether the canonical address that a page declares says which article it is; must not go there."""

from urllib.parse import urljoin, urlsplit

_SECOND_LEVELS = frozenset({"ac", "co", "com", "edu", "gob", "gouv", "gov", "go", "govt", "mil", "ne", "net", "or", "org", "gc"})


def trusted(canonical: str | None, url: str | None) -> str | None:
    """The canonical address, absolute, where it may name this article: on the same site, and not the home page of a page that is none.

    A page that names an article of another site would otherwise pass for that article and put it, or itself, out of sight.
    A page without an address of its own was handed in by a person; it is believed.
    """
    if not canonical:
        return None
    try:
        address = urljoin(url or "", canonical.strip())
        there, here = urlsplit(address), urlsplit(url or "")
        hosts = there.hostname, here.hostname
    except ValueError:
        return None
    if there.scheme not in ("http", "https") or not hosts[0] or any(ord(character) < 33 for character in address):
        return None
    if url is None:
        return address
    if site_of(hosts[0]) != site_of(hosts[1] or ""):
        return None
    return None if not _says_which(there.path, there.query) and _says_which(here.path, here.query) else address


def site_of(host: str) -> str:
    """The part of a host's name under which one publisher writes: its last two names, three below `co.uk` and the like."""
    names = host.lower().rstrip(".").split(".")
    count = 3 if len(names) > 2 and len(names[-1]) == 2 and names[-2] in _SECOND_LEVELS else 2
    return host if names[-1].isdigit() else ".".join(names[-count:])


def _says_which(path: str, query: str) -> bool:
    return bool(path.strip("/") or query)
