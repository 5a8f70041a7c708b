"""Misspelled words of a field, underlined while it is edited, with suggestions in its context menu."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from delegate_desk.desk import Desk
from delegate_desk.gui.positions.wording_edit import WordingEdit
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit, cursor_over, while_alive
from delegate_desk.gui.widgets.jobs import LatestOnly

_PAUSE = 500
"""Milliseconds without a change before a text is checked."""
_WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


class SpellingMarks(QObject):
    """Checks a field in the background; of a wording, the words that its source does not have.

    The marks are only drawn: neither the text nor its formats change.
    """

    def __init__(self, edit: GrowingEdit, desk: Desk, tasks: Tasks, language: str) -> None:
        super().__init__(edit)
        self._edit, self._desk, self._language = edit, desk, language
        self._loader = LatestOnly(tasks, self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._check)
        edit.textChanged.connect(self._timer.start)
        edit.entered.connect(self._timer.start)
        edit.menu_opened.connect(self._extend_menu)

    def _check(self) -> None:
        edit = self._edit
        text = edit.proposal if isinstance(edit, WordingEdit) else edit.toPlainText()
        source = edit.drafted.source if isinstance(edit, WordingEdit) else ""
        spelling = self._desk.spelling
        self._loader.run(lambda _: spelling.find_misspelled(text, self._language, source), partial(self._show, text))

    def _show(self, text: str, spans: list[tuple[int, int]]) -> None:
        edit = self._edit
        drafted = edit.drafted if isinstance(edit, WordingEdit) else None
        if text != (drafted.proposal if drafted is not None else edit.toPlainText()):
            return  # it is checked again after the pause
        marks = [found for found in edit.extraSelections() if not _is_mark(found)]
        for start, end in spans:
            if drafted is not None:
                start, end = drafted.to_screen(start), drafted.to_screen(end - 1) + 1
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor_over(edit, start, end)
            mark.format = QTextCharFormat()
            mark.format.setUnderlineStyle(_WAVE)
            mark.format.setUnderlineColor(theme.color("red_line"))
            marks.append(mark)
        edit.setExtraSelections(marks)

    def _extend_menu(self, menu: QMenu, at: int) -> None:
        """Offer suggestions for the misspelled word at a position, as soon as they are found."""
        marks = [QTextCursor(found.cursor) for found in self._edit.extraSelections() if _is_mark(found)]
        word = next((cursor for cursor in marks if cursor.selectionStart() <= at <= cursor.selectionEnd()), None)
        if word is None or self._edit.isReadOnly():
            return
        spelling, text = self._desk.spelling, word.selectedText()
        self._loader.run(
            lambda _: spelling.suggestions(text, self._language),
            while_alive(menu, partial(self._offer, menu, QTextCursor(word))),
        )

    def _offer(self, menu: QMenu, word: QTextCursor, suggestions: list[str]) -> None:
        first = menu.actions()[0]
        for suggestion in suggestions:
            action = menu.addAction(suggestion)
            menu.insertAction(first, action)
            action.triggered.connect(partial(word.insertText, suggestion))
        if not suggestions:
            menu.insertAction(first, none := menu.addAction(self.tr("No suggestions")))
            none.setEnabled(False)
        menu.insertSeparator(first)


def _is_mark(selection: QTextEdit.ExtraSelection) -> bool:
    return selection.format.underlineStyle() == _WAVE
