"""What the ledger allows and a person is asked about: a relation to the money of another initiative, new money that looks like money it has, and
sums so small beside the others of the file that zeros are probably missing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from statistics import median
from typing import Any, Final

from initiatives import formats, vocabulary
from initiatives.dates import in_words
from initiatives.importing.cells import plain
from initiatives.importing.table import Table
from initiatives.ledger.series import load_rates
from initiatives.models import FundingEntry

NEW: Final = "new"
RESTATES: Final = "restates"
AMOUNT: Final = "amount"
DOLLAR: Final = "USD"
SUMS_COMPARED: Final = 5  # of a file at least, before one can be called small
TIMES_SMALLER: Final = 500  # than the middle sum: some less than the thousand that is forgotten, since sums of a file differ


def about_targets(table: Table, pointing: Mapping[int, Any]) -> None:
    """Of rows that say what they are to another sum those that point at one of another initiative, which is often a slip in the key."""
    for line, entry in pointing.items():
        target = entry.related_to
        if target is not None and target.initiative_id != entry.initiative_id:
            stated = f"{formats.published(target.amount, target.currency)}, {target.stage}, {in_words(target.announced_on)}"
            words = f"This {vocabulary.RELATIONS[entry.relation]} {target.key}, a sum of another initiative: {stated}, “{target.initiative.name}”."
            table.fault(line, "related_to", target.key, f"{words} Is it that money?", asks=True)


def about_twins(table: Table, new: Mapping[int, Any]) -> None:
    """New money that looks like money of the ledger, or like another row of the file."""
    open_rows = {line: entry for line, entry in new.items() if entry.relation == NEW and entry.amount is not None}
    alike = _alike_in_the_record(list(open_rows.values()))
    first: dict[tuple[Any, ...], tuple[int, Any]] = {}
    for line, entry in open_rows.items():
        twin = next((other for other in alike.get(_sum(entry), ()) if _near(entry, other)), None)
        at, other = first.setdefault((entry.initiative_id, *_sum(entry)), (line, entry))
        if twin is not None:
            about = f"the same sum of the same owner, said {in_words(twin.announced_on)} of “{twin.initiative.name}”"
            _ask(table, line, f"This looks like {twin.key}: {about}. Does it say that again?", twin.key)
        elif at != line:
            _ask(table, line, f"Row {at} gives the same sum for this initiative ({other.announced_on}). Does this row say it again?", f"row {at}")


def about_sizes(table: Table, told: Mapping[int, Any], entries: Mapping[int, Any]) -> None:
    """Of rows that tell an amount those whose sum is hundreds of times smaller than the middle one of all `entries` of the file, in dollars."""
    rates = load_rates()
    usd = {line: rates.convert(row.amount, row.currency, DOLLAR, row.announced_on) for line, row in entries.items() if row.amount}
    sums = {line: abs(each) for line, each in usd.items() if each}
    if len(sums) < SUMS_COMPARED:
        return
    middle = median(sums.values())
    small = {line: sums[line] for line in told if line in sums and sums[line] * TIMES_SMALLER <= middle}
    cells = {line.number: line.named[AMOUNT].text for line in table.lines if AMOUNT in line.named} if small else {}
    for line, each in small.items():
        table.fault(line, AMOUNT, cells.get(line, plain(told[line].amount)), _small(told[line], middle / each, middle), warning=True)


def _small(entry: Any, times: Decimal, middle: Decimal) -> str:
    stated, usual = formats.published(entry.amount, entry.currency), formats.published(middle, DOLLAR)
    much = formats.count(int(times.to_integral_value()))
    return f"{stated} is some {much} times smaller than the middle sum of this file ({usual}). Is it in thousands or millions, or are zeros missing?"


def _ask(table: Table, line: int, words: str, target: str) -> None:
    table.fault(line, "relation", NEW, f"{words} Then it {RESTATES} {target}.", asks=True, instead=f"{RESTATES} {target}")


def _alike_in_the_record(entries: Sequence[Any]) -> Mapping[tuple[Any, ...], list[Any]]:
    """Stored entries with one of these sums."""
    found: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    if entries:
        stored = FundingEntry.objects.filter(amount__in={entry.amount for entry in entries}).exclude(relation="restates")
        columns = ("key", "amount", "currency", "announced_on", "initiative__countries", "initiative__name")
        for row in stored.select_related("initiative").only(*columns).order_by("pk"):
            found[_sum(row)].append(row)
    return found


def _sum(entry: Any) -> tuple[Any, ...]:
    return entry.currency, entry.amount.normalize()


def _near(entry: Any, other: Any) -> bool:
    return entry.initiative_id == other.initiative_id or bool(set(entry.initiative.countries) & set(other.initiative.countries))
