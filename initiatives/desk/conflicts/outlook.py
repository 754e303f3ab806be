"""What a settlement would do to the totals, before it is saved: each basis in dollars, worked out by counting the families with and without it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from initiatives import formats
from initiatives.desk.conflicts.settling import Around, Settlement
from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import BASES, DEFAULT_BASIS, DEFAULT_SCOPES, Entry, reaches
from initiatives.ledger.warnings import DISPLAY
from initiatives.recount.recorded import entry_of

NOTHING = Decimal(0)
NEW_KEY = "new"  # of an entry that has no key yet


@dataclass(frozen=True, slots=True)
class Outlook:
    """What each basis gains in dollars within the default scope, and all scopes together at headline."""

    bases: Mapping[str, Decimal]
    everything: Decimal

    @property
    def words(self) -> str:
        """`takes $25 bn at headline; nothing announced or firmer moves`."""
        moved = [f"{said(gain)} at {basis}" for basis, gain in self.bases.items() if gain]
        if moved:
            return "; ".join(dict.fromkeys(moved))
        return f"{said(self.everything)} outside the AI scope" if self.everything else "moves no total"

    @property
    def short(self) -> str:
        """The same at the default basis, else at headline, for a message."""
        gain = self.bases[DEFAULT_BASIS] or self.bases["headline"] or self.everything
        return said(gain) if gain else "moves no total"


def said(gain: Decimal) -> str:
    """`adds $5 bn`, `takes $5 bn`."""
    return f"{'adds' if gain > 0 else 'takes'} {formats.money(abs(gain), DISPLAY)}"


def outlook(found: Settlement, around: Around) -> Outlook:
    """The gains of a settlement. Raises ValueError where it cannot be counted, as in a circle."""
    rates = load_rates()
    after = dict(around.entries)
    for row in found.rows:
        entry = entry_of(row) if row.key else _keyed(row)
        after[entry.key] = entry
    before, then = _sums(around.entries, rates), _sums(after, rates)
    return Outlook({basis: then[basis] - before[basis] for basis in BASES}, then[""] - before[""])


def _keyed(row: object) -> Entry:
    row.key = NEW_KEY  # type: ignore[attr-defined]
    entry = entry_of(row)  # type: ignore[arg-type]
    row.key = ""  # type: ignore[attr-defined]
    return entry


def _sums(entries: Mapping[str, Entry], rates: Rates) -> dict[str, Decimal]:
    """Dollars by basis in the default scope; everything under the empty word."""
    sums = dict.fromkeys([*BASES, ""], NOTHING)
    counted = count(entries.values(), rates)
    for key, entry in entries.items():
        usd = rates.convert(counted[key].net, entry.currency, DISPLAY, entry.announced_on) or NOTHING
        sums[""] += usd
        for basis in BASES if entry.scope in DEFAULT_SCOPES else ():
            sums[basis] += usd if reaches(entry.stage, basis) else NOTHING
    return sums
