"""The text of a file that is to leave, as it was read back from the file itself."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QShortcut, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from delegate_desk.core.positions.export_options import ExportSummary
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.gui.widgets import key_bindings, theme

_SLICE = 20_000
"""How many characters are laid out at a time, so that keys are answered in between."""


_RULE = "="


class RuledHeadings(QSyntaxHighlighter):
    """Shows what stands over a rule of signs as a heading, and the rule as quietly as a hairline."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme.subscribe_to_theme(self, self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        look = QTextCharFormat()
        if _is_rule(text):
            look.setForeground(theme.color("hairline"))
        elif _is_rule(self.currentBlock().next().text()):
            look.setFontWeight(QFont.Weight.DemiBold)
        else:
            return
        self.setFormat(0, len(text), look)


def _is_rule(text: str) -> bool:
    return bool(text) and not text.strip(_RULE)


class ExportTextFiller(QObject):
    """Fills a field with a text and its marks: the beginning at once, a longer text piece by piece.

    In its window the keys for the next and the previous change step through its changes.
    """

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        RuledHeadings(edit.document())
        self._changes: list[tuple[int, int]] = []
        for name, by in (("action_next_change", 1), ("action_previous_change", -1)):
            for key in key_bindings.keys(name):
                QShortcut(key, edit.window()).activated.connect(lambda by=by: self.step(by))
        self._shown: WordDiff = ()
        self._rest: list[tuple[WordChange, str]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fill_next)
        theme.subscribe_to_theme(self, self._fill)

    def show_text(self, preview: ExportSummary) -> None:
        """Show the text of a file; the same text stays where it was scrolled to."""
        words = preview.word_diff or ((WordChange.EQUAL, preview.text),)
        if words != self._shown:
            self._shown = words
            self._fill()

    def clear(self) -> None:
        """Show nothing."""
        self._shown = ()
        self._fill()

    def step(self, by: int) -> None:
        """Select the next or the previous change."""
        at = self._edit.textCursor()
        start, end = at.selectionStart(), at.selectionEnd()
        ahead = [span for span in self._changes if (span[0] >= end if by > 0 else span[1] <= start)]
        if ahead:
            start, end = ahead[0 if by > 0 else -1]
            at.setPosition(start)
            at.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._edit.setTextCursor(at)
            self._edit.centerCursor()

    def _fill(self) -> None:
        bar = self._edit.verticalScrollBar()
        top = bar.value()
        self._edit.clear()
        self._changes.clear()
        self._rest = list(self._shown)
        self._fill_next()
        self._edit.moveCursor(QTextCursor.MoveOperation.Start)  # it went along with what was put in
        bar.setValue(top)

    def _fill_next(self) -> None:
        cursor = QTextCursor(self._edit.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        room = _SLICE
        cursor.beginEditBlock()
        while self._rest and room > 0:
            change, text = self._rest.pop(0)
            if len(text) > room:
                self._rest.insert(0, (change, text[room:]))
                text = text[:room]
            start = cursor.position()
            cursor.insertText(text, _change_format(change))
            if change is not WordChange.EQUAL:
                self._changes.append((start, cursor.position()))
            room -= len(text)
        cursor.endEditBlock()
        if self._rest:
            self._timer.start()


def _change_format(change: WordChange) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.color("ink"))
    if change is not WordChange.EQUAL:
        role = "added" if change is WordChange.INSERT else "deleted"
        made.setForeground(theme.color(role))
        made.setBackground(theme.color(f"{role}_ground"))
        made.setFontUnderline(change is WordChange.INSERT)
        made.setFontStrikeOut(change is WordChange.DELETE)
        made.setFontWeight(QFont.Weight.DemiBold if change is WordChange.INSERT else QFont.Weight.Normal)
    return made
