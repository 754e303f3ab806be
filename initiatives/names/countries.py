"""Countries and the actors that are not countries: their codes, display names, other names, regions and calendars; must not guess.

Codes are ISO 3166-1 alpha-3, `XKX` for Kosovo, and a short word for an actor (`EUU`, `ASEAN`). The names are this project's own display names, not
those of ISO. Names and borders follow common usage in English and take no position on sovereignty.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from initiatives.names.table import items, rows
from initiatives.text import fold


@dataclass(frozen=True, slots=True)
class Country:
    """A country, or an actor that owns initiatives as a country does. `iso2` is None for actors; `members` is empty for countries."""

    code: str
    name: str
    region: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    iso2: str | None
    is_actor: bool
    fiscal_year_start_month: int
    members: tuple[str, ...]
    capital: str | None
    capitals: tuple[str, ...]

    def names(self) -> tuple[str, ...]:
        """The display name and every other name, without demonyms and capitals."""
        return (self.name, *self.aliases)


def _country(cells: list[str]) -> Country:
    code, iso2, name, region, capitals, demonyms, aliases, month = cells
    towns = items(capitals)
    return Country(code, name, region, items(aliases), items(demonyms), iso2, False, int(month), (), towns[0] if towns else None, towns)


def _actor(cells: list[str]) -> Country:
    code, name, region, seat, adjectives, aliases, members = cells
    seats = items(seat)
    return Country(code, name, region, items(aliases), items(adjectives), None, True, 1, tuple(members.split()), seats[0] if seats else None, seats)


COUNTRIES: dict[str, Country] = {country.code: country for country in (*map(_country, rows("countries")), *map(_actor, rows("actors")))}
EU_MEMBERS: tuple[str, ...] = COUNTRIES["EUU"].members
REGIONS: tuple[str, ...] = tuple(sorted({country.region for country in COUNTRIES.values()}))


def _folded_names() -> Iterator[tuple[str, str]]:
    for country in COUNTRIES.values():
        for name in {fold(name) for name in country.names()}:
            yield name, country.code


def _unambiguous() -> dict[str, str]:
    pairs = list(_folded_names())
    uses = Counter(name for name, _ in pairs)
    return {name: code for name, code in pairs if uses[name] == 1}


_BY_NAME = _unambiguous()
_BY_ISO2 = {country.iso2: country.code for country in COUNTRIES.values() if country.iso2}


def find(name: str) -> str | None:
    """The code of the country or actor that bears this name, alias or code; None where no name or more than one fits. Never a likeness.

    Accents, case and typographic apostrophes do not matter in names; codes are read in capitals only.
    """
    wanted = name.strip()
    if wanted in COUNTRIES:
        return wanted
    folded = fold(wanted)
    return _BY_NAME.get(folded) or _BY_NAME.get(folded.removeprefix("the ")) or _BY_ISO2.get(wanted)


def name_of(code: str) -> str:
    """The display name of a code; the code itself where it is not in the table."""
    return COUNTRIES[code].name if code in COUNTRIES else code


def in_region(region: str) -> tuple[str, ...]:
    """Codes of the countries of a region, without the actors."""
    return tuple(country.code for country in COUNTRIES.values() if country.region == region and not country.is_actor)
