"""A delegate's own phrases: inserted into the text being written, saved, changed and deleted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.core.positions.phrases import ReadyPhrase, matching_phrases
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import label, set_part, while_alive
from delegate_desk.gui.widgets.labels import terms

TextInput = QLineEdit | QTextEdit | QPlainTextEdit


def show_phrases(context: Context) -> None:
    """Show the phrases for the field that has the focus, else for the current wording."""
    field, desk = _field(context), context.desk
    document = context.navigate.current_document()
    language = desk.documents.get(document).header.language if document is not None else ""
    words = _selected(field) if field is not None else ""
    dialog = PhrasesDialog(desk, context.tasks, language, context.window, words=words, puts_in=field is not None)
    if field is not None:
        dialog.chosen.connect(lambda text: insert_text(field, text))
    dialog.open()


def insert_text(field: TextInput, text: str) -> None:
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


def _field(context: Context) -> TextInput | None:
    focused: QWidget | None = QApplication.focusWidget()
    if isinstance(focused, TextInput) and not focused.isReadOnly() and context.window.isAncestorOf(focused):
        return focused
    page = context.navigate.current_page()
    provision = page.current_provision if isinstance(page, PositionsView) else None
    return provision.wording_edit if provision is not None else None


def _selected(field: TextInput) -> str:
    if isinstance(field, QLineEdit):
        return field.selectedText()
    if isinstance(field, QTextEdit) and field.textCursor().hasSelection():
        return field.createMimeDataFromSelection().text()  # of a wording what stands in it, without what is struck
    return field.textCursor().selectedText().replace("\u2029", "\n")


_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_PHRASE = Qt.ItemDataRole.UserRole
_SHOWN = 90


class PhrasesDialog(QDialog):
    """Lists phrases by the text typed: Enter inserts a phrase. A new phrase begins with the words selected before.

    Signals:
        chosen: A phrase is to be inserted, with its text.
    """

    chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        language: str,
        parent: QWidget,
        *,
        words: str = "",
        puts_in: bool = True,
    ) -> None:
        """Offer the phrases, those of one language first.

        Args:
            desk: The library.
            tasks: Reads and writes it.
            language: Of the current document.
            parent: The window.
            words: Selected in the text being written: the beginning of a new phrase.
            puts_in: False where no text is being written, so that phrases can only be managed.
        """
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._language = language or "en"
        self._words = words
        self._can_insert = puts_in
        self._phrases: Sequence[ReadyPhrase] = ()
        self._edited_phrase: ReadyPhrase | None = None
        self._phrase_to_select: ReadyPhrase | None = None
        self.setWindowTitle(self.tr("Phrases"))
        self.resize(560, 440)
        self.find_edit = QLineEdit()
        self.find_edit.setPlaceholderText(self.tr("Keyword or text"))
        self.find_edit.setAccessibleName(self.tr("Find a phrase"))
        self.phrase_list = QListWidget()
        self.phrase_list.setAccessibleName(self.tr("Phrases"))
        set_part(self.phrase_list, "offers")
        self.text_label = label("", "text", wrap=True)
        self.insert_button = QPushButton(self.tr("&Insert"))
        self.new_button = QPushButton(self.tr("&New…"))
        self.change_button = QPushButton(self.tr("&Change…"))
        self.delete_button = QPushButton(self.tr("&Delete"))
        self.keyword_edit = QLineEdit()
        self.language_combo = QComboBox()
        self.text_edit = QPlainTextEdit()
        self.error_label = label("", "danger", wrap=True)
        self.save_button = QPushButton(self.tr("&Save"))
        self.back_button = QPushButton(self.tr("&Back"))
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._load()
        self.find_edit.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            self.phrase_list.event(event)
            return True
        return super().eventFilter(watched, event)

    @override
    def reject(self) -> None:
        """Esc leads from a phrase that is being written back to the list, and from there out."""
        if self._pages.currentIndex():
            self._show_list()
        else:
            super().reject()

    def start_phrase(self) -> None:
        self._edit_phrase(None, "", self._language, self._words)

    def _load(self, _: Changes | None = None) -> None:
        self._tasks.read(self._desk.phrases.all, while_alive(self, self._on_loaded))

    def _on_loaded(self, phrases: list[ReadyPhrase]) -> None:
        self._phrases = phrases
        self._fill_list()

    def _fill_list(self) -> None:
        typed = self.find_edit.text()
        found = sorted(matching_phrases(list(self._phrases), typed), key=lambda one: one.language != self._language)
        self.phrase_list.clear()
        for phrase in found:
            first = " ".join(phrase.text.split())
            shown = first if len(first) <= _SHOWN else f"{first[:_SHOWN].rsplit(' ', 1)[0]} …"
            item = QListWidgetItem(f"{phrase.keyword}  ·  {phrase.language}  ·  {shown}")
            item.setData(_PHRASE, phrase)
            self.phrase_list.addItem(item)
            if phrase == self._phrase_to_select:
                self.phrase_list.setCurrentItem(item)
        if found and self.phrase_list.currentRow() < 0:
            self.phrase_list.setCurrentRow(0)
        self._show_phrase()

    def _show_phrase(self) -> None:
        phrase = self._current_phrase()
        for button in (self.change_button, self.delete_button):
            button.setEnabled(phrase is not None)
        self.insert_button.setEnabled(phrase is not None and self._can_insert)
        if phrase is not None:
            self.text_label.setText(phrase.text)
        elif self._phrases:
            self.text_label.setText(self.tr("No matching phrases."))
        else:
            self.text_label.setText(
                self.tr("No phrases yet. Choose New to add one; text you have selected is included.")
            )

    def _current_phrase(self) -> ReadyPhrase | None:
        item = self.phrase_list.currentItem()
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
            self._tasks.write(lambda: self._desk.phrases.remove(phrase), while_alive(self, self._load))

    def _edit_phrase(self, changing: ReadyPhrase | None, keyword: str, language: str, text: str) -> None:
        self._edited_phrase = changing
        self.keyword_edit.setText(keyword)
        if self.language_combo.findData(language) < 0:
            self.language_combo.addItem(terms.language_name(language), language)
        self.language_combo.setCurrentIndex(self.language_combo.findData(language))
        self.text_edit.setPlainText(text)
        self.error_label.hide()
        self._pages.setCurrentIndex(1)
        self.save_button.setDefault(True)
        self.keyword_edit.setFocus()

    def _save(self) -> None:
        phrase = ReadyPhrase(self.keyword_edit.text(), self.language_combo.currentData(), self.text_edit.toPlainText())
        self._phrase_to_select = ReadyPhrase(" ".join(phrase.keyword.split()), phrase.language, phrase.text.strip())
        changing = self._edited_phrase
        self._tasks.write(
            lambda: self._desk.phrases.save(phrase, changing),
            while_alive(self, self._on_saved),
            failed=while_alive(self, self._on_failed),
        )

    def _on_saved(self, changes: Changes) -> None:
        self.find_edit.clear()
        self._show_list()
        self._load(changes)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.error_label.setText(explain(error))
            self.error_label.show()
        else:
            self._tasks.failed.emit(error)

    def _show_list(self) -> None:
        self._pages.setCurrentIndex(0)
        self.insert_button.setDefault(True)
        self.find_edit.setFocus()

    def _connect(self) -> None:
        self.find_edit.installEventFilter(self)
        self.find_edit.textChanged.connect(self._fill_list)
        self.phrase_list.currentItemChanged.connect(self._show_phrase)
        self.phrase_list.itemDoubleClicked.connect(self._insert)
        self.insert_button.clicked.connect(self._insert)
        self.new_button.clicked.connect(self.start_phrase)
        self.change_button.clicked.connect(self._change)
        self.delete_button.clicked.connect(self._delete)
        self.save_button.clicked.connect(self._save)
        self.back_button.clicked.connect(self._show_list)
        self.finished.connect(self.deleteLater)

    def _lay_out(self) -> None:
        for code in terms.languages_by_name():
            self.language_combo.addItem(terms.language_name(code), code)
        buttons = (self.insert_button, self.new_button, self.change_button, self.delete_button)
        for button in (*buttons, self.save_button, self.back_button):
            button.setAutoDefault(False)
        for button in (self.insert_button, self.save_button):
            set_part(button, "main")
        self.insert_button.setVisible(self._can_insert)
        self.keyword_edit.setPlaceholderText(self.tr("thanks, parliamentary reservation, …"))
        self.text_edit.setTabChangesFocus(True)
        set_part(self.text_edit, "preview")
        inside, written = QWidget(), QWidget()
        found = QVBoxLayout(inside)
        found.setSpacing(8)
        for widget in (self.find_edit, self.phrase_list, self.text_label):
            found.addWidget(widget, 1 if widget is self.phrase_list else 0)
        found.addLayout(_row(*buttons))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Keyword"), self.keyword_edit)
        form.addRow(self.tr("&Language"), self.language_combo)
        form.addRow(self.tr("&Text"), self.text_edit)
        kept = QVBoxLayout(written)
        kept.addLayout(form)
        kept.addWidget(self.error_label)
        kept.addLayout(_row(self.save_button, self.back_button))
        for layout in (found, kept):
            layout.setContentsMargins(16, 16, 16, 16)
        self._pages.addWidget(inside)
        self._pages.addWidget(written)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.insert_button.setDefault(True)  # which it can be only now that it is in a dialog


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
