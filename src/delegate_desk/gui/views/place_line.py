"""Where a provision goes that is new, moves or is to go; under its wording."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import Does, Item
from delegate_desk.gui.views.parts import flat_button, label, part, set_property

_NUMBER = 96


class PlaceLine(QWidget):
    """Says it, with the number that the provision is to bear, and takes it back.

    Signals:
        numbered: Another number was typed, with it.
        taken_back: It is to stay where and as it is.
    """

    numbered = Signal(str)
    taken_back = Signal()

    def __init__(self, cite: Callable[[Address], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cite = cite
        self.said_label = label("", "soft", wrap=True)
        self.number_edit = QLineEdit()
        part(self.number_edit, "inline")
        self.number_edit.setFixedWidth(_NUMBER)
        self.number_edit.setAccessibleName(self.tr("Number of the provision, as printed"))
        self.number_edit.setPlaceholderText(self.tr("number"))
        self._back = flat_button("", self.tr("Revert"))
        line = QHBoxLayout(self)
        line.setContentsMargins(1, 2, 0, 2)
        line.setSpacing(8)
        line.addWidget(self.said_label)
        line.addWidget(self.number_edit)
        line.addStretch(1)
        line.addWidget(self._back)
        self.number_edit.textEdited.connect(self.numbered)
        self._back.clicked.connect(self.taken_back)

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it, in order."""
        return [self.number_edit, self._back]

    def show_item(self, item: Item, does: Does, *, active: bool) -> None:
        """Show what becomes of a provision; nothing for one that is only reworded."""
        where = self._cite(item.after) if item.after else ""
        said, back = {
            Does.INSERT: (
                self.tr("New, after {place}").format(place=where) if where else self.tr("New, at the beginning"),
                "",
            ),
            Does.MOVE: (
                self.tr("Moved after {place}").format(place=where) if where else self.tr("Moved to the beginning"),
                self.tr("Cancel Move"),
            ),
            Does.DELETE: (self.tr("Deletion proposed"), self.tr("Cancel Deletion")),
        }.get(does, ("", ""))
        numbered = does in (Does.INSERT, Does.MOVE)
        self.said_label.setText(self.tr("{said}, numbered").format(said=said) if numbered else said)
        set_property(self.said_label, "part", "danger" if does is Does.DELETE else "place")
        self.number_edit.setVisible(numbered)
        if self.number_edit.text() != item.label and not self.number_edit.hasFocus():
            self.number_edit.setText(item.label)
        self._back.setText(back)
        self._back.setAccessibleName(back or self.tr("Revert"))
        self._back.setVisible(bool(back) and active)
        self.setVisible(bool(said))
