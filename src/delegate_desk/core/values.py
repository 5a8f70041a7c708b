"""``dataclass`` for the program's values: its methods are compiled when the first instance is created.

At start hundreds of dataclasses are defined and few used. The standard library takes half a millisecond to compile the
methods of each; a class that only waits for them takes a twentieth of that.
"""

import dataclasses
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  (what type checkers know)
else:

    def dataclass(cls: type | None = None, /, *, slots: bool = False, frozen: bool = False, **options: bool) -> Any:
        """Define a dataclass as ``dataclasses.dataclass`` does, without class variables or bases that have fields."""

        def define(plain: type) -> type:
            return _define(plain, slots, {"frozen": frozen, **options})

        return define if cls is None else define(cls)


_completing = threading.RLock()


class _CompletedOnUse:
    """Attribute of a class that is not complete yet."""

    __slots__ = ("_cls", "_complete", "_name")

    def __init__(self, cls: type, name: str, complete: Callable[[], None]) -> None:
        self._cls, self._name, self._complete = cls, name, complete

    def __get__(self, instance: object, owner: type) -> Any:
        self._complete()
        value = vars(self._cls)[self._name]
        return value.__get__(instance, owner) if hasattr(value, "__get__") else value


def _define(plain: type, slots: bool, options: dict[str, bool]) -> type:
    members = {name: value for name, value in vars(plain).items() if name not in ("__dict__", "__weakref__")}
    cls = plain
    if slots:
        fields = plain.__annotations__
        cls = _copy(plain, {k: v for k, v in members.items() if k not in fields} | {"__slots__": tuple(fields)})
        cls.__getstate__, cls.__setstate__ = _get_state, _set_state  # type: ignore[assignment,attr-defined,method-assign]
    if options["frozen"]:
        cls.__setattr__, cls.__delattr__ = _refuse, _refuse  # type: ignore[assignment]

    def complete() -> None:
        with _completing:
            if not isinstance(vars(cls)["__init__"], _CompletedOnUse):
                return
            full = vars(dataclasses.dataclass(**options)(_copy(plain, members)))
            added = full.keys() - members.keys() - {"__dict__", "__weakref__", "__setattr__", "__delattr__", "__init__"}
            for name in added:
                setattr(cls, name, full[name])
            cls.__init__ = full["__init__"]  # type: ignore[misc]  # last: there is no instance before

    for name in ("__init__", "__dataclass_fields__"):
        setattr(cls, name, _CompletedOnUse(cls, name, complete))
    return cls


def _copy(plain: type, members: dict[str, Any]) -> type:
    copy = type(plain)(plain.__name__, plain.__bases__, members)
    copy.__qualname__ = plain.__qualname__
    return copy


def _refuse(_: object, name: str, *_value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _get_state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
