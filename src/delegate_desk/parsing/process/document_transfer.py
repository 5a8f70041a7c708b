"""Documents as plain JSON values and back, exactly: how they travel from the reading process.

Values are taken apart and built again by their declared types, so a field added to a core value travels at once.
"""

import datetime
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from delegate_desk.core.documents.document import Document

_Build = Callable[[Any], Any]


def pack(document: Document) -> dict[str, Any]:
    """Take a document apart into what JSON knows."""
    packed = _plain(document)
    assert isinstance(packed, dict)
    return packed


def unpack(packed: Mapping[str, Any]) -> Document:
    """Build the document that was packed."""
    document = _builder(Document)(packed)
    assert isinstance(document, Document)
    return document


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


@cache
def _names(shape: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape))


@cache
def _builder(shape: Any) -> _Build:
    """A function that builds a value of one declared type from plain JSON."""
    shape = getattr(shape, "__supertype__", shape)  # a NewType is what it is made of
    origin, arguments = get_origin(shape), get_args(shape)
    if isinstance(shape, type) and is_dataclass(shape):
        return _dataclass_builder(shape)
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
    if shape is datetime.date:
        return datetime.date.fromisoformat
    if isinstance(shape, type) and issubclass(shape, StrEnum):
        return shape
    return lambda plain: plain


def _dataclass_builder(shape: Any) -> _Build:
    hints = get_type_hints(shape)
    parts = [(name, _builder(hints[name])) for name in _names(shape)]
    return lambda plain: shape(**{name: build(plain[name]) for name, build in parts})
