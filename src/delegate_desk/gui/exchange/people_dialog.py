"""People: our name, and those whose items are here."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.exchange.package import KnownPerson, Person, PersonId
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_people import Ui_People
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.labels import terms

_ID = Qt.ItemDataRole.UserRole


class PeopleDialog(QDialog):
    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ours = Person(desk.people.own_person().id)
        self._refused: frozenset[PersonId] = frozenset()
        self._met: dict[str, KnownPerson] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_People()
        self.ui.setupUi(self)
        ui = self.ui
        ui.people_tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        ui.people_tree.header().setStretchLastSection(False)
        ui.people_tree.itemSelectionChanged.connect(self._fit)
        ui.remove_button.clicked.connect(self._remove)
        ui.refuse_button.clicked.connect(self._refuse)
        ui.verify_button.clicked.connect(lambda: self._change_key(self._desk.people.verify))
        ui.remove_key_button.clicked.connect(lambda: self._change_key(self._desk.people.remove_key))
        ui.close_button.clicked.connect(self.close)
        ui.name_edit.editingFinished.connect(self._rename)
        tasks.changed.connect(self._follow)
        self._load()

    @override
    def done(self, result: int) -> None:
        self._rename()
        super().done(result)

    def _load(self) -> None:
        people, sharing = self._desk.people, self._desk.shared_folder

        def load() -> tuple[Person, str, list[KnownPerson], frozenset[PersonId], bool]:
            own, words, shares = people.own_person(), people.own_fingerprint(), sharing.folder() is not None
            return own, words, people.other_people(), sharing.blocked_people(), shares

        self._tasks.read(load, while_alive(self, lambda found: self._show(*found)))

    def _show(
        self, ours: Person, words: str, met: list[KnownPerson], refused: frozenset[PersonId], shares: bool
    ) -> None:
        ui = self.ui
        self._refused = refused
        self._met = {person.person.id: person for person in met}
        ui.own_words_label.setText(words)
        ui.refuse_button.setVisible(shares or bool(refused))
        if not ui.name_edit.hasFocus() or not ui.name_edit.isModified():
            ui.name_edit.setText(ours.name)
        self._ours = ours
        ui.name_edit.setPlaceholderText(ours.delegation or self.tr("a colleague"))
        chosen = self._chosen()
        ui.people_tree.clear()
        for person in met:
            seen = terms.format_timestamp(person.last_seen) if person.last_seen else ""
            called = terms.format_person(person.person)
            if person.person.id in refused:
                called = self.tr("{person} (blocked)").format(person=called)
            columns = [called, terms.format_number(person.notes), terms.format_number(person.position_entries), seen]
            state = self.tr("none")
            if person.key is not None:
                state = self.tr("compared") if person.key.verified else self.tr("not compared")
            columns.append(state)
            item = QTreeWidgetItem(ui.people_tree, columns)
            item.setData(0, _ID, person.person.id)
            item.setSelected(person.person.id == chosen)
        for column in range(1, 5):
            ui.people_tree.resizeColumnToContents(column)
        if not met:
            ui.note_label.setText(self.tr("No packages received yet. Use File > Library > Import Package."))
        self._fit()

    def _chosen(self) -> str | None:
        selected = self.ui.people_tree.selectedItems()
        return str(selected[0].data(0, _ID)) if selected else None

    def _fit(self) -> None:
        chosen = self._chosen()
        self.ui.remove_button.setEnabled(chosen is not None)
        self.ui.refuse_button.setEnabled(chosen is not None)
        takes = chosen not in self._refused
        self.ui.refuse_button.setText(self.tr("&Block") if takes else self.tr("Un&block"))
        person = self._met.get(chosen or "")
        key = person.key if person else None
        text = "" if person is None else self.tr("No signed package from them was imported yet.")
        if person and key:
            if key.verified:
                text = self.tr("Key of {person}: {words}. Compared on {date}.")
            else:
                text = self.tr(
                    "Key of {person}: {words}. Not compared yet: have them read the words under “Your key” to you."
                )
            date = terms.format_timestamp(key.verified) if key.verified else ""
            text = text.format(person=terms.format_person(person.person), words=key.fingerprint, date=date)
        self.ui.key_label.setText(text)
        self.ui.verify_button.setEnabled(key is not None and key.verified is None)
        self.ui.remove_key_button.setEnabled(key is not None)

    def _change_key(self, change: Callable[[PersonId], Changes]) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._tasks.write(lambda: change(PersonId(chosen)))

    def _rename(self) -> None:
        typed = self.ui.name_edit.text().strip()
        if typed != self._ours.name:
            self._ours = Person(self._ours.id, typed, self._ours.delegation, is_own=True)
            self._tasks.write(lambda: self._desk.people.set_name(typed))

    def _remove(self) -> None:
        item = self.ui.people_tree.selectedItems()[0]
        person = self._desk.people.find(str(item.data(0, _ID)))
        text = self.tr(
            "Removed, and will stay removed if sent again. New notes from them will still arrive. Undo restores what "
            "was removed."
        )
        self._write(lambda: self._desk.packages.remove_all_from_person(person.id), text)

    def _refuse(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        person, sharing = PersonId(chosen), self._desk.shared_folder
        if person in self._refused:
            text = self.tr("New items from them in the shared folder will be imported again from the next sync.")
            self._write(lambda: sharing.unblock_person(person), text)
        else:
            text = self.tr(
                "New items from them in the shared folder are ignored. Existing ones stay until you remove them. "
                "Packages you open yourself are still imported."
            )
            self._write(lambda: sharing.block_person(person), text)

    def _write(self, job: Callable[[], Changes], text: str) -> None:
        """Change something, and report the consequence when it is done."""
        self._tasks.write(job, while_alive(self, lambda _: self.ui.note_label.setText(text)))

    def _follow(self, changes: Changes) -> None:
        if changes:
            self._load()
