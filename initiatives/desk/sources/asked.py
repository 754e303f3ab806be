"""What the address of the list of sources asks for; what cannot be read is said in words, and left out. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from initiatives.models.source import SOURCE_STATES
from initiatives.names.countries import COUNTRIES

SWITCHES = {"on": "on", "off": "off"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which sources are asked for; an empty word asks for all. `faults` is what was refused."""

    state: str = ""
    country: str = ""
    watched: str = ""
    faults: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether only a part of the sources is asked for."""
        return bool(self.state or self.country or self.watched)

    def wants(self, state: str, country: str | None, watched: bool) -> bool:
        """Whether a source in this state, of this country, on or off, is asked for."""
        return self.state in ("", state) and self.country in ("", country) and self.watched in ("", "on" if watched else "off")


def asked_in(query: Mapping[str, str]) -> Asked:
    """The sources that the query names."""
    faults: list[str] = []
    state = one_of(query, "state", SOURCE_STATES, faults)
    country = one_of(query, "country", COUNTRIES, faults, "a code of three letters such as JPN")
    return Asked(state, country, one_of(query, "watched", SWITCHES, faults), tuple(faults))


def one_of(query: Mapping[str, str], name: str, allowed: Iterable[str], faults: list[str], instead: str = "") -> str:
    """The word that the query gives for this name; empty when it gives none, or one that is not allowed, which is noted."""
    word = query.get(name, "")
    if not word or word in allowed:
        return word
    faults.append(f"{name}: “{word[:40]}” is not known. Use {instead or 'one of: ' + ', '.join(allowed)}. Shown are all.")
    return ""
