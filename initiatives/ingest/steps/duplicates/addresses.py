"""The one form of an address under which its variants meet; must not know what is stored."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|referrer|source|cmpid|ito|amp|output|outputType|CMP|"
    r"smid|ns_\w+|at_\w+)$",
    re.I,
)


def canonical_address(address: str) -> str:
    """An address without tracking, fragment, default port, `www.`, `/amp` and a closing slash; https for http.

    Any text that is no address is returned as it is.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return address.strip()
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return address.strip()
    host = parts.hostname.lower().removeprefix("www.").removeprefix("amp.")
    host = host if port in (None, 80, 443) else f"{host}:{port}"
    path = re.sub(r"/(?:amp|index\.html?)/?$", "", re.sub(r"^/amp/", "/", parts.path)).rstrip("/")
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])))
    return urlunsplit(("https", host, path or "/", query, ""))
