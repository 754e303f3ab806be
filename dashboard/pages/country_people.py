"""Who takes part in a country's initiatives, from home and from abroad, in words; knows no requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.queries.country_profile import CountryParticipant
from dashboard.queries.dependence import is_abroad
from initiatives import formats
from initiatives.vocabulary import PARTICIPATION_ROLES

NAMES_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class Role:
    """How many organizations have a role, from home and from abroad, and who the foreign ones are."""

    role: str
    home: int
    abroad: int
    names: str


def is_foreign(one: CountryParticipant, code: str) -> bool:
    """Whether an organization comes from elsewhere; with a body of countries its members are at home."""
    return one.home is not None and is_abroad(one.home, (code,))


def roles_words(one: CountryParticipant) -> str:
    """`funder ×5, lead`."""
    return ", ".join(f"{PARTICIPATION_ROLES[role]}{f' ×{number}' if number > 1 else ''}" for role, number in one.roles.most_common())


def participants_words(people: Sequence[CountryParticipant], code: str, number: int) -> str:
    """`42 organizations in 10 initiatives; 37 from home, 5 from abroad`."""
    if not people:
        return "Nobody is named yet"
    home = sum(one.home is not None and not is_abroad(one.home, (code,)) for one in people)
    unknown = sum(one.home is None for one in people)
    parts = [
        f"{formats.count(home)} from home",
        f"{formats.count(len(people) - home - unknown)} from abroad",
        *([f"{unknown} of unknown home"] if unknown else []),
    ]
    return f"{formats.counted(len(people), 'organization')} in {formats.counted(number, 'initiative')}; {', '.join(parts)}"


def roles(people: Sequence[CountryParticipant], code: str) -> list[Role]:
    """Each role that occurs, with the foreign names."""
    found = []
    for role in PARTICIPATION_ROLES:
        some = [one for one in people if role in one.roles]
        abroad = [one for one in some if is_foreign(one, code)]
        unknown = sum(one.home is None for one in some)
        names = [f"{one.name} ({one.home_name})" for one in abroad[:NAMES_SHOWN]]
        more = len(abroad) - len(names)
        if some:
            found.append(Role(role, len(some) - len(abroad) - unknown, len(abroad), ", ".join(names) + (f" and {more} more" if more else "")))
    return found
