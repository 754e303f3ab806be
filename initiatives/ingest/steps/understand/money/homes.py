"""Says in which country with a dollar of its own a text without an owner plays, from the towns and regions it names; must not know amounts."""

import re
from collections import Counter

from initiatives.ingest.steps.understand.mentions import Mention
from initiatives.ingest.steps.understand.money.towns import TOWNS

_PLACES: dict[str, str] = {
    "AUS": "Sydney|Melbourne|Brisbane|Perth|Adelaide|Hobart|Darwin|Queensland|New South Wales|Western Australia|South Australia|Tasmania|Northern "
    "Territory|Gold Coast|Geelong|Macquarie|Telstra|Westpac|CSIRO|ASX",
    "CAN": "Toronto|Montreal|Montréal|Vancouver|Calgary|Edmonton|Winnipeg|Halifax|Waterloo|Ontario|Quebec|Québec|Alberta|British Columbia|Manitoba|"
    "Saskatchewan|Nova Scotia|New Brunswick|Parliament Hill|TSX",
    "NZL": "Auckland|Christchurch|Dunedin|Hamilton City|Waikato|Canterbury University|Otago|NZX|Aotearoa",
    "HKG": "Hong Kong|Kowloon|Cyberport|HKEX",
    "SGP": "Singapore|Jurong|Changi|Temasek|SGX",
    "USA": "New York|San Francisco|Los Angeles|Silicon Valley|California|Texas|Virginia|Ohio|Arizona|Seattle|Boston|Chicago|Wall Street|Nasdaq|NYSE|"
    "Pennsylvania|Georgia|Nevada|Oregon|Michigan|Florida|Colorado|Massachusetts|Stanford|Carnegie Mellon|Palo Alto",
}  # fmt: skip
_TOWNS = {code: re.compile(rf"(?<!\w)(?:{towns})(?!\w)") for code, towns in TOWNS.items()}
_FINDERS = {code: re.compile(rf"(?<!\w)(?:{places})(?!\w)") for code, places in _PLACES.items()}


def home_of(surface: str, mentions: tuple[Mention, ...]) -> str | None:
    """The country of a bare dollar that the text names more often than any other of its kind; None where none stands out."""
    counts = Counter({code: len(finder.findall(surface)) for code, finder in _FINDERS.items()})
    counts.update(each.code for each in mentions if each.code in _PLACES)
    (first, most), (_, next_most) = counts.most_common(2)
    return first if most > next_most else None


def town_of(surface: str, options: dict[str, str]) -> str | None:
    """The country among `options` whose towns and houses the text names most often; None where it names none or two as often."""
    counts = Counter({code: len(_TOWNS[code].findall(surface)) for code in options if code in _TOWNS})
    ranked = counts.most_common(2)
    if not ranked or not ranked[0][1]:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None
