"""Sentences made of pieces, some of which are links to the entries behind a number; knows addresses but no requests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from dashboard.filters import Filters
from dashboard.filters.fields import SHOWING
from initiatives import formats
from initiatives.vocabulary import JOINT, SCOPES

LEDGER: Final = "/ledger/"
COUNTRIES: Final = "/countries/"
INITIATIVES: Final = "/initiatives/"
ORGANIZATIONS: Final = "/organizations/"
# Names that take an article inside a sentence.
WITH_ARTICLE: Final = frozenset({"USA", "ARE", "GBR", "NLD", "PHL", "BHS", "GMB", "MDV", "DOM", "CAF", "COD", "COG", "COM", "MHL", "SYC", "EUU"})
ALL_OF_IT: Final = formats.percent(100)
VERBS: Final = {
    "headline": "announced or pledged",
    "announced": "announced",
    "budgeted": "budgeted",
    "committed": "committed",
    "disbursed": "paid out",
}
SHOWN_ONLY: Final[dict[str, Any]] = dict.fromkeys(SHOWING)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence as plain text; `address` is the page behind it, relative to the site."""

    text: str
    address: str | None = None
    strong: bool = False


Sentence = tuple[Part, ...]


def plain(sentence: Iterable[Part]) -> str:
    """The sentence without its links."""
    return "".join(part.text for part in sentence)


def entries(text: str, filters: Filters, strong: bool = False, **changes: Any) -> Part:
    """Words that open the entries which count, under the same filters and with changes; steps that are chosen already stay chosen."""
    return Part(text, address(LEDGER, filters, {"step": filters.step or "counted", **changes}), strong)


def statements(text: str, filters: Filters, **changes: Any) -> Part:
    """Words that open entries whether they count or not."""
    return Part(text, address(LEDGER, filters, changes))


def country(code: str, name: str, filters: Filters, strong: bool = False) -> Part:
    """A country's name in a sentence, leading to its page; joint efforts lead to their entries."""
    if code == JOINT:
        return entries("joint efforts", filters, strong, country=JOINT)
    return Part(in_sentence(code, name), address(f"{COUNTRIES}{code}/", filters, _counting_only(filters)), strong)


def initiative(slug: str, name: str, filters: Filters, strong: bool = False) -> Part:
    """An initiative's name in a sentence, leading to its page."""
    return Part(name, address(f"{INITIATIVES}{slug}/", filters, _counting_only(filters)), strong)


def organization(slug: str, name: str, filters: Filters, strong: bool = False) -> Part:
    """An organization's name in a sentence, leading to its page."""
    return Part(name, address(f"{ORGANIZATIONS}{slug}/", filters, _counting_only(filters)), strong)


def in_sentence(code: str, name: str) -> str:
    """`the United States`, `Japan`."""
    return f"the {name}" if code in WITH_ARTICLE else name


def opening(text: str) -> str:
    """With a capital, as a sentence begins."""
    return text[:1].upper() + text[1:]


def opened(part: Part) -> Part:
    """The piece as the first of a sentence."""
    return replace(part, text=opening(part.text))


def scope_words(filters: Filters) -> str:
    """`AI`, `AI and chips`."""
    return formats.listed(SCOPES[scope] for scope in filters.scope)


def share(part: Decimal, whole: Decimal) -> str:
    """`41.3 %`; `0 %` of nothing; `over 99.9 %` of what is not quite all."""
    words = formats.percent(part / whole * 100 if whole else Decimal(0))
    return f"over 99.9{formats.NO_BREAK}%" if words == ALL_OF_IT and part < whole else words


def joined(pieces: Iterable[Sentence], between: str = " · ") -> Sentence:
    """Sentences one after the other."""
    found: list[Part] = []
    for piece in pieces:
        found += [Part(between), *piece] if found else [*piece]
    return tuple(found)


def _counting_only(filters: Filters) -> dict[str, Any]:
    """The changes that keep of the filters how money is counted, and drop what they select."""
    return {name: None for name, _ in filters.pairs() if name not in ("scope", "basis", "currency", "as_of", "edition")}


def address(path: str, filters: Filters, changes: Mapping[str, Any]) -> str:
    """A page of the site under the same filters and with changes; what only decides how a chart is drawn is left out."""
    query = filters.as_query(**{**SHOWN_ONLY, **changes})
    return f"{path}?{query}" if query else path
