"""The judgement on a document's bold type: what it is, why, and its overruling by the delegate."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from delegate_desk.core.documents.corrections import CorrectableField, Correction
from delegate_desk.core.documents.document import MarkUp
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.reader.paragraph_model import Shown
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.labels import terms


class MarkupMenu(QObject):
    """Says above the text how it marks its changes, and offers to say otherwise."""

    def __init__(self, desk: Desk, tasks: Tasks, ui: Ui_Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ui = ui
        self._shown: Shown | None = None
        ui.views_bar.hide()
        ui.why_button.clicked.connect(self.offer)

    def show(self, shown: Shown) -> None:
        """Say it of another document, or of the same one anew."""
        self._shown = shown
        mark_up, said = shown.document.mark_up, self._said()
        self._ui.views_bar.setVisible(mark_up is not MarkUp.NONE or said is not None)
        if mark_up is MarkUp.NONE:
            text = self.tr("You set bold and underlined text to mean emphasis.")
        elif said is not None:
            text = self.tr("You set bold and underlined text to mean changes.")
        else:
            text = self.tr("This text contains marked changes.")
        self._ui.views_label.setText(text)
        self._ui.views_label.setToolTip(self.reason())
        for button in (self._ui.marked_button, self._ui.before_button, self._ui.after_button):
            button.setVisible(mark_up is not MarkUp.NONE)

    def reason(self) -> str:
        """What the reader's own judgement rests on, as a sentence."""
        why = terms.reason(self._shown.document.why) if self._shown and self._shown.document.why else ""
        return f"{why[:1].upper()}{why[1:]}." if why else ""

    def offer(self) -> None:
        """Show the reason, and the ways to read bold and underlined words."""
        shown = self._shown
        if shown is None:
            return
        said = self._said()
        menu = QMenu(self._ui.paper)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if reason := self.reason():
            menu.addAction(reason).setEnabled(False)
            menu.addSeparator()
        group = QActionGroup(menu)
        for text, bold_is_new, checked in (
            (self.tr("&Automatic"), None, said is None),
            (self.tr("&Changes: bold or underlined is new, struck through is deleted"), True, said == MarkUp.PRINTED),
            (self.tr("&Emphasis only"), False, said == MarkUp.NONE),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(checked)
            group.addAction(action)
            action.triggered.connect(lambda _=False, new=bold_is_new: self._overrule(new))
        button, paper = self._ui.why_button, self._ui.paper
        below = button.mapToGlobal(button.rect().bottomLeft()) if button.isVisible() else None
        menu.popup(below or paper.mapToGlobal(QPoint(24, 8)))

    def _overrule(self, bold_is_new: bool | None) -> None:
        shown = self._shown
        if shown is not None:
            key, corrections = shown.held.id, self._desk.corrections
            self._tasks.write(lambda: corrections.overrule(key, bold_is_new))

    def _said(self) -> str | None:
        """What a person said of it; None where nobody did."""
        made: list[Correction] = (
            [c for c in self._shown.corrections if c.field is CorrectableField.MARK_UP] if self._shown else []
        )
        return made[-1].value if made else None
