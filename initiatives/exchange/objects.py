"""Checks one initiative of a file by itself, its keys and its values; knows no other line and no table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from initiatives.exchange.agreement import disagreements
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
    """A list that is left out is left out of the clean object too. What cannot be read is left out as well, and with it only those checks
    of agreement that need it: all that can be found in a line is found at once."""
    checked = Checked({})
    _check_keys(checked, raw, shapes.initiative, "", also=LISTS)
    checked.value = _values(checked, raw, shapes.initiative, "")
    for kind in LISTS:
        if kind in raw:
            _list(checked, checked.value, raw[kind], kind, kind, shapes)
    for where, words in disagreements(checked.value, unread={kind for kind in LISTS if kind in raw and kind not in checked.value}):
        checked.wrong(where, words)
    return checked


def _list(checked: Checked, made: Object, raw: Any, kind: str, where: str, shapes: Shapes) -> None:
    """Puts a list into what is made: one object for each item, in its place; an empty one for what is no object."""
    if isinstance(raw, list):
        made[kind] = [_item(checked, item, kind, f"{where}[{n}]", shapes) for n, item in enumerate(raw)]
    else:
        checked.wrong(where, f"{shown(raw)} is not a list. Use [ … ].")


def _item(checked: Checked, raw: Any, kind: str, where: str, shapes: Shapes) -> Object:
    if not isinstance(raw, dict):
        checked.wrong(where, f"{shown(raw)} is not an object. Use {{ … }}.")
        return {}
    shape = shapes.of(kind)
    _check_keys(checked, raw, shape, f"{where}.")
    made = _values(checked, raw, shape, f"{where}.")
    if kind == "funding":
        del made["funders"]
        _list(checked, made, raw.get("funders"), "funders", f"{where}.funders", shapes)
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
