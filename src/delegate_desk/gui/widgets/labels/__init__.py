"""Labels of values in the language of the window, from the tables of labels in ``resources/tables``."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from PySide6.QtCore import QLocale

from delegate_desk import paths

T = TypeVar("T")
_load = cache(paths.load_table)


def window_language() -> str:
    """The language of the window: ``en``, ``el`` or ``fr``."""
    return QLocale().name().partition("_")[0]


def window_labels(table: str = "window_labels") -> Any:
    """Return a table of labels by group and value, in the language of the window."""
    by_language = _load(table)
    return by_language.get(window_language(), by_language["en"])


def label_group(group: str) -> dict[str, str]:
    """Return the labels of a group by value, in the language of the window."""
    labels: dict[str, str] = window_labels()[group]
    return labels


def label_table(group: str, _: type[T]) -> Callable[[T], str]:
    """Return the function from a value of a type to its label in a group."""
    return lambda value: label_group(group)[str(value)]
