"""Where the nodes and bands of a flow drawing lie: columns by role, in pixels; knows no colours.

Every role is a column of its own, so that an organization which pays here and receives there stands in both, and no flow can run in a ring.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from dashboard.figures import text
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Opens
from dashboard.queries.money_flows import Flow
from initiatives import formats

GAP: Final = 10  # pixels between two nodes of a column, at least
LINE: Final = 18  # pixels that a node's words need; those of a lower node stand above it
PAYER, INITIATIVE, TAKER = range(3)
REST: Final = ""  # the key of what is gathered; it stands last in its column
GATHERED: Final = {PAYER: "other payers", INITIATIVE: "other initiatives", TAKER: "their leads and recipients"}
NAME_LINES: Final = 3
NOBODY: Final = "not named"
GATHERED_ORIGIN: Final = "any origin"


@dataclass(slots=True)
class Node:
    """One name in one column; `top` and `height` in pixels once it is placed."""

    column: int
    key: str
    name: str
    amount: Decimal = Decimal(0)
    address: str | None = None
    flows: list[Flow] = field(default_factory=list)  # which it is made of
    gathered: int = 0  # how many names stand behind it
    lines: list[str] = field(default_factory=list)
    is_divided: bool = False  # several bands leave or arrive, whose edges would strike its words out
    top: float = 0
    height: float = 0

    @property
    def is_low(self) -> bool:
        """Whether its words have no room inside, and stand above it."""
        return self.is_divided or self.height < LINE * len(self.lines)

    @property
    def room(self) -> float:
        """Pixels of height that it takes with its words."""
        return self.height + GAP + (LINE * len(self.lines) if self.is_low else 0)

    @property
    def above(self) -> float:
        """Pixels from the upper end of its room to its own."""
        return GAP / 2 + (LINE * len(self.lines) if self.is_low else 0)


@dataclass(frozen=True, slots=True)
class Band:
    """Money of one origin between two nodes of neighbouring columns; `ceiling` is the part that is only an “up to”."""

    start: Node
    end: Node
    origin: str
    amount: Decimal
    ceiling: Decimal
    words: str
    address: str | None


@dataclass(slots=True)
class Flows:
    """The nodes of every column in their order from the top, and the bands between them."""

    columns: list[list[Node]] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)


def arranged(rows: Sequence[Flow], columns: int, room: float, most: int, whole: bool, opens: Opens, labels: Labels) -> Flows:
    """Nodes and bands: the `most` largest of each column by name, the others together; columns are sorted so that bands cross little. `room`: pixels
    for a line of a name."""
    named = [row for row in rows if row.kind == "named"]
    kept = [_largest(named, column, most) for column in range(columns)]
    if not whole:
        named = [row for row in named if all(key_of(row, column) in kept[column] for column in (PAYER, INITIATIVE))]
    nodes: dict[tuple[int, str], Node] = {}
    found: dict[tuple[int, str, str, str], list[Flow]] = defaultdict(list)
    for row in [*named, *(row for row in rows if row.kind == "others")]:
        keys = [_kept_key(row, column, kept[column]) for column in range(columns)]
        for column, key in enumerate(keys):
            node = nodes.setdefault((column, key), Node(column, key, _name(row, column, key)))
            node.amount += row.amount
            node.flows.append(row)
        for column in range(columns - 1):
            found[column, keys[column], keys[column + 1], row.origin or GATHERED_ORIGIN].append(row)
    _count_gathered(nodes, rows, kept, columns)
    for node in nodes.values():
        node.lines = text.limited(node.name, room, NAME_LINES)
        node.address = None if node.key == REST else opens(node.flows, ("payer", "initiative", "taker")[node.column])
    bands = [_band(nodes[column, start], nodes[column + 1, end], origin, some, opens, labels) for (column, start, end, origin), some in found.items()]
    for node in nodes.values():
        node.is_divided = max(sum(band.start is node for band in bands), sum(band.end is node for band in bands)) > 1
    return _sorted(nodes, bands, columns)


def key_of(row: Flow, column: int) -> str:
    """What tells the nodes of a column apart; organizations that take one initiative's money together are one node."""
    if column == PAYER:
        return row.payer.slug if row.payer else REST
    if column == INITIATIVE:
        return row.initiative.slug if row.initiative else REST
    return " ".join(one.slug for one in row.takers) or NOBODY


