"""Labels of values in the language of the window."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

T = TypeVar("T")


def label_table(context: str, table: Mapping[T, object]) -> Callable[[T], str]:
    """Return the function from a value to its label, each marked by ``QT_TRANSLATE_NOOP`` in the context."""
    return lambda value: QCoreApplication.translate(context, str(table[value]))
