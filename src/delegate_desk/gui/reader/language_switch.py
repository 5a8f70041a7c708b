"""The same place in another language: opened by a key, chosen from a list where several are held."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from delegate_desk.core.documents.document import Held, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import while_there
from delegate_desk.gui.widgets.labels import terms


class LanguageSwitch(QObject):
    """Leads from the paragraph at hand to the same one in the other languages held.

    Signals:
        place_asked: A place is to be opened, with its ``Place``.
    """

    place_asked = Signal(object)

    @override
    def __init__(self, desk: Desk, tasks: Tasks, paper: DocumentView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._paper = paper

    def go(self) -> None:
        """Open the place at hand in the other language; of several, in the one chosen from a list."""
        if self._paper.row() >= 0:
            place = self._paper.paragraphs.place(self._paper.row())
            self._tasks.read(lambda: self._desk.documents.elsewhere(place), while_there(self._paper, self._offer))

    def _offer(self, places: list[tuple[Held, Place]]) -> None:
        if len(places) == 1:
            self.place_asked.emit(places[0][1])
            return
        menu = QMenu(self._paper)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for held, place in places:
            name = terms.language(held.header.language)
            menu.addAction(name).triggered.connect(lambda _=False, place=place: self.place_asked.emit(place))
        if menu.isEmpty():
            menu.addAction(self.tr("Not in the library in another language")).setEnabled(False)
        box = self._paper.visualRect(self._paper.currentIndex())
        menu.popup(self._paper.viewport().mapToGlobal(QPoint(box.left() + 24, box.bottom())))
        if menu.actions()[0].isEnabled():
            menu.setActiveAction(menu.actions()[0])