def place(flows: Flows, depth: int) -> int:
    """Gives every node its place; answers with the height of the drawing. All columns have the same scale."""
    whole = max((sum(node.amount for node in column) for column in flows.columns), default=Decimal(0))
    for node in (node for column in flows.columns for node in column):
        node.height = float(node.amount) / float(whole) * depth if whole else 0
    needed = [sum(node.room for node in column) for column in flows.columns]
    height = max([*needed, LINE])
    fullest = max(range(len(needed)), key=needed.__getitem__, default=0)
    _stack(flows.columns[fullest], [0.0] * len(flows.columns[fullest]), height)
    for column in (*range(fullest - 1, -1, -1), *range(fullest + 1, len(flows.columns))):
        placed = flows.columns[column + 1 if column < fullest else column - 1]
        _stack(flows.columns[column], [_wanted(node, placed, flows.bands) for node in flows.columns[column]], height)
    return round(height)


def _wanted(node: Node, placed: Sequence[Node], bands: Sequence[Band]) -> float:
    """Where the room of a node would begin, if it stood level with what it is joined to."""
    joined = [(other, band) for band in bands for other in placed if {id(band.start), id(band.end)} == {id(node), id(other)}]
    weight = sum(float(band.amount) for _, band in joined)
    middle = sum((other.top + other.height / 2) * float(band.amount) for other, band in joined) / weight if weight else 0.0
    return middle - node.height / 2 - node.above


def _stack(column: Sequence[Node], wanted: Sequence[float], height: float) -> None:
    """Nodes in their order, each as near to where it wants to be as those before and after leave room for."""
    at, after, starts = 0.0, sum(node.room for node in column), []
    for node, wish in zip(column, wanted, strict=True):
        start = min(max(at, wish), height - after)
        starts.append(start)
        at, after = start + node.room, after - node.room
    for node, start in zip(column, starts, strict=True):
        node.top = start + node.above


def _largest(rows: Sequence[Flow], column: int, most: int) -> frozenset[str]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[key_of(row, column)] += row.amount
    return frozenset(sorted(sums, key=lambda key: (-sums[key], key))[:most])


def _kept_key(row: Flow, column: int, kept: frozenset[str]) -> str:
    key = key_of(row, column) if row.kind == "named" else REST
    return key if key in kept else REST


def _name(row: Flow, column: int, key: str) -> str:
    if key == REST:
        return GATHERED[column]
    if column == PAYER:
        return row.payer.name if row.payer else NOBODY
    if column == INITIATIVE:
        return row.initiative.name if row.initiative else NOBODY
    if not row.takers:
        return NOBODY
    first, others = row.takers[0].name, len(row.takers) - 1
    return first if not others else f"{first} and {formats.counted(others, 'other')}"


def _count_gathered(nodes: Mapping[tuple[int, str], Node], rows: Sequence[Flow], kept: Sequence[frozenset[str]], columns: int) -> None:
    """How many payers and initiatives stand behind what is gathered."""
    others = next((row for row in rows if row.kind == "others"), None)
    for column in range(columns):
        node = nodes.get((column, REST))
        if node is None:
            continue
        apart = len({key_of(row, column) for row in rows if row.kind == "named"} - kept[column])
        beyond = {PAYER: others.payers, INITIATIVE: others.initiatives, TAKER: 0}[column] if others else 0
        node.gathered = apart + beyond
        if column != TAKER:
            node.name = f"and {formats.count(node.gathered)} {GATHERED[column] if node.gathered != 1 else GATHERED[column].removesuffix('s')}"


def _band(start: Node, end: Node, origin: str, some: Sequence[Flow], opens: Opens, labels: Labels) -> Band:
    amount, ceiling = sum((row.amount for row in some), Decimal(0)), sum((row.ceiling for row in some), Decimal(0))
    value = labels.value(amount)
    hedged = f", of which “up to” or a target: {labels.value(ceiling)}" if ceiling else ""
    words = f"{text.plain(start.name)} → {text.plain(end.name)}<br>{text.plain(value)}, {origin}{text.plain(hedged)}"
    address = opens(some, "flow") if REST not in (start.key, end.key) else None
    return Band(start, end, origin, amount, ceiling, words, address)


def _sorted(nodes: Mapping[tuple[int, str], Node], bands: list[Band], columns: int) -> Flows:
    """Payers by size; every next column by where its money comes from; what is gathered last."""
    found = Flows([], bands)
    for column in range(columns):
        own = [node for (at, _), node in nodes.items() if at == column]
        before = {id(node): place for place, node in enumerate(found.columns[-1])} if found.columns else {}
        found.columns.append(sorted(own, key=_order(bands, before)))
    return found


def _order(bands: Sequence[Band], before: Mapping[int, int]) -> Callable[[Node], tuple[bool, float, Decimal, str]]:
    def order(node: Node) -> tuple[bool, float, Decimal, str]:
        coming = [(before[id(band.start)], float(band.amount)) for band in bands if band.end is node and id(band.start) in before]
        weight = sum(amount for _, amount in coming)
        centre = sum(place * amount for place, amount in coming) / weight if weight else 0.0
        return node.key == REST, centre, -node.amount, node.key

    return order
