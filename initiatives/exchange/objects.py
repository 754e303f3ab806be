"""Checks one initiative of a file by itself: its keys, its values, and what they must agree on; knows no other line and no table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from initiatives.dates import first_day, last_day
from initiatives.exchange.problems import Wrong, shortened, shown
from initiatives.exchange.shapes import LISTS, Shape, Shapes

Object = dict[str, Any]


@dataclass(slots=True)
class Checked:
    """The clean object, and what is wrong with it as (field, words)."""

    value: Object
    problems: list[tuple[str, str]] = field(default_factory=list)

    def wrong(self, where: str, words: str) -> None:
        self.problems.append((where, words))


def check_initiative(raw: Mapping[str, Any], shapes: Shapes) -> Checked:
    """A list that is left out is left out of the clean object too. Agreement is only checked where every value is right."""
    checked = Checked({})
    _check_keys(checked, raw, shapes.initiative, "", also=LISTS)
    checked.value = _values(checked, raw, shapes.initiative, "")
    for kind in LISTS:
        if kind in raw:
            checked.value[kind] = _list(checked, raw[kind], kind, kind, shapes)
    if not checked.problems:
        for where, words in _disagreements(checked.value):
            checked.wrong(where, words)
    return checked


def _list(checked: Checked, raw: Any, kind: str, where: str, shapes: Shapes) -> list[Object]:
    if not isinstance(raw, list):
        checked.wrong(where, f"{shown(raw)} is not a list. Use [ … ].")
        return []
    return [made for n, item in enumerate(raw) if (made := _item(checked, item, kind, f"{where}[{n}]", shapes)) is not None]


def _item(checked: Checked, raw: Any, kind: str, where: str, shapes: Shapes) -> Object | None:
    if not isinstance(raw, dict):
        checked.wrong(where, f"{shown(raw)} is not an object. Use {{ … }}.")
        return None
    shape = shapes.of(kind)
    _check_keys(checked, raw, shape, f"{where}.")
    made = _values(checked, raw, shape, f"{where}.")
    if kind == "funding":
        made["funders"] = _list(checked, raw.get("funders"), "funders", f"{where}.funders", shapes)
    return made


def _check_keys(checked: Checked, raw: Mapping[str, Any], shape: Shape, where: str, also: tuple[str, ...] = ()) -> None:
    for key in raw:
        if key not in shape and key not in also:
            checked.wrong(f"{where}{shortened(key)}", f"unknown key. The keys here are: {', '.join([*shape, *also])}.")


def _values(checked: Checked, raw: Mapping[str, Any], shape: Shape, where: str) -> Object:
    """The clean values in the order of the shape; a key that is left out stands for null."""
    made: Object = {}
    for key, check in shape.items():
        try:
            made[key] = check(raw.get(key))
        except Wrong as wrong:
            checked.wrong(f"{where}{key}", str(wrong) if key in raw else "is missing. Add it.")
    return made


def _disagreements(value: Object) -> Iterator[tuple[str, str]]:
    if value["start"] and value["end"] and first_day(value["start"]) > last_day(value["end"]):
        yield "end", f"{shown(value['end'])} lies before the start, {value['start']}."
    yield from _articles(value)
    for n, entry in enumerate(value.get("funding", [])):
        yield from _entry(value["slug"], entry, f"funding[{n}]")
    for n, participant in enumerate(value.get("participants", [])):
        yield from _one_of_two(participant, f"participants[{n}]")
    yield from _twice(
        value.get("participants", []), "participants", lambda item: (item["organization"], item["described"], item["role"]), "organization"
    )
    yield from _quantities(value)
    for n, comment in enumerate(value.get("commentary", [])):
        if not comment["position"].strip() and comment["quote"] is None:
            yield f"commentary[{n}].position", f"{shown(comment['position'])} says nothing. Put the position in words, or give the quote."
    for n, point in enumerate(value.get("points", [])):
        if (point["kind"] == "model") != (point["country"] is not None):
            yield (
                f"points[{n}].country",
                f"{shown(point['country'])} stands at a {point['kind']}. A model names the country that is followed; other points have null.",
            )


def _articles(value: Object) -> Iterator[tuple[str, str]]:
    if "articles" not in value:
        if any(value.get(kind) for kind in LISTS):
            yield "articles", "is missing. List the articles that the sources name."
        return
    yield from _twice(value["articles"], "articles", lambda item: item["url"], "url")
    known = {article["url"] for article in value["articles"]}
    for kind in LISTS:
        for n, item in enumerate(value.get(kind, [])):
            if "source" in item and item["source"] not in known:
                yield (
                    f"{kind}[{n}].source",
                    f"{shown(item['source'])} is not among the articles of this initiative. Add it there, or mend the address.",
                )


def _entry(slug: str, entry: Object, where: str) -> Iterator[tuple[str, str]]:
    yield from _key(slug, "#", entry["key"], where)
    amount, low, high = entry["amount"], entry["amount_low"], entry["amount_high"]
    upper = amount if amount is not None else high
    if low is not None and upper is not None and low > upper:
        yield f"{where}.amount_low", f"{shown(str(low))} is above {upper}. The lower bound is at most the amount."
    if amount is not None and high is not None and high < amount:
        yield f"{where}.amount_high", f"{shown(str(high))} is below {amount}. The upper bound is at least the amount."
    yield from _partner(entry, where, "entry")
    shares = sum(funder["share"] or 0 for funder in entry["funders"])
    if shares > 1:
        yield f"{where}.funders", f"the shares add up to {shares}. Together they are at most 1."
    for n, funder in enumerate(entry["funders"]):
        yield from _one_of_two(funder, f"{where}.funders[{n}]")


def _quantities(value: Object) -> Iterator[tuple[str, str]]:
    quantities = value.get("quantities", [])
    within = {quantity["key"]: quantity["related_to"] for quantity in quantities}
    yield from _twice(quantities, "quantities", lambda item: item["key"], "key")
    for n, quantity in enumerate(quantities):
        where = f"quantities[{n}]"
        yield from _key(value["slug"], "~", quantity["key"], where)
        yield from _partner(quantity, where, "quantity")
        if quantity["related_to"] is not None and quantity["related_to"] not in within:
            yield f"{where}.related_to", f"{shown(quantity['related_to'])} is not a quantity of this initiative. Use one of: {', '.join(within)}."
        elif _leads_back(quantity["key"], within):
            yield (
                f"{where}.related_to",
                f"{shown(quantity['related_to'])} leads back to {quantity['key']}. A part lies in a larger quantity, never in itself.",
            )


def _leads_back(key: str, within: Mapping[str, str | None]) -> bool:
    seen, at = {key}, within.get(key)
    while at is not None and at not in seen:
        seen.add(at)
        at = within.get(at)
    return at == key


def _key(slug: str, mark: str, key: str, where: str) -> Iterator[tuple[str, str]]:
    number = key.removeprefix(f"{slug}{mark}")
    if number == key or not (number.isascii() and number.isdigit()):
        yield f"{where}.key", f"{shown(key)} is not a key of this initiative. Use {slug}{mark} and a number."


def _partner(item: Object, where: str, noun: str) -> Iterator[tuple[str, str]]:
    if item["relation"] == "new" and item["related_to"] is not None:
        yield f"{where}.related_to", f"{shown(item['related_to'])} stands at something new. Use null, or name a relation."
    if item["relation"] != "new" and item["related_to"] is None:
        yield f"{where}.related_to", f"null stands at {shown(item['relation'])}. Name the key of the other {noun}."


def _one_of_two(item: Object, where: str) -> Iterator[tuple[str, str]]:
    if (item["organization"] is None) == (item["described"] is None):
        yield (
            f"{where}.organization",
            f"{shown(item['organization'])} stands beside {shown(item['described'])}. Name the organization or describe the unnamed: one of the two.",
        )


def _twice(items: list[Object], where: str, identity: Any, field_name: str) -> Iterator[tuple[str, str]]:
    first: dict[Any, int] = {}
    for n, item in enumerate(items):
        at = first.setdefault(identity(item), n)
        if at != n:
            yield f"{where}[{n}].{field_name}", f"{shown(item[field_name])} stands at {where}[{at}] already. Name it once."
