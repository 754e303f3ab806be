"""The other names of an initiative in the format: `also_called`, and `keys_of` for statements that came from other initiatives with their keys."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from initiatives.exchange import checks
from initiatives.exchange.problems import Wrong, shown
from initiatives.exchange.rows import Part
from initiatives.models import InitiativeName

COLUMNS = ("name", "slug", "until")
NAMES = Part("also_called", InitiativeName, "initiative_id", ("order", *COLUMNS), lambda row: row.name, has_keys=True)


def check(value: Any) -> list[dict[str, Any]]:
    """A list of {name, slug, until}; slug and until may be left out. Raises Wrong."""
    if not isinstance(value, list) or not all(isinstance(item, dict) and item.keys() <= set(COLUMNS) for item in value):
        raise Wrong(f'{shown(value)} is no list of names. Use [{{"name": …, "slug": …, "until": …}}], where slug and until may be left out.')
    names = [_name(item) for item in value]
    if len({name["name"] for name in names}) < len(names):
        raise Wrong("a name stands twice. Give each once.")
    return names


def rows(initiative_id: int, names: Sequence[Mapping[str, Any]]) -> list[InitiativeName]:
    """The rows of checked names."""
    return [InitiativeName(initiative_id=initiative_id, order=order, **name) for order, name in enumerate(names)]


def dumped(stored: Sequence[InitiativeName]) -> list[dict[str, Any]]:
    """The names as the format writes them: what is empty is left out."""
    told = ({"name": row.name, "slug": row.slug, "until": row.until and row.until.isoformat()} for row in stored)
    return [{key: value for key, value in name.items() if value} for name in told]


def _name(item: Mapping[str, Any]) -> dict[str, Any]:
    name, slug, until = checks.text(200)(item.get("name")), item.get("slug") or "", item.get("until")
    if slug:
        checks.tag("a slug", 120)(slug)
    try:
        return {"name": name, "slug": slug, "until": date.fromisoformat(until) if until is not None else None}
    except (TypeError, ValueError):
        raise Wrong(f"{shown(until)} is no day. Write it as 2025-12-31.") from None
