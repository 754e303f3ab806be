"""Turns frozen values into plain JSON objects and back, by their annotations; knows no value by name, and no file, network or database."""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar, cast

Value = TypeVar("Value")
Read = Callable[[Any], Any]  # of a plain value the value of one type; raises _Unreadable


class _Unreadable(Exception):
    """What is wrong with a plain value, and where in it: `.money[0].amount`, put together on the way out."""

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(message)
        self.message, self.where = message, where

    def within(self, step: str) -> "_Unreadable":
        """The same, one step further out."""
        return _Unreadable(self.message, f"{step}{self.where}")


def as_plain(value: Any) -> Any:
    """A dataclass as a dict, a tuple as a list, a Decimal as its text; what JSON already knows is returned as it is."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [as_plain(item) for item in value]
    return format(value, "f") if isinstance(value, Decimal) else value


def from_plain(kind: type[Value], plain: Any) -> Value:
    """The value of type `kind` that `as_plain` wrote; fields that are absent take their default. Raises ValueError naming the field."""
    try:
        return cast(Value, _reading(cast(Any, kind))(plain))
    except _Unreadable as error:
        raise ValueError(f"{kind.__name__}{error.where}: {error.message}") from error


@cache
def _reading(kind: Any) -> Read:
    """How values of a type are read; worked out once a process, since a draft has hundreds of values."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return _optional(kind)
    if typing.get_origin(kind) is tuple:
        return _items(_reading(typing.get_args(kind)[0]))
    return _object(kind) if is_dataclass(kind) else _scalar(kind)


def _optional(kind: Any) -> Read:
    (inner,) = (part for part in typing.get_args(kind) if part is not type(None))
    read = _reading(inner)
    return lambda plain: None if plain is None else read(plain)


def _items(read: Read) -> Read:
    def items(plain: Any) -> tuple[Any, ...]:
        if not isinstance(plain, list):
            raise _Unreadable(f"{plain!r} is not a list. Give a list, which may be empty.")
        made: list[Any] = []
        try:
            for item in plain:
                made.append(read(item))
        except _Unreadable as error:
            raise error.within(f"[{len(made)}]") from error
        return tuple(made)

    return items


def _object(kind: Any) -> Read:
    hints = typing.get_type_hints(kind)
    parts = {field.name: _reading(hints[field.name]) for field in fields(kind)}
    required = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}

    def read(plain: Any) -> Any:
        if not isinstance(plain, Mapping):
            raise _Unreadable(f"{plain!r} is not an object. Give an object with the fields of {kind.__name__}.")
        if not plain.keys() <= parts.keys():
            unknown = min(set(plain) - set(parts))
            raise _Unreadable(f"{unknown!r} is not a field of {kind.__name__}. Use: {', '.join(parts)}.")
        given: dict[str, Any] = {}
        for name, part in parts.items():
            if name in plain:
                try:
                    given[name] = part(plain[name])
                except _Unreadable as error:
                    raise error.within(f".{name}") from error
            elif name in required:
                raise _Unreadable("nothing is given. This field is required.", f".{name}")
        return kind(**given)

    return read


def _scalar(kind: Any) -> Read:
    def read(plain: Any) -> Any:
        if type(plain) is kind:
            return plain
        if kind is Decimal and isinstance(plain, str):
            return _decimal(plain)
        if kind is float and isinstance(plain, int) and not isinstance(plain, bool):
            return float(plain)
        raise _Unreadable(f"{plain!r} is not a {kind.__name__}.")

    return read


def _decimal(plain: str) -> Decimal:
    try:
        return Decimal(plain)
    except InvalidOperation as error:
        raise _Unreadable(f"{plain!r} is not a number. Give digits with a decimal point, as text.") from error
