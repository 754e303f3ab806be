"""Decides which publisher a page may name as its own: its host is known, and whatever else it claims is not; must not go anywhere."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from initiatives.ingest.steps.extract.canonical import site_of
from initiatives.ingest.values import Doubt
from initiatives.text import fold

# Names that readers trust, with the sites at which they publish: a page elsewhere that calls itself so is not theirs.
SITES: dict[str, tuple[str, ...]] = {
    "reuters": ("reuters.com",), "thomson reuters": ("reuters.com", "thomsonreuters.com"), "associated press": ("apnews.com", "ap.org"),
    "ap": ("apnews.com", "ap.org"), "ap news": ("apnews.com",), "afp": ("afp.com",), "agence france presse": ("afp.com",),
    "bloomberg": ("bloomberg.com",), "bbc": ("bbc.com", "bbc.co.uk"), "bbc news": ("bbc.com", "bbc.co.uk"), "cnn": ("cnn.com",),
    "cnbc": ("cnbc.com",), "financial times": ("ft.com",), "new york times": ("nytimes.com",), "washington post": ("washingtonpost.com",),
    "wall street journal": ("wsj.com",), "wsj": ("wsj.com",), "guardian": ("theguardian.com", "guardian.co.uk"), "economist": ("economist.com",),
    "politico": ("politico.com", "politico.eu"), "nikkei": ("nikkei.com",), "nikkei asia": ("nikkei.com",), "xinhua": ("xinhuanet.com", "news.cn"),
    "yonhap": ("yna.co.kr",), "kyodo news": ("kyodonews.net",), "le monde": ("lemonde.fr",), "les echos": ("lesechos.fr",),
    "handelsblatt": ("handelsblatt.com",), "der spiegel": ("spiegel.de",), "el pais": ("elpais.com",), "euronews": ("euronews.com",),
    "al jazeera": ("aljazeera.com", "aljazeera.net"), "techcrunch": ("techcrunch.com",), "white house": ("whitehouse.gov",),
    "european commission": ("europa.eu",), "dpa": ("dpa.com",), "south china morning post": ("scmp.com",), "straits times": ("straitstimes.com",),
}  # fmt: skip
_HOST = re.compile(r"^\W*(?:https?://)?((?:[\w-]{1,63}\.){1,6}[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3})\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who may be called the publisher, and the doubt where the page claims another one; both None where nothing is known."""

    publisher: str | None
    doubt: Doubt | None = None


def claim_of(named: str | None, canonical: str | None, url: str | None) -> Claim:
    """The publisher of the page at `url` that names itself so, and names `canonical` as the address of its article."""
    host = host_of(url)
    if not host:
        return Claim(named)
    own = host.removeprefix("www.")
    elsewhere = _elsewhere(canonical, url, host)
    if named and _belongs_to_another(named, host):
        return Claim(own, _doubt(f"The page names {named} as its publisher, but stands at {own}."))
    if elsewhere:
        return Claim(own, _doubt(f"The page gives an address at {elsewhere} as its own, but stands at {own}."))
    return Claim(named or own)


def host_of(address: str | None) -> str:
    """The host in small letters; empty where there is none."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def _doubt(words: str) -> Doubt:
    return Doubt("other-publisher", f"{words} Its host stands as the publisher here; look at the page.")


def _belongs_to_another(named: str, host: str) -> bool:
    """Whether the name is that of a well-known publisher, or of a host, elsewhere."""
    bare = " ".join(re.findall(r"\w+", fold(named))).removeprefix("the ")
    sites = SITES.get(bare)
    if sites is not None:
        return site_of(host) not in sites
    written = _HOST.match(named)
    return written is not None and _label(written[1].lower()) != _label(host)


def _elsewhere(canonical: str | None, url: str | None, host: str) -> str:
    """The host of a canonical address that belongs to another publisher; empty for the page's own, and for none."""
    try:
        there = host_of(urljoin(url or "", (canonical or "").strip()))
    except ValueError:
        return ""
    return "" if not there or _label(there) == _label(host) else there.removeprefix("www.")


def _label(host: str) -> str:
    """What a publisher's sites in several countries share: `bbc` of bbc.com and bbc.co.uk; an address of figures is whole."""
    return host if host.replace(".", "").isdigit() else site_of(host).split(".")[0]
