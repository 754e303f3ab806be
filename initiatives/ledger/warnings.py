"""What an editor or a reader should know about an entry before trusting its figure, as named values; changes no count."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from initiatives.dates import in_words
from initiatives.ledger.dollars import check_dollars
from initiatives.ledger.forest import grow
from initiatives.ledger.nesting import another_cut
from initiatives.ledger.rates import Rates
from initiatives.ledger.relations import check_relations
from initiatives.ledger.values import Counted, Entry, named

CONVERSION_TOLERANCE = Decimal("1.03")  # by how much parts may outgrow their envelope where a currency was converted
DISPLAY = "USD"


@dataclass(frozen=True, slots=True)
class Caution:
    """One warning. `about` are the keys of the entries concerned, `excess` is in units of the currency of the entry `key`, and `suggestion`
    the nesting that would mend it: an entry → those that it seems to be made of."""

    code: str
    key: str
    message: str
    about: tuple[str, ...] = ()
    excess: Decimal | None = None
    suggestion: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def warnings_of(entries: Iterable[Entry], counted: Mapping[str, Counted], rates: Rates) -> list[Caution]:
    """All warnings about some whole families that were counted with these rates, by key. Raises ValueError as `count` does."""
    listed = sorted(entries, key=lambda entry: entry.key)
    by_key = {entry.key: entry for entry in listed}
    found = [caution for entry in listed for caution in about_one(entry, rates)]
    found += _outgrown(by_key, counted, rates)
    found += rivals_of(listed)
    found += [
        Caution(problem.code, key, problem.message, (by_key[key].related_to or "",))
        for key, problems in check_relations(listed).items()
        for problem in problems
        if not problem.refused
    ]
    return sorted(found, key=lambda caution: (caution.key, caution.code))


def about_one(entry: Entry, rates: Rates, beside: Collection[Decimal] = ()) -> list[Caution]:
    """The warnings that one entry raises whatever it is linked with: its amount, its rate, and the dollars that its source gives. `beside` are
    other sums of the same money."""
    if entry.amount is None:
        return [Caution("undisclosed", entry.key, "The amount is undisclosed: it is in no total.")]
    rate = rates.rate(entry.currency, DISPLAY, entry.announced_on)
    if rate is None:
        return [Caution("not-convertible", entry.key, f"No rate from {entry.currency} is known: the amount is in no converted total.")]
    cause = check_dollars(entry, rates, beside)
    loose = _LOOSE.get(rate.mark)
    found = [Caution(f"{rate.mark}-rate", entry.key, loose.format(day=in_words(rate.day)))] if loose else []
    return [*found, Caution("dollar-figure", entry.key, cause)] if cause else found


_LOOSE = {
    "provisional": "Converted at the last installed rate, of {day}: newer ones will move it.",
    "stale": "Converted at the average of {day}, the nearest earlier year that is known.",
}


def outgrown(entry: Entry, counted: Counted, parts: Sequence[tuple[Entry, Decimal]], rates: Rates) -> Caution | None:
    """Whether the live parts of an envelope (each with its gross, in its own currency) add up to more than the envelope."""
    if entry.amount is None or not parts:
        return None
    was_converted = any(part.currency != entry.currency for part, _ in parts)
    if counted.held <= entry.amount * (CONVERSION_TOLERANCE if was_converted else 1):
        return None
    excess = counted.held - entry.amount
    within = {part.key: rates.convert(gross, part.currency, entry.currency, part.announced_on) for part, gross in parts}
    nesting = another_cut({key: gross for key, gross in within.items() if gross}, excess)
    return Caution("parts-exceed-envelope", entry.key, _excess_in_words(entry, excess, nesting), tuple(sorted(within)), excess, nesting)


def _excess_in_words(entry: Entry, excess: Decimal, nesting: Mapping[str, tuple[str, ...]]) -> str:
    asked = "".join(
        f" Is {named(whole, entry.key)} made of {' and '.join(named(part, entry.key) for part in parts)}?" for whole, parts in nesting.items()
    )
    return (
        f"The parts of {named(entry.key, entry.key)} exceed it by {entry.currency} {excess.normalize():,f}, and are counted so.{asked} "
        "Either some are another cut of the same money (then they restate it, or lie in one another), "
        "or the envelope grew (then the newer figure replaces it)."
    )


def _outgrown(by_key: Mapping[str, Entry], counted: Mapping[str, Counted], rates: Rates) -> list[Caution]:
    parts: dict[str, list[tuple[Entry, Decimal]]] = {}
    for key, found in counted.items():
        if found.envelope is not None:
            parts.setdefault(found.envelope, []).append((by_key[key], found.gross))
    cautions = (outgrown(by_key[key], counted[key], listed, rates) for key, listed in parts.items())
    return [caution for caution in cautions if caution is not None]


def rivals_of(entries: Iterable[Entry]) -> list[Caution]:
    """Figures of which two are stated to replace the same one: the later was put behind the earlier. Raises ValueError as `count` does."""
    forest = grow(entries)
    return _rivals(forest.order, forest.says)


def rival_replacements(entries: Iterable[Entry]) -> list[Caution]:
    """The same for entries that were saved, which aim at the money itself."""
    return _rivals(entries, {})


def _rivals(entries: Iterable[Entry], says: Mapping[str, str]) -> list[Caution]:
    replacing: dict[str, list[str]] = {}
    for entry in entries:
        if entry.relation == "replaces" and entry.related_to:
            replacing.setdefault(says.get(entry.related_to, entry.related_to), []).append(entry.key)
    return [_rival(key, rivals) for key, rivals in replacing.items() if len(rivals) > 1]


def _rival(key: str, rivals: list[str]) -> Caution:
    shown = ", ".join(named(rival, key) for rival in sorted(rivals))
    message = f"{shown} each replace {named(key, key)}: the later day counts. Link it to the other."
    return Caution("rival-replacements", key, message, tuple(sorted(rivals)))
