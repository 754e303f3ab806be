"""Plans funding entries: which stored entry a row is about, what it changes, who pays and where it was read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone

from initiatives import dates
from initiatives.exchange.checks import TAG
from initiatives.importing import known, naming, payers, related
from initiatives.importing.faults import shown
from initiatives.importing.paying import Paying
from initiatives.importing.plan import CHANGED, NEW, UNCHANGED, Plan, differing, in_words, needed, take
from initiatives.importing.table import Line, Table, Tick
from initiatives.models import Article, FundingEntry, Reference

OWN = (
    "announced_on", "amount", "currency", "hedge", "amount_low", "amount_high", "usd_as_published", "stage", "origin", "scope", "channel",
    "recipient_country", "period", "instrument", "relation", "within", "new_money", "tier", "note",
)  # fmt: skip
NEEDED = ("initiative", "announced_on", "currency", "stage", "origin", "scope", "tier", "source")
UNSAID: Mapping[str, Any] = {"hedge": "exact", "relation": "new", "new_money": "unclear"}
TITLE_LENGTH, PUBLISHER_LENGTH = 500, 200


def plan_funding(table: Table, create_organizations: bool, tick: Tick) -> Plan:
    """What the rows would do; an empty cell leaves what is stored as it is.

    A row without a key is the stored entry that says the same of its initiative on the same day by the same source."""
    planner = _Planner(table, create_organizations)
    for done, line in enumerate(table.lines):
        tick(done)
        planner.row(line)
    planner.finish()
    return planner.plan


class _Planner:
    def __init__(self, table: Table, create_organizations: bool) -> None:
        self.table, self.plan = table, Plan(table)
        self.today = timezone.localdate()
        self.paying = Paying(self.plan, known.organizations(), create=create_organizations)
        self.entries: dict[int, Any] = {}  # line → its entry
        self.new: list[tuple[Line, Any]] = []
        self.by_key: dict[str, tuple[int, Any]] = {}  # key → (line, entry) of this file
        self.same: dict[tuple[Any, ...], int] = {}  # identity of a new row → its line
        self.differences: dict[int, tuple[tuple[str, ...], list[str]]] = {}  # line → columns of its stored entry that differ, and the words for it
        self._know()

    def _know(self) -> None:
        lines = self.table.lines
        self.initiatives = known.Initiatives({text for line in lines if (text := line.get("initiative"))})
        keys = {line.get("key") for line in lines if line.get("key")}
        rows = FundingEntry.objects.select_related("initiative", "source", "related_to").prefetch_related("funders__organization")
        of_file = rows.defer("evidence", "source__text", "initiative__summary", "initiative__search_name", "initiative__search_body")
        self.stored = {row.key: row for row in of_file.filter(key__in=keys)}
        without = {row.pk for line in lines if not line.get("key") and (row := self.initiatives.find(line.get("initiative") or ""))}
        self.by_identity: dict[tuple[Any, ...], Any] = {}
        for row in of_file.filter(initiative__in=without).order_by("-pk"):
            self.by_identity[_identity(row.initiative_id, row.announced_on, row.currency, row.amount, row.source.url)] = row
        addresses = {line.get("source") for line in lines if line.get("source")} | {self.table.defaults.get("source")} - {None}
        self.articles = {row.url: row for row in Article.objects.filter(url__in=addresses).defer("text")}

    def row(self, line: Line) -> None:
        """Plans one line of the file."""
        naming.take_currency(self.table, line)
        key, initiative = line.get("key"), self._initiative(line)
        stored = self.stored.get(key) if key else None
        if stored is None and key and not self._may_be_new(line, key, initiative):
            return
        if stored is None and not key and initiative is not None:
            source = line.get("source") or self.table.defaults.get("source")
            amount, currency = line.get("amount"), line.get("currency") or self.table.defaults.get("currency")
            identity = _identity(initiative.pk, line.get("announced_on"), currency, amount, source)
            stored = self.by_identity.get(identity)
            if not self._once(line, identity):
                return
        if stored is not None and not self._once_by_key(line, stored):
            return
        if stored is None:
            self._new(line, initiative)
        else:
            self._changed(line, stored, initiative)

    def _initiative(self, line: Line) -> Any:
        text = line.get("initiative")
        if not text:
            return None
        found = self.initiatives.find(text)
        if found is None:
            near = self.initiatives.near(text)
            meant = f" Did you mean {near.name} ({near.slug})?" if near else ""
            self.table.fault(
                line.number, "initiative", text, f"{shown(text)} is no initiative of the record.{meant} Mend it, or make the initiative first.",
                instead=near.slug if near else "",
            )  # fmt: skip
        return found

    def _may_be_new(self, line: Line, key: str, initiative: Any) -> bool:
        slug = None if initiative is None else initiative.slug
        number = key.removeprefix(f"{slug}#")
        if slug is not None and number != key and number.isascii() and number.isdigit() and TAG.fullmatch(slug):
            return True
        way = f"Use {slug}# and a number, or leave it empty for a new entry." if slug else "Leave it empty for a new entry, and name its initiative."
        self.table.fault(line.number, "key", key, f"{shown(key)} is the key of no entry. {way}")
        return False

    def _once(self, line: Line, identity: tuple[Any, ...]) -> bool:
        first = self.same.setdefault(identity, line.number)
        if first != line.number:
            words = f"Row {first} says the same: this initiative, day, amount and source. Leave one of them out, or tell them apart."
            self.table.fault(line.number, "amount", str(line.get("amount") or ""), words)
        return first == line.number

    def _once_by_key(self, line: Line, stored: Any) -> bool:
        first, _ = self.by_key.setdefault(stored.key, (line.number, stored))
        if first != line.number:
            self.table.fault(line.number, "key", stored.key, f"Row {first} is about {stored.key} too. Leave one of them out.")
        return first == line.number

    def _new(self, line: Line, initiative: Any) -> None:
        whole = {**UNSAID, **self.table.defaults, **{name: value for name, value in line.values.items() if value is not None}}
        complete = needed(self.table, line, NEEDED, {**whole, "initiative": initiative or line.get("initiative")})
        holds = naming.agrees(self.table, line, whole.get("currency")) and self._bounds_hold(line, whole)
        self._look(line, whole)
        if not complete or not holds or initiative is None or line.unread:
            return
        given = {("recipient_country_id" if name == "recipient_country" else name): whole.get(name) for name in OWN}
        entry = FundingEntry(key=line.get("key") or "", source=self._source(whole), **given)
        entry.initiative_id, entry.initiative = initiative.pk, initiative
        self.entries[line.number] = entry
        self.new.append((line, entry))
        if entry.key and self._once_by_key(line, entry):
            self.by_key[entry.key] = (line.number, entry)
        self.paying.bring(line, entry, ())

    def _look(self, line: Line, whole: Mapping[str, Any]) -> None:
        """Remarks about what may be right, and is often a slip."""
        day = whole.get("announced_on")
        if day and dates.first_day(day) > self.today:
            self.table.fault(line.number, "announced_on", str(day), "That day lies ahead. It is the day on which it was said.", warning=True)
        if whole.get("hedge") == "range" and whole.get("amount_low") is None and whole.get("amount_high") is None:
            words = "A range has a lower or an upper bound. Name one in amount_low or amount_high, or use another word."
            self.table.fault(line.number, "hedge", "range", words, warning=True)

    def _changed(self, line: Line, entry: Any, initiative: Any) -> None:
        if initiative is not None and initiative.pk != entry.initiative_id:
            words = f"{entry.key} belongs to {entry.initiative.slug}. Leave the key empty for a new entry of {initiative.slug}."
            self.table.fault(line.number, "initiative", str(line.get("initiative")), words)
            return
        given = {name: value for name, value in line.values.items() if name in OWN and value is not None}
        if not naming.agrees(self.table, line, given.get("currency", entry.currency)):
            return
        if not self._bounds_hold(line, {name: given.get(name, getattr(entry, name)) for name in ("amount", "amount_low", "amount_high")}):
            return
        wanted = {("recipient_country_id" if name == "recipient_country" else name): value for name, value in given.items()}
        changed = differing(entry, wanted)
        words = in_words(entry, changed)
        take(entry, changed)
        self.entries[line.number] = entry
        columns, moved = tuple(changed), [words] if words else []
        if line.get("source") and line.get("source") != entry.source.url:
            moved.append(f"source: {entry.source.url} → {line.get('source')}")
            entry.source = self._source(line.values)
            columns = (*columns, "source_id")
        if line.get("funders") and self.paying.bring(line, entry, tuple(entry.funders.all())):
            moved.append(f"funders: {'; '.join(payers.in_words(one) for one in entry.funders.all()) or 'none'} → {line.get('funders') or 'none'}")
            self.plan.changes.moved.add(entry.key)
            self.plan.changes.initiatives.add(entry.initiative_id)
        self.differences[line.number] = (columns, moved)

    def _bounds_hold(self, line: Line, whole: Mapping[str, Any]) -> bool:
        amount, low, high = (whole.get(name) for name in ("amount", "amount_low", "amount_high"))
        upper = amount if amount is not None else high
        if low is not None and upper is not None and low > upper:
            self.table.fault(line.number, "amount_low", str(low), f"The lower bound is above {upper:,}. It is at most the amount.")
            return False
        if amount is not None and high is not None and high < amount:
            self.table.fault(line.number, "amount_high", str(high), f"The upper bound is below {amount:,}. It is at least the amount.")
            return False
        return True

    def _source(self, whole: Mapping[str, Any]) -> Any:
        address = whole["source"]
        if address not in self.articles:
            title, publisher = str(whole.get("source_title") or address), str(whole.get("publisher") or "")
            self.articles[address] = article = Article(url=address, title=title[:TITLE_LENGTH], publisher=publisher[:PUBLISHER_LENGTH])
            self.plan.changes.added[Article].append(article)
        return self.articles[address]

    def finish(self) -> None:
        """Keys, places, links, citations and what each line came to."""
        related.number(self.new, self.by_key)
        linked = related.link(self.table, self.entries, self.by_key)
        new = {line.number for line, _ in self.new}
        for line in self.table.lines:
            entry = self.entries.get(line.number)
            if entry is None:
                continue
            if line.number in new:
                self.plan.came_to(line, NEW, entry.key, f"/initiatives/{entry.initiative.slug}/", _sum(entry))
                continue
            columns, moved = self.differences.get(line.number, ((), []))
            if line.number in linked:
                columns, moved = (*columns, "related_to_id"), [*moved, f"related_to: {linked[line.number]}"]
            if columns:
                self.plan.changes.changed[FundingEntry].append((entry, columns))
            self.plan.came_to(line, CHANGED if moved else UNCHANGED, entry.key, f"/initiatives/{entry.initiative.slug}/", "; ".join(moved))
        self.plan.changes.added[FundingEntry] += [entry for _, entry in self.new]
        self.plan.changes.links += [(entry, entry.related_to) for entry in self.entries.values() if entry.related_to is not None]
        self.paying.finish()
        self._cite(
            [*(entry for _, entry in self.new), *(entry for entry, columns in self.plan.changes.changed[FundingEntry] if "source_id" in columns)]
        )
        related.check(self.plan, self.entries, new)

    def _cite(self, entries: Sequence[Any]) -> None:
        """Each initiative cites the articles of its entries."""
        owners = {entry.initiative_id for entry in entries}
        cited, last = set[tuple[int, str]](), defaultdict[int, int](lambda: -1)
        for initiative_id, url, order in Reference.objects.filter(initiative__in=owners).values_list("initiative_id", "article__url", "order"):
            cited.add((initiative_id, url))
            last[initiative_id] = max(last[initiative_id], order)
        for entry in entries:
            if (entry.initiative_id, entry.source.url) not in cited:
                cited.add((entry.initiative_id, entry.source.url))
                last[entry.initiative_id] += 1
                reference = Reference(initiative_id=entry.initiative_id, article=entry.source, order=last[entry.initiative_id])
                self.plan.changes.added[Reference].append(reference)


def _identity(initiative_id: int, day: Any, currency: Any, amount: Decimal | None, source: Any) -> tuple[Any, ...]:
    """What makes two statements the same one."""
    return initiative_id, day, currency, None if amount is None else amount.normalize(), source


def _sum(entry: Any) -> str:
    return f"{entry.currency} {entry.amount.normalize():,f}, {entry.stage}" if entry.amount is not None else f"undisclosed, {entry.stage}"
