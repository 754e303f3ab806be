"""Checks what the values of one initiative must agree on, wherever they could be read; knows no other line and no table."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from initiatives.dates import first_day, last_day
from initiatives.exchange.problems import shown
from initiatives.exchange.shapes import LISTS

Object = Mapping[str, Any]
Fault = tuple[str, str]  # (field, words)


def disagreements(value: Object, unread: Collection[str]) -> Iterator[Fault]:
    """Everything that does not agree; `unread` are the lists that could not be read at all. A value that could not be read is not there."""
    if value.get("start") and value.get("end") and first_day(value["start"]) > last_day(value["end"]):
        yield "end", f"{shown(value['end'])} lies before the start, {value['start']}."
    if "articles" not in unread:
        yield from _articles(value)
    for where, entry in _each(value, "funding"):
        yield from _entry(value, entry, where)
    for where, participant in _each(value, "participants"):
        yield from _one_of_two(participant, where)
    yield from _twice(value, "participants", ("organization", "described", "role"))
    yield from _quantities(value)
    yield from _passages(value)
    for where, comment in _each(value, "commentary", "position", "quote"):
        if not comment["position"].strip() and comment["quote"] is None:
            yield f"{where}.position", f"{shown(comment['position'])} says nothing. Put the position in words, or give the quote."
    for where, point in _each(value, "points", "kind", "country"):
        if (point["kind"] == "model") != (point["country"] is not None):
            yield (
                f"{where}.country",
                f"{shown(point['country'])} stands at a {point['kind']}. A model names the country that is followed; other points have null.",
            )


def _each(value: Object, kind: str, *needed: str) -> Iterator[tuple[str, Object]]:
    """The items of a list with their places: those of which all that is needed could be read."""
    keys = frozenset(needed)
    for n, item in enumerate(value.get(kind, ())):
        if item.keys() >= keys:
            yield f"{kind}[{n}]", item


def _articles(value: Object) -> Iterator[Fault]:
    if "articles" not in value:
        if any(value.get(kind) for kind in LISTS):
            yield "articles", "is missing. List the articles that the sources name."
        return
    yield from _twice(value, "articles", ("url",))
    known = {article["url"] for _, article in _each(value, "articles", "url")}
    for kind in LISTS:
        for n, item in enumerate(value.get(kind, ())):
            if "source" in item and item["source"] not in known:
                yield (
                    f"{kind}[{n}].source",
                    f"{shown(item['source'])} is not among the articles of this initiative. Add it there, or mend the address.",
                )


def _entry(value: Object, entry: Object, where: str) -> Iterator[Fault]:
    yield from _key(value, "#", entry, where)
    amount, low, high = entry.get("amount"), entry.get("amount_low"), entry.get("amount_high")
    upper = amount if amount is not None else high
    if low is not None and upper is not None and low > upper:
        yield f"{where}.amount_low", f"{shown(str(low))} is above {upper}. The lower bound is at most the amount."
    if amount is not None and high is not None and high < amount:
        yield f"{where}.amount_high", f"{shown(str(high))} is below {amount}. The upper bound is at least the amount."
    yield from _partner(entry, where, "entry")
    shares = sum(funder.get("share") or 0 for funder in entry.get("funders", ()))
    if shares > 1:
        yield f"{where}.funders", f"the shares add up to {shares}. Together they are at most 1."
    for at, funder in _each(entry, "funders"):
        yield from _one_of_two(funder, f"{where}.{at}")


def _quantities(value: Object) -> Iterator[Fault]:
    within = {quantity["key"]: quantity.get("related_to") for _, quantity in _each(value, "quantities", "key")}
    yield from _twice(value, "quantities", ("key",))
    for where, quantity in _each(value, "quantities"):
        yield from _key(value, "~", quantity, where)
        yield from _partner(quantity, where, "quantity")
        if (larger := quantity.get("related_to")) is None:
            continue
        if larger not in within:
            yield f"{where}.related_to", f"{shown(larger)} is not a quantity of this initiative. Use one of: {', '.join(within)}."
        elif "key" in quantity and _leads_back(quantity["key"], within):
            yield f"{where}.related_to", f"{shown(larger)} leads back to {quantity['key']}. A part lies in a larger quantity, never in itself."


def _passages(value: Object) -> Iterator[Fault]:
    texts = {article["url"]: article["text"] for _, article in _each(value, "articles", "url", "text") if article["text"] is not None}
    for where, source, passage in passages(value):
        if source in texts and (words := misplaced(passage, texts[source])):
            yield where, words


def passages(value: Object) -> Iterator[tuple[str, str, Object]]:
    """(field, address, passage) of everything that names where in its article it stands."""
    for kind in ("funding", "participants", "points", "commentary"):
        for n, item in enumerate(value.get(kind, ())):
            if item.get("evidence") is not None and "source" in item:
                yield f"{kind}[{n}].evidence", item["source"], item["evidence"]


def misplaced(passage: Object, text: str) -> str:
    """What is wrong with a passage of this text, in words; empty where it stands there."""
    there = text[passage["start"] : passage["end"]]
    if there == passage["text"]:
        return ""
    return (
        f"{shown(passage['text'])} is not what stands from {passage['start']} to {passage['end']} of its article, {shown(there)}."
        " Count in characters from 0, or leave the passage out."
    )


def _leads_back(key: str, within: Mapping[str, str | None]) -> bool:
    seen, at = {key}, within.get(key)
    while at is not None and at not in seen:
        seen.add(at)
        at = within.get(at)
    return at == key


def _key(value: Object, mark: str, item: Object, where: str) -> Iterator[Fault]:
    """A key begins with the initiative's address, or with one that it took over: keys are cited, and stay."""
    slug = value.get("slug")
    if slug is None or "key" not in item:
        return
    own = {slug, *(value.get("keys_of") or ()), *(name["slug"] for name in value.get("also_called") or ())}
    begins, found, number = item["key"].rpartition(mark)
    if not found or begins not in own or not (number.isascii() and number.isdigit()):
        yield f"{where}.key", f"{shown(item['key'])} is not a key of this initiative. Use {slug}{mark} and a number."


def _partner(item: Object, where: str, noun: str) -> Iterator[Fault]:
    if "relation" not in item or "related_to" not in item:
        return
    if item["relation"] == "new" and item["related_to"] is not None:
        yield f"{where}.related_to", f"{shown(item['related_to'])} stands at something new. Use null, or name a relation."
    if item["relation"] != "new" and item["related_to"] is None:
        yield f"{where}.related_to", f"null stands at {shown(item['relation'])}. Name the key of the other {noun}."


def _one_of_two(item: Object, where: str) -> Iterator[Fault]:
    if "organization" in item and "described" in item and (item["organization"] is None) == (item["described"] is None):
        yield (
            f"{where}.organization",
            f"{shown(item['organization'])} stands beside {shown(item['described'])}. Name the organization or describe the unnamed: one of the two.",
        )


def _twice(value: Object, kind: str, identity: tuple[str, ...]) -> Iterator[Fault]:
    """Items of a list that are the same one; the first key of their identity is the field to mend."""
    first: dict[tuple[Any, ...], str] = {}
    for where, item in _each(value, kind, *identity):
        at = first.setdefault(tuple(item[key] for key in identity), where)
        if at != where:
            yield f"{where}.{identity[0]}", f"{shown(item[identity[0]])} stands at {at} already. Name it once."
