"""The address of whoever asks, also where proxies stand before the site."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

NO_ADDRESS = "0.0.0.0"  # of a connection through a socket file


def address_of(request: HttpRequest) -> str:
    """The asking address as text, such as `203.0.113.7`.

    Without proxies it is the address of the connection, whatever the request says of itself. With `settings.PROXIES` of them it is the entry of
    `X-Forwarded-For` that the outermost of our own proxies wrote: the last but one for two, and so on. What stands further left anybody can write.
    A request that came past the proxies has fewer entries, and counts by its connection, as one whose entry is no address.
    """
    connection = address_in(request.META.get("REMOTE_ADDR", "")) or NO_ADDRESS
    if not settings.PROXIES:
        return connection
    entries = [entry.strip() for entry in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if entry.strip()]
    return (address_in(entries[-settings.PROXIES]) if len(entries) >= settings.PROXIES else None) or connection


def address_in(entry: str) -> str | None:
    """The address that an entry holds; None for anything else."""
    try:
        return str(ipaddress.ip_address(without_port(entry)))
    except ValueError:
        return None


def without_port(entry: str) -> str:
    """An address as some proxies write it, `203.0.113.7:4711` or `[2001:db8::1]:4711`, without brackets and port."""
    if entry.startswith("["):
        return entry[1:].partition("]")[0]
    return entry.partition(":")[0] if entry.count(":") == 1 else entry
