"""Phrases where one writes: a key offers them, and the one chosen goes in at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow

Writing = QLineEdit | QTextEdit | QPlainTextEdit


def offer(window: MainWindow) -> None:
    """Offer the phrases for the field that has the focus, else for the wording at hand."""
    from delegate_desk.gui.views.phrases import PhrasesDialog

    field = _field(window)
    document = window.document_in_front()
    language = window.desk.documents.get(document).header.language if document is not None else ""
    words = _selected(field) if field is not None else ""
    dialog = PhrasesDialog(window.desk, window.tasks, language, window, words=words, puts_in=field is not None)
    if field is not None:
        dialog.chosen.connect(lambda text: put_in(field, text))
    dialog.open()


def put_in(field: Writing, text: str) -> None:
    """Put a text in at the caret, in place of what is chosen, as if it were pasted."""
    if not isValid(field):
        return
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.insert(" ".join(text.split()))
        return
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def _field(window: MainWindow) -> Writing | None:
    focused: QWidget | None = QApplication.focusWidget()
    if isinstance(focused, Writing) and not focused.isReadOnly() and window.isAncestorOf(focused):
        return focused
    view = window.drafting.in_front()
    return view.at_hand.wording_edit if view is not None and view.at_hand is not None else None


def _selected(field: Writing) -> str:
    if isinstance(field, QLineEdit):
        return field.selectedText()
    if isinstance(field, QTextEdit) and field.textCursor().hasSelection():
        return field.createMimeDataFromSelection().text()  # of a wording what stands in it, without what is struck
    return field.textCursor().selectedText().replace("\u2029", "\n")
