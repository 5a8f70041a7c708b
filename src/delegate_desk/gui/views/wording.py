"""The editor of a wording: one types in the source's own text, and what is added and struck is marked as one types."""

import re
import unicodedata

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.words import Change
from delegate_desk.gui import theme
from delegate_desk.gui.models.wording import Drafted
from delegate_desk.gui.offsets import from_qt, to_qt
from delegate_desk.gui.views.parts import GrowingEdit

_BREAKS = re.compile(r"[\s\u2028\u2029\ufffc]+")
_LINE_HEIGHT = 27
_SIZE = 17


class WordingEdit(GrowingEdit):
    """A wording drafted in place.

    Added words are underlined and semi-bold on their ground, struck ones stay to be read; what is typed is never
    lost to the marking, which waits while an input method composes.

    Signals:
        proposed: The wording proposed has changed; with the wording.
    """

    proposed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="wording")
        self._drafted = Drafted("")
        self._said = ""
        self._drawing = self._composing = self._waiting = self._forward = False
        self.setAcceptDrops(False)
        self.document().contentsChange.connect(self._take)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def proposal(self) -> str:
        """The wording proposed; the source where nothing was changed."""
        return self._drafted.proposal

    @property
    def drafted(self) -> Drafted:
        """The wording with its marks."""
        return self._drafted

    def set_wording(self, source: str, proposal: str | None) -> None:
        """Show a proposal on a source; the caret stays at its words."""
        wanted = source if proposal is None else proposal
        if source == self._drafted.source and wanted == self._drafted.proposal:
            return
        if source != self._drafted.source:
            self._drafted = Drafted(source, wanted)
            self._draw_all()
            return
        place = self._drafted.to_proposal(self._caret())
        self._drafted.propose(wanted)
        self._draw(min(place, len(wanted)))

    def tidy(self) -> None:
        """Take out the spaces that deleted words left behind."""
        tidied = " ".join(self.proposal.split())
        if tidied != self.proposal and self.proposal != self._drafted.source:
            self.set_wording(self._drafted.source, tidied)
            self.proposed.emit(tidied)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()  # a provision is one paragraph
            return
        self._forward = event.key() == Qt.Key.Key_Delete and not self.textCursor().hasSelection()
        super().keyPressEvent(event)
        self._forward = False

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self._waiting and not self._composing:
            self._draw(self._drafted.to_proposal(self._caret()))

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(_one_line(source.text()))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, shown = self.textCursor(), self._drafted.shown
        data = QMimeData()
        start, end = (from_qt(shown, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        data.setText(self._drafted.live(start, end))
        return data

    def _take(self, position: int, _removed: int, added: int) -> None:
        """Carry an edit of what is shown back to the proposal."""
        if self._drawing:
            return
        before, after = self._drafted.shown, self.document().toRawText()
        if before == after:
            return
        start = from_qt(after, position)
        new = after[start : from_qt(after, position + added)]
        removed = max(0, len(before) - len(after) + len(new))
        backward = not new and not self._forward
        self._drafted.edit(start, removed, new)
        place = self._drafted.to_proposal(start + len(new))
        gone_were_struck = not new and self._drafted.proposal == self._said
        if self._composing:
            self._waiting = True
        elif gone_were_struck:  # the caret goes over struck words as it goes over any
            self._draw(place, at=start if backward else start + removed)
        else:
            self._draw(place, behind_struck=not new and not backward)
        if not gone_were_struck:
            self._said = self._drafted.proposal
            self.proposed.emit(self._said)

    def _draw(self, place: int, *, behind_struck: bool = False, at: int | None = None) -> None:
        """Mark anew what is added and struck, and put the caret back to its place in the proposal."""
        self._waiting = False
        patch = self._drafted.patch()
        self._drawing = True
        shown = self.document().toRawText()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(to_qt(shown, patch.start))
        cursor.setPosition(to_qt(shown, patch.end), QTextCursor.MoveMode.KeepAnchor)
        if patch.start != patch.end:
            cursor.removeSelectedText()
        for change, text in patch.parts:
            cursor.insertText(text, self._formats[change])
        cursor.endEditBlock()
        self._drawing = False
        self._said = self._drafted.proposal
        caret = self._drafted.to_screen(place, behind_struck=behind_struck) if at is None else at
        moved = self.textCursor()
        moved.setPosition(to_qt(self._drafted.shown, caret))
        self.setTextCursor(moved)

    def _draw_all(self) -> None:
        self._drawing = True
        self.document().clear()
        cursor = QTextCursor(self.document())
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(lines)
        for change, text in self._drafted.words:
            cursor.insertText(text, self._formats[change])
        self._drawing = False
        self._said = self._drafted.proposal

    def _caret(self) -> int:
        return from_qt(self._drafted.shown, self.textCursor().position())

    def _restyle(self) -> None:
        self._formats = {change: _format(change) for change in Change}
        caret = self.textCursor().position()
        self._draw_all()
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)


def _format(change: Change) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(theme.reading_font(_SIZE))
    made.setForeground(theme.color("ink"))
    if change is Change.INSERT:
        made.setForeground(theme.color("added"))
        made.setBackground(theme.color("added_ground"))
        made.setFontUnderline(True)
        made.setFontWeight(QFont.Weight.DemiBold)
    elif change is Change.DELETE:
        made.setForeground(theme.color("deleted"))
        made.setBackground(theme.color("deleted_ground"))
        made.setFontStrikeOut(True)
    return made


def _one_line(text: str) -> str:
    """Text from elsewhere as the wording takes it: one line, NFC."""
    return _BREAKS.sub(" ", unicodedata.normalize("NFC", text))
