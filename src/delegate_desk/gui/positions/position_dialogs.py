"""Dialogs of a position: phrases, inserted into the text being edited, and the versions with their differences."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidgetItem, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import (
    CIRCULATED,
    FieldChange,
    FieldDifference,
    ReadyPhrase,
    Version,
    compare_versions,
    matching_phrases,
)
from delegate_desk.core.word_diff import diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_phrases import Ui_Phrases
from delegate_desk.gui.forms.ui_versions import Ui_Versions
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import show_text, while_alive
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.text.page_metrics import mark_changes

TextInput = QLineEdit | QTextEdit | QPlainTextEdit


def show_phrases(context: Context) -> None:
    page, focused = context.navigate.current_page(), QApplication.focusWidget()
    provision = page.current_provision if isinstance(page, PositionsView) else None
    field: TextInput | None = provision.wording_edit if provision is not None else None
    if isinstance(focused, TextInput) and not focused.isReadOnly() and context.window.isAncestorOf(focused):
        field = focused
    document = context.navigate.current_document()
    words = ""
    if isinstance(field, QLineEdit):
        words = field.selectedText()
    elif isinstance(field, QTextEdit) and field.textCursor().hasSelection():
        words = field.createMimeDataFromSelection().text()  # of a wording, without deleted words
    elif field is not None:
        words = field.textCursor().selectedText().replace("\u2029", "\n")
    dialog = PhrasesDialog(context, document, words=words, puts_in=field is not None)
    if field is not None:
        dialog.chosen.connect(lambda text: insert_text(field, text))
    dialog.open()


def insert_text(field: TextInput, text: str) -> None:
    """Insert a text at the caret, replacing the selection, as if it were pasted, after a space."""
    if not isValid(field):
        return
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.insert(" ".join(text.split()))
        return
    cursor = field.textCursor()
    preceding = field.document().characterAt(cursor.selectionStart() - 1) if cursor.selectionStart() else " "
    if not preceding.isspace() and preceding not in "([«“":
        cursor.insertText(" ")
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_PHRASE = Qt.ItemDataRole.UserRole
_SHOWN = 90


class PhrasesDialog(QDialog):
    """Lists phrases by the text typed; Enter inserts a phrase. A new phrase begins with the selected words.

    A delegate's own phrases come first, then those of the program in the language of the document.

    Attributes:
        ready_phrases: The phrases of the program, which are not deleted.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, document: DocumentId | None, *, words: str = "", puts_in: bool = True) -> None:
        super().__init__(context.window)
        self._desk, self._tasks = context.desk, context.tasks
        self._document, self._language = document, ""
        self._words = words
        self._can_insert = puts_in
        self._phrases: Sequence[ReadyPhrase] = ()
        self.ready_phrases: Sequence[ReadyPhrase] = ()
        self._edited_phrase: ReadyPhrase | None = None
        self._phrase_to_select: ReadyPhrase | None = None
        self.ui = Ui_Phrases()
        self.ui.setupUi(self)
        for code in terms.languages_by_name():
            self.ui.language_combo.addItem(terms.language_name(code), code)
        self.ui.insert_button.setVisible(puts_in)
        self.ui.new_button.setEnabled(False)  # until the language of a new phrase is known
        self.ui.find_edit.installEventFilter(self)
        self.ui.find_edit.textChanged.connect(self._fill_list)
        self.ui.phrase_list.currentItemChanged.connect(self._show_phrase)
        self.ui.phrase_list.itemDoubleClicked.connect(self._insert)
        self.ui.insert_button.clicked.connect(self._insert)
        self.ui.new_button.clicked.connect(lambda: self._edit_phrase(None, "", self._language, self._words))
        self.ui.change_button.clicked.connect(self._change)
        self.ui.delete_button.clicked.connect(self._delete)
        self.ui.save_button.clicked.connect(self._save)
        self.ui.back_button.clicked.connect(self._show_list)
        self.finished.connect(self.deleteLater)
        self._load()
        self.ui.find_edit.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            self.ui.phrase_list.event(event)
            return True
        return super().eventFilter(watched, event)

    @override
    def reject(self) -> None:
        """Esc leaves a phrase being edited for the list, and closes the dialog from there."""
        if self.ui.pages_stack.currentIndex():
            self._show_list()
        else:
            super().reject()

    def _load(self) -> None:
        desk, document = self._desk, self._document

        def load() -> tuple[str, list[ReadyPhrase], list[ReadyPhrase]]:
            language = desk.documents.get(document).header.language if document is not None else ""
            return language or "en", desk.phrases.all(), desk.phrases.ready(language or "en")

        self._tasks.read(load, while_alive(self, self._on_loaded))

    def _on_loaded(self, loaded: tuple[str, list[ReadyPhrase], list[ReadyPhrase]]) -> None:
        self._language, self._phrases, self.ready_phrases = loaded
        self.ui.new_button.setEnabled(True)
        self._fill_list()

    def _fill_list(self) -> None:
        typed = self.ui.find_edit.text()
        own_phrases = matching_phrases(list(self._phrases), typed)
        phrases = sorted(own_phrases, key=lambda phrase: phrase.language != self._language)
        phrases += matching_phrases(list(self.ready_phrases), typed)
        self.ui.phrase_list.clear()
        for phrase in phrases:
            first = " ".join(phrase.text.split())
            shown = first if len(first) <= _SHOWN else f"{first[:_SHOWN].rsplit(' ', 1)[0]} …"
            item = QListWidgetItem(f"{phrase.keyword}  ·  {phrase.language}  ·  {shown}")
            item.setData(_PHRASE, phrase)
            self.ui.phrase_list.addItem(item)
            if phrase == self._phrase_to_select:
                self.ui.phrase_list.setCurrentItem(item)
        if phrases and self.ui.phrase_list.currentRow() < 0:
            self.ui.phrase_list.setCurrentRow(0)
        self._show_phrase()

    def _show_phrase(self) -> None:
        phrase = self._current_phrase()
        self.ui.change_button.setEnabled(phrase is not None)
        self.ui.delete_button.setEnabled(phrase is not None and phrase not in self.ready_phrases)
        self.ui.insert_button.setEnabled(phrase is not None and self._can_insert)
        self.ui.text_label.setText(phrase.text if phrase is not None else self.tr("No matching phrases."))

    def _current_phrase(self) -> ReadyPhrase | None:
        item = self.ui.phrase_list.currentItem()
        phrase = item.data(_PHRASE) if item is not None else None
        return phrase if isinstance(phrase, ReadyPhrase) else None

    def _insert(self) -> None:
        phrase = self._current_phrase()
        if phrase is not None and self._can_insert:
            self.accept()
            self.chosen.emit(phrase.text)

    def _change(self) -> None:
        phrase = self._current_phrase()
        if phrase is not None:
            self._edit_phrase(phrase, phrase.keyword, phrase.language, phrase.text)

    def _delete(self) -> None:
        phrase = self._current_phrase()
        if phrase is not None:
            remove = partial(self._desk.phrases.remove, phrase)
            self._tasks.write(remove, while_alive(self, lambda _: self._load()))

    def _edit_phrase(self, edited: ReadyPhrase | None, keyword: str, language: str, text: str) -> None:
        self._edited_phrase = edited
        self.ui.keyword_edit.setText(keyword)
        if self.ui.language_combo.findData(language) < 0:
            self.ui.language_combo.addItem(terms.language_name(language), language)
        self.ui.language_combo.setCurrentIndex(self.ui.language_combo.findData(language))
        self.ui.text_edit.setPlainText(text)
        self.ui.error_label.hide()
        self.ui.pages_stack.setCurrentIndex(1)
        self.ui.save_button.setDefault(True)
        self.ui.keyword_edit.setFocus()

    def _save(self) -> None:
        phrase = ReadyPhrase(
            self.ui.keyword_edit.text(), self.ui.language_combo.currentData(), self.ui.text_edit.toPlainText()
        )
        self._phrase_to_select = ReadyPhrase(" ".join(phrase.keyword.split()), phrase.language, phrase.text.strip())
        edited = self._edited_phrase

        def show(_: Changes) -> None:
            self.ui.find_edit.clear()
            self._show_list()
            self._load()

        save = partial(self._desk.phrases.save, phrase, edited)
        fail = self._tasks.explained(partial(show_text, self.ui.error_label))
        self._tasks.write(save, while_alive(self, show), failed=while_alive(self, fail))

    def _show_list(self) -> None:
        self.ui.pages_stack.setCurrentIndex(0)
        self.ui.insert_button.setDefault(True)
        self.ui.find_edit.setFocus()


