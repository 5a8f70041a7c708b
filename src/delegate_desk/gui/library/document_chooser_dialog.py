"""Choice of a document by typing: related ones come first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter, QStandardItem
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.filter_dialog import CHOICE, ChoiceDelegate, FilterDialog
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import RIGHT, write_line

_DOCUMENT = CHOICE + 1


def other_documents(desk: Desk, document: DocumentId) -> list[LibraryDocument]:
    """Return all other documents: of its family, of its dossier, the rest.

    In each its language first, then the newest.
    """
    here = desk.documents.get(document)
    dossiers = desk.dossiers.names()
    family = here.header.reference.family if here.header.reference else None

    def far(held: LibraryDocument) -> tuple[int, bool]:
        is_other = held.header.language != here.header.language
        if family is not None and held.header.reference and held.header.reference.family == family:
            return 0, is_other
        return (1, is_other) if dossiers.get(held.id) == dossiers.get(document) else (2, is_other)

    return sorted((held for held in desk.documents.all() if held.id != document), key=far)


def _day(document: LibraryDocument) -> str:
    return document.header.date.isoformat() if document.header.date else ""


def _subject(document: LibraryDocument) -> str:
    return document.header.subject or document.file_name


class DocumentChooserDialog(FilterDialog):
    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        document: DocumentId,
        parent: QWidget,
        *,
        among: Sequence[LibraryDocument] | None = None,
        title: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(parent, _DocumentChoiceDelegate())
        name = desk.documents.get(document).name
        title = title or self.tr("Compare {name} with").format(name=name)
        hint = hint or self.tr("Compare {name} with: type a reference or words from the subject")
        self.place(parent, title, hint.format(name=name), self.tr("Documents"))
        self._empty_label = QLabel()
        self._empty_label.setProperty("part", "soft")
        self._empty_label.hide()
        self._stack.insertWidget(1, self._empty_label)
        self._is_loaded = False
        if among is None:
            tasks.read(lambda: other_documents(desk, document), self._show_choices)
        else:
            self._show_choices(among)

    def _show_choices(self, found: Sequence[LibraryDocument]) -> None:
        self._is_loaded = True
        self.offer(
            (
                f"{held.name} · {held.header.language.upper()}",
                f"{held.name} {held.header.subject} {held.header.language} {_day(held)} {held.file_name}",
                held,
            )
            for held in found
        )

    @override
    def _filter(self, typed: str) -> None:
        super()._filter(typed)
        none_held = self._is_loaded and not self._choices
        self._empty_label.setText(
            self.tr("There are no other documents. Drop files on the window to import them.")
            if none_held
            else self.tr("No matching document in the library.")
        )
        self._empty_label.setVisible(none_held or (bool(fold(typed).strip()) and not self.rows.rowCount()))

    @override
    def _describe(self, item: QStandardItem, value: LibraryDocument) -> None:
        item.setData(value, _DOCUMENT)
        language = terms.language_name(value.header.language)
        item.setAccessibleText(f"{value.name}, {language}, {_subject(value)}")


def choose_document(
    context: Context,
    document: DocumentId,
    use: Callable[[LibraryDocument], object],
    among: Sequence[LibraryDocument] | None = None,
    *,
    title: str = "",
    hint: str = "",
) -> None:
    """Ask for a document beside another, by default one to compare it with, and use it."""
    dialog = DocumentChooserDialog(
        context.desk, context.tasks, document, context.window, among=among, title=title, hint=hint
    )
    dialog.chosen.connect(use)
    dialog.open()


class _DocumentChoiceDelegate(ChoiceDelegate):
    @override
    def _write(self, painter: QPainter, inner: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        held = index.data(_DOCUMENT)
        inner.setRight(write_line(painter, inner, _day(held), "soft", size=theme.SMALL, align=RIGHT) - 12)
        inner.setLeft(write_line(painter, inner, str(index.data()), "ink", bold=True) + 12)
        write_line(painter, inner, _subject(held), "soft")
