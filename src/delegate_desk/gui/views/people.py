"""People: what we are called, whom we met, and how much of theirs is here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.people import Met, Person
from delegate_desk.desk import Desk
from delegate_desk.gui import names, theme
from delegate_desk.gui.forms.ui_people import Ui_People
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.parts import dress, while_there

_ID = Qt.ItemDataRole.UserRole


class PeopleDialog(QDialog):
    """Lists them; all that one sent can be removed, and undo brings it back."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ours = Person(desk.people.ours().id)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_People()
        self.ui.setupUi(self)
        theme.changed.connect(self._dress)
        self._dress()
        ui = self.ui
        ui.people_tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        ui.people_tree.header().setStretchLastSection(False)
        ui.people_tree.itemSelectionChanged.connect(self._fit)
        ui.remove_button.clicked.connect(self._remove)
        ui.close_button.clicked.connect(self.close)
        ui.name_edit.editingFinished.connect(self._rename)
        tasks.changed.connect(self._follow)
        self._load()

    @override
    def done(self, result: int) -> None:
        self._rename()
        super().done(result)

    def _dress(self) -> None:
        dress(self)

    def _load(self) -> None:
        people = self._desk.people
        self._tasks.read(lambda: (people.ours(), people.met()), while_there(self, lambda found: self._show(*found)))

    def _show(self, ours: Person, met: list[Met]) -> None:
        ui = self.ui
        if not ui.name_edit.hasFocus() or not ui.name_edit.isModified():
            ui.name_edit.setText(ours.name)
        self._ours = ours
        ui.name_edit.setPlaceholderText(ours.delegation or self.tr("a colleague"))
        chosen = self._chosen()
        ui.people_tree.clear()
        for one in met:
            seen = names.moment(one.seen) if one.seen else ""
            columns = [names.person(one.person), names.figure(one.notes), names.figure(one.lines), seen]
            item = QTreeWidgetItem(ui.people_tree, columns)
            item.setData(0, _ID, one.person.id)
            item.setSelected(one.person.id == chosen)
        for column in range(1, 4):
            ui.people_tree.resizeColumnToContents(column)
        ui.note_label.setText("" if met else self.tr("No package of anybody came yet."))
        self._fit()

    def _chosen(self) -> str | None:
        selected = self.ui.people_tree.selectedItems()
        return str(selected[0].data(0, _ID)) if selected else None

    def _fit(self) -> None:
        self.ui.remove_button.setEnabled(self._chosen() is not None)

    def _rename(self) -> None:
        typed = self.ui.name_edit.text().strip()
        if typed != self._ours.name:
            self._ours = Person(self._ours.id, typed, self._ours.delegation, ours=True)
            self._tasks.write(lambda: self._desk.people.set_name(typed))

    def _remove(self) -> None:
        """Remove all that one sent; the notice says that it stays so."""
        item = self.ui.people_tree.selectedItems()[0]
        person = self._desk.people.find(str(item.data(0, _ID)))
        self._tasks.write(lambda: self._desk.packages.remove_all_of(person.id), while_there(self, self._removed))

    def _removed(self, _: Changes) -> None:
        self.ui.note_label.setText(
            self.tr("Removed, and stays so though they send it again; what they write anew comes. Undo brings it back.")
        )

    def _follow(self, changes: Changes) -> None:
        if changes:
            self._load()
