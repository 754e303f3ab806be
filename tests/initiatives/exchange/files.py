"""Writes small files of the exchange format for tests: one initiative with everything right, which each test changes where it looks."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Object = dict[str, Any]

ADDRESS = "https://news.example/fjord"


def article(url: str = ADDRESS, **changes: Any) -> Object:
    return {"url": url, "title": "Norden builds a computer", "publisher": "Example News", "class": "press", "published": "2025-03-01"} | changes


def entry(key: str, **changes: Any) -> Object:
    plain: Object = {
        "key": key,
        "amount": 1_000_000,
        "currency": "NOK",
        "hedge": "exact",
        "amount_low": None,
        "amount_high": None,
        "usd_as_published": None,
        "stage": "announced",
        "origin": "public",
        "scope": "ai",
        "funders": [],
        "channel": None,
        "recipient_country": None,
        "announced_on": "2025-03-01",
        "period": None,
        "instrument": "grant",
        "relation": "new",
        "related_to": None,
        "within": None,
        "new_money": "new",
        "tier": 2,
        "note": None,
        "source": ADDRESS,
    }
    return plain | changes


def funder(organization: str | None = None, **changes: Any) -> Object:
    return {"organization": organization, "country": None, "share": None, "described": None} | changes


def participant(organization: str | None, **changes: Any) -> Object:
    plain = {"organization": organization, "kind": "company", "country": "NOR", "role": "lead", "status": "confirmed", "source": ADDRESS}
    return plain | changes


def quantity(key: str, **changes: Any) -> Object:
    plain = {"key": key, "measure": "megawatts", "value": 20, "hedge": "about", "status": "planned", "by": 2028}
    return plain | {"relation": "new", "related_to": None, "source": ADDRESS, "note": None} | changes


def point(**changes: Any) -> Object:
    return {"kind": "goal", "aspect": "language", "country": None, "text": "Models that speak Norwegian.", "source": ADDRESS} | changes


def comment(**changes: Any) -> Object:
    plain = {"speaker": "Kari Nordmann", "title": None, "affiliation": None, "actor": "analyst", "country": "NOR", "interest": None}
    more = {"stance": "cautious", "aspects": ["energy"], "position": "Asks where the power comes from.", "quote": None, "date": "2025-03"}
    return plain | more | {"source": ADDRESS} | changes


def initiative(slug: str = "fjord-computer", **changes: Any) -> Object:
    """Everything right: one of each part."""
    plain: Object = {
        "slug": slug,
        "name": "Fjord Computer",
        "countries": ["NOR"],
        "kind": "compute",
        "status": "underway",
        "announced": "2025-03",
        "start": "2025",
        "end": None,
        "summary": "A public computer for language models.",
        "themes": ["compute", "language-models"],
        "funding": [entry(f"{slug}#1", funders=[funder("Ministry of Fjords", country="NOR")])],
        "participants": [participant("Fjord Machines")],
        "quantities": [quantity(f"{slug}~1")],
        "points": [point()],
        "commentary": [comment()],
        "articles": [article()],
    }
    return plain | changes


def write(folder: Path, *initiatives: Mapping[str, Any] | str | bytes, name: str = "record.jsonl") -> Path:
    """A file with these lines; text and bytes stand as they are."""
    path = folder / name
    path.write_bytes(b"".join(_line(value) + b"\n" for value in initiatives))
    return path


def write_organizations(folder: Path, *rows: str) -> Path:
    path = folder / "organizations.csv"
    path.write_text("\n".join(["name,kind,country,aliases", *rows, ""]), encoding="utf-8")
    return path


def _line(value: Mapping[str, Any] | str | bytes) -> bytes:
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).encode()
