"""Choice of a document by typing: related ones come first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QStandardItem
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.filter_dialog import CHOICE, ChoiceDelegate, FilterDialog
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import RIGHT, write_line

_DOCUMENT = CHOICE + 1


def other_documents(desk: Desk, document: LibraryDocument) -> list[LibraryDocument]:
    """Return all other documents: of its family, of its dossier, the rest.

    In each its language first, then the newest.
    """
    documents = desk.documents.all()
    dossiers = desk.dossiers.names(documents)
    family = document.header.reference.family if document.header.reference else None

    def distance(other: LibraryDocument) -> tuple[int, bool]:
        is_other = other.header.language != document.header.language
        if family is not None and other.header.reference and other.header.reference.family == family:
            return 0, is_other
        return (1, is_other) if dossiers.get(other.id) == dossiers.get(document.id) else (2, is_other)

    return sorted((other for other in documents if other.id != document.id), key=distance)


def _day(document: LibraryDocument) -> str:
    return document.header.date.isoformat() if document.header.date else ""


def _subject(document: LibraryDocument) -> str:
    return document.header.subject or document.file_name


Choices = Callable[[LibraryDocument], Sequence[LibraryDocument]]
"""Returns what may be chosen beside a document, on another thread."""


class DocumentChooserDialog(FilterDialog):
    """Opens at once: what is typed filters the documents once they are read, and keys on their rows wait for them.

    Attributes:
        document: That beside which another is chosen; there is one as soon as there are choices.
    """

    document: LibraryDocument

    def __init__(
        self,
        context: Context,
        document: DocumentId,
        use: Callable[[LibraryDocument], object],
        among: Choices | None = None,
        *,
        title: str = "",
        hint: str = "",
    ) -> None:
        """Ask for a document beside another, by default one to compare it with; the texts may contain its name."""
        super().__init__(context.window, _DocumentChoiceDelegate())
        self._window = context.window
        self._title = title or self.tr("Compare {name} with")
        self._hint = hint or self.tr("Compare {name} with: type a reference or words from the subject")
        self._show_name("…")
        self._empty_label = QLabel()
        self._empty_label.setProperty("part", "soft")
        self._empty_label.hide()
        self._stack.insertWidget(1, self._empty_label)
        self._is_loaded = False
        self._early_keys: list[Qt.Key] = []
        self.chosen.connect(use)
        desk = context.desk

        def load() -> tuple[LibraryDocument, Sequence[LibraryDocument]]:
            current = desk.documents.get(document)
            return current, among(current) if among is not None else other_documents(desk, current)

        context.tasks.read(load, self._show_choices)

    def _show_name(self, name: str) -> None:
        title, hint = self._title.format(name=name), self._hint.format(name=name)
        self.place(self._window, title, hint, self.tr("Documents"))

    def _show_choices(self, loaded: tuple[LibraryDocument, Sequence[LibraryDocument]]) -> None:
        self._is_loaded = True
        self.document, choices = loaded
        self._show_name(self.document.name)
        self.offer(
            (
                f"{choice.name} · {choice.header.language.upper()}",
                f"{choice.name} {choice.header.subject} {choice.header.language} {_day(choice)} {choice.file_name}",
                choice,
            )
            for choice in choices
        )
        for key in self._early_keys:
            if self.isVisible():
                self._act_on_row(key)

    @override
    def _act_on_row(self, key: Qt.Key) -> bool:
        if not self._is_loaded:
            self._early_keys.append(key)
        return self._is_loaded and super()._act_on_row(key)

    @override
    def _filter(self, typed: str) -> None:
        super()._filter(typed)
        has_no_choices = not self._choices
        self._empty_label.setText(
            self.tr("There are no other documents. Drop files on the window to import them.")
            if has_no_choices
            else self.tr("No matching document in the library.")
        )
        is_empty = has_no_choices or (bool(fold(typed).strip()) and not self.rows.rowCount())
        self._empty_label.setVisible(self._is_loaded and is_empty)

    @override
    def _describe(self, item: QStandardItem, value: LibraryDocument) -> None:
        item.setData(value, _DOCUMENT)
        language = terms.language_name(value.header.language)
        item.setAccessibleText(f"{value.name}, {language}, {_subject(value)}")


class _DocumentChoiceDelegate(ChoiceDelegate):
    @override
    def _write(self, painter: QPainter, inner: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        document = index.data(_DOCUMENT)
        inner.setRight(write_line(painter, inner, _day(document), "soft", size=theme.SMALL, align=RIGHT) - 12)
        inner.setLeft(write_line(painter, inner, str(index.data()), "ink", bold=True) + 12)
        write_line(painter, inner, _subject(document), "soft")
