"""Says an entry of the ledger in the few words an editor knows it by; must not know the database."""

from initiatives.ingest.values import KnownEntry, KnownOrganization
from initiatives.naming import entry_in_words, short_name


def known_entry_in_words(entry: KnownEntry, organizations: tuple[KnownOrganization, ...] = ()) -> str:
    """`METI's five-year support (21 Dec 2025)`: the entry's own words where it has some, else made of its funder, years and day."""
    if entry.described:
        return entry.described
    payer = _short(entry.funders[0], organizations) if len(entry.funders) == 1 else None
    return entry_in_words(payer, entry.initiative, entry.stage, entry.origin, entry.period, entry.announced_on)


def _short(name: str, organizations: tuple[KnownOrganization, ...]) -> str:
    return next((short_name(name, each.aliases) for each in organizations if each.name == name), name)