def _field(difference: FieldDifference, prefix: str = "", *, gap: int = 6) -> str:
    name = f"{prefix}{escape(positions.position_field_label(difference.field))}"
    if difference.field not in CIRCULATED:
        red, internal = theme.color("red_line").name(), escape(positions.internal_field_note())
        name = f'{name} · <span style="color:{red}">{internal}</span>'
    before, after = (positions.difference_text(difference, side) for side in ("before", "after"))
    changed = mark_changes(diff_words(before, after))
    style = f"color:{theme.color('soft').name()}; font-family:{theme.UI_FAMILY}; font-size:{theme.SMALL}px"
    heading = f'<p style="{style}; margin-bottom:0; margin-top:{gap}px">{name}</p>'
    return f'{heading}<p style="margin-left:12px">{changed}</p>'


class VersionsDialog(QDialog):
    """Compares versions of a position, and lists the changes of each field, first those at a place."""

    def __init__(self, desk: Desk, tasks: Tasks, place: Place, cite: Callable[[Address], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._cite, self._first_address = cite, place.address or None
        self._changes: Sequence[FieldChange] | None = None
        self.ui = Ui_Versions()
        self.ui.setupUi(self)
        ui = self.ui
        for button in (ui.versions_button, ui.history_button):
            button.toggled.connect(self._show)
        for combo in (ui.old_combo, ui.new_combo, ui.fields_combo):
            combo.currentIndexChanged.connect(self._show)
        ui.close_button.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        theme.subscribe_to_theme(self, self._show)
        document, history = place.document, desk.position_versions
        tasks.read(lambda: (history.all(document), history.changes(document)), while_alive(self, self._on_loaded))

    def _on_loaded(self, history: tuple[Sequence[Version], Sequence[FieldChange]]) -> None:
        versions, changes = history
        for version in versions:
            position = version.position
            text = " · ".join([positions.position_status_label(position), *positions.version_history(position)[:1]])
            for combo in (self.ui.old_combo, self.ui.new_combo):
                combo.addItem(text, position)
        self.ui.new_combo.setCurrentIndex(len(versions) - 1)
        self.ui.old_combo.setCurrentIndex(max(0, len(versions) - 2))
        self.ui.fields_combo.addItem(self.tr("all fields"), None)
        for address in sorted({change.address for change in changes}, key=lambda a: a != self._first_address):
            self.ui.fields_combo.addItem(
                self._cite(address) if address else self.tr("general comments, notes"), address
            )
        self.ui.fields_combo.setCurrentIndex(int(any(change.address == self._first_address for change in changes)))
        self._changes = changes
        if len(versions) < 2:
            self.ui.history_button.setChecked(True)
        self._show()

    def _show_page(self, parts: list[str]) -> None:
        style = f"color:{theme.color('ink').name()}; font-family:'{theme.READING_FAMILY}'; font-size:{theme.LARGE}px"
        self.ui.page.setHtml(f'<div style="{style}">{"".join(parts)}</div>')

    def _show(self) -> None:
        if self._changes is None:
            return
        by_version = self.ui.versions_button.isChecked()
        for widget in (self.ui.old_combo, self.ui.to_label, self.ui.new_combo):
            widget.setVisible(by_version)
        self.ui.fields_combo.setVisible(not by_version)
        if not by_version:
            address = self.ui.fields_combo.currentData()
            changes = [change for change in self._changes if address is None or change.address == address]
            parts = []
            for change in changes:
                place = f"{escape(self._cite(change.address))} · " if change.address else ""
                prefix = f"{escape(terms.format_timestamp(change.at))} · {place}"
                parts.append(_field(FieldDifference(change.field, change.before, change.after), prefix, gap=10))
            self._show_page(parts)
            show_text(self.ui.message_label, "" if changes else self.tr("No changes yet."))
            return
        difference = compare_versions(self.ui.old_combo.currentData(), self.ui.new_combo.currentData())
        parts = [_field(changed) for changed in difference.texts]
        for item in difference.items:
            parts.append(f"<h3>{escape(self._cite(item.address))}</h3>")
            parts += [_field(field) for field in item.fields]
        self._show_page(parts)
        text = ""
        if self.ui.new_combo.count() < 2:
            text = self.tr("There is only one version. Once marked as sent, it is archived and can be compared.")
        elif difference.is_empty():
            text = self.tr("No differences.")
        elif difference.items:
            singular, plural = self.tr("1 position entry differs"), self.tr("{n} position entries differ")
            text = terms.format_count(len(difference.items), singular, plural)
        show_text(self.ui.message_label, text)
