"""Values as JSON, encoded and decoded by their declared types, so that new fields are included automatically."""

import datetime
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Build = Callable[[Any], Any]
T = TypeVar("T")
_PLAIN = (bool, float, int, str)


def pack(value: Any) -> Any:
    """Return a core value, such as a document, as JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: pack(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, tuple):
        return [pack(part) for part in value]
    if isinstance(value, Mapping):
        return {key: pack(part) for key, part in value.items()}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def unpack(shape: type[T], packed: Mapping[str, Any]) -> T:
    """Return a value of one of our classes from JSON.

    Raises:
        ValueError, TypeError, LookupError, AttributeError: If it is invalid.
    """
    value = _builder(shape)(packed)  # type: ignore[arg-type]  # a class is hashable
    assert isinstance(value, shape)
    return value


@cache
def _names(shape: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape))


@cache
def _builder(shape: Any) -> _Build:
    shape = getattr(shape, "__supertype__", shape)  # a NewType is what it is made of
    origin, arguments = get_origin(shape), get_args(shape)
    if isinstance(shape, type) and is_dataclass(shape):
        hints = get_type_hints(shape)
        parts = [(name, _builder(hints[name])) for name in _names(shape)]
        return lambda plain: shape(*[build(plain[name]) for name, build in parts])
    if origin is tuple and Ellipsis not in arguments:
        builders = [_builder(argument) for argument in arguments]
        return lambda plain: tuple(build(value) for build, value in zip(builders, plain, strict=True))
    if origin is tuple:
        part = _builder(arguments[0])
        return lambda plain: tuple(map(part, plain))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        part = _builder(arguments[1])
        return lambda plain: {key: part(value) for key, value in plain.items()}
    if origin in (Union, types.UnionType):
        (inner,) = (argument for argument in arguments if argument is not types.NoneType)
        part = _builder(inner)
        return lambda plain: None if plain is None else part(plain)
    if shape in (datetime.date, datetime.datetime):
        when: _Build = shape.fromisoformat
        return when
    if isinstance(shape, type) and issubclass(shape, StrEnum):
        return shape
    if shape not in _PLAIN:
        return lambda plain: plain
    fitting = {int, float} if shape is float else {shape}

    def check_type(plain: Any) -> Any:
        if type(plain) not in fitting:
            raise TypeError(f"no {shape.__name__}")
        return plain

    return check_type
