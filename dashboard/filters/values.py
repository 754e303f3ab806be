"""The address bar as one value and the addresses made from it; must not know how it is read from a request, nor what it selects."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from dashboard.filters import fields, sentences
from dashboard.filters.sentences import ActiveFilter

Alternatives = tuple[str, ...]
PAGE_SIZE = 25


class FilterValues(BaseModel):
    """Every state of a public page. Alternatives keep the order of the address; a leading minus excludes; defaults leave no trace in an address.

    Days are kept as they were written; `first_day` and `last_day` are what they mean.
    """

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    q: str = ""
    country: Alternatives = ()
    region: Alternatives = ()
    kind: Alternatives = ()
    status: Alternatives = ()
    theme: Alternatives = ()
    funder: Alternatives = ()
    organization: Alternatives = ()
    initiative: Alternatives = ()
    quantity: Alternatives = ()
    origin: Alternatives = ()
    scope: Alternatives = fields.DEFAULT_SCOPES
    basis: str = "announced"
    instrument: Alternatives = ()
    covers: Alternatives = ()
    from_: str = Field(default="", alias="from")
    to: str = ""
    min: Decimal | None = None
    max: Decimal | None = None
    currency: str = fields.DEFAULT_CURRENCY
    per: str = "total"
    as_of: date | None = None
    edition: int | None = None
    from_edition: int | None = None  # with which changes are compared
    stage: Alternatives = ()
    relation: Alternatives = ()
    tier: Alternatives = ()
    reason: Alternatives = ()
    step: Alternatives = ()
    role: Alternatives = ()
    type: Alternatives = ()
    home: Alternatives = ()
    stance: Alternatives = ()
    actor: Alternatives = ()
    aspect: Alternatives = ()
    speaker: Alternatives = ()
    period: str = "year"
    by: str = "kind"
    scale: str = "share"
    measure: str = "megawatts"
    view: str = ""
    sort: str = ""
    page: int = 1
    first_day: date | None = None  # of `from`
    last_day: date | None = None  # of `to`
    ignored: tuple[str, ...] = ()  # parameter names of the address that are none of ours
    is_rewritten: bool = False  # the address said a name where the value has a code; `as_query` is its better form
    names: Mapping[str, str] = Field(default_factory=dict)  # slugs of funders and organizations, and addresses of initiatives → today's names

    def values(self, field: str) -> Alternatives:
        """The values of one parameter as an address writes them; none at its default."""
        value = getattr(self, "from_" if field == "from" else field)
        if value == DEFAULTS[field]:
            return ()
        return value if isinstance(value, tuple) else (written(value),)

    def pairs(self, **changes: Any) -> list[tuple[str, str]]:
        """Parameter and value in the order of an address, with changes; a change other than of the page leads back to the first page."""
        wanted = self.given()
        if changes:
            wanted |= {"page": (), **{name: () if many(value) == DEFAULTS[name] else many(value) for name, value in changes.items()}}
        return [(name, value) for name in sorted(wanted, key=PLACES.__getitem__) for value in wanted[name] if value != default_of(name)]

    def given(self) -> dict[str, Alternatives]:
        """The parameters that are not at their defaults, as an address writes their values."""
        held = self.__dict__
        return {name: many(held[attribute]) for name, attribute, default in ATTRIBUTES if held[attribute] != default}

    def as_query(self, **changes: Any) -> str:
        """The address's query without its question mark: `as_query(country=("JPN", "KOR"), sort=None)`; empty when everything is at its default."""
        return urlencode(self.pairs(**changes))

    def without(self, field: str, value: str | None = None) -> str:
        """The query without one value, or without the whole parameter."""
        left = tuple(kept for kept in self.values(field) if value is not None and kept != value)
        return self.as_query(**{field: left})

    def toggled(self, field: str, value: str) -> str:
        """The query with one value put in, or taken out where it is chosen."""
        chosen = self.values(field) or (self.scope if field == "scope" else ())
        kept = tuple(one for one in chosen if one != value)
        return self.as_query(**{field: kept if len(kept) < len(chosen) else (*chosen, value)})

    def toggler(self, field: str) -> Callable[[str], str]:
        """`toggled` for many values of one parameter: what does not change is written once."""
        place = fields.PARAMETERS.index(field)
        others = [(name, value) for name, value in self.pairs() if name not in (field, "page")]
        before = urlencode([pair for pair in others if fields.PARAMETERS.index(pair[0]) < place])
        after = urlencode([pair for pair in others if fields.PARAMETERS.index(pair[0]) > place])
        chosen = self.values(field)

        def toggled(value: str) -> str:
            kept = tuple(one for one in chosen if one != value)
            now = kept if len(kept) < len(chosen) else (*chosen, value)
            return "&".join(part for part in (before, urlencode([(field, one) for one in now]), after) if part)

        return toggled

    def chosen(self, field: str) -> Alternatives:
        """The alternatives of a parameter, without what it excludes."""
        value: Alternatives = getattr(self, field)
        return tuple(one for one in value if not one.startswith("-"))

    def excluded(self, field: str) -> Alternatives:
        """What a parameter excludes, without the minus."""
        value: Alternatives = getattr(self, field)
        return tuple(one[1:] for one in value if one.startswith("-"))

    def sorted_by(self, allowed: Collection[str], default: str) -> tuple[str, bool]:
        """The column of the order and whether it descends; the default of a page that has no such column."""
        asked = self.sort if self.sort.removeprefix("-") in allowed else default
        return asked.removeprefix("-"), asked.startswith("-")

    def narrows(self) -> bool:
        """Whether anything but basis, scope, currency, order and page is chosen."""
        return any(self.values(name) for name in fields.PARAMETERS if name not in sentences.HOW_IT_IS_SHOWN)

    def active(self) -> list[ActiveFilter]:
        """What narrows the selection, as words that can be removed."""
        return sentences.active(self)

    def in_words(self) -> str:
        """The whole filter as one sentence without a full stop: `Japan, computing capacity; announced or firmer, AI; US dollars`."""
        return sentences.sentence(self)

    def selection_in_words(self) -> str:
        """What is selected, without how it is counted: `Japan or South Korea, computing capacity`."""
        return sentences.selection(self)

    def counting_in_words(self) -> str:
        """Basis, scope and currency alone: `announced or firmer, AI, US dollars at the rate of each day`."""
        return sentences.counting(self)

    def notes(self) -> list[str]:
        """What a reader should know about how the address was read: parameters without effect, the rule for coarse days."""
        return sentences.notes(self)

    def cache_key(self) -> str:
        """One text for every address that means the same, whatever the order of its alternatives."""
        return urlencode(sorted(self.pairs(page=self.page)))


def written(value: Any) -> str:
    """A value as an address writes it; amounts without exponent."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def many(value: Any) -> Alternatives:
    """A change as alternatives; None empties the parameter."""
    if value is None or value == "":
        return ()
    return tuple(map(written, value)) if isinstance(value, (tuple, list)) else (written(value),)


def default_of(name: str) -> str | None:
    """The default of a parameter with a single value, as an address would write it."""
    value = DEFAULTS[name]
    return None if isinstance(value, tuple) or value is None else str(value)


DEFAULTS: dict[str, Any] = {(field.alias or name): field.default for name, field in FilterValues.model_fields.items()}
PLACES: dict[str, int] = {name: place for place, name in enumerate(fields.PARAMETERS)}
# Parameter, attribute and default, in the order of an address: every link of a page asks for them.
ATTRIBUTES = tuple((name, "from_" if name == "from" else name, DEFAULTS[name]) for name in fields.PARAMETERS)
