"""What one more statement would change in families that are counted already, without counting them again; the answer is that of `count`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext

from initiatives.ledger.count import Counting, Unit, counting_of, fill_unit
from initiatives.ledger.rates import AMOUNT_CONTEXT, Rates
from initiatives.ledger.values import CONTAINED_IN, Counted, Entry

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Change:
    """What adding `entry` changes: what it counts itself, and the net (before, after) of every entry whose net differs, in its own currency."""

    entry: Entry
    counted: Counted
    nets: Mapping[str, tuple[Decimal, Decimal]]


@dataclass(slots=True)
class _Step:
    """New values of the units on the way up, and a unit that is new; nothing is written before `_apply`."""

    units: dict[str, Unit] = field(default_factory=dict)  # unit → as it would be


class Families:
    """Some whole families, counted once. Raises ValueError as `count` does."""

    def __init__(self, entries: Iterable[Entry], rates: Rates) -> None:
        self._rates = rates
        self._start(list(entries))

    @property
    def entries(self) -> list[Entry]:
        """Every entry, each after the one that it points at."""
        return self._counting.forest.order

    @property
    def by_key(self) -> Mapping[str, Entry]:
        """Every entry, by key."""
        return self._counting.forest.by_key

    def counted(self, key: str) -> Counted:
        """What an entry counts now; its family is left empty, since nobody asks it here."""
        return self._counting.of(self.by_key[key], "")

    def parts(self, key: str) -> list[tuple[Entry, Decimal]]:
        """The live entries directly within a standing one, each with its gross in its own currency."""
        forest, units = self._counting.forest, self._counting.units
        unit = forest.unit_of[key]
        return [(forest.by_key[part.head], part.gross) for part in units.values() if part.live and part.envelope == unit]

    def change(self, entry: Entry) -> Change:
        """What adding an entry would change; adds nothing. Raises ValueError for a key that is there already or a target that is not."""
        return self._tried(entry, keep=False)

    def add(self, entry: Entry) -> Change:
        """Adds an entry, and answers what that changed. Raises as `change` does."""
        return self._tried(entry, keep=True)

    def _start(self, entries: list[Entry]) -> None:
        self._counting: Counting = counting_of(entries, self._rates)

    def _tried(self, entry: Entry, keep: bool) -> Change:
        if entry.key in self.by_key or (entry.related_to is not None and entry.related_to not in self.by_key):
            raise ValueError(f"{entry.key} is there already, or points at {entry.related_to}, which is not.")
        return self._quickly(entry, keep) if self._is_plain(entry) else self._anew(entry, keep)

    def _is_plain(self, entry: Entry) -> bool:
        """Whether only what lies around its target changes: the target stands, and is replaced only where it is the newest figure, and where
        no envelope of it is dead, in which a figure of another stage might have ended."""
        if entry.related_to is None or entry.relation == "new":
            return entry.relation == "new" and entry.related_to is None
        forest = self._counting.forest
        unit = self._counting.units[forest.unit_of[entry.related_to]]
        if entry.relation == "replaces":
            above = forest.above(forest.unit_of[entry.related_to])
            return unit.live and forest.says[entry.related_to] == unit.head and (above is None or self._counting.units[above].live)
        return unit.live and (entry.relation == "restates" or entry.relation in CONTAINED_IN)

    def _anew(self, entry: Entry, keep: bool) -> Change:
        """By counting everything again: what a cancellation, or a figure for money that is dead, may change is not near."""
        before = self._counting
        nets = {key: self.counted(key).net for key in before.forest.by_key}
        self._start([*before.forest.order, entry])
        changed = {key: (nets.get(key, NOTHING), self.counted(key).net) for key in self.by_key}
        found = Change(entry, self.counted(entry.key), {key: pair for key, pair in changed.items() if pair[0] != pair[1]})
        if not keep:
            self._counting = before
        return found

    def _quickly(self, entry: Entry, keep: bool) -> Change:
        with localcontext(AMOUNT_CONTEXT):
            step = self._step(entry)
            return self._written(entry, step, keep)

    def _step(self, entry: Entry) -> _Step:
        step, target = _Step(), entry.related_to
        if entry.relation == "restates" or target is None:
            if target is None:
                step.units[entry.key] = _of(entry, None, entry.key)
            return step
        unit = self._counting.forest.unit_of[target]
        if entry.relation == "replaces":
            self._replace(unit, entry, step)
        else:
            around = self._counting.units[unit]
            step.units[entry.key] = _of(entry, unit, around.root)
            self._raise(unit, None, (step.units[entry.key].gross, entry), step)
        return step

    def _replace(self, key: str, entry: Entry, step: _Step) -> None:
        """The newest figure takes the place of the former one, with what lies in it in its own currency."""
        before = self._counting.units[key]
        after = replace(
            before, head=entry.key, root=entry.key if before.root == before.head else before.root, added_up=NOTHING, added_up_then=NOTHING
        )
        for part, gross in self.parts(before.head):
            self._put(after, entry, gross, part, 1)
        fill_unit(after, entry)
        step.units[key] = after
        if after.envelope is not None:
            former = self.by_key[before.head]
            self._raise(after.envelope, (before.gross, former), (after.gross, entry), step)

    def _raise(self, key: str, before: tuple[Decimal, Entry] | None, after: tuple[Decimal, Entry], step: _Step) -> None:
        """From an envelope outwards, as far as what lies in it changes what it comes to. `before` is None for a part that is new."""
        at: str | None = key
        while at is not None:
            was = self._counting.units[at]
            now, figure = replace(was), self.by_key[was.head]
            if before is None:
                now.children += 1
            else:
                self._put(now, figure, *before, -1)
            self._put(now, figure, *after, 1)
            fill_unit(now, figure)
            step.units[at] = now
            if now.gross == was.gross:
                return
            at, before, after = was.envelope, (was.gross, figure), (now.gross, figure)

    def _put(self, unit: Unit, figure: Entry, gross: Decimal, part: Entry, sign: int) -> None:
        """Adds a part to an envelope whose newest figure is `figure`, or takes it out again."""
        convert = self._rates.convert
        unit.added_up += sign * (convert(gross, part.currency, figure.currency, part.announced_on) or NOTHING)
        unit.added_up_then += sign * (convert(gross, part.currency, figure.currency, figure.announced_on) or NOTHING)

    def _written(self, entry: Entry, step: _Step, keep: bool) -> Change:
        before = self._counting
        nets: dict[str, tuple[Decimal, Decimal]] = {}
        for key, now in step.units.items():
            was = before.units.get(key)
            if was is not None:
                nets[was.head] = (was.gross - was.held, NOTHING)
            nets[now.head] = (nets.get(now.head, (NOTHING, NOTHING))[0], now.gross - now.held)
        self._counting = self._with(entry, step)
        found = Change(entry, self.counted(entry.key), {key: pair for key, pair in nets.items() if pair[0] != pair[1]})
        if not keep:
            self._counting = before
        return found

    def _with(self, entry: Entry, step: _Step) -> Counting:
        """The same families with the entry and the changed units."""
        before, forest = self._counting, self._counting.forest
        says, unit_of = {**forest.says}, {**forest.unit_of}
        target = entry.related_to
        says[entry.key] = says[target] if entry.relation == "restates" and target else entry.key
        unit_of[entry.key] = unit_of[target] if entry.relation in ("restates", "replaces") and target else entry.key
        heads, replaced_by = forest.heads, forest.replaced_by
        units = {**before.units, **step.units}
        if entry.relation == "replaces" and target:
            heads, replaced_by = {**heads, unit_of[entry.key]: entry.key}, {**replaced_by, says[target]: entry.key}
            _lead(units, says[target], entry.key)
        grown = replace(
            forest,
            order=[*forest.order, entry],
            by_key={**forest.by_key, entry.key: entry},
            says=says,
            unit_of=unit_of,
            heads=heads,
            replaced_by=replaced_by,
        )
        return Counting(grown, units, before.cancelled_by)


def _of(entry: Entry, envelope: str | None, root: str) -> Unit:
    """The unit of a statement in which nothing lies yet."""
    unit = Unit(entry.key, cancelled=False, ended_with=None, envelope=envelope, root=root)
    fill_unit(unit, entry)
    return unit


def _lead(units: dict[str, Unit], former: str, root: str) -> None:
    """Where the outermost figure was replaced, what lies in it counts within the newer one."""
    for key, unit in units.items():
        if unit.root == former:
            units[key] = replace(unit, root=root)
