"""The members of a vote in three columns, each with its sign; a key says how one votes."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from delegate_desk.core.delegations import delegation
from delegate_desk.core.meetings.voting import VotingRule
from delegate_desk.gui.meetings.vote_model import VoteModel
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.voting import ROLES, SIGNS, VoteChoice
from delegate_desk.gui.widgets.physical_keys import physical_letter

_COLUMNS = 3
_KEYS = {
    "+": VoteChoice.FOR,
    "=": VoteChoice.FOR,
    "-": VoteChoice.AGAINST,
    "−": VoteChoice.AGAINST,
    "0": VoteChoice.ABSTAINS,
    "~": VoteChoice.ABSTAINS,
    "!": VoteChoice.DECLARES,
    "?": VoteChoice.NOT_HEARD,
}
_ROUND = (VoteChoice.NOT_HEARD, VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAINS)


class MemberList(QListView):
    """The members; the one at hand is told its vote by a key, and the next is at hand.

    Signals:
        toggled: A member is to take part no more, or again, with its code.
    """

    toggled = Signal(str)

    def __init__(self, model: VoteModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._typed = ""
        self.setModel(model)
        self.setItemDelegate(_MemberPainter(model, self))
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setObjectName("member_list")
        self.setAccessibleName(self.tr("Members and their votes"))
        self._fit()
        self.clicked.connect(lambda index: self._turn(index.row()))
        self.setCurrentIndex(model.index(0))
        model.modelReset.connect(self._begin)

    def code(self) -> str:
        """The member at hand."""
        return self._model.members[max(0, self.currentIndex().row())]

    def go(self, code: str) -> None:
        """Take a member at hand."""
        self.setCurrentIndex(self._model.index(self._model.members.index(code)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        done = self._action(event)
        if done is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            done()
            event.accept()

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, text = Qt.Key(event.key()), event.text()
        choice = VoteChoice.NOT_HEARD if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) else _KEYS.get(text)
        if choice is VoteChoice.DECLARES and self._model.setting.rule is not VotingRule.UNANIMITY:
            return lambda: None
        if choice is not None:
            return lambda: self._choose(choice)
        if key is Qt.Key.Key_Space:
            return lambda: self._turn(self.currentIndex().row())
        if text == "/":
            return lambda: self.toggled.emit(self.code())
        if text.isalpha():
            return lambda: self._seek(event)
        return None

    def _choose(self, choice: VoteChoice) -> None:
        row = self.currentIndex().row()
        self._typed = ""
        self._model.choose({self.code(): choice})
        self.setCurrentIndex(self._model.index(min(row + 1, self._model.rowCount() - 1)))

    def _turn(self, row: int) -> None:
        """Let a member vote in the next way, round the corner."""
        code = self._model.members[row]
        now = self._model.choice(code)
        at = _ROUND.index(now) if now in _ROUND else -1
        self._model.choose({code: _ROUND[(at + 1) % len(_ROUND)]})

    def _seek(self, event: QKeyEvent) -> None:
        """Take the member at hand whose two letters are typed, whatever the keyboard's script."""
        letter = event.text() if event.text().isascii() else physical_letter(event) or ""
        self._typed = (self._typed + letter.upper())[-2:]
        code = self._typed if self._typed in self._model.members else delegation(self._typed)
        if code in self._model.members and code is not None:
            self.go(code)
            self._typed = ""

    def _begin(self) -> None:
        self._fit()
        self.setCurrentIndex(self._model.index(0))

    def _fit(self) -> None:
        self.setFixedHeight(theme.row_height() * -(-self._model.rowCount() // _COLUMNS) + 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setGridSize(QSize(self.viewport().width() // _COLUMNS - 1, theme.row_height()))


class _MemberPainter(QStyledItemDelegate):
    """Draws a member: sign, code, State and share."""

    def __init__(self, model: VoteModel, view: MemberList) -> None:
        super().__init__(view)
        self._model = model
        self._view = view

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        code = self._model.members[index.row()]
        choice = self._model.choice(code)
        box = option.rect.adjusted(2, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.currentIndex().row() == index.row():
            ring = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.color("accent"), 1) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint"))
            painter.drawRoundedRect(box, 4, 4)
        outside = choice is VoteChoice.OUTSIDE
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color(ROLES[choice]))
        painter.setFont(theme.ui_font(theme.LARGE, bold=True))
        painter.drawText(QRect(box.left(), box.top(), 26, box.height()), Qt.AlignmentFlag.AlignCenter, SIGNS[choice])
        bold = theme.ui_font(bold=True)
        bold.setStrikeOut(outside)
        painter.setFont(bold)
        painter.setPen(theme.color("soft" if outside else "ink"))
        painter.drawText(box.adjusted(28, 0, 0, 0), middle, code)
        painter.setFont(theme.ui_font())
        name = painter.fontMetrics().elidedText(terms.state(code), Qt.TextElideMode.ElideRight, box.width() - 116)
        painter.drawText(box.adjusted(58, 0, 0, 0), middle, name)
        painter.setPen(theme.color("soft"))
        painter.setFont(theme.ui_font(theme.SMALL))
        painter.drawText(
            box.adjusted(0, 0, -8, 0), middle | Qt.AlignmentFlag.AlignRight, terms.decimal(self._model.share(code), 2)
        )
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, theme.row_height())
