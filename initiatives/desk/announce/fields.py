"""The fields of quick entry as the page lists them, each with its words, its notes and its choices. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from initiatives import vocabulary
from initiatives.review.announcing import Typed
from initiatives.review.announcing.notes import Note

TIERS: Final = {str(tier): words for tier, words in vocabulary.TIERS.items()}
MONEY: Final = ("amount", "hedge", "announced_on", "period", "stage", "origin", "payers", "channel", "recipients", "scope", "instrument")
SOURCE: Final = ("url", "title", "publisher", "klass", "tier")
FURTHER: Final = ("amount_low", "amount_high", "usd_as_published", "recipient_country", "within", "new_money", "published", "note")
ASKED_WHERE_THEY_MATTER: Final = ("payers", "scope")
LABELS: Final = {
    "initiative": "Initiative",
    "amount": "Amount",
    "currency": "Currency",
    "hedge": "Hedge",
    "announced_on": "Said on",
    "period": "Covers",
    "stage": "Stage",
    "origin": "Origin",
    "payers": "Payer",
    "channel": "Through",
    "recipients": "Receives",
    "scope": "Scope",
    "instrument": "Instrument",
    "url": "Address",
    "title": "Title",
    "publisher": "Publisher",
    "klass": "Kind of source",
    "tier": "How good it is",
    "amount_low": "Lower bound",
    "amount_high": "Upper bound",
    "usd_as_published": "Dollars quoted",
    "recipient_country": "Meant for another country",
    "within": "Within, in words",
    "new_money": "Is it new money",
    "published": "Published on",
    "note": "Note",
    "new_countries": "Owners",
    "new_kind": "Kind of initiative",
    "new_status": "Status",
    "new_summary": "Summary",
    "choice": "What it is to the ledger",
    "confirmed": "The question beside the checks",
}
HINTS: Final = {
    "amount": "1.5tn yen, ¥1兆, undisclosed",
    "announced_on": "30 Jun 2026",
    "period": "FY2026, 2026-2030",
    "recipients": "several: a semicolon between",
    "url": "https://",
    "usd_as_published": "only where the source gives them",
    "new_countries": "Japan",
}
LONGEST: Final = {"url": 2000, "title": 500, "publisher": 200, "channel": 200, "within": 300, "note": 2000}
CHOICES: Final[Mapping[str, vocabulary.Words]] = {
    "hedge": vocabulary.HEDGES,
    "stage": vocabulary.STAGES,
    "origin": vocabulary.ORIGINS,
    "scope": vocabulary.SCOPES,
    "instrument": {"": "not said", **vocabulary.INSTRUMENTS},
    "klass": vocabulary.ARTICLE_CLASSES,
    "tier": TIERS,
    "new_money": vocabulary.NEW_MONEY,
}
ORGANIZATIONS: Final = {"channel": "one", "recipients": "several"}


@dataclass(frozen=True, slots=True)
class Passage:
    """The words behind a field, and their number on the page."""

    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the form. `choices` is empty for a field that is typed; `picks` is one or several where organizations are found as one types."""

    name: str
    label: str
    value: str
    hint: str
    longest: int
    choices: Mapping[str, str]
    notes: Sequence[Note]
    passages: Sequence[Passage]
    picks: str = ""

    @property
    def is_wrong(self) -> bool:
        """Whether what was typed cannot be read."""
        return any(note.kind == "fault" for note in self.notes)


def fields_of(names: Sequence[str], typed: Typed, notes: Mapping[str, Sequence[Note]], passages: Mapping[str, Sequence[Passage]]) -> list[Field]:
    """The rows for these names."""
    return [field(name, typed, notes, passages) for name in names]


def field(name: str, typed: Typed, notes: Mapping[str, Sequence[Note]], passages: Mapping[str, Sequence[Passage]]) -> Field:
    """One row."""
    value = getattr(typed, name)
    return Field(
        name=name,
        label=LABELS[name],
        value=value if isinstance(value, str) else "",
        hint=HINTS.get(name, ""),
        longest=LONGEST.get(name, 200),
        choices=CHOICES.get(name, {}),
        notes=[*notes.get(name, ()), *(notes.get("currency", ()) if name == "amount" else ())],
        passages=passages.get(name, ()),
        picks=ORGANIZATIONS.get(name, ""),
    )


def asked(typed: Typed, other_scopes: bool) -> tuple[str, ...]:
    """Which of the fields that are asked for only where they matter are asked now: who pays once somebody does, the scope where it is in doubt."""
    payers = ("payers",) if typed.payers or typed.origin != "unknown" else ()
    scope = ("scope",) if typed.scope != "ai" or other_scopes else ()
    return (*payers, *scope)
