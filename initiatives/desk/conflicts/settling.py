"""What one way of settling a conflict changes: rows as they would be, in the order in which they can be saved. Saves nothing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from initiatives import dates, vocabulary
from initiatives.ledger.preferring import CannotStand, figures_of, preferred
from initiatives.ledger.relations import aimed
from initiatives.ledger.values import Entry
from initiatives.models import Article, Conflict, FundingEntry
from initiatives.names import currencies
from initiatives.publication import Fault, PublicationRefused
from initiatives.review.amounts import AmountError, amount_of

Typed = Mapping[str, str]
COPIED: Final = (
    "currency", "stage", "origin", "scope", "channel", "recipient_country_id", "period", "instrument", "within",
)  # fmt: skip
REASON_LENGTH: Final = 300
CODE: Final = re.compile(r"[A-Z]{3}")


@dataclass(slots=True)
class Settlement:
    """Rows to save, one after the other; one without a key is new. `reason` is what the history says."""

    reason: str
    rows: list[FundingEntry]


@dataclass(frozen=True, slots=True)
class Around:
    """The families that a conflict concerns, as the ledger sees them and as rows."""

    conflict: Conflict
    entries: Mapping[str, Entry]
    rows: Mapping[str, FundingEntry]
    suggestion: Mapping[str, Sequence[str]]

    @property
    def key(self) -> str:
        """The key of the statement that the conflict is about."""
        return str(self.conflict.entry.key)

    def row(self, key: str) -> FundingEntry:
        """A row that may be changed without changing the one that is known."""
        return copy(self.rows[key])


def settlement(choice: str, around: Around, typed: Typed) -> Settlement:
    """What a choice changes. Raises PublicationRefused with the fields that are missing or refused."""
    try:
        return CHOICES[choice](around, typed)
    except CannotStand as refused:
        raise PublicationRefused((Fault("prefer", typed.get("prefer", ""), str(refused)),)) from refused


def _refuse(name: str, value: str, message: str) -> PublicationRefused:
    return PublicationRefused((Fault(name, value, message),))


def _chosen(around: Around, typed: Typed, name: str, among: Iterable[str]) -> str:
    value = typed.get(name, "")
    if value not in among:
        raise _refuse(name, value, "choose one of the statements.")
    return value


def _linked(around: Around, key: str, relation: str, target: str) -> FundingEntry:
    row = around.row(key)
    entry = replace(around.entries[key], relation=relation, related_to=target)
    row.relation = relation
    row.related_to = around.rows[aimed(entry, around.entries) or target]
    return row


def _restates(around: Around, typed: Typed) -> Settlement:
    """Of an envelope: the parts that were ticked. Of two sums: the later one."""
    if around.conflict.code == "likely-restatement":
        return _pair(around, typed, "restates")
    ticked = [key for key in around.conflict.about if typed.get(f"part-{key}")]
    if not ticked:
        raise _refuse("parts", "", "tick at least one of the statements that say the same money again.")
    rows = [_linked(around, key, "restates", around.key) for key in ticked]
    return Settlement("Another cut of the same money", rows)


def _within(around: Around, typed: Typed) -> Settlement:
    rows = [_linked(around, part, "part-of", whole) for whole, parts in around.suggestion.items() for part in parts]
    if not rows:
        raise _refuse("choice", "within", "the ledger suggests no nesting any more. Choose another way.")
    return Settlement("Parts that lie in one another", rows)


def _pair(around: Around, typed: Typed, relation: str) -> Settlement:
    later, earlier = around.key, around.conflict.about[0]
    if typed.get("swap"):
        later, earlier = earlier, later
    return Settlement(f"Looked like one money: {vocabulary.RELATIONS[relation]}", [_linked(around, later, relation, earlier)])


def _grew(around: Around, typed: Typed) -> Settlement:
    """A newer figure for an envelope, read in one of the articles that its parts were read in."""
    envelope = around.rows[around.key]
    faults: list[Fault] = []
    amount = _amount(typed, "amount", envelope.currency, faults)
    day = typed.get("announced_on", "").strip()
    try:
        dates.parse(day)
    except ValueError:
        faults.append(Fault("announced_on", day, f"“{day}” is no day. Write it as 2026-06-04, 2026-06 or 2026."))
    source = _source(around, typed.get("source", ""), faults)
    tier = typed.get("tier", "")
    if tier not in {str(known) for known in vocabulary.TIERS}:
        faults.append(Fault("tier", tier, "choose how near the source is, 1 to 4."))
    if faults or source is None:
        raise PublicationRefused(tuple(faults))
    row = FundingEntry(
        initiative=envelope.initiative, amount=amount, announced_on=day, source=source, tier=int(tier), relation="replaces", related_to=envelope,
        **{name: getattr(envelope, name) for name in COPIED},
    )  # fmt: skip
    return Settlement("The envelope grew", [row])


def _source(around: Around, typed: str, faults: list[Fault]) -> Article | None:
    """One of the articles that these statements were read in."""
    found = {str(row.source_id): row.source for row in around.rows.values()}.get(typed)
    if found is None:
        faults.append(Fault("source", typed, "choose the article that gives the new figure."))
    return found


def _prefer(around: Around, typed: Typed) -> Settlement:
    """Relations first; then the ranks, which say what was decided."""
    figures = [entry.key for entry in figures_of(around.entries.values(), around.key)]
    chosen = _chosen(around, typed, "prefer", figures)
    reason = typed.get("rank_reason", "").strip()[:REASON_LENGTH]
    if not reason:
        raise _refuse("rank_reason", "", "say in a few words why this figure is the better one.")
    changed = {entry.key: entry for entry in preferred(around.entries.values(), chosen)}
    rows = {key: around.row(key) for key in [*figures, *changed]}
    for key, row in rows.items():
        if key in changed:
            row.relation = changed[key].relation
            row.related_to = around.rows[changed[key].related_to] if changed[key].related_to else None  # type: ignore[index]
        if key in figures:
            _rank(row, key == chosen, reason, bool(typed.get(f"wrong-{key}")))
    return Settlement(f"Preferred: {reason}", _in_order(around, rows, chosen, list(changed)))


def _rank(row: FundingEntry, is_chosen: bool, reason: str, is_wrong: bool) -> None:
    if is_chosen:
        row.rank, row.rank_reason = "preferred", reason
    elif is_wrong:
        row.rank, row.rank_reason = "deprecated", reason
    elif row.rank == "preferred":
        row.rank, row.rank_reason = "normal", None


def _in_order(around: Around, rows: Mapping[str, FundingEntry], chosen: str, changed: Sequence[str]) -> list[FundingEntry]:
    """The chosen one lets go of the former figure before that one takes hold of it; two never replace one figure at a time."""
    first: list[FundingEntry] = []
    if chosen in changed and rows[chosen].relation == "replaces":
        loose = around.row(chosen)
        loose.relation, loose.related_to = "new", None
        first = [loose, *(rows[key] for key in changed if key != chosen and rows[key].relation == "restates")]
    return [*first, rows[chosen], *(rows[key] for key in rows if key != chosen)]


def _follow(around: Around, typed: Typed) -> Settlement:
    """The chosen rival is the newest figure: it replaces the last of the others."""
    rivals = list(around.conflict.about)
    chosen = _chosen(around, typed, "follow", rivals)
    row = around.row(chosen)
    row.relation, row.related_to = "replaces", around.rows[next(key for key in reversed(rivals) if key != chosen)]
    return Settlement("One newer figure follows the other", [row])


def _disclosed(around: Around, typed: Typed) -> Settlement:
    chosen = typed.get("disclosed", "").strip()
    if chosen not in around.rows or chosen == around.key:
        raise _refuse("disclosed", chosen, "choose the statement that gives the figure. Where it is not in the record yet, enter it first.")
    return Settlement("Its amount was disclosed", [_linked(around, chosen, "replaces", around.key)])


def _stage(around: Around, typed: Typed) -> Settlement:
    stage = typed.get("stage", "")
    row = around.row(around.key)
    if stage not in vocabulary.STAGES or stage == row.stage:
        raise _refuse("stage", stage, f"choose another stage than {row.stage}.")
    row.stage = stage
    return Settlement(f"Its stage is {stage}", [row])


def _amount(typed: Typed, name: str, currency: str, faults: list[Fault]) -> Decimal | None:
    """A sum as quick entry reads it; None with a fault for what is none, and for nothing."""
    value = typed.get(name, "").strip()
    try:
        amount = amount_of(value, currency)
    except AmountError as error:
        faults.append(Fault(name, value, str(error)))
        return None
    if amount is None:
        faults.append(Fault(name, value, "write the figure, such as 2.5 bn or 2500000000."))
    return amount


def _correct(around: Around, typed: Typed) -> Settlement:
    row, faults = around.row(around.key), []
    row.currency = typed.get("currency", "").strip().upper()
    if not CODE.fullmatch(row.currency) or row.currency not in currencies.CURRENCIES:
        faults.append(Fault("currency", row.currency, f"“{row.currency}” is no currency. Use a code of three letters such as EUR."))
    row.amount = _amount(typed, "amount", row.currency, faults)
    row.usd_as_published = _amount(typed, "usd_as_published", "USD", faults) if typed.get("usd_as_published", "").strip() else None
    if faults:
        raise PublicationRefused(tuple(faults))
    return Settlement("Mended after its source", [row])


CHOICES: Final[Mapping[str, Callable[[Around, Typed], Settlement]]] = {
    "restates": _restates,
    "within": _within,
    "grew": _grew,
    "prefer": _prefer,
    "follow": _follow,
    "part-of": lambda around, typed: _pair(around, typed, "part-of"),
    "replaces": lambda around, typed: _pair(around, typed, "replaces"),
    "disclosed": _disclosed,
    "stage": _stage,
    "correct": _correct,
}
