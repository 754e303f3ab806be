"""Turns frozen values into plain JSON objects and back, by their annotations; knows no value by name, and no file, network or database."""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar, cast

Value = TypeVar("Value")


def as_plain(value: Any) -> Any:
    """A dataclass as a dict, a tuple as a list, a Decimal as its text; what JSON already knows is returned as it is."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [as_plain(item) for item in value]
    return format(value, "f") if isinstance(value, Decimal) else value


def from_plain(kind: type[Value], plain: Any) -> Value:
    """The value of type `kind` that `as_plain` wrote; fields that are absent take their default. Raises ValueError naming the field."""
    return cast(Value, _read(kind, plain, kind.__name__))


def _read(kind: Any, plain: Any, where: str) -> Any:
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return _read_optional(kind, plain, where)
    if typing.get_origin(kind) is tuple:
        return _read_items(kind, plain, where)
    if is_dataclass(kind):
        return _read_dataclass(cast(type, kind), plain, where)
    return _read_scalar(kind, plain, where)


def _read_optional(kind: Any, plain: Any, where: str) -> Any:
    (inner,) = (part for part in typing.get_args(kind) if part is not type(None))
    return None if plain is None else _read(inner, plain, where)


def _read_items(kind: Any, plain: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise ValueError(f"{where}: {plain!r} is not a list. Give a list, which may be empty.")
    inner = typing.get_args(kind)[0]
    return tuple(_read(inner, item, f"{where}[{index}]") for index, item in enumerate(plain))


def _read_dataclass(kind: type, plain: Any, where: str) -> Any:
    if not isinstance(plain, Mapping):
        raise ValueError(f"{where}: {plain!r} is not an object. Give an object with the fields of {kind.__name__}.")
    known, hints = _fields_of(kind)
    unknown = sorted(set(plain) - set(known))
    if unknown:
        raise ValueError(f"{where}: {unknown[0]!r} is not a field of {kind.__name__}. Use: {', '.join(known)}.")
    given = {name: _read(hints[name], plain[name], f"{where}.{name}") for name in known if _is_given(known[name], plain, where)}
    return kind(**given)


@cache
def _fields_of(kind: type) -> tuple[dict[str, Field[Any]], dict[str, Any]]:
    """The fields of a dataclass and their types, by name; looked up once a process, since a draft has hundreds of values."""
    return {field.name: field for field in fields(kind)}, typing.get_type_hints(kind)


def _is_given(field: Field[Any], plain: Mapping[str, Any], where: str) -> bool:
    required = field.default is MISSING and field.default_factory is MISSING
    if required and field.name not in plain:
        raise ValueError(f"{where}.{field.name}: nothing is given. This field is required.")
    return field.name in plain


def _read_scalar(kind: Any, plain: Any, where: str) -> Any:
    if kind is Decimal and isinstance(plain, str):
        return _read_decimal(plain, where)
    if kind is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if type(plain) is not kind:
        raise ValueError(f"{where}: {plain!r} is not a {kind.__name__}.")
    return plain


def _read_decimal(plain: str, where: str) -> Decimal:
    try:
        return Decimal(plain)
    except InvalidOperation as error:
        raise ValueError(f"{where}: {plain!r} is not a number. Give digits with a decimal point, as text.") from error
