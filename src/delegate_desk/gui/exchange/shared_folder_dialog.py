"""The shared folder: where it is, what goes there, and what came of it last."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from delegate_desk.core.exchange.shared_folder import SharedFolder
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_sharing import Ui_Sharing
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.save_file_dialog import default_folder


class SharingDialog(QDialog):
    """Chooses the folder, and what goes there.

    Signals:
        exchange_asked: The folder is to be looked at now.
    """

    exchange_requested = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._folder: SharedFolder | None = None
        self.ui = Ui_Sharing()
        self.ui.setupUi(self)
        ui = self.ui
        ui.choose_button.clicked.connect(self._choose)
        ui.stop_button.clicked.connect(self._stop)
        ui.originals_check.clicked.connect(self._change)
        ui.internal_check.clicked.connect(self._change)
        ui.exchange_button.clicked.connect(self.exchange_requested)
        ui.close_button.clicked.connect(self.close)
        self._load()

    def show_result(self, sentences: list[str]) -> None:
        """Show what came of the last exchange."""
        self.ui.state_label.setText("\n".join(sentences))

    def set_folder(self, folder: Path) -> None:
        """Share in a folder from now on."""
        originals, internal = self.ui.originals_check.isChecked(), self.ui.internal_check.isChecked()
        self._tasks.write(
            lambda: self._desk.shared_folder.start_sharing(folder, internal=internal, originals=originals),
            while_alive(self, lambda _: self._begin()),
        )

    def _load(self) -> None:
        self._tasks.read(self._desk.shared_folder.folder, while_alive(self, self._show))

    def _show(self, folder: SharedFolder | None) -> None:
        ui = self.ui
        self._folder = folder
        if folder is not None:
            ui.originals_check.setChecked(folder.originals)
            ui.internal_check.setChecked(folder.internal)
        said = self.tr("Not shared yet.")
        ui.folder_label.setText(said if folder is None else self.tr("Shared in {folder}").format(folder=folder.path))
        ui.stop_button.setEnabled(folder is not None)
        ui.exchange_button.setEnabled(folder is not None)

    def _choose(self) -> None:
        begin = str(self._folder.path if self._folder else default_folder())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose Shared Folder"), begin)
        if chosen:
            self.set_folder(Path(chosen))

    def _change(self) -> None:
        """Apply a changed choice of what is shared: everything newly included goes with the next exchange."""
        if self._folder is not None:
            self.set_folder(self._folder.path)

    def _begin(self) -> None:
        self._load()
        self.exchange_requested.emit()

    def _stop(self) -> None:
        self._tasks.write(self._desk.shared_folder.stop_sharing, while_alive(self, lambda _: self._end()))

    def _end(self) -> None:
        self.show_result([self.tr("Sharing stopped. Existing items stay here and in the folder.")])
        self._load()
