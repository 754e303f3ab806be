"""What an announcement would do to its family and to its owner's totals, on each basis, for each relation it may have. Writes nothing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from initiatives.ledger.confirming import mark_of, problems_of, questions_in
from initiatives.ledger.count import count
from initiatives.ledger.rates import AMOUNT_CONTEXT, Rates
from initiatives.ledger.relations import Problem, aimed
from initiatives.ledger.values import BASES, DEFAULT_SCOPES, JOINT, Counted, Entry, reaches
from initiatives.ledger.warnings import Caution, warnings_of

DOLLAR: Final = "USD"
NOTHING: Final = Decimal(0)
KEY: Final = "this-announcement#0"  # of the announcement while it is weighed; no entry of the record has it
SMALLEST: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Step:
    """What it does at one basis: the family's sum before and after in units of the announced currency, and the owner's change in dollars; None
    where a part cannot be converted."""

    basis: str
    before: Decimal | None
    after: Decimal | None
    usd_change: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """What is added, below 0 where something is taken."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Consequence:
    """What one relation would do. `refused` are the rules that forbid it (then there are no steps), `confirm` what an editor is asked."""

    relation: str
    related_to: str | None
    refused: tuple[Problem, ...]
    confirm: tuple[Problem, ...]
    steps: tuple[Step, ...]
    cautions: tuple[Caution, ...]
    counted: Mapping[str, Counted]
    entries: Mapping[str, Entry]

    @property
    def asks(self) -> str:
        """The mark of a yes to what an editor is asked; empty where nothing is."""
        return mark_of([problem.message for problem in self.confirm])

    def at(self, basis: str) -> Step | None:
        """What it does at one basis; None where it is refused."""
        return next((step for step in self.steps if step.basis == basis), None)


def consequence(entry: Entry, recorded: Mapping[str, Entry], rates: Rates) -> Consequence:
    """What publishing `entry` (with the key KEY) would do, seen among the recorded entries of the families that it may join."""
    problems = problems_of(entry, recorded, rates)
    refused, confirm = tuple(problem for problem in problems if problem.refused), questions_in(problems)
    if refused:
        return Consequence(entry.relation, entry.related_to, refused, confirm, (), (), {}, {})
    aim = aimed(entry, recorded)
    family = family_of(aim, recorded)
    linked = replace(entry, related_to=aim)
    everything = {**family, KEY: linked}
    before, after = count(family.values(), rates), count(everything.values(), rates)
    scopes = scopes_of(entry)
    steps = tuple(step(basis, entry, (family, before), (everything, after), scopes, rates) for basis in BASES)
    cautions = tuple(each for each in warnings_of(everything.values(), after, rates) if each.key == KEY or KEY in each.about)
    return Consequence(entry.relation, entry.related_to, (), confirm, steps, cautions, after, everything)


def family_of(key: str | None, recorded: Mapping[str, Entry]) -> dict[str, Entry]:
    """The recorded entries that are connected with one."""
    if key is None or key not in recorded:
        return {}
    pointing: dict[str, list[str]] = {}
    for other in recorded.values():
        if other.related_to:
            pointing.setdefault(other.related_to, []).append(other.key)
    found, frontier = {key}, [key]
    while frontier:
        at = frontier.pop()
        target = recorded[at].related_to
        more = {*pointing.get(at, ()), *([target] if target in recorded else [])} - found
        found |= more
        frontier += more
    return {each: recorded[each] for each in found}


def scopes_of(entry: Entry) -> Collection[str]:
    """The scopes of the totals that are shown: those that count by default, or the entry's own where it lies beside them."""
    return DEFAULT_SCOPES if entry.scope in DEFAULT_SCOPES else (entry.scope,)


Side = tuple[Mapping[str, Entry], Mapping[str, Counted]]


def step(basis: str, entry: Entry, before: Side, after: Side, scopes: Collection[str], rates: Rates) -> Step:
    """The sums at one basis before and after."""
    owner = entry.recipient_country or (entry.owners[0] if len(entry.owners) == 1 else JOINT)
    dollars = [total(side, basis, DOLLAR, scopes, rates, owner) for side in (before, after)]
    change = None if dollars[0] is None or dollars[1] is None else (dollars[1] - dollars[0]).quantize(SMALLEST)
    sums = [total(side, basis, entry.currency, scopes, rates) for side in (before, after)]
    return Step(basis, sums[0], sums[1], change)


def total(side: Side, basis: str, currency: str, scopes: Collection[str], rates: Rates, country: str | None = None) -> Decimal | None:
    """The sum of what the entries count at a basis, each at its own day's rate, of one country where one is given; None where a rate is lacking."""
    entries, counted = side
    kept = [entry for key, entry in entries.items() if is_kept(entry, counted[key], basis, scopes, country)]
    converted = [rates.convert(counted[entry.key].net, entry.currency, currency, entry.announced_on) for entry in kept]
    return added(converted)


def is_kept(entry: Entry, counted: Counted, basis: str, scopes: Collection[str], country: str | None) -> bool:
    """Whether an entry is in a total."""
    return bool(counted.net) and entry.scope in scopes and reaches(entry.stage, basis) and country in (None, counted.country)


def added(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """The sum; None where one is unknown."""
    sums: Iterable[Decimal] = [amount for amount in amounts if amount is not None]
    result = NOTHING
    for amount in sums:
        result = AMOUNT_CONTEXT.add(result, amount)
    return None if any(amount is None for amount in amounts) else result
