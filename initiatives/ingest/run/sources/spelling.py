"""One spelling for the address of a source, and the others under which the same one may stand in the list."""

from urllib.parse import urlsplit, urlunsplit

PORTS = {"http": 80, "https": 443}


def spelled(address: str) -> str:
    """The address with scheme and host in small letters, without the port that goes without saying and without a fragment."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return address.strip()
    if "@" in parts.netloc:  # a name or a password, which the door refuses in words
        return address.strip()
    scheme, host = parts.scheme.lower(), (parts.hostname or "").rstrip(".")
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, PORTS.get(scheme)) else f"{shown}:{port}"
    return urlunsplit((scheme, place, parts.path or "/", parts.query, ""))


def spellings(address: str) -> list[str]:
    """The addresses that lead where this one leads: http and https, with and without www and a closing slash; and as it was given."""
    parts = urlsplit(spelled(address))
    bare, path = parts.netloc.removeprefix("www."), parts.path.rstrip("/")
    forms = [
        urlunsplit((scheme, host, way, parts.query, ""))
        for scheme in PORTS
        for host in (bare, f"www.{bare}")
        for way in dict.fromkeys((path, f"{path}/"))
    ]
    return list(dict.fromkeys([address, *forms]))
