"""Reads an address, resolves it once and says which of its network addresses may be gone to; must not open a connection."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as WaitedTooLong
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from initiatives.ingest.fetch.values import Failure

PORTS = {"http": 80, "https": 443}
LONGEST_ADDRESS_CHARACTERS = 4_000
NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Public by their numbers, or not known to Python 3.11 as what they are: for protocols, relays, documentation, and IPv4 inside.
UNTRUSTED = tuple(
    ipaddress.ip_network(network)
    for network in ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "::/96", "::ffff:0:0:0/96", "fec0::/10", "2001:db8::/32", "3fff::/20")
)
ISATAP = (0x00005EFE, 0x02005EFE)  # the third quarter of an address that holds an IPv4 address in its last
IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads: `host` as sent in the Host header and checked in the certificate, `path` with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, without a port that goes without saying."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{shown}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def address(self) -> str:
        """The whole address."""
        return self.origin + self.path


def read(address: str, allow_loopback: bool) -> Target | Failure:
    """The target of an http or https address on its own port. Every port is open on loopback where that is allowed at all."""
    shown = _shown(address)
    try:
        parts = urlsplit(address)
        scheme, host, port = parts.scheme.lower(), _host(parts.hostname), parts.port
    except ValueError:
        return Failure(f"“{shown}” cannot be read as an address. Use one like https://example.org/article.", "address")
    if len(address) > LONGEST_ADDRESS_CHARACTERS or any(ord(character) < 33 for character in address):
        return Failure(
            f"“{shown}” holds blanks or control characters, or is longer than {LONGEST_ADDRESS_CHARACTERS:,} characters. Use one without.", "address"
        )
    if scheme not in PORTS or not host:
        return Failure(f"“{shown}” is not an address of the web. Use one that begins with http:// or https:// and names a host.", "address")
    if parts.username is not None or parts.password is not None:
        return Failure(f"The address at {host} carries a name or password. Use one without.", "address")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else "")
    target = Target(scheme, host, PORTS[scheme] if port is None else port, path)
    if target.port not in PORTS.values() and not allow_loopback:
        return Failure(f"{host} is asked for on port {target.port}. Only ports 80 and 443 are used: give the address without a port.", "address")
    return target


def resolve(host: str, port: int) -> Sequence[str]:
    """Every network address of a host, as the system's resolver answers. Raises OSError where there is none."""
    return [str(answer[4][0]) for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def checked(target: Target, allow_loopback: bool, seconds: float, resolver: Resolver = resolve) -> list[str] | Failure:
    """The network addresses of a target, resolved once; a failure unless every one of them is public (or loopback, where that is allowed)."""
    answers = _resolved(target, seconds, resolver)
    if isinstance(answers, Failure):
        return answers
    refused = next((answer for answer in answers if not _is_allowed(answer, target.port, allow_loopback)), None)
    if refused is not None:
        return Failure(f"{target.host} leads to {refused}, which is not a public address. Nothing was sent there.", "not-public")
    return list(dict.fromkeys(answers))


def is_public(answer: str) -> bool:
    """Whether a network address belongs to the public internet, also where an IPv4 address is wrapped in an IPv6 one."""
    try:
        address = ipaddress.ip_address(answer.split("%", 1)[0])
    except ValueError:
        return False
    return "%" not in answer and all(_is_global(one) for one in (address, *_wrapped(address)))


def _resolved(target: Target, seconds: float, resolver: Resolver) -> Sequence[str] | Failure:
    waiting = ThreadPoolExecutor(max_workers=1, thread_name_prefix="resolver")
    try:
        answers = waiting.submit(resolver, target.host, target.port).result(timeout=seconds)
    except WaitedTooLong:
        return Failure(f"No name server answered for {target.host} within {seconds:.0f} s.", "slow")
    except (OSError, UnicodeError) as error:
        return Failure(_not_found(target.host, error), "unreachable")
    finally:
        waiting.shutdown(wait=False)
    return answers or Failure(f"{target.host} has no network address.", "unreachable")


def _not_found(host: str, error: Exception) -> str:
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return f"No name server could say just now where {host} is."
    return f"{host} cannot be found: no name server knows it. Check the spelling of the address."


def _is_allowed(answer: str, port: int, allow_loopback: bool) -> bool:
    if allow_loopback and _is_loopback(answer):
        return True
    return port in PORTS.values() and is_public(answer)


def _is_loopback(answer: str) -> bool:
    try:
        return ipaddress.ip_address(answer).is_loopback
    except ValueError:
        return False


def _is_global(address: IpAddress) -> bool:
    if any(address in network for network in UNTRUSTED):  # of one version only: the other's are in none
        return False
    if address in NAT64:  # as public as the IPv4 address inside, which is judged with it
        return True
    special = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback or address.is_link_local
    return address.is_global and not special


def _wrapped(address: IpAddress) -> list[IpAddress]:
    """The IPv4 addresses inside an IPv6 one: mapped, 6to4, Teredo, NAT64, ISATAP."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inside: list[IpAddress] = [one for one in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())) if one is not None]
    holds_one = address in NAT64 or int(address) >> 32 & 0xFFFFFFFF in ISATAP
    return [*inside, ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)] if holds_one else inside


def _host(host: str | None) -> str:
    """The host in the form that goes on the wire: a name in ASCII (IDNA), without a final dot; an IPv4 address in its usual notation."""
    bare = (host or "").rstrip(".")
    plain = bare if bare.isascii() else bare.encode("idna").decode("ascii").rstrip(".")
    try:
        return socket.inet_ntoa(socket.inet_aton(plain))
    except (OSError, ValueError):
        return plain


def _shown(address: str) -> str:
    return "".join(character if character.isprintable() else " " for character in address[:120])
