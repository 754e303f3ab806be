"""Every named warning about families that were counted, in one pass that grows with their entries alone; changes no count."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from initiatives.ledger import kinds
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import STAGES, Counted, Entry, named
from initiatives.ledger.warnings import DISPLAY, Caution, about_one, outgrown, rival_replacements

LEAST_SHARE = Decimal("0.75")  # a restatement of less says a part of the money again, not all of it otherwise
BREADTH = ("ai", "chips", "wider")  # scopes, each a part of the next
FIRMNESS = {stage: at for at, stage in enumerate(STAGES)}
SAME_FIGURE = Decimal("0.005")  # figures nearer than this differ by rounding
SAME_CONVERTED = Decimal("0.03")  # and in two currencies by the day of the rate


def disagreements(entries: Iterable[Entry], counted: Mapping[str, Counted], rates: Rates) -> list[Caution]:
    """What whole families that were counted with these rates say against each other, by key and code. An undisclosed amount is left to
    who knows what else is said of the initiative."""
    by_key = {entry.key: entry for entry in entries}
    found: list[Caution] = []
    suspicious = {mark: _is_loose(mark, rates) for mark in {(entry.currency, entry.announced_on) for entry in by_key.values()}}
    for entry in by_key.values():
        if entry.amount is not None and (suspicious[entry.currency, entry.announced_on] or entry.usd_as_published is not None):
            found += about_one(entry, rates)
        if entry.relation != "new" or entry.rank == "preferred":
            found += _of_linked(entry, counted[entry.key], by_key)
    found += _outgrown(by_key, counted, rates)
    found += rival_replacements(by_key.values())
    found += _rival_figures(by_key, counted, rates)
    return sorted(found, key=lambda caution: (caution.key, caution.code))


def _is_loose(at: tuple[str, str], rates: Rates) -> bool:
    rate = rates.rate(at[0], DISPLAY, at[1])
    return rate is None or rate.mark in ("stale", "provisional")


def _of_linked(entry: Entry, found: Counted, by_key: Mapping[str, Entry]) -> list[Caution]:
    cautions: list[Caution] = []
    if found.live and found.envelope is not None and _is_softer(entry, envelope := by_key[found.envelope]) and entry.origin == envelope.origin:
        cautions.append(_softer_part(entry, envelope))
    if found.live and entry.relation == "replaces" and entry.related_to and _is_softer(entry, by_key[entry.related_to]):
        cautions.append(_softer_replacement(entry, by_key[entry.related_to]))
    if entry.rank == "preferred" and not found.live and found.stands_for_it is not None:
        cautions.append(_unheeded(entry, found.stands_for_it))
    return cautions


def _softer_part(entry: Entry, envelope: Entry) -> Caution:
    message = (
        f"{named(entry.key, entry.key)} is only {entry.stage}. It lies in {named(envelope.key, entry.key)}, which is {envelope.stage}, "
        "and lowers that total at the firmer bases."
    )
    return Caution(kinds.SOFTER_PART, entry.key, message, (envelope.key,))


def _softer_replacement(entry: Entry, former: Entry) -> Caution:
    message = f"{named(entry.key, entry.key)} is only {entry.stage}. It replaces {named(former.key, entry.key)}, which was {former.stage}."
    return Caution(kinds.SOFTER_REPLACEMENT, entry.key, message, (former.key,))


def _unheeded(entry: Entry, standing: str) -> Caution:
    """A rank counts nothing: where the relations say otherwise, an editor is asked."""
    return Caution(
        kinds.UNHEEDED_RANK, entry.key, f"{named(entry.key, entry.key)} is preferred, but {named(standing, entry.key)} counts.", (standing,)
    )


def _is_softer(entry: Entry, other: Entry) -> bool:
    return FIRMNESS[entry.stage] < FIRMNESS[other.stage]


def _outgrown(by_key: Mapping[str, Entry], counted: Mapping[str, Counted], rates: Rates) -> list[Caution]:
    small = {key for key, found in counted.items() if found.held and (amount := by_key[key].amount) is not None and found.held > amount}
    parts: dict[str, list[tuple[Entry, Decimal]]] = {key: [] for key in small}
    if small:
        for key, found in counted.items():
            if found.envelope in small:
                parts[str(found.envelope)].append((by_key[key], found.gross))
    cautions = (outgrown(by_key[key], counted[key], listed, rates) for key, listed in parts.items())
    return [caution for caution in cautions if caution is not None]


def _rival_figures(by_key: Mapping[str, Entry], counted: Mapping[str, Counted], rates: Rates) -> Iterator[Caution]:
    """Statements said again with another figure, by the one that stands."""
    rivals: dict[str, dict[str, Decimal]] = {}
    for entry in by_key.values():
        standing = counted[entry.key].stands_for_it if entry.relation == "restates" else None
        differs = _differs(entry, by_key[standing], rates) if standing else None
        if standing and differs is not None:
            rivals.setdefault(standing, {})[entry.key] = differs
    for key, found in rivals.items():
        shown = ", ".join(named(rival, key) for rival in sorted(found))
        message = f"{shown} give{'s' if len(found) == 1 else ''} another figure for the money of {named(key, key)}, which counts."
        yield Caution(kinds.RIVAL_FIGURES, key, message, tuple(sorted(found)), max(found.values()))


def _differs(entry: Entry, standing: Entry, rates: Rates) -> Decimal | None:
    """By how much a restatement's figure is off, in the currency of the one that stands; None where it says the same, or only a part of it."""
    if entry.amount is None or standing.amount is None:
        return None
    amount = rates.convert(entry.amount, entry.currency, standing.currency, entry.announced_on)
    if amount is None or amount < LEAST_SHARE * standing.amount:
        return None
    more = amount - standing.amount
    is_near = abs(more) <= standing.amount * (SAME_FIGURE if entry.currency == standing.currency else SAME_CONVERTED)
    return None if is_near or _is_explained(entry.scope, standing.scope, more) else abs(more)


def _is_explained(scope: str, standing: str, more: Decimal) -> bool:
    """Whether another scope is the reason of another figure: the narrower one says less of the money, the wider one more."""
    return (BREADTH.index(scope) - BREADTH.index(standing)) * more > 0
